import type { PlanStepForMe } from '#contract/plan-work';
import { useWords } from '../../../i18n/use-words.ts';
import { isSectionName } from '../form/section-names.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

/** What has to be there before a step, with the way to where it is written. */
export function MissingList({ missing }: { readonly missing: PlanStepForMe['missing'] }) {
  const words = useWords();
  const say = usePlanWords();
  return (
    <div className="border-l-4 border-caution-line bg-caution-soft px-3 py-2">
      <p className="text-14 font-bold text-caution">{say.plan.missing}</p>
      <ul className="list-disc pl-5">
        {missing.map(({ code, message }) => (
          <li key={code}>
            {words.pick(message)}{' '}
            {isSectionName(code) && (
              <button
                type="button"
                className="min-h-6 text-action underline"
                onClick={() => changePlansView({ part: code }, 'push')}
              >
                {say.plan.missingLink(say.sections[code])}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
