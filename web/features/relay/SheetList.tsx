import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RelayRow } from '#contract/relay';
import { ROLE_LABELS } from '#domain/access/roles';
import { RELAY_STATE_LABELS, RELAY_STATES, URGENCIES, URGENCY_LABELS } from '#domain/relay/sheet';
import { districtsQuery } from '../../api/queries.ts';
import { type RelayFilters, relayListQuery } from '../../api/relay.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeRelayView, RELAY_BOXES, type RelayView } from '../../state/relay-view.ts';
import { useSettled } from '../../state/use-settled.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { FilterChip } from '../../ui/FilterChip.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { StateBadge } from './StateBadge.tsx';
import { useRelayWords } from './use-relay-words.ts';

const TYPING_MILLIS = 250;
const PAGE = 50;

/** Sheets: what waits for me first, the overdue on top; filters stand in the address, words do not. */
export function SheetList({ code, view }: { readonly code: string; readonly view: RelayView }) {
  const words = useWords();
  const say = useRelayWords();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), TYPING_MILLIS);
  const [offset, setOffset] = useState(0);
  const query = useQuery(relayListQuery(code, filtersOf(view, offset), text));
  const counts = query.data?.counts;
  const isLast = offset + PAGE >= (query.data?.total ?? 0);
  const count = (value: number | undefined) => (value === undefined ? '…' : formatNumber(value));
  const boxCounts = { 'to-answer': counts?.toAnswer, written: counts?.written, all: counts?.all };
  const change = (next: Partial<RelayView>) => {
    setOffset(0);
    changeRelayView(next, 'replace');
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="not-printed flex flex-col gap-3">
        <fieldset
          aria-label={say.box.label}
          className="grid grid-cols-3 overflow-hidden rounded-8 border border-line-strong"
        >
          {RELAY_BOXES.map((box) => (
            <button
              key={box}
              type="button"
              aria-pressed={box === view.box}
              className={`number focus-inset min-h-12 px-1 text-14 font-bold ${
                box === view.box ? 'bg-action text-on-action' : 'hover:bg-surface-soft'
              }`}
              onClick={() => change({ box })}
            >
              {say.box[box](count(boxCounts[box]))}
            </button>
          ))}
        </fieldset>
        <Filters code={code} view={view} overdue={count(counts?.overdue)} onChange={change} />
        <LabelledField label={say.search} hint={say.searchHint}>
          {(ids) => (
            <input
              {...ids}
              type="search"
              maxLength={100}
              className={FIELD_STYLE}
              value={typed}
              onChange={({ target }) => {
                setOffset(0);
                setTyped(target.value);
              }}
            />
          )}
        </LabelledField>
      </div>
      {query.data === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={9} />
        )
      ) : query.data.total === 0 && offset === 0 ? (
        <EmptyState
          title={view.box === 'to-answer' ? say.noneToAnswer : say.none}
          text={say.noneText}
        >
          <Button variant="primary" onPress={() => changeRelayView({ tab: 'write' })}>
            {say.writeNew}
          </Button>
        </EmptyState>
      ) : (
        <>
          <p className="number text-14 text-ink-soft">{say.asOf(words.moment(query.data.now))}</p>
          <ul aria-label={say.list} className="flex flex-col gap-2">
            {query.data.rows.map((row) => (
              <li key={row.id}>
                <SheetRow row={row} />
              </li>
            ))}
          </ul>
          {(offset > 0 || !isLast) && (
            <div className="not-printed flex justify-between">
              <Button isDisabled={offset === 0} onPress={() => setOffset(offset - PAGE)}>
                {say.previous}
              </Button>
              <Button isDisabled={isLast} onPress={() => setOffset(offset + PAGE)}>
                {say.next}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function Filters(props: {
  readonly code: string;
  readonly view: RelayView;
  readonly overdue: string;
  readonly onChange: (change: Partial<RelayView>) => void;
}) {
  const { code, view, onChange } = props;
  const words = useWords();
  const say = useRelayWords();
  const districts = useQuery(districtsQuery(code)).data?.districts ?? [];
  const toggle = (all: readonly string[], one: string) =>
    all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
  const { states, urgencies, district } = view;
  const chosen = states.length + urgencies.length + (district === null ? 0 : 1);
  return (
    <div className="flex flex-wrap items-start gap-2">
      {view.about !== null && (
        <FilterChip text={say.ofPerson} isChosen onPress={() => onChange({ about: null })} />
      )}
      <FilterChip
        text={say.overdueOnly(props.overdue)}
        isChosen={view.isOverdue}
        onPress={() => onChange({ isOverdue: !view.isOverdue })}
      />
      {/* On a phone the list itself comes first. */}
      <details className="min-w-0 flex-1 open:basis-full">
        <summary className="number flex min-h-8 cursor-pointer items-center font-bold">
          {chosen === 0 ? say.filters : say.moreFilters(formatNumber(chosen))}
        </summary>
        <div className="flex flex-col gap-2 pt-2">
          <div className="flex flex-wrap gap-1.5">
            {RELAY_STATES.map((state) => (
              <FilterChip
                key={state}
                text={words.pick(RELAY_STATE_LABELS[state])}
                isChosen={states.includes(state)}
                onPress={() => onChange({ states: toggle(states, state) })}
              />
            ))}
            {URGENCIES.map((urgency) => (
              <FilterChip
                key={urgency}
                text={words.pick(URGENCY_LABELS[urgency])}
                isChosen={urgencies.includes(urgency)}
                onPress={() => onChange({ urgencies: toggle(urgencies, urgency) })}
              />
            ))}
          </div>
          {districts.length > 0 && (
            <ChoiceField
              label={say.district}
              value={district ?? ''}
              choices={[
                ['', say.everyDistrict],
                ...districts.map(({ name }): [string, string] => [name, name]),
              ]}
              onChange={(name) => onChange({ district: name === '' ? null : name })}
            />
          )}
        </div>
      </details>
    </div>
  );
}

function SheetRow({ row }: { readonly row: RelayRow }) {
  const words = useWords();
  const say = useRelayWords();
  return (
    <button
      type="button"
      data-sheet={row.id}
      className={`focus-inset flex w-full flex-col gap-1 rounded-8 border p-3 text-left hover:bg-surface-soft ${
        row.isOverdue ? 'border-2 border-danger' : 'border-line-strong'
      }`}
      onClick={() => changeRelayView({ sheet: row.id })}
    >
      <span className="flex flex-wrap items-center gap-2">
        <StateBadge state={row.state} />
        {row.isOverdue && <span className="font-bold text-danger">{say.overdue}</span>}
        <span className="number text-14 text-ink-soft">{say.due(words.moment(row.dueAt))}</span>
      </span>
      <span className="text-18 leading-snug font-bold break-words">
        {row.person === null && row.place.text === '' ? (
          say.unknownPlace
        ) : (
          <span lang="ja">{row.person?.name ?? row.place.text}</span>
        )}
        {row.district !== null && (
          <span className="ml-2 text-14 font-normal text-ink-soft">{row.district}</span>
        )}
      </span>
      <span className="line-clamp-2 break-words" lang="ja">
        {row.seen}
      </span>
      <span className="text-14 text-ink-soft">
        {say.to(words.pick(row.officeName))}
        {words.dot}
        {say.from(row.writer.by, doerWords(row.writer, words.pick))}
      </span>
    </button>
  );
}

/** Of which office of the city's list somebody is, else in what role. */
export function doerWords(
  { role, office }: Pick<RelayRow['writer'], 'role' | 'office'>,
  pick: (text: { readonly ja: string; readonly en: string }) => string,
): string {
  if (office !== null) return pick(office);
  return role === 'system' ? '―' : pick(ROLE_LABELS[role]);
}

function filtersOf(view: RelayView, offset: number): RelayFilters {
  return {
    box: view.box,
    ...(view.states.length > 0 && { state: view.states.join(',') }),
    ...(view.urgencies.length > 0 && { urgency: view.urgencies.join(',') }),
    ...(view.district !== null && { district: view.district }),
    ...(view.isOverdue && { overdue: 'true' }),
    ...(view.about !== null && { person: view.about }),
    ...(offset > 0 && { offset: String(offset) }),
  };
}
