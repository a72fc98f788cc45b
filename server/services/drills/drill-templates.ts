import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  DrillTemplate,
  drillTemplateListSchema,
  newDrillTemplateSchema,
  saveDrillTemplateSchema,
} from '#contract/drill';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { type DrillManual, stepsOf } from '#domain/drill/drill';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  findTemplate,
  listTemplates,
  listTemplateVersions,
  setTemplateRemoved,
  storeTemplate,
  type TemplateRecord,
} from '../../db/queries/drills/drill-templates.ts';

export interface TemplateSources {
  readonly database: Database;
  readonly actor: Actor;
  readonly now: Date;
}

const MODEL_HEAD = {
  id: MODEL_CITY_MANUAL.templateId,
  version: MODEL_CITY_MANUAL.templateVersion,
  name: { ja: 'モデル市の手順', en: "The model city's order" },
  isModel: true,
  steps: stepsOf(MODEL_CITY_MANUAL).length,
  savedAt: null,
  savedBy: null,
  isRemoved: false,
};

export async function readTemplates(
  { database, actor }: TemplateSources,
  code: string,
): Promise<z.input<typeof drillTemplateListSchema>> {
  const records = await withActor(database, actor, code, (tx) => listTemplates(tx, code));
  return { templates: [MODEL_HEAD, ...records.map(headOf)] };
}

/** `version` null: the newest. */
export async function readTemplate(
  { database, actor }: TemplateSources,
  code: string,
  id: string,
  version: number | null,
): Promise<Result<DrillTemplate>> {
  if (id === MODEL_HEAD.id) {
    const versions = [{ version: MODEL_HEAD.version, at: null, by: null }];
    return success({ ...MODEL_HEAD, manual: onWire(MODEL_CITY_MANUAL), versions });
  }
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findTemplate(tx, code, id, version);
    return record && { record, versions: await listTemplateVersions(tx, code, id) };
  });
  if (read === null) return failure(DRILL_DESK_FAILURES.templateUnknown());
  return success({
    ...headOf(read.record),
    manual: onWire(read.record.manual),
    versions: read.versions.map((one) => ({ ...one, at: one.at.toISOString() })),
  });
}

export async function createTemplate(
  { database, actor, now }: TemplateSources,
  code: string,
  { name, manual }: z.output<typeof newDrillTemplateSchema>,
): Promise<string> {
  const id = randomUUID();
  const save = { ...{ id, version: 1, name }, manual: namedBy(manual, id, 1) };
  await withActor(database, actor, code, (tx) =>
    storeTemplate(tx, code, { ...save, at: now, by: actor.name }),
  );
  return id;
}

/** A new version; where another one stands than the one that was read, nothing is stored. */
export async function saveTemplate(
  { database, actor, now }: TemplateSources,
  code: string,
  id: string,
  { version, name, manual }: z.output<typeof saveDrillTemplateSchema>,
): Promise<Problem | null> {
  if (id === MODEL_HEAD.id) return DRILL_DESK_FAILURES.templateIsModel();
  return withActor(database, actor, code, async (tx) => {
    if ((await findTemplate(tx, code, id, null)) === null)
      return DRILL_DESK_FAILURES.templateUnknown();
    const next = version + 1;
    const save = { id, version: next, name, manual: namedBy(manual, id, next) };
    const isStored = await storeTemplate(tx, code, { ...save, at: now, by: actor.name });
    return isStored ? null : DRILL_DESK_FAILURES.templateStale();
  });
}

export async function removeTemplate(
  { database, actor, now }: TemplateSources,
  code: string,
  id: string,
  isRemoved: boolean,
): Promise<Problem | null> {
  if (id === MODEL_HEAD.id) return DRILL_DESK_FAILURES.templateIsModel();
  const isThere = await withActor(database, actor, code, (tx) =>
    setTemplateRemoved(tx, code, id, isRemoved ? now : null),
  );
  return isThere ? null : DRILL_DESK_FAILURES.templateUnknown();
}

/** A manual says itself which template it is of. */
export const namedBy = (
  manual: DrillManual,
  templateId: string,
  templateVersion: number,
): DrillManual => ({ ...manual, templateId, templateVersion });

function headOf({ id, version, ja, en, removedAt, manual, savedAt, savedBy }: TemplateRecord) {
  return {
    ...{ id, version, name: { ja, en }, isModel: false, steps: stepsOf(manual).length },
    ...{ savedAt: savedAt.toISOString(), savedBy, isRemoved: removedAt !== null },
  };
}

/** The same lists, as zod has them: it came through its schema, or is as that asks. */
const onWire = (manual: DrillManual) => manual as DrillTemplate['manual'];
