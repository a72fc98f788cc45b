import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { Bbox, Position } from '#domain/geo/position';
import { Legend } from '../features/legend/Legend.tsx';
import { MapFooter } from '../features/map-footer/MapFooter.tsx';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Camera } from '../map/camera.ts';
import { canDrawMap } from '../map/can-draw-map.ts';
import { loadMapView } from '../map/load-map-view.ts';
import { useLookAtWish } from '../state/look-at.ts';
import { changeView, useView } from '../state/use-view.ts';
import { Caution } from '../ui/Notice.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { CrashNotice } from './CrashNotice.tsx';
import { MapInstruments } from './MapInstruments.tsx';
import { MapTools } from './map-tools.tsx';
import { NoMap } from './NoMap.tsx';
import { MOST_FILTERED } from './use-filtered-residents.ts';
import { useMapStyle } from './use-map-style.ts';
import type { SelectedPlace } from './use-selected-place.ts';

// The map library is fetched beside the frame, so that figures and list are there first.
const MapView = lazy(loadMapView);

/** Where nothing is known of the place yet: the whole of Japan. */
const JAPAN: Bbox = [128, 30, 146, 46];

/** On smaller screens an open legend would cover the city. */
const LEGEND_OPENS_FROM_PIXELS = 1500;

interface MapStageProps {
  readonly municipality: MunicipalityView;
  readonly selectedPlace: SelectedPlace | null;
  readonly opensLegend: boolean;
}

/** The map with its legend and its bottom edge. Mounted once; places change around it. */
export function MapStage({ municipality, selectedPlace, opensLegend }: MapStageProps) {
  const words = useWords();
  const camera = useView((view) => view.camera);
  // The map is made anew for another city and once it is known where the data lies; then it fits that.
  const mapKey = `${municipality.code} ${municipality.bbox === null}`;
  const first = useRef({ mapKey, camera });
  const { style, input, showsEveryone } = useMapStyle(municipality, selectedPlace);
  const target = selectedPlace?.target ?? null;
  const targetKey = selectedPlace?.targetKey ?? null;
  const selected = useMemo(
    () => (target === null || targetKey === null ? null : { key: targetKey, target }),
    [target, targetKey],
  );
  const wish = useLookAtWish();
  const lookAt = useLatest(selected, wish);
  const keepCamera = useCallback((next: Camera) => changeView({ camera: next }, 'replace'), []);
  const select = useCallback(
    (kind: 'resident' | 'shelter' | 'zone', id: string) => changeView({ selection: { kind, id } }),
    [],
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="relative min-h-0 flex-1">
        {canDrawMap() ? (
          // The date of the data stays below a map that cannot be fetched.
          <CrashNotice isPart within={mapKey}>
            <Suspense fallback={<Skeleton className="absolute inset-0 rounded-none" />}>
              <MapView
                key={mapKey}
                style={style}
                initialCamera={first.current.mapKey === mapKey ? first.current.camera : null}
                initialBounds={municipality.bbox ?? JAPAN}
                lookAt={lookAt}
                labels={{
                  map: words.map.label,
                  zoomIn: words.map.zoomIn,
                  zoomOut: words.map.zoomOut,
                }}
                onCameraChange={keepCamera}
                onSelect={select}
              >
                <MapTools municipality={municipality} />
                <MapInstruments municipality={municipality} styleInput={input} />
              </MapView>
            </Suspense>
            <Legend
              municipality={municipality}
              isOpenByItself={opensLegend && innerWidth >= LEGEND_OPENS_FROM_PIXELS}
            />
          </CrashNotice>
        ) : (
          <NoMap />
        )}
        {canDrawMap() && showsEveryone && (
          <div className="absolute bottom-3 left-3 mr-20 max-w-sm">
            <Caution>{words.people.everyoneOnMap(formatNumber(MOST_FILTERED))}</Caution>
          </div>
        )}
      </div>
      <MapFooter municipality={municipality} />
    </div>
  );
}

interface Gaze {
  readonly key: string;
  readonly target: Position | Bbox;
}

/** Whichever of two changed last. */
function useLatest(first: Gaze | null, second: Gaze | null): Gaze | null {
  const [latest, setLatest] = useState({ first, second, shown: first ?? second });
  if (latest.first === first && latest.second === second) return latest.shown;
  const shown = latest.second === second ? first : second;
  setLatest({ first, second, shown });
  return shown;
}
