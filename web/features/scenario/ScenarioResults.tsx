import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ShelterRow } from '#contract/shelter';
import { residentsByIdQuery } from '../../api/places.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useSettled } from '../../state/use-settled.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { CountTable } from './CountTable.tsx';
import type { CheckResult } from './check-messages.ts';
import type { Check } from './use-check.ts';
import { useScenarioWords } from './use-scenario-words.ts';

const PAGE = 50;
const SETTLED_MILLIS = 400;

/** Who would be inside: counts per tier and district, then the people and shelters by name. */
export function ScenarioResults(props: {
  readonly code: string;
  readonly check: Check;
  readonly shelters: readonly ShelterRow[];
}) {
  const words = useScenarioWords();
  const say = words.scenario.result;
  const { result, isFailed, isWaiting, retry } = props.check;
  if (isFailed)
    return (
      <div role="alert" className="flex flex-col items-start gap-2 p-4">
        <p>{say.failed}</p>
        <Button onPress={retry}>{say.retry}</Button>
      </div>
    );
  if (result === null)
    return <p className="p-4 text-ink-soft">{isWaiting ? say.waiting : say.none}</p>;
  const { tally } = result;
  const figures = [
    [say.inside, tally.inside],
    [say.near, tally.near],
    [say.undetermined, tally.undetermined],
  ] as const;
  return (
    <section className="flex flex-col gap-3 p-4" aria-label={say.title}>
      <h3 className="text-18 font-bold">{say.title}</h3>
      <dl className="grid grid-cols-3 gap-2" aria-live="polite">
        {figures.map(([label, count]) => (
          <div key={label} className="rounded-8 border border-line px-3 py-2">
            <dt className="text-14 leading-snug">{label}</dt>
            <dd className="number text-20 leading-snug font-bold whitespace-nowrap">
              {say.people(formatNumber(count))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="number leading-relaxed">
        {say.newlyInside(say.people(formatNumber(tally.newlyInside)))}
        <br />
        {say.alreadyInside(say.people(formatNumber(tally.alreadyInside)))}
      </p>
      <p className="text-14 leading-normal text-ink-soft">
        {say.took(formatNumber(tally.people), formatNumber(Math.ceil(result.millis)))}
      </p>
      <Caution>{say.caution}</Caution>
      <CountTable
        title={say.byTier}
        rows={tally.tiers.map(({ key, ...counts }) => ({ name: words.terms.tier(key), ...counts }))}
      />
      <CountTable
        title={say.byDistrict}
        rows={tally.districts.map(({ key, ...counts }) => ({
          name: key ?? say.noDistrict,
          ...counts,
        }))}
      />
      <People code={props.code} result={result} />
      <Shelters result={result} shelters={props.shelters} />
    </section>
  );
}

function People({ code, result }: { readonly code: string; readonly result: CheckResult }) {
  const words = useScenarioWords();
  const say = words.scenario.result;
  const [pages, setPages] = useState(1);
  const settled = useSettled(result, SETTLED_MILLIS);
  const shown = settled.people.slice(0, PAGE * pages);
  // A request takes 200 at most; whoever wants more has the file.
  const ids = useMemo(() => shown.slice(0, 200).map(({ id }) => id), [shown]);
  const query = useQuery({ ...residentsByIdQuery(code, ids), placeholderData: keepPreviousData });
  const rows = new Map(query.data?.rows.map((row) => [row.id, row]));
  const hidden = settled.people.length - ids.length;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="font-bold">{say.list}</h4>
      <ul aria-label={say.list}>
        {shown.flatMap(({ id, relation, isNew }) => {
          const row = rows.get(id);
          if (row === undefined) return [];
          return (
            <li key={id} className="border-b border-line">
              <button
                type="button"
                className="focus-inset min-h-11 w-full px-1 py-1.5 text-left leading-normal hover:bg-surface-soft"
                onClick={() => changeView({ selection: { kind: 'resident', id } })}
              >
                <span className="block font-bold">{row.name}</span>
                <span className="number text-14 text-ink-soft">
                  {[
                    words.terms.tier(row.tier),
                    words.terms.rank(formatNumber(row.rank)),
                    row.district ?? say.noDistrict,
                    words.terms.relation[relation],
                    ...(isNew ? [say.isNew] : []),
                  ].join(words.dot)}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && ids.length < 200 && (
        <Button className="self-start" onPress={() => setPages((now) => now + 1)}>
          {say.more(formatNumber(hidden))}
        </Button>
      )}
    </div>
  );
}

function Shelters(props: {
  readonly result: CheckResult;
  readonly shelters: readonly ShelterRow[];
}) {
  const words = useScenarioWords();
  const say = words.scenario.result;
  const byId = new Map(props.shelters.map((shelter) => [shelter.id, shelter]));
  return (
    <div className="flex flex-col gap-1">
      <h4 className="font-bold">{say.shelters}</h4>
      {props.result.shelters.length === 0 && <p>{say.noShelters}</p>}
      <ul>
        {props.result.shelters.map(({ id, relation }) => (
          <li key={id} className="border-b border-line">
            <button
              type="button"
              className="focus-inset min-h-11 w-full px-1 py-1.5 text-left leading-normal hover:bg-surface-soft"
              onClick={() => changeView({ selection: { kind: 'shelter', id } })}
            >
              <span className="font-bold">{byId.get(id)?.name}</span>{' '}
              <span className="text-14 text-ink-soft">{words.terms.relation[relation]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
