import { useState } from 'react';
import type { ResourceList as Listed, ResourceOnWire } from '#contract/resource';
import { CATEGORY_LABELS, RESOURCE_CATEGORIES } from '#domain/resource/resource';
import { foldText } from '#domain/text/fold-text';
import { fetchResourcesCsv } from '../../api/resources.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { orderPrint } from '../../state/print-order.ts';
import { changeRelayView, type RelayView } from '../../state/relay-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FilterChip } from '../../ui/FilterChip.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { ImportForm } from './ImportForm.tsx';
import { OpenState } from './OpenState.tsx';
import { type ResourceWords, useResourceWords } from './use-resource-words.ts';

/** All resources as a table, by category and words, with how each lies to the zones. */
export function ResourceList(props: {
  readonly code: string;
  readonly view: RelayView;
  readonly list: Listed;
}) {
  const { code, view, list } = props;
  const words = useWords();
  const say = useResourceWords();
  const [text, setText] = useState('');
  const [isOpenOnly, setOpenOnly] = useState(false);
  const [shape, setShape] = useState<'list' | 'table'>('list');
  const [isImporting, setImporting] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const wanted = foldText(text);
  const rows = list.resources.filter(
    ({ facts, hours }) =>
      (view.categories.length === 0 || view.categories.includes(facts.category)) &&
      (!isOpenOnly || hours?.isOpen === true) &&
      (wanted === '' || foldText(`${facts.name} ${facts.address ?? ''}`).includes(wanted)),
  );
  const toggle = (one: string) =>
    view.categories.includes(one)
      ? view.categories.filter((other) => other !== one)
      : [...view.categories, one];
  const exportCsv = async () => {
    setError(null);
    try {
      saveFile(await fetchResourcesCsv(code), `resources-${code}.csv`);
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
    }
  };
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 p-4">
      <div className="not-printed flex flex-wrap gap-2">
        {list.mayChange && (
          <>
            <Button variant="primary" onPress={() => changeRelayView({ resource: 'new' })}>
              {say.enter}
            </Button>
            <Button onPress={() => setImporting(!isImporting)} aria-expanded={isImporting}>
              {say.import}
            </Button>
          </>
        )}
        <Button onPress={() => void exportCsv()}>
          <Icon name="download" />
          {say.exportCsv}
        </Button>
        <Button onPress={orderPrint}>
          <Icon name="print" />
          {say.print}
        </Button>
      </div>
      <Refusal error={error} />
      {isImporting && <ImportForm code={code} onDone={() => setImporting(false)} />}
      <div className="not-printed flex flex-wrap gap-1.5">
        {RESOURCE_CATEGORIES.map((category) => (
          <FilterChip
            key={category}
            text={words.pick(CATEGORY_LABELS[category])}
            isChosen={view.categories.includes(category)}
            onPress={() => changeRelayView({ categories: toggle(category) }, 'replace')}
          />
        ))}
        <FilterChip
          text={say.openOnly}
          isChosen={isOpenOnly}
          onPress={() => setOpenOnly(!isOpenOnly)}
        />
      </div>
      <div className="not-printed">
        <LabelledField label={say.search}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              className={FIELD_STYLE}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
          )}
        </LabelledField>
      </div>
      {list.resources.length === 0 ? (
        <EmptyState title={say.none} text={say.noneText} />
      ) : rows.length === 0 ? (
        <EmptyState title={say.noneFound} text={say.noneFoundText} />
      ) : (
        <>
          <p role="status" className="number text-14 text-ink-soft">
            {say.count(formatNumber(rows.length))}
          </p>
          <p className="number text-14 text-ink-soft">{zonesWords(list.zonesAsOf, words, say)}</p>
          <p className="not-printed text-14 text-ink-soft">{say.onMap}</p>
          <fieldset aria-label={say.shape.label} className="not-printed flex gap-1.5">
            {(['list', 'table'] as const).map((one) => (
              <FilterChip
                key={one}
                text={say.shape[one]}
                isChosen={shape === one}
                onPress={() => setShape(one)}
              />
            ))}
          </fieldset>
          {shape === 'table' ? (
            <ResourceTable rows={rows} now={list.now} />
          ) : (
            <ResourceCards rows={rows} now={list.now} />
          )}
        </>
      )}
    </section>
  );
}

/** Of when the zones are that everything here was judged by. */
export function zonesWords(
  dates: readonly (string | null)[],
  words: Words,
  say: ResourceWords,
): string {
  if (dates.length === 0) return say.noZones;
  const known = dates.map((date) => (date === null ? say.near.dateUnknown : words.date(date)));
  return say.zonesOf([...new Set(known)].join(words.comma));
}

interface Rows {
  readonly rows: readonly ResourceOnWire[];
  readonly now: string;
}

function ResourceCards({ rows, now }: Rows) {
  const words = useWords();
  const say = useResourceWords();
  return (
    <ul aria-label={say.list} className="flex flex-col">
      {rows.map(({ id, facts, hours, hazard }) => (
        <li key={id} className="border-b border-line py-2">
          <button
            type="button"
            className="focus-inset min-h-11 text-left font-bold text-action underline underline-offset-4"
            onClick={() => changeRelayView({ resource: id })}
          >
            <span lang="ja">{facts.name}</span>
          </button>
          <p className="text-14 text-ink-soft">
            {[words.pick(CATEGORY_LABELS[facts.category]), facts.district]
              .filter(Boolean)
              .join(words.dot)}
          </p>
          <OpenState hours={hours} now={now} isShort />
          <p
            className={`text-14 ${hazard.redRelation === 'inside' ? 'font-bold text-danger' : ''}`}
          >
            {words.pick(hazard.sentence)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function ResourceTable({ rows, now }: Rows) {
  const words = useWords();
  const say = useResourceWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section aria-label={say.list} tabIndex={0} className="focus-inset overflow-x-auto">
      <table className="w-full min-w-130 text-14">
        <thead>
          <tr className="border-b border-line-strong text-left">
            {Object.entries(say.columns).map(([key, text]) => (
              <th key={key} scope="col" className="p-2">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, facts, hours, hazard }) => (
            <tr key={id} className="border-b border-line align-top">
              <th scope="row" className="p-1 text-left font-normal">
                <button
                  type="button"
                  className="focus-inset min-h-11 p-1 text-left font-bold text-action underline underline-offset-4"
                  onClick={() => changeRelayView({ resource: id })}
                >
                  <span lang="ja">{facts.name}</span>
                </button>
                <span className="block px-1 text-ink-soft">{facts.district}</span>
              </th>
              <td className="p-2">{words.pick(CATEGORY_LABELS[facts.category])}</td>
              <td className="p-2">
                <OpenState hours={hours} now={now} />
              </td>
              <td
                className={`p-2 ${hazard.redRelation === 'inside' ? 'font-bold text-danger' : ''}`}
              >
                {words.pick(hazard.sentence)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
