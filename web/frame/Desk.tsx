import { Suspense, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../api/access.ts';
import { useWords } from '../i18n/use-words.ts';
import { changeView, useView } from '../state/use-view.ts';
import { EmptyState } from '../ui/Notice.tsx';
import { Resizer } from '../ui/Resizer.tsx';
import { SkeletonLines } from '../ui/Skeleton.tsx';
import { CrashNotice } from './CrashNotice.tsx';
import { MapStage } from './MapStage.tsx';
import { PrintPart } from './PrintPart.tsx';
import { openPlaces } from './place-access.ts';
import { PLACE_VIEWS } from './places.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { TabBar } from './TabBar.tsx';
import { useNarrow } from './use-narrow.ts';
import { useSelectedPlace } from './use-selected-place.ts';

const PANEL_PIXELS = { first: 384, least: 320, most: 640 };
const LIST_PIXELS = { first: 400, least: 180, most: 620 };

/** The work area: one map that stays, the list beside or below it, the panel at the right. */
export function Desk({ municipality }: { readonly municipality: MunicipalityView }) {
  const words = useWords();
  const place = useView((view) => view.place);
  const tab = useView((view) => view.tab);
  const selection = useView((view) => view.selection);
  const isNarrow = useNarrow();
  const [panelPixels, setPanelPixels] = useState(PANEL_PIXELS.first);
  const [listPixels, setListPixels] = useState(LIST_PIXELS.first);
  const selectedPlace = useSelectedPlace(municipality.code);
  const may = useMay();
  const { layout, label, View } = PLACE_VIEWS[place];
  // The address may name a place that the role does not open; without places there is no map either.
  const isClosed = !openPlaces(may).includes(place);
  const hasMap = may('places');
  const isData = layout === 'data' || isClosed || !hasMap;
  const isTable = layout === 'below';
  const hasPanel = selection !== null && !isData;
  const isListHidden = isNarrow && !isData && tab === 'map';
  const isMapHidden = isData || (isNarrow && tab === 'list');

  return (
    <main
      id="main"
      tabIndex={-1}
      className="desk min-h-0 min-w-0 flex-1"
      data-layout={isData ? 'data' : isNarrow ? 'narrow' : layout}
      style={{
        '--panel-size': hasPanel ? `${panelPixels}px` : '0px',
        '--list-size': `${listPixels}px`,
      }}
      data-panel={hasPanel}
      data-place={place}
    >
      {isNarrow && !isData && <TabBar />}
      <section
        className="desk-list flex min-h-0 min-w-0 flex-col bg-surface"
        aria-label={label(words)}
        inert={isListHidden}
        data-hidden={isListHidden}
      >
        {isTable && !isNarrow && (
          <Resizer
            label={words.frame.resizeList}
            orientation="horizontal"
            sizePixels={listPixels}
            leastPixels={LIST_PIXELS.least}
            mostPixels={LIST_PIXELS.most}
            onResize={setListPixels}
          />
        )}
        <CrashNotice isPart within={place}>
          <Suspense fallback={<SkeletonLines count={9} className="p-6" />}>
            {isClosed ? (
              <EmptyState title={words.access.notFor} text={words.access.notForText} />
            ) : (
              <View municipality={municipality} selectedPlace={selectedPlace} />
            )}
          </Suspense>
        </CrashNotice>
      </section>
      <section
        className="desk-map min-h-0 min-w-0"
        aria-label={words.frame.places.map}
        inert={isMapHidden}
        data-hidden={isMapHidden}
      >
        {hasMap && (
          <CrashNotice isPart within={place}>
            <MapStage
              municipality={municipality}
              selectedPlace={selectedPlace}
              opensLegend={!isNarrow && !hasPanel}
            />
          </CrashNotice>
        )}
      </section>
      <PrintPart municipality={municipality} />
      {hasPanel && (
        <aside
          className="desk-panel flex min-h-0 min-w-0 bg-surface"
          aria-label={words.frame.panelLabel}
        >
          {!isNarrow && (
            <Resizer
              label={words.frame.resizePanel}
              orientation="vertical"
              sizePixels={panelPixels}
              leastPixels={PANEL_PIXELS.least}
              mostPixels={PANEL_PIXELS.most}
              onResize={setPanelPixels}
            />
          )}
          <div className="min-w-0 flex-1">
            <CrashNotice
              isPart
              within={`${selection.kind}.${selection.id}`}
              onClose={() => changeView({ selection: null })}
            >
              <SelectionPanel code={municipality.code} selection={selection} />
            </CrashNotice>
          </div>
        </aside>
      )}
    </main>
  );
}
