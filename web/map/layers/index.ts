import { fabric, ground, names } from './base.ts';
import { boundary, districtNames, districts } from './districts.ts';
import { hillshade } from './hillshade.ts';
import { judgement, judgementLabel } from './judgement.ts';
import type { LayerGroup } from './map-layer.ts';
import { residents } from './residents.ts';
import { emergencySites, shelters, welfareShelters } from './shelters.ts';
import { redZones, yellowZones, zonesBeforeDesignation } from './zones.ts';

const ALL_SHELTERS = [shelters, emergencySites, welfareShelters];

/** The drawing order, from the ground up. No other file fixes it. */
export const drawingOrder = (sheltersOnTop: boolean): readonly LayerGroup[] => [
  ground,
  hillshade,
  fabric,
  yellowZones,
  redZones,
  zonesBeforeDesignation,
  districts,
  boundary,
  names,
  districtNames,
  judgement,
  ...(sheltersOnTop ? [residents, ...ALL_SHELTERS] : [...ALL_SHELTERS, residents]),
  judgementLabel,
];

/** The municipality's own base map. */
export const OWN_BASE: readonly LayerGroup[] = [ground, hillshade, fabric, names];

/** Layers whose features can be selected, the ones on top first. */
export const SELECTABLE_LAYERS: readonly {
  readonly layerId: string;
  readonly kind: 'resident' | 'cluster' | 'shelter' | 'zone';
}[] = [
  { layerId: 'residents-clusters', kind: 'cluster' },
  { layerId: 'residents', kind: 'resident' },
  { layerId: 'welfare-shelters', kind: 'shelter' },
  { layerId: 'emergency-sites', kind: 'shelter' },
  { layerId: 'shelters', kind: 'shelter' },
  { layerId: 'welfare-shelters-dots', kind: 'shelter' },
  { layerId: 'emergency-sites-dots', kind: 'shelter' },
  { layerId: 'shelters-dots', kind: 'shelter' },
  { layerId: 'zones-before-fill', kind: 'zone' },
  { layerId: 'zones-red-fill', kind: 'zone' },
  { layerId: 'zones-yellow-fill', kind: 'zone' },
];
