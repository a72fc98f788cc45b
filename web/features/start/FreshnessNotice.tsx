import { useQuery } from '@tanstack/react-query';
import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../../api/access.ts';
import { summaryQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Caution } from '../../ui/Notice.tsx';
import { freshnessOf } from './freshness.ts';

const LINK =
  'min-h-11 rounded-8 px-1 text-action underline underline-offset-4 hover:bg-action-soft';

/** Warns of zone data that is older than the city's limit, or says when it is of. */
export function FreshnessNotice({ municipality }: { readonly municipality: MunicipalityView }) {
  const words = useWords();
  const say = words.start.freshness;
  const may = useMay();
  const summary = useQuery(summaryQuery(municipality.code));
  if (summary.data === undefined) return null;
  const { zoneDataLimitYears } = municipality.settings;
  const today = new Date().toLocaleDateString('sv-SE');
  const fresh = freshnessOf(summary.data.zoneDataAsOf, zoneDataLimitYears, today);
  // That there is none stands with the figures.
  if (fresh.kind === 'none') return null;
  const years = String(zoneDataLimitYears);
  return (
    <section className="flex flex-col gap-1" aria-labelledby="start-freshness">
      <h3 id="start-freshness" className="text-18 font-bold">
        {say.title}
      </h3>
      {fresh.kind === 'current' ? (
        <p>{say.current(words.date(fresh.oldest), years)}</p>
      ) : (
        <Caution>
          {fresh.kind === 'old' ? say.old(words.date(fresh.oldest), years) : say.undated}
        </Caution>
      )}
      <p className="flex flex-wrap gap-4">
        {fresh.kind !== 'current' && may('data.change') && (
          <button type="button" className={LINK} onClick={() => changeView({ place: 'data' })}>
            {say.toData}
          </button>
        )}
        {may('settings.change') && (
          <button type="button" className={LINK} onClick={() => changeView({ place: 'settings' })}>
            {say.change}
          </button>
        )}
      </p>
    </section>
  );
}
