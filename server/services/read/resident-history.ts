import { HISTORY_KINDS, type ResidentHistory } from '#contract/people-desk';
import { type Actor, withActorFor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import {
  type EventRow,
  type PositionChangeRow,
  selectEntered,
  selectPositionChanges,
  selectResidentEvents,
} from '../../db/queries/read/resident-history.ts';
import { changeWords } from './change-words.ts';

type Entry = ResidentHistory['entries'][number];

/** What became of a person, the newest first; null where the actor can see no such person. */
export async function readResidentHistory(
  database: Database,
  code: string,
  actor: Actor,
  residentId: string,
): Promise<ResidentHistory | null> {
  const found = await withActorFor(database, actor, code, residentId, async (tx) => {
    const entered = await selectEntered(tx, code, actor.districts, residentId);
    if (entered === undefined) return null;
    const moves = await selectPositionChanges(tx, code, residentId);
    return { entered, moves, events: await selectResidentEvents(tx, code, residentId) };
  });
  if (found === null) return null;
  const { entered, moves, events } = found;
  const entries = [
    ...moves.map(moveEntry),
    ...events.map(eventEntry),
    ...(entered === null ? [] : [plainEntry(entered, 'entered')]),
  ];
  return { entries: entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)) };
}

const plainEntry = (at: Date, kind: Entry['kind']): Entry => ({
  at: at.toISOString(),
  kind,
  by: null,
  reason: null,
  file: null,
  changes: [],
  former: null,
  version: null,
});

function moveEntry(move: PositionChangeRow): Entry {
  const { position, accuracy, radius_meters: radiusMeters, source } = move;
  return {
    ...plainEntry(move.at, move.restores_version === null ? 'moved' : 'restored'),
    by: move.by,
    reason: move.restores_version === null ? move.reason : null,
    former: {
      position: position === null ? null : [position[0], position[1]],
      accuracy,
      radiusMeters,
      source,
    },
    version: move.version,
  };
}

function eventEntry({ at, kind, by, reason, file, changes }: EventRow): Entry {
  const known = HISTORY_KINDS.find((one) => one === kind) ?? 'changed';
  // What is kept of whoever leaves is for telling what changed if they come back.
  const isLeaving = known === 'archived';
  return {
    ...plainEntry(at, known),
    by,
    reason,
    file,
    changes: isLeaving ? [] : changeWords(changes),
  };
}
