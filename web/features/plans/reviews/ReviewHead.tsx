import type { PlanReviews } from '#contract/plan-review';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FilterChip } from '../../../ui/FilterChip.tsx';
import type { PlansView } from '../plans-view.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

/** As the question has those without one. */
const NO_DISTRICT = 'unknown';

/** How many wait and why, and by data of when that is known. */
export function ReviewHead(props: {
  readonly queue: PlanReviews;
  readonly view: PlansView;
  readonly onFilter: () => void;
}) {
  const { queue, view } = props;
  const words = useWords();
  const say = usePlanWords().reviews;
  const dates = Object.entries(queue.dates ?? {}).map(([what, date]) => {
    const label = say.dates[what as keyof typeof say.dates];
    return date === null ? say.undated(label) : say.dated(label, words.date(date));
  });
  const chosen = view.districts.join();
  const listed = queue.districts.map(
    ({ name, count }) =>
      [name ?? NO_DISTRICT, say.chip(name ?? say.noDistrict, formatNumber(count))] as const,
  );
  const isListed = chosen === '' || listed.some(([value]) => value === chosen);
  const nameOf = (value: string) => (value === NO_DISTRICT ? say.noDistrict : value);
  return (
    <div className="flex flex-col gap-2 border-b border-line px-4 py-2">
      <p className="number font-bold" aria-live="polite">
        {say.waiting(formatNumber(queue.waiting))}
        {view.reasons.length + view.districts.length > 0 && (
          <span className="ml-3 font-normal">{say.shown(formatNumber(queue.total))}</span>
        )}
      </p>
      <p className="number text-14 text-ink-soft">
        {queue.reviewedAt === null
          ? say.neverLookedAt
          : say.lookedAt(words.moment(queue.reviewedAt))}
        {dates.length > 0 && `${words.comma}${dates.join(words.comma)}`}
      </p>
      {queue.reasons.length > 0 && (
        <fieldset aria-label={say.reasons} className="flex flex-wrap gap-1">
          {queue.reasons.map(({ reason, label, count }) => {
            const isChosen = view.reasons.includes(reason);
            return (
              <FilterChip
                key={reason}
                text={say.chip(words.pick(label), formatNumber(count))}
                isChosen={isChosen}
                onPress={() => {
                  props.onFilter();
                  changePlansView({
                    reasons: isChosen
                      ? view.reasons.filter((one) => one !== reason)
                      : [...view.reasons, reason],
                  });
                }}
              />
            );
          })}
        </fieldset>
      )}
      {queue.districts.length > 0 && (
        <ChoiceField
          label={say.district}
          value={chosen}
          choices={[
            ['', say.allDistricts],
            // Several are chosen on the board, and a chosen one may have none left.
            ...(isListed ? [] : [[chosen, view.districts.map(nameOf).join(words.comma)] as const]),
            ...listed,
          ]}
          onChange={(value) => {
            props.onFilter();
            changePlansView({ districts: value === '' ? [] : [value] });
          }}
        />
      )}
    </div>
  );
}
