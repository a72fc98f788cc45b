import { hideSmallCounts, hideSmallPart } from '../../access/small-counts.ts';
import type { Position } from '../../geo/position.ts';
import type { DrillPlan } from '../drill.ts';
import type { DrillEvaluation } from '../evaluate/evaluate.ts';
import type { Finding } from '../evaluate/finding.ts';
import type { RunState } from '../run/run-state.ts';
import type { PublicCount, PublicDrillResult, PublicPeople } from './public-result.ts';

/** All of a drill that is over, personal data included: only what is picked here gets any further. */
export interface DrillRecord {
  readonly plan: DrillPlan;
  readonly run: Pick<RunState, 'people' | 'participants' | 'supplies'>;
  readonly evaluation: DrillEvaluation;
  readonly findings: readonly Finding[];
  readonly shelters: readonly {
    readonly id: string;
    readonly name: string;
    readonly position: Position | null;
    readonly careBeds: number | null;
  }[];
  readonly dataDates: PublicDrillResult['dataDates'];
}

/**
 * What may be published of a drill. Findings without owner or due date are not ready and left out. Texts that
 * people wrote are taken as they are: `namesIn` has to be asked before anything is shown.
 */
export function publishDrill(record: DrillRecord): PublicDrillResult {
  const { plan, run, evaluation } = record;
  const { levels, isNight, isRain, isPowerCut, closedRoads, injects } = plan.scenario;
  return {
    title: plan.title,
    date: plan.date,
    shelters: record.shelters.map(({ id, name, position, careBeds }) => {
      const here = run.people.filter((one) => one.state === 'arrived' && one.shelterId === id);
      const supply = run.supplies.find(({ shelterId }) => shelterId === id);
      return {
        name,
        position,
        careBeds,
        careBedsTaken:
          supply === undefined ? null : (hideSmallPart(supply.careBedsTaken, here.length) ?? 'few'),
        power: countOf(here.length) === 'few' ? 'few' : (supply?.power.state ?? 'unknown'),
      };
    }),
    scenario: {
      levels: levels.map(({ minute, level }) => ({ minute, level })),
      isNight,
      isRain,
      isPowerCut,
      closedRoads: closedRoads.length,
      injects: injects.map(({ minute, text }) => ({ minute, text })),
    },
    plannedMinutes: evaluation.plannedMinutes,
    actualMinutes: evaluation.actualMinutes,
    phases: phasesOf(record),
    participants: participantsOf(run.participants),
    people: peopleOf(record),
    findings: record.findings.flatMap(({ text, owner, dueDate, change, doneDate }) =>
      owner === null || dueDate === null
        ? []
        : [{ text, owner, dueDate, changes: change.kind, isDone: doneDate !== null }],
    ),
    dataDates: record.dataDates.map(({ label: { ja, en }, date }) => ({
      label: { ja, en },
      date,
    })),
  };
}

function phasesOf({ plan, evaluation }: DrillRecord): PublicDrillResult['phases'] {
  const roles = new Map(plan.manual.roles.map(({ id, label }) => [id, label]));
  return plan.manual.phases.map(({ id, label, steps }) => {
    const phase = evaluation.phases.find(({ phaseId }) => phaseId === id);
    return {
      label: { ja: label.ja, en: label.en },
      plannedStart: phase?.plannedStart ?? null,
      plannedEnd: phase?.plannedEnd ?? null,
      actualStart: phase?.actualStart ?? null,
      actualEnd: phase?.actualEnd ?? null,
      steps: steps.map((step) => {
        const result = evaluation.steps.find(({ stepId }) => stepId === step.id);
        const role = roles.get(step.roleId);
        return {
          label: { ja: step.label.ja, en: step.label.en },
          role: { ja: role?.ja ?? '', en: role?.en ?? '' },
          isDone: result?.state === 'done',
          // As it is told in the run and after it: pick-ups last as long as their tours.
          plannedMinutes: result === undefined ? step.plannedMinutes : result.plannedMinutes,
          actualMinutes: result?.actualMinutes ?? null,
          heldUp: evaluation.bottlenecks
            .filter(({ stepId }) => stepId === step.id)
            .map(({ kind }) => kind),
        };
      }),
    };
  });
}

function peopleOf({ plan, run }: DrillRecord): PublicPeople {
  const inState = (...states: readonly string[]) =>
    run.people.filter(({ state }) => states.includes(state)).length;
  const expected = plan.people.length;
  const wheelchair = plan.people.filter(({ needsWheelchairPlace }) => needsWheelchairPlace).length;
  // Their sum is told: what is hidden must not be reckoned from it.
  const [arrived, notComing, missing] = hideSmallCounts([
    inState('arrived'),
    inState('not-coming'),
    inState('expected', 'overdue'),
  ]).map((count): PublicCount => count ?? 'few');
  return {
    expected: countOf(expected),
    arrived: arrived!,
    notComing: notComing!,
    missing: missing!,
    wheelchair: hideSmallPart(wheelchair, expected) ?? 'few',
  };
}

/** Where nobody said of anybody whether they came, that nobody came is not known. */
function participantsOf(participants: DrillRecord['run']['participants']): PublicCount {
  const isSaid = participants.length === 0 || participants.some(({ isThere }) => isThere !== null);
  return isSaid ? countOf(participants.filter(({ isThere }) => isThere === true).length) : null;
}

const countOf = (count: number): PublicCount => hideSmallCounts([count])[0] ?? 'few';
