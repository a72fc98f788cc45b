import type { DrillHead, DrillView } from '#contract/drill';
import { mayUse } from '#domain/access/rules';
import { planOf } from '#domain/drill/content';
import { DRILL_DESK_FAILURES } from '#domain/drill/desk-failures';
import { drillProblems } from '#domain/drill/drill-problems';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { tourSpanOf } from '#domain/drill/tours/tour-span';
import { failure, type Problem, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { listTours } from '../../db/queries/drills/drill-tours.ts';
import {
  type DrillRecord,
  findDrill,
  listDrills,
  listDrillVersions,
} from '../../db/queries/drills/drills.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { valuesInForce } from '../read/overridden-shelter.ts';
import type { Readers } from '../read/readers.ts';
import { readDrillContent } from './drill-content.ts';

/** What drills are read and changed with. */
export interface DrillSources {
  readonly database: Database;
  readonly readers: Readers;
  readonly municipality: MunicipalityVersions;
  readonly actor: Actor;
  readonly now: Date;
}

export async function readDrills(
  sources: DrillSources,
  withRemoved: boolean,
): Promise<DrillHead[]> {
  const { database, actor, municipality } = sources;
  const names = await shelterNames(sources);
  const records = await withActor(database, actor, municipality.code, (tx) =>
    listDrills(tx, municipality.code, withRemoved),
  );
  return records.map((record) => headOf(record, names));
}

/** A drill as it stands, with its time line and what keeps it from being run; the ids of who is shown. */
export async function readDrill(
  sources: DrillSources,
  id: string,
): Promise<Result<{ readonly view: DrillView; readonly residentIds: readonly string[] }>> {
  const { database, actor, municipality } = sources;
  const { code } = municipality;
  const names = await shelterNames(sources);
  const read = await withActor(database, actor, code, async (tx) => {
    const record = await findDrill(tx, code, id);
    if (record === null) return null;
    const found = await readDrillContent(tx, code, id, record.version);
    if (found === null) return null;
    const [tour] = await listTours(tx, code, id, 1);
    return { record, found, tour, versions: await listDrillVersions(tx, code, id) };
  });
  if (read === null) return failure(DRILL_DESK_FAILURES.unknown());
  const { record, found, tour, versions } = read;
  const { content } = found;
  const span = tour === undefined ? null : tourSpanOf(tour.plan, content);
  const planned = planTimeline(content.manual, content.scenario, span);
  const may = (access: Parameters<typeof mayUse>[1]) => mayUse(actor.role, access);
  const isStanding = record.removedAt === null;
  return success({
    residentIds: content.people.flatMap(({ residentId }) => residentId ?? []),
    view: {
      ...headOf(record, names),
      content,
      timeline: planned.ok ? timelineOnWire(planned.timeline) : null,
      timelineProblem: planned.ok ? null : told(planned.problem),
      tourSpan:
        tour === undefined || span === null
          ? null
          : {
              ...{ ...span, madeAt: tour.madeAt.toISOString() },
              isOutdated: tour.drillVersion < record.version,
            },
      problems: drillProblems(planOf(id, content)).map(told),
      versions: versions.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      maySave: may('drills.plan') && isStanding && !record.isStarted,
      mayRun: may('drills.run') && isStanding,
      mayRecordAgreement: may('drills.agree') && isStanding,
    },
  });
}

export async function readDrillVersion(sources: DrillSources, id: string, version: number) {
  const { database, actor, municipality } = sources;
  const read = await withActor(database, actor, municipality.code, (tx) =>
    readDrillContent(tx, municipality.code, id, version),
  );
  if (read === null) return failure(DRILL_DESK_FAILURES.versionUnknown());
  const { at, by, note } = read.saved;
  return success({ version, by, note, at: at.toISOString(), content: read.content });
}

export function headOf(record: DrillRecord, names: ReadonlyMap<string, string>): DrillHead {
  const { id, version, title, startTime, people, participants, openFindings, savedBy } = record;
  return {
    ...{ id, version, title, startTime, people, participants, openFindings, savedBy },
    date: record.heldOn,
    shelters: record.shelterIds.map((one) => ({ id: one, name: names.get(one) ?? one })),
    state: record.isEnded ? 'over' : record.isStarted ? 'running' : 'planned',
    publication: record.publication,
    savedAt: record.savedAt.toISOString(),
    isRemoved: record.removedAt !== null,
  };
}

export async function shelterNames({
  readers,
  municipality,
}: Pick<DrillSources, 'readers' | 'municipality'>): Promise<Map<string, string>> {
  const shelters = await readers.shelters(municipality);
  return new Map(shelters.map((one) => [one.id, valuesInForce(one).name]));
}

export const told = ({ code, ja, en }: Problem) => ({ code, message: { ja, en } });

type Planned = Extract<ReturnType<typeof planTimeline>, { ok: true }>['timeline'];
/** With lists that may be written to, as zod has them. */
export function timelineOnWire(timeline: Planned): NonNullable<DrillView['timeline']> {
  return {
    ...timeline,
    steps: timeline.steps.map((step) => ({ ...step })),
    phases: timeline.phases.map((phase) => ({ ...phase })),
    criticalPath: [...timeline.criticalPath],
    unknownSteps: [...timeline.unknownSteps],
  };
}
