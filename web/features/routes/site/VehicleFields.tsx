import type { RouteOptions } from '#contract/route';
import { useWords } from '../../../i18n/use-words.ts';
import { useSiteWords } from '../use-fire-words.ts';
import type { SiteDraft, Verdict } from './site-draft.ts';

const VERDICTS: readonly Verdict[] = ['unknown', 'passes', 'refused'];

/** Of each vehicle whether it gets through, as it was tried or judged on site. */
export function VehicleFields(props: {
  readonly draft: SiteDraft;
  readonly change: (part: Partial<SiteDraft>) => void;
  readonly options: RouteOptions;
}) {
  const { draft, change, options } = props;
  const words = useWords();
  const say = useSiteWords().form;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="text-14 font-bold">{say.vehicles}</legend>
      {options.profiles
        .filter(({ isFourWheeled }) => isFourWheeled)
        .map(({ id, label }) => (
          <label key={id} className="flex min-h-11 items-center gap-3 border-b border-line">
            <span className="min-w-0 flex-1">{words.pick(label)}</span>
            <select
              className="min-h-11 rounded-8 border border-line-strong bg-surface px-3"
              value={draft.verdicts[id] ?? 'unknown'}
              onChange={({ target }) =>
                change({ verdicts: { ...draft.verdicts, [id]: target.value as Verdict } })
              }
            >
              {VERDICTS.map((verdict) => (
                <option key={verdict} value={verdict}>
                  {say.verdict[verdict]}
                </option>
              ))}
            </select>
          </label>
        ))}
    </fieldset>
  );
}
