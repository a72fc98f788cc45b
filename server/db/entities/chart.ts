import { EntitySchema } from 'typeorm';
import type { FigureReport } from '#domain/chart/city-figures';
import type { FactValues } from '#domain/chart/facts';
import type { Figure } from '#domain/chart/formula/reckon';
import type { ChartItem } from '#domain/chart/items';
import type { HiddenParts, ReleaseDocument } from '#domain/chart/release';
import type { SnapshotBasis } from '#domain/chart/snapshot';
import {
  date,
  double,
  integer,
  json,
  KEY,
  municipalityCode,
  NULLABLE,
  text,
  timestamp,
  uuid,
} from './columns.ts';

interface ChartItemsRow {
  municipalityCode: string;
  version: number;
  items: ChartItem[];
  changedAt: Date;
  changedBy: string;
}
export const ChartItems = new EntitySchema<ChartItemsRow>({
  name: 'chart_items',
  columns: {
    municipalityCode,
    version: integer('version', KEY),
    items: json('items'),
    changedAt: timestamp('changed_at'),
    changedBy: text('changed_by'),
  },
});

interface ChartFigureImportRow {
  municipalityCode: string;
  id: string;
  fileName: string;
  report: FigureReport;
  importedAt: Date;
  importedBy: string;
  undoneAt: Date | null;
}
export const ChartFigureImport = new EntitySchema<ChartFigureImportRow>({
  name: 'chart_figure_import',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    fileName: text('file_name'),
    report: json('report'),
    importedAt: timestamp('imported_at'),
    importedBy: text('imported_by'),
    undoneAt: timestamp('undone_at', NULLABLE),
  },
});

interface ChartFigureRow {
  municipalityCode: string;
  importId: string;
  districtName: string;
  fact: string;
  asOf: string;
  value: number;
}
export const ChartFigure = new EntitySchema<ChartFigureRow>({
  name: 'chart_figure',
  columns: {
    municipalityCode,
    importId: uuid('import_id', KEY),
    districtName: text('district_name', KEY),
    fact: text('fact', KEY),
    asOf: date('as_of', KEY),
    value: double('value'),
  },
});

interface ChartSnapshotRow {
  municipalityCode: string;
  month: string;
  takenAt: Date;
  basis: SnapshotBasis;
}
export const ChartSnapshot = new EntitySchema<ChartSnapshotRow>({
  name: 'chart_snapshot',
  columns: {
    municipalityCode,
    month: date('month', KEY),
    takenAt: timestamp('taken_at'),
    basis: json('basis'),
  },
});

interface ChartSnapshotValueRow {
  municipalityCode: string;
  month: string;
  districtName: string;
  facts: FactValues;
  figures: Readonly<Record<string, Figure>>;
}
export const ChartSnapshotValue = new EntitySchema<ChartSnapshotValueRow>({
  name: 'chart_snapshot_value',
  columns: {
    municipalityCode,
    month: date('month', KEY),
    districtName: text('district_name', KEY),
    facts: json('facts'),
    figures: json('figures'),
  },
});

interface ChartReleaseRow {
  municipalityCode: string;
  month: string;
  publishedAt: Date;
  publishedBy: string;
  document: ReleaseDocument;
  hidden: HiddenParts;
  withdrawnAt: Date | null;
}
export const ChartRelease = new EntitySchema<ChartReleaseRow>({
  name: 'chart_release',
  columns: {
    municipalityCode,
    month: date('month', KEY),
    publishedAt: timestamp('published_at'),
    publishedBy: text('published_by'),
    document: json('document'),
    hidden: json('hidden'),
    withdrawnAt: timestamp('withdrawn_at', NULLABLE),
  },
});
