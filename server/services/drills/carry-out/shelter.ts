import type { FindingChange } from '#domain/drill/evaluate/finding';
import { localDay } from '#domain/local-day';
import type { CarriedOut } from '../../../db/entities/drill-after.ts';
import { editShelter } from '../../edit-shelter.ts';
import { findShelterDetail } from '../../read/shelters.ts';
import type { DrillSources } from '../read-drills.ts';
import type { Effect, FindingToCarryOut } from './effect.ts';

const REASON = '訓練の課題';
/** Of what is said of the opening of a shelter. */
const MOST_LETTERS = 2000;

/** Adds the note to what is said of the opening of a shelter. */
export async function carryOutShelter(
  sources: DrillSources,
  { drillDate }: FindingToCarryOut,
  { shelterId, note }: Extract<FindingChange, { kind: 'shelter' }>,
): Promise<Effect | null> {
  const added = `${note.trim()}(${drillDate}の訓練)`;
  const name = await changeNote(sources, shelterId, (former) =>
    former === null ? added : `${former}\n${added}`,
  );
  if (name === null) return null;
  return {
    effects: [
      {
        ja: `「${name}」の開設に関する記載に書き加えました`,
        en: `It was added to what is said of the opening of “${name}”`,
      },
    ],
    undo: { kind: 'shelter', shelterId, added },
  };
}

/** What others wrote since stays. */
export async function takeBackShelter(
  sources: DrillSources,
  { shelterId, added }: Extract<CarriedOut['undo'], { kind: 'shelter' }>,
): Promise<void> {
  await changeNote(sources, shelterId, (former) => {
    // It may be of several lines.
    const left = `\n${former ?? ''}\n`.replace(`\n${added}\n`, '\n').slice(1, -1);
    return left === '' ? null : left;
  });
}

async function changeNote(
  { database, readers, municipality, actor, now }: DrillSources,
  shelterId: string,
  noteAfter: (former: string | null) => string | null,
): Promise<string | null> {
  const shelter = await findShelterDetail(database, readers, municipality, shelterId);
  if (shelter === null) return null;
  const { version, overrides } = shelter.edit;
  const openingNote = noteAfter(shelter.openingNote);
  // Half of a note would say something else, and could not be told from the rest any more.
  if (openingNote !== null && openingNote.length > MOST_LETTERS) return null;
  const context = { database, actor, today: localDay(now) };
  const edited = await editShelter(context, municipality.code, shelterId, {
    ...{ version, overrides: { ...overrides, openingNote }, reason: REASON },
    editedBy: actor.name,
  });
  return edited.ok ? shelter.name : null;
}
