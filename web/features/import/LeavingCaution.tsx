import type { Leaving } from '#contract/dataset';
import { formatNumber } from '../../i18n/format.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** That a roster takes many people away: how many, how grave, and what it most likely comes of. */
export function LeavingCaution({ count, of, inRedZone, inFirstTier }: Leaving) {
  const words = useImportWords();
  const say = words.imports.leaving;
  return (
    <section
      aria-labelledby="leaving-title"
      className="flex flex-col gap-2 rounded-8 border-2 border-error bg-surface p-4"
    >
      <h4 id="leaving-title" className="flex items-start gap-2 text-18 font-bold text-error">
        <Icon name="warning" className="mt-0.5 size-6 shrink-0" />
        {say.title(formatNumber(of), formatNumber(count))}
      </h4>
      <p className="font-bold">
        {say.grave(formatNumber(inRedZone), words.terms.tier(1), formatNumber(inFirstTier))}
      </p>
      <p>{say.cause}</p>
      <p className="text-14">{say.undo}</p>
    </section>
  );
}
