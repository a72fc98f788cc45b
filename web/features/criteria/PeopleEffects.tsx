import {
  CHANGE_DIRECTIONS,
  type CriteriaEffect,
  type CriteriaTrial,
} from '#contract/criteria-desk';
import { formatNumber } from '../../i18n/format.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD } from './field.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** Which of the people who change are listed. */
export type PeopleChoice = CriteriaTrial['list'];

const STEP = 50;
const MOST_LISTED = 500;
export const FIRST_CHOICE: PeopleChoice = { direction: 'all', limit: STEP };

const EVERY = '*';
const UNKNOWN = '';

/** Who changes tier, in the order of the new ranking; each opens the person. */
export function PeopleEffects(props: {
  readonly effect: CriteriaEffect;
  readonly choice: PeopleChoice;
  readonly onChoose: (choice: PeopleChoice) => void;
}) {
  const words = useCriteriaWords();
  const say = words.criteria.effect;
  const { effect, choice, onChoose } = props;
  const { people, from, to } = effect;
  const tierName = (tier: number, others: number) =>
    tier === others ? say.noTier : words.terms.tier(tier);
  const left = Math.min(people.total, MOST_LISTED) - people.rows.length;
  return (
    <section aria-label={say.people} className="flex flex-col gap-2">
      <h4 className="font-bold">
        {say.people} <span className="number">{formatNumber(people.total)}</span>
      </h4>
      <div className="flex flex-wrap gap-2">
        <select
          aria-label={say.direction}
          className={FIELD}
          value={choice.direction}
          onChange={(event) => {
            const direction = CHANGE_DIRECTIONS.find((one) => one === event.target.value) ?? 'all';
            onChoose({ ...choice, direction, limit: STEP });
          }}
        >
          {CHANGE_DIRECTIONS.map((direction) => (
            <option key={direction} value={direction}>
              {say.directions[direction]}
            </option>
          ))}
        </select>
        <select
          aria-label={say.district}
          className={`${FIELD} max-w-48`}
          value={choice.district === undefined ? EVERY : (choice.district ?? UNKNOWN)}
          onChange={({ target: { value } }) => {
            const { district: _, ...rest } = choice;
            const limited = { ...rest, limit: STEP };
            onChoose(
              value === EVERY
                ? limited
                : { ...limited, district: value === UNKNOWN ? null : value },
            );
          }}
        >
          <option value={EVERY}>{say.everyDistrict}</option>
          {effect.districts.map(({ district }) => (
            <option key={district ?? UNKNOWN} value={district ?? UNKNOWN}>
              {district ?? say.unknownDistrict}
            </option>
          ))}
        </select>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {people.rows.map((person) => (
          <li key={person.residentId}>
            <button
              type="button"
              className="flex w-full flex-wrap items-baseline gap-x-3 px-1 py-2 text-left hover:bg-surface-soft"
              onClick={() =>
                changeView({
                  place: 'map',
                  selection: { kind: 'resident', id: person.residentId },
                })
              }
            >
              <span className="font-bold text-action underline underline-offset-4">
                {person.name}
              </span>
              <span className="text-14">{person.district ?? say.unknownDistrict}</span>
              <span className="number text-14">
                {tierName(person.fromTier, from.tiers.length)} →{' '}
                <strong>{tierName(person.toTier, to.tiers.length)}</strong>
              </span>
              <span className="number text-14 text-ink-soft">
                {say.rank(formatNumber(person.fromRank), formatNumber(person.toRank))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button
          className="w-fit"
          onPress={() =>
            onChoose({ ...choice, limit: Math.min(MOST_LISTED, choice.limit + 4 * STEP) })
          }
        >
          {say.more(formatNumber(Math.min(left, 4 * STEP)))}
        </Button>
      )}
    </section>
  );
}
