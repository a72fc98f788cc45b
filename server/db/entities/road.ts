import { EntitySchema } from 'typeorm';
import type { Position } from '#domain/geo/position';
import type { RoadBarrier as DomainBarrier, Road as DomainRoad } from '#domain/road/road';
import {
  json,
  KEY,
  lineString,
  municipalityCode,
  NULLABLE,
  reals,
  text,
  texts,
  uuid,
} from './columns.ts';

interface OfDataset {
  municipalityCode: string;
  datasetId: string;
  id: string;
}
const ofDataset = { municipalityCode, datasetId: uuid('dataset_id', KEY), id: text('id', KEY) };

/** What of a road stands in one column. */
export type StoredRoadAttributes = Omit<
  DomainRoad,
  'id' | 'ends' | 'line' | 'elevationsMeters' | 'kind' | 'name'
>;

export interface RoadRow extends OfDataset, Pick<DomainRoad, 'kind' | 'name'> {
  sourceKey: string;
  fromJunction: string;
  toJunction: string;
  attributes: Partial<StoredRoadAttributes>;
  elevations: number[] | null;
  geometry: { type: 'LineString'; coordinates: Position[] };
}
export const Road = new EntitySchema<RoadRow>({
  name: 'road',
  columns: {
    ...ofDataset,
    sourceKey: text('source_key'),
    fromJunction: text('from_junction'),
    toJunction: text('to_junction'),
    kind: text('kind'),
    name: text('name', NULLABLE),
    attributes: json('attributes'),
    elevations: reals('elevations', NULLABLE),
    geometry: lineString('geometry'),
  },
});

export interface RoadBarrierRow extends OfDataset, DomainBarrier {}
export const RoadBarrier = new EntitySchema<RoadBarrierRow>({
  name: 'road_barrier',
  columns: {
    ...ofDataset,
    junction: text('junction'),
    kind: text('kind'),
    access: json('access'),
  },
});

export interface TurnRestrictionRow extends OfDataset {
  kind: 'no' | 'only';
  fromRoad: string;
  junction: string;
  toRoad: string;
  exceptedModes: string[];
}
export const TurnRestriction = new EntitySchema<TurnRestrictionRow>({
  name: 'turn_restriction',
  columns: {
    ...ofDataset,
    kind: text('kind'),
    fromRoad: text('from_road'),
    junction: text('junction'),
    toRoad: text('to_road'),
    exceptedModes: texts('excepted_modes'),
  },
});
