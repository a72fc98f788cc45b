import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OpenPositions, PositionCandidates } from '#contract/people-desk';
import type { ResidentDetail } from '#contract/resident';
import { PRECISE_RADIUS_METERS } from '#domain/hazard/relation-rule';
import { ApiError } from '../../api/client.ts';
import {
  leavePosition,
  movePosition,
  openPositionsQuery,
  restorePosition,
} from '../../api/people-desk.ts';
import { useWords } from '../../i18n/use-words.ts';
import { activeTool, setTool, useTool } from '../../state/tool.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView, useView } from '../../state/use-view.ts';

type Candidate = PositionCandidates['candidates'][number];

const NOBODY: OpenPositions['people'] = [];

/** The queue: who is looked at (in the address), who comes next, and what settles a position. */
export function useSettling(code: string) {
  const words = useWords();
  const say = words.peopleDesk.settle;
  const client = useQueryClient();
  const open = useQuery(openPositionsQuery(code));
  const selection = useView((view) => view.selection);
  const [problem, setProblem] = useState<'stale' | 'failed' | null>(null);
  const people = open.data?.people ?? NOBODY;
  const place = people.findIndex(({ id }) => selection?.kind === 'resident' && id === selection.id);

  const go = (step: -1 | 1) => {
    const next = people[(place + step + people.length) % people.length];
    setProblem(null);
    // What was taken in hand for one person is not for the next.
    if (activeTool() === 'move-point') setTool(null);
    if (next !== undefined) changeView({ selection: { kind: 'resident', id: next.id } }, 'replace');
  };
  // Without anybody of the queue selected (begun anew, or settled by somebody else) the first is begun with.
  const firstId = people[0]?.id;
  // Whoever is placed by hand is looked at until the tool is put down, so that the new judgement is read.
  const isPlacing = useTool() === 'move-point';
  const isElsewhere =
    place < 0 && !isPlacing && (selection === null || selection.kind === 'resident');
  useEffect(() => {
    if (isElsewhere && firstId !== undefined)
      changeView({ selection: { kind: 'resident', id: firstId } }, 'replace');
  }, [isElsewhere, firstId]);

  const refresh = () => client.invalidateQueries({ queryKey: [code] });
  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
      go(1);
    } catch (error) {
      setProblem(error instanceof ApiError && error.status === 409 ? 'stale' : 'failed');
    }
    await refresh();
  };
  const back = (id: string) => changeView({ selection: { kind: 'resident', id } }, 'replace');

  return {
    open,
    people,
    place,
    isPlacing,
    problem,
    go,
    accept: (person: ResidentDetail, { name, level, position, radiusMeters }: Candidate) =>
      attempt(async () => {
        const moved = await movePosition(code, person.id, {
          version: person.version,
          position: [position[0], position[1]],
          radiusMeters: Math.min(2000, Math.max(1, radiusMeters)),
          reason: say.acceptReason(name),
        });
        const { relation, redRelation } = moved.hazard;
        const isWide = radiusMeters > PRECISE_RADIUS_METERS;
        const isStillOpen =
          isWide && (relation === 'undetermined' || redRelation === 'undetermined');
        offerUndo({
          text: isStillOpen
            ? say.stillOpen(person.name, say.levels[level], words.metersText(radiusMeters))
            : say.settled(person.name),
          undo: async () => {
            await restorePosition(code, person.id, moved.version, moved.version);
            await refresh();
            back(person.id);
          },
        });
      }),
    leave: (person: ResidentDetail, reason: string) =>
      attempt(async () => {
        await leavePosition(code, person.id, person.version, reason);
        offerUndo({
          text: say.left(person.name),
          undo: async () => {
            await leavePosition(code, person.id, person.version, null);
            await refresh();
            back(person.id);
          },
        });
      }),
  };
}
