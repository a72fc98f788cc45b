import type { DepartureStep } from '#domain/plan/plan';
import { usePlanWords } from '../use-plan-words.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Who does what at which level, from the first to the last. */
export function Timeline({ steps }: { readonly steps: readonly DepartureStep[] }) {
  const say = usePlanWords();
  const used = LEVELS.filter((level) => steps.some((one) => one.level === level));
  if (used.length === 0) return null;
  return (
    <section aria-label={say.departure.timeline} className="flex flex-col gap-1">
      <h4 className="font-bold">{say.departure.timeline}</h4>
      <ol className="border-l-4 border-line-strong">
        {used.map((level) => (
          <li key={level} className="relative pb-2 pl-4">
            <span
              aria-hidden="true"
              className="absolute top-2 -left-2.5 size-4 rounded-full border-4 border-line-strong bg-surface"
            />
            <p className="text-14 font-bold">{say.form.level(String(level))}</p>
            <ul>
              {steps
                .filter((one) => one.level === level)
                .map(({ id, who, what }) => (
                  <li key={id} className="grid grid-cols-[7rem_1fr] gap-2 text-14">
                    <span className="break-words text-ink-soft">{who}</span>
                    <span className="break-words">{what}</span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
