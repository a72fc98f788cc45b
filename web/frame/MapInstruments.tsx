import { lazy } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { MapToolbar } from '../features/map-toolbar/MapToolbar.tsx';
import type { StyleInput } from '../map/style.ts';

// Each is fetched when it is opened.
const BaseMapBox = lazy(() => import('../features/base-maps/BaseMapBox.tsx'));
const CoordinatesBox = lazy(() => import('../features/graticule/CoordinatesBox.tsx'));
const ExportBox = lazy(() => import('../features/map-export/ExportBox.tsx'));

/** The map's column of tools and the boxes that they open. */
export function MapInstruments(props: {
  readonly municipality: MunicipalityView;
  readonly styleInput: StyleInput;
}) {
  const { municipality, styleInput } = props;
  return (
    <MapToolbar
      boxes={{
        base: (close) => <BaseMapBox hasOwn={municipality.hasBaseMap} onClose={close} />,
        grid: (close) => <CoordinatesBox code={municipality.code} onClose={close} />,
        export: (close) => (
          <ExportBox municipality={municipality} styleInput={styleInput} onClose={close} />
        ),
      }}
    />
  );
}
