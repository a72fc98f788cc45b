import type { z } from 'zod';
import type { CutOffAnswer, cutOffFileSchema } from '#contract/cut-off';
import { type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectPhones } from '../../db/queries/read/phones.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { answerCutOff } from './answer-cut-off.ts';
import { answerRoadsToKeep } from './describe-road.ts';
import type { RoutingService } from './routing-service.ts';

interface Sources {
  readonly database: Database;
  readonly readers: Readers;
  readonly routing: RoutingService;
}
type Roads = Extract<Awaited<ReturnType<typeof answerRoadsToKeep>>, { ok: true }>['value'];

/** Who is cut off, as it is handed on: with telephone numbers and what is taken as closed. */
export interface CutOffList {
  readonly people: readonly (CutOffAnswer['people'][number] & { readonly phone: string | null })[];
  /** Roads that were chosen by hand. */
  readonly roads: Roads;
  readonly question: z.output<typeof cutOffFileSchema>;
  /** All roads that are closed, those of red zones and of the area among them. */
  readonly closedRoads: number;
  readonly data: CutOffAnswer['data'];
}

export async function listCutOff(
  { database, readers, routing }: Sources,
  municipality: MunicipalityVersions,
  actor: Actor,
  { isCutOffOnly, ...asked }: z.output<typeof cutOffFileSchema>,
  signal: AbortSignal,
): Promise<Result<CutOffList>> {
  const answer = await answerCutOff(readers, routing, municipality, actor, asked, signal);
  if (!answer.ok) return answer;
  const roads = await answerRoadsToKeep(readers, routing, municipality, asked.closedRoads, signal);
  if (!roads.ok) return roads;
  const people = answer.value.people.filter(
    ({ foot, vehicle }) => !isCutOffOnly || [foot.state, vehicle.state].includes('cut-off'),
  );
  const ids = people.map(({ id }) => id);
  const { code } = municipality;
  const phones = await withActor(database, actor, code, (tx) => selectPhones(tx, code, ids));
  return success({
    people: people.map((person) => ({ ...person, phone: phones.get(person.id) ?? null })),
    roads: roads.value,
    question: { isCutOffOnly, ...asked },
    closedRoads: answer.value.closed.roads,
    data: answer.value.data,
  });
}
