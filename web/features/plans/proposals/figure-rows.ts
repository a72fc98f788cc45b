import type { ProposalHead } from '#contract/plan-proposal';
import { formatNumber } from '../../../i18n/format.ts';
import type { Words } from '../../../i18n/words.ts';
import type { ProposalWords } from './use-proposal-words.ts';

interface FigureRow {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  /** What two proposals are compared by; null = not known. */
  readonly value: number | null;
  readonly isGrave: boolean;
}

/** The figures of a proposal in the order in which they matter; what is not known is said so. */
export function figureRows(
  figures: ProposalHead['figures'],
  words: Pick<Words, 'metersText'>,
  say: ProposalWords['figures'],
): FigureRow[] {
  const row = (
    key: string & keyof ProposalWords['figures'],
    value: number | null,
    text: (known: number) => string,
    isGrave = false,
  ): FigureRow => ({
    ...{ key, value, isGrave },
    label: say[key] as string,
    text: value === null ? say.unknown : text(value),
  });
  const persons = (count: number) => say.persons(formatNumber(count));
  const minutes = (seconds: number) => say.minutes(formatNumber(Math.ceil(seconds / 60)));
  const unplaced = figures.people - figures.placed;
  return [
    row('people', figures.people, persons, true),
    row('placed', figures.placed, persons, true),
    row('unplaced', unplaced, persons, true),
    row('redMeters', figures.redMeters, words.metersText, true),
    row('inRed', figures.peopleInRed, persons),
    row('farthest', figures.farthestSeconds, minutes),
    row('mean', figures.meanSeconds, minutes),
    row('fixed', figures.fixed, persons),
    row('waysUnknown', figures.waysUnknown, persons),
    row('supporters', figures.supportersProposed, persons),
    row('withoutSupporter', figures.withoutSupporter, persons),
    row('supportersUnknown', figures.supportersUnknown, persons),
    row('inFacilities', figures.inFacilities, persons),
  ];
}
