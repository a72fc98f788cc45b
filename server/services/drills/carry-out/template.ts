import { z } from 'zod';
import type { DrillTemplate } from '#contract/drill';
import { stepsOf } from '#domain/drill/drill';
import { changedManual, type FindingChange } from '#domain/drill/evaluate/finding';
import { MODEL_CITY_MANUAL } from '#domain/drill/template/model-city';
import { withActor } from '../../../db/actor.ts';
import type { CarriedOut } from '../../../db/entities/drill-after.ts';
import { listFindings } from '../../../db/queries/drills/drill-findings.ts';
import { findTemplate } from '../../../db/queries/drills/drill-templates.ts';
import { findDrill, findDrillVersion } from '../../../db/queries/drills/drills.ts';
import { createTemplate, removeTemplate, saveTemplate } from '../drill-templates.ts';
import type { DrillSources } from '../read-drills.ts';
import type { Effect, FindingToCarryOut } from './effect.ts';

type Manual = DrillTemplate['manual'];
const OWN_NAME = { ja: '市の手順', en: "The city's own order" };

/** The next version of the template that the drill was made from; the model city's becomes the city's own. */
export async function carryOutTemplate(
  sources: DrillSources,
  { drillId }: FindingToCarryOut,
  change: Extract<FindingChange, { kind: 'template' }>,
): Promise<Effect | null> {
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const read = await withActor(database, actor, code, async (tx) => {
    const drill = await findDrill(tx, code, drillId);
    const version = drill && (await findDrillVersion(tx, code, drillId, drill.version));
    const of = version?.content.manual.templateId ?? MODEL_CITY_MANUAL.templateId;
    const isModel = of === MODEL_CITY_MANUAL.templateId;
    // What another finding of the drill made of the model city's is what this one changes further.
    const made = isModel ? await listFindings(tx, code, drillId) : [];
    const [id = of] = made.flatMap(({ carriedOut }) =>
      carriedOut?.undo.kind === 'template' ? [carriedOut.undo.templateId] : [],
    );
    const isId = z.uuid().safeParse(id).success;
    return { template: isId ? await findTemplate(tx, code, id, null) : null, isModel };
  });
  const former = read.template?.manual ?? (read.isModel ? MODEL_CITY_MANUAL : null);
  const step = former === null ? undefined : stepsOf(former).find(({ id }) => id === change.stepId);
  if (former === null || step === undefined) return null;
  const finding = {
    ...{ id: '', text: '', owner: null, ownerName: null, dueDate: null, doneDate: null, change },
  };
  // It came through the schema of the wire.
  const manual = changedManual(former, [finding]) as Manual;
  const id = read.template?.id ?? (await createTemplate(sources, code, { name: OWN_NAME, manual }));
  if (read.template !== null) {
    const { version, ja, en } = read.template;
    const problem = await saveTemplate(sources, code, id, { version, name: { ja, en }, manual });
    if (problem !== null) return null;
  }
  return {
    effects: [
      {
        ja: `ひな形の「${step.label.ja}」を${change.plannedMinutes}分にしました`,
        en: `“${step.label.en}” takes ${change.plannedMinutes} min in the template now`,
      },
    ],
    undo: {
      ...{ kind: 'template', templateId: id, stepId: change.stepId },
      ...{ formerMinutes: step.plannedMinutes, wasMade: read.template === null },
    },
  };
}

/** A further version with the minutes of before: what others changed since stays. */
export async function takeBackTemplate(
  sources: DrillSources,
  undo: Extract<CarriedOut['undo'], { kind: 'template' }>,
): Promise<void> {
  const { templateId, stepId, formerMinutes, wasMade } = undo;
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const template = await withActor(database, actor, code, (tx) =>
    findTemplate(tx, code, templateId, null),
  );
  if (template === null) return;
  if (wasMade && template.version === 1) {
    await removeTemplate(sources, code, templateId, true);
    return;
  }
  const { version, ja, en } = template;
  const manual = template.manual as Manual;
  const phases = manual.phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map((step) =>
      step.id === stepId ? { ...step, plannedMinutes: formerMinutes } : step,
    ),
  }));
  const save = { version, name: { ja, en }, manual: { ...manual, phases } };
  await saveTemplate(sources, code, templateId, save);
}
