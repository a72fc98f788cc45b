import type { RouteOptions } from '#contract/route';
import type { SiteOverrideDetail } from '#contract/site-override';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSiteWords } from '../use-fire-words.ts';
import { FACT_KEYS, type FactKey, factTexts } from './fact-lines.ts';
import { readDraft, type SiteDraft } from './site-draft.ts';

/** Two recorded at once: what stands now beside what was entered, with each way on. */
export function StaleSite(props: {
  readonly draft: SiteDraft;
  readonly now: SiteOverrideDetail;
  readonly options: RouteOptions;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}) {
  const { draft, now, options } = props;
  const words = useWords();
  const say = useSiteWords();
  const isTakenBack = now.state === 'taken-back';
  const read = readDraft(draft);
  const standing = factTexts(now, options.profiles, words, say);
  const mine = read.ok ? factTexts(read, options.profiles, words, say) : new Map<FactKey, string>();
  const labels: Readonly<Record<FactKey, string>> = {
    ...say.facts,
    vehicles: say.form.vehicles,
  };
  const rows = FACT_KEYS.filter((key) => standing.has(key) || mine.has(key));
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 border-l-4 border-caution-line bg-caution-soft p-3"
    >
      <p className="font-bold text-caution">{say.stale.title}</p>
      <p className="text-14 text-caution">
        {say.stale.text(now.updatedBy, words.moment(now.updatedAt))}{' '}
        {isTakenBack && say.stale.takenBack}
      </p>
      <table className="w-full text-14">
        <thead>
          <tr>
            <td />
            <th scope="col" className="py-1 text-left">
              {say.stale.now}
            </th>
            <th scope="col" className="py-1 text-left">
              {say.stale.yours}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((key) => (
            <tr key={key} className="border-t border-line align-top">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {labels[key]}
              </th>
              <td className="py-1 pr-2 break-words">{standing.get(key) ?? say.facts.none}</td>
              <td
                className={`py-1 break-words ${standing.get(key) === mine.get(key) ? '' : 'font-bold'}`}
              >
                {mine.get(key) ?? say.facts.none}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onPress={props.onKeepMine}>
          {isTakenBack ? say.stale.saveNew : say.stale.keepMine}
        </Button>
        <Button onPress={props.onTakeTheirs}>{say.stale.takeTheirs}</Button>
      </div>
    </div>
  );
}
