import type { PlanBoard } from '#contract/plan-work';
import { PLAN_STAGE_LABELS, type PlanStage } from '#domain/plan/states';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

const NUMBER_CELL = 'number px-2 py-1.5 text-right whitespace-nowrap';

/** Where all plans stand: how many in each stage, and how long they have waited there; then by district. */
export function StageBoard({ board }: { readonly board: PlanBoard }) {
  const words = useWords();
  const say = usePlanWords().board;
  const days = (value: number | null) =>
    value === null ? say.noDays : say.days(formatNumber(value));
  const show = (stage: PlanStage, district: string | null = null) =>
    changePlansView(
      {
        tab: 'list',
        isMine: false,
        stages: [stage],
        districts: district === null ? [] : [district],
        sort: 'age',
      },
      'push',
    );
  return (
    <section
      aria-label={say.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="focus-inset min-h-0 flex-1 overflow-y-auto"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{say.label}</caption>
        <thead>
          <tr className="border-b border-line-strong bg-surface-soft text-14">
            <th scope="col" className="px-4 py-2 text-left">
              {say.stage}
            </th>
            <th scope="col" className={NUMBER_CELL}>
              {say.count}
            </th>
            <th scope="col" className={NUMBER_CELL}>
              {say.longest}
            </th>
            <th scope="col" className={`${NUMBER_CELL} pr-4`}>
              {say.middle}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.stages.map(({ stage, count, longestDays, medianDays }) => {
            const label = words.pick(PLAN_STAGE_LABELS[stage]);
            return (
              <tr key={stage} className="border-b border-line">
                <th scope="row" className="px-2 text-left font-normal">
                  <button
                    type="button"
                    disabled={count === 0}
                    aria-label={say.show(label)}
                    className="min-h-11 w-full rounded-4 px-2 text-left enabled:text-action enabled:underline disabled:text-ink-soft"
                    onClick={() => show(stage)}
                  >
                    {label}
                  </button>
                </th>
                <td className={`${NUMBER_CELL} font-bold`}>{formatNumber(count)}</td>
                <td className={NUMBER_CELL}>{days(longestDays)}</td>
                <td className={`${NUMBER_CELL} pr-4`}>{days(medianDays)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="flex flex-col gap-1 px-4 py-3 text-14 text-ink-soft">
        {board.notSeen === null ? (
          <p>{say.someNotSeen}</p>
        ) : (
          board.notSeen > 0 && <p>{say.notSeen(formatNumber(board.notSeen))}</p>
        )}
        {board.inFacility > 0 && <p>{say.inFacility(formatNumber(board.inFacility))}</p>}
      </div>
      <h3 className="px-4 pt-2 text-18 font-bold">{say.districts}</h3>
      <ul className="px-4 pb-6">
        {board.districts.map(({ name, stages }) => {
          const people = stages.reduce((sum, { count }) => sum + count, 0);
          return (
            <li key={name ?? ''} className="border-b border-line py-2">
              <p className="font-bold">
                {say.district(name ?? say.noDistrict, formatNumber(people))}
              </p>
              <ul className="flex flex-wrap gap-x-2">
                {stages
                  .filter(({ count }) => count > 0)
                  .map(({ stage, count, longestDays }) => {
                    const label = words.pick(PLAN_STAGE_LABELS[stage]);
                    return (
                      <li key={stage}>
                        <button
                          type="button"
                          disabled={name === null}
                          className="number min-h-9 text-left text-14 enabled:text-action enabled:underline"
                          onClick={() => show(stage, name)}
                        >
                          {longestDays === null
                            ? `${label} ${formatNumber(count)}`
                            : say.ofDistrict(label, formatNumber(count), formatNumber(longestDays))}
                        </button>
                      </li>
                    );
                  })}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
