import type { z } from 'zod';
import type { ShelterRow } from '#contract/shelter';
import type { WholeChain, wholeChainQuestionSchema } from '#contract/whole-chain';
import { localDay } from '#domain/local-day';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { CHAIN_FAILURES } from '#domain/routing/whole-chain/chain-failures';
import { profileFor } from '#domain/routing/whole-chain/profile-for';
import type { Actor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import type { Readers } from '../read/readers.ts';
import { listShelters } from '../read/shelters.ts';
import { closuresOf } from './answer-routes.ts';
import { type ChainPerson, readChainPerson } from './chain-person.ts';
import { describeChain } from './describe-chain.ts';
import { isDestination, type PlacedShelter } from './routed-people.ts';
import type { RoutingService } from './routing-service.ts';
import { travellerOf } from './travellers.ts';

type Question = z.output<typeof wholeChainQuestionSchema>;

interface Sources {
  readonly database: Database;
  readonly readers: Readers;
  readonly routing: RoutingService;
  readonly clock: () => Date;
}

/** Checks home, supporters, both ways to meet, the way and the destination of one person whom the actor sees. */
export async function answerWholeChain(
  sources: Sources,
  municipality: MunicipalityVersions,
  actor: Actor,
  residentId: string,
  question: Question,
  signal: AbortSignal,
): Promise<Result<WholeChain>> {
  const { database, readers, routing, clock } = sources;
  const { code } = municipality;
  const today = localDay(clock());
  const person = await readChainPerson(database, code, actor, residentId, today);
  if (!person.ok) return person;
  const profile = profileOf(person.value, question);
  if (!profile.ok) return profile;
  const { isNight, policy } = question;
  const traveller = travellerOf(profile.value.id, isNight, policy);
  if (!traveller.ok) return traveller;
  const supporter = travellerOf(question.supporterProfile, isNight, policy);
  if (!supporter.ok) return supporter;
  const shelters = destinationsOf(await listShelters(readers, municipality), question.shelterId);
  if (!shelters.ok) return shelters;
  const { home, supporters } = person.value;
  const answer = await routing.ask(
    municipality,
    {
      kind: 'whole-chain',
      traveller: traveller.value,
      supporter: supporter.value,
      closures: closuresOf(question),
      question: {
        home: home.position,
        supporters: (supporters ?? []).map((one) => one.home.position),
        destinations: shelters.value.map(({ position }) => position),
      },
    },
    signal,
  );
  if (!answer.ok) return answer;
  const { destination } = answer.value.found;
  return success(
    await describeChain(database, readers, municipality, {
      person: person.value,
      profile: profile.value,
      question,
      shelter: destination === null ? null : (shelters.value[destination] ?? null),
      answer: answer.value,
    }),
  );
}

function profileOf({ facts }: ChainPerson, { profile }: Question): Result<WholeChain['profile']> {
  if (profile !== null) return success({ id: profile, because: null });
  const known = profileFor(facts);
  return known === null
    ? failure(CHAIN_FAILURES.profileNeeded())
    : success({ id: known.profileId, because: { ...known.because } });
}

/** The one that was chosen, wherever it lies; else all that somebody can be led to. */
function destinationsOf(
  shelters: readonly ShelterRow[],
  shelterId: string | null,
): Result<readonly PlacedShelter[]> {
  if (shelterId === null) return success(shelters.filter(isDestination));
  const chosen = shelters.find(({ id }) => id === shelterId);
  if (chosen === undefined) return failure(PROBLEMS.shelterUnknown());
  const { position } = chosen;
  return position === null
    ? failure(CHAIN_FAILURES.destinationNotPlaced())
    : success([{ ...chosen, position }]);
}
