import type { EntitySchemaColumnOptions } from 'typeorm';

/** Columns as the migrations make them. TypeORM only reads and writes by these; it never makes a table. */
type Options = Partial<EntitySchemaColumnOptions>;

const column =
  (base: EntitySchemaColumnOptions) =>
  (name: string, options: Options = {}): EntitySchemaColumnOptions => ({
    ...base,
    name,
    ...options,
  });

export const NULLABLE: Options = { nullable: true };
export const KEY: Options = { primary: true };

export const text = column({ type: 'text' });
export const texts = column({ type: 'text', array: true });
export const reals = column({ type: 'real', array: true });
export const uuid = column({ type: 'uuid' });
export const uuids = column({ type: 'uuid', array: true });
export const integer = column({ type: 'integer' });
export const bigint = column({ type: 'bigint' });
export const double = column({ type: 'double precision' });
export const boolean = column({ type: 'boolean' });
export const date = column({ type: 'date' });
export const timestamp = column({ type: 'timestamptz' });
export const json = column({ type: 'jsonb' });
export const bytes = column({ type: 'bytea' });
export const point = column({ type: 'geometry', spatialFeatureType: 'Point', srid: 4326 });
export const multiPolygon = column({
  type: 'geometry',
  spatialFeatureType: 'MultiPolygon',
  srid: 4326,
});

export const lineString = column({
  type: 'geometry',
  spatialFeatureType: 'LineString',
  srid: 4326,
});

export const municipalityCode = text('municipality_code', KEY);
