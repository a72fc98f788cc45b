import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Placement } from '#contract/plan-proposal';
import { sheltersQuery } from '../../../api/queries.ts';
import { formatNumber } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/words.ts';
import type { ProposalWords } from './use-proposal-words.ts';

/** The name of a shelter by its id; of one that is gone from the list the id. */
export function useShelterNames(code: string): (id: string) => string {
  const shelters = useQuery(sheltersQuery(code)).data?.shelters;
  return useMemo(() => {
    const names = new Map((shelters ?? []).map(({ id, name }) => [id, name]));
    return (id: string) => names.get(id) ?? id;
  }, [shelters]);
}

/** Where somebody is put, how far that is and how much of it in red; or why nowhere. */
export function placementWords(
  { shelterId, unplaced, seconds, redMeters, isFixed }: Placement,
  nameOf: (id: string) => string,
  words: Pick<Words, 'metersText'>,
  say: ProposalWords,
): string[] {
  if (unplaced !== null) return [say.people.noPlace(say.figures.why[unplaced])];
  const { people } = say;
  const parts = [shelterId === null ? people.elsewhere : nameOf(shelterId)];
  if (seconds === null || redMeters === null) parts.push(people.wayUnknown);
  else
    parts.push(
      people.minutes(formatNumber(Math.ceil(seconds / 60))),
      redMeters > 0 ? people.red(words.metersText(redMeters)) : people.noRed,
    );
  if (isFixed) parts.push(people.byHand);
  return parts;
}
