import type { ResidentRow } from '#contract/resident';
import { localDay } from '#domain/local-day';
import { type Actor, withActor } from '../../db/actor.ts';
import { type PlanContentRow, selectPlanContents } from '../../db/queries/read/plan-contents.ts';
import type { Sheet } from '../../output/paper/sheet.ts';
import { mapBook, seenByMapBook } from '../../output/paper/sheets/map-book.ts';
import type { PlanOnPaper } from '../../output/paper/sheets/plan-on-paper.ts';
import { shelterSheet } from '../../output/paper/sheets/shelter-sheet.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { NO_SURROUNDINGS, type PaperSources, personOfRow } from './read-plan-on-paper.ts';
import { readSurroundings } from './read-surroundings.ts';

/** A sheet about several people, and who they are. */
export interface ListOnPaper {
  readonly sheet: Sheet;
  readonly people: readonly string[];
}

/** Plans that are over or were never begun are on no list. */
const NOT_LISTED: readonly string[] = ['refused', 'ended'];

/** Everybody whose plan leads to a shelter, as far as the actor sees them. */
export async function shelterOnPaper(
  sources: PaperSources,
  municipality: MunicipalityVersions,
  actor: Actor,
  shelter: { readonly id: string; readonly name: string },
): Promise<ListOnPaper> {
  const found = await seenPlans(sources, municipality, actor, shelter.id);
  const printedOn = localDay(sources.clock());
  const plans = found.map(({ row, plan }) => planOf(municipality, row, plan, printedOn));
  const head = { municipalityName: municipality.name, shelterName: shelter.name, printedOn };
  return { sheet: shelterSheet({ ...head, plans }), people: found.map(({ row }) => row.id) };
}

/** The map book of a district. */
export async function districtOnPaper(
  sources: PaperSources,
  municipality: MunicipalityVersions,
  actor: Actor,
  districtName: string,
): Promise<ListOnPaper> {
  const found = (await seenPlans(sources, municipality, actor, null)).filter(
    ({ row }) => row.district === districtName,
  );
  const printedOn = localDay(sources.clock());
  const plans = found.map(({ row, plan }) => planOf(municipality, row, plan, printedOn));
  const homes = plans.map(({ person }) => person.position).filter((at) => at !== null);
  const surroundings = await readSurroundings(sources, municipality, seenByMapBook(homes));
  const head = { municipalityName: municipality.name, districtName, printedOn };
  return {
    sheet: mapBook({ ...head, plans, surroundings }),
    people: found.map(({ row }) => row.id),
  };
}

/** Plans with their people, in the order of the list. */
export async function seenPlans(
  { database, readers }: PaperSources,
  municipality: MunicipalityVersions,
  actor: Actor,
  shelterId: string | null,
): Promise<{ readonly row: ResidentRow; readonly plan: PlanContentRow }[]> {
  const { code } = municipality;
  const contents = await withActor(database, actor, code, (tx) =>
    selectPlanContents(tx, code, shelterId),
  );
  const { rows } = await readers.residents(municipality, actor);
  const byId = new Map(contents.map((plan) => [plan.residentId, plan]));
  return rows.flatMap((row) => {
    const plan = byId.get(row.id);
    return plan === undefined || NOT_LISTED.includes(plan.stage) ? [] : [{ row, plan }];
  });
}

const planOf = (
  { name }: MunicipalityVersions,
  row: ResidentRow,
  { content, version, stage }: PlanContentRow,
  printedOn: string,
): PlanOnPaper => ({
  ...{ content, version, stage, printedOn },
  municipalityName: name,
  planAddress: null,
  person: personOfRow(row),
  surroundings: NO_SURROUNDINGS,
});
