// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight do not exist, so a list element cannot be used
// biome-ignore-all lint/a11y/useFocusableInteractive: the list box holds the focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: keys are handled by the list box
import { useQueries, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Proposal } from '#contract/plan-proposal';
import {
  PROPOSAL_PAGE_SIZE,
  type ProposalFilters,
  type ProposalOnly,
  proposalLinesQuery,
  proposalQuery,
} from '../../../api/plan-proposals.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { useActiveRow } from '../../../ui/use-active-row.ts';
import { changePlansView, usePlansView } from '../use-plans-view.ts';
import { useHandWork } from './by-hand.ts';
import { ProposedPerson } from './ProposedPerson.tsx';
import { placementWords, useShelterNames } from './placement-words.ts';
import { useProposalWords } from './use-proposal-words.ts';

const ROW_PIXELS = 64;
const FILTERS: readonly ProposalOnly[] = [
  'all',
  'unplaced',
  'in-red',
  'given-to-others',
  'not-taken',
];

/** Who is put where, those in sight alone; whoever is picked here is picked on the map, and the other way. */
export function ProposedPeople(props: {
  readonly code: string;
  readonly proposal: Proposal;
  readonly filters: ProposalFilters;
  readonly onOnly: (only: ProposalOnly) => void;
}) {
  const { code, proposal, filters } = props;
  const words = useWords();
  const say = useProposalWords();
  const { picked } = usePlansView();
  const { places, chosen } = useHandWork(proposal.id);
  const nameOf = useShelterNames(code);
  const scrollRef = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: proposal.total,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const lines = useQuery(proposalLinesQuery(code, proposal.id)).data?.lines;
  // Whoever was picked on the map may be on a page that is not in sight.
  const pickedAt =
    picked === null ? -1 : (lines ?? []).findIndex((one) => one.residentId === picked);
  const pageOf = (index: number) => Math.floor(index / PROPOSAL_PAGE_SIZE);
  const wanted = [...new Set(items.map(({ index }) => pageOf(index)))].filter((page) => page > 0);
  const later = useQueries({
    queries: wanted.map((page) => proposalQuery(code, proposal.id, filters, page)),
  });
  const rowAt = (index: number) => {
    const page = pageOf(index);
    const data = page === 0 ? proposal : later[wanted.indexOf(page)]?.data;
    return data?.people[index % PROPOSAL_PAGE_SIZE];
  };
  const pickedPage = useQuery({
    ...proposalQuery(
      code,
      proposal.id,
      { only: 'all', shelter: null },
      Math.max(0, pageOf(pickedAt)),
    ),
    enabled: pickedAt >= 0,
  }).data;
  const person = pickedPage?.people.find(({ residentId }) => residentId === picked);
  const pick = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) changePlansView({ picked: row.residentId });
  };
  const active = useActiveRow(proposal.total, (index) => virtualizer.scrollToIndex(index), pick);
  return (
    <section aria-label={say.people.title} className="flex flex-col gap-2">
      <h4 className="font-bold">{say.people.title}</h4>
      <LabelledField label={say.people.only} hint={say.people.hint}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={filters.only}
            onChange={({ target }) =>
              props.onOnly(FILTERS.find((one) => one === target.value) ?? 'all')
            }
          >
            {FILTERS.map((only) => (
              <option key={only} value={only}>
                {say.people.filters[only]}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <p aria-live="polite" className="number text-14 text-ink-soft">
        {proposal.total === 0 ? say.people.none : say.people.total(formatNumber(proposal.total))}
      </p>
      {person !== undefined && <ProposedPerson code={code} id={proposal.id} person={person} />}
      {proposal.total > 0 && (
        <div
          ref={scrollRef}
          role="listbox"
          aria-label={say.people.label}
          aria-activedescendant={
            items.some(({ index }) => index === active.activeIndex)
              ? `proposed-${active.activeIndex}`
              : undefined
          }
          tabIndex={0}
          onKeyDown={active.onKeyDown}
          className="group focus-inset h-80 overflow-y-auto border-y border-line"
        >
          <div
            role="presentation"
            className="relative"
            style={{ height: virtualizer.getTotalSize() }}
          >
            {items.map(({ index, start, size }) => {
              const row = rowAt(index);
              const said = row && placementWords(row.placement, nameOf, words, say);
              const byHand = row && places.get(row.residentId);
              const marks =
                row === undefined
                  ? []
                  : [
                      row.takenAt !== null ? say.people.taken : '',
                      chosen.has(row.residentId) ? say.people.chosen : '',
                    ].filter((mark) => mark !== '');
              const isPicked = row !== undefined && row.residentId === picked;
              return (
                <div
                  key={index}
                  id={`proposed-${index}`}
                  role="option"
                  aria-selected={isPicked}
                  aria-setsize={proposal.total}
                  aria-posinset={index + 1}
                  style={{ height: size, transform: `translateY(${start}px)` }}
                  className={`absolute inset-x-0 top-0 cursor-pointer overflow-hidden border-b border-line px-3 py-1 leading-snug ${
                    isPicked
                      ? 'bg-action-soft shadow-[inset_4px_0_0_var(--action)]'
                      : 'hover:bg-surface-soft'
                  } ${index === active.activeIndex ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-4 group-focus-visible:outline-focus-line' : ''}`}
                  onClick={() => {
                    active.setActiveIndex(index);
                    pick(index);
                  }}
                >
                  <p className="truncate">
                    <strong>{row?.name ?? words.frame.loading}</strong>
                    <span className="pl-2 text-14 text-ink-soft">
                      {[row?.district ?? '', ...marks].filter((one) => one !== '').join(words.dot)}
                    </span>
                  </p>
                  <p className="truncate text-14">
                    {byHand === undefined
                      ? said?.join(words.dot)
                      : [nameOf(byHand), say.people.byHand].join(words.dot)}
                  </p>
                </div>
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}
