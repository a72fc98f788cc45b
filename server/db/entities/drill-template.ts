import { EntitySchema } from 'typeorm';
import type { DrillManual } from '#domain/drill/drill';
import { integer, json, KEY, municipalityCode, text, uuid } from './columns.ts';
import { removedAt, type Saved, saved } from './drill-parts.ts';

interface DrillTemplateRow {
  municipalityCode: string;
  id: string;
  version: number;
  nameJa: string;
  nameEn: string;
  removedAt: Date | null;
}
export const DrillTemplate = new EntitySchema<DrillTemplateRow>({
  name: 'drill_template',
  columns: {
    municipalityCode,
    id: uuid('id', KEY),
    version: integer('version'),
    nameJa: text('name_ja'),
    nameEn: text('name_en'),
    removedAt,
  },
});

interface DrillTemplateVersionRow extends Saved {
  municipalityCode: string;
  templateId: string;
  version: number;
  manual: DrillManual;
}
export const DrillTemplateVersion = new EntitySchema<DrillTemplateVersionRow>({
  name: 'drill_template_version',
  columns: {
    municipalityCode,
    templateId: uuid('template_id', KEY),
    version: integer('version', KEY),
    manual: json('manual'),
    ...saved,
  },
});
