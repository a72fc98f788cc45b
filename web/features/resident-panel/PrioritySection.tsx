import { useId, useState } from 'react';
import type { ExplanationLine, ResidentDetail } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';

type Priority = ResidentDetail['priority'];

/** Rank and tier; 「なぜ?」 opens the reasoning line by line with facts and dates. */
export function PrioritySection({ priority }: { readonly priority: Priority }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const linesId = useId();
  return (
    <PanelSection title={words.panel.priority}>
      <div className="flex items-center gap-4">
        <p className="number text-28 leading-none font-bold">
          {words.terms.rank(formatNumber(priority.rank))}
        </p>
        <p className="leading-snug">
          {words.terms.tier(priority.tier)}
          <span className="number block text-14 text-ink-soft">
            {words.panel.score(formatNumber(priority.score))}
          </span>
        </p>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={linesId}
          className="ml-auto inline-flex min-h-11 items-center gap-2 rounded-8 border border-action px-4 font-bold text-action hover:bg-action-soft"
          onClick={() => setOpen(!isOpen)}
        >
          {words.panel.why}
          <Icon name={isOpen ? 'up' : 'down'} className="size-4" />
        </button>
      </div>
      {priority.possibleTier !== priority.tier && (
        <p className="flex items-start gap-2 text-14 text-caution">
          <Icon name="question" className="mt-0.5 size-5" />
          {words.people.possible(words.terms.tier(priority.possibleTier))}
        </p>
      )}
      <div id={linesId} hidden={!isOpen}>
        <ol className="divide-y divide-line border-y border-line">
          {priority.lines.map((line) => (
            <Line key={`${line.kind}-${line.label.ja}`} line={line} words={words} />
          ))}
        </ol>
        <p className="pt-2 text-14 text-ink-soft">
          {words.panel.criteria(
            words.pick(priority.criteriaName),
            String(priority.criteriaVersion),
            words.date(priority.effectiveOn),
          )}
        </p>
      </div>
    </PanelSection>
  );
}

const OUTCOME_ICONS: Readonly<Record<ExplanationLine['outcome'], IconName>> = {
  met: 'check',
  'not-met': 'minus',
  unknown: 'question',
};

function Line({ line, words }: { readonly line: ExplanationLine; readonly words: Words }) {
  const isMet = line.outcome === 'met' && line.kind !== 'note';
  // How people are ordered is said of everybody; it is neither met nor unknown.
  const isRemark = line.kind === 'note' && line.outcome !== 'unknown';
  return (
    <li className="grid grid-cols-[1.5rem_1fr_auto] gap-x-2 py-2">
      <Icon
        name={isRemark ? 'right' : OUTCOME_ICONS[line.outcome]}
        className={`mt-1 size-5 ${isMet ? 'text-action' : 'text-ink-soft'}`}
      />
      <div className="min-w-0">
        <p className={`leading-normal ${isMet ? 'font-bold' : ''}`}>{words.pick(line.label)}</p>
        {!isRemark && <p className="sr-only">{words.panel.outcome[line.outcome]}</p>}
        <ul>
          {line.facts.map((fact) => (
            <li key={fact.ja} className="text-14 leading-normal text-ink-soft">
              {words.pick(fact)}
            </li>
          ))}
        </ul>
      </div>
      <p className="text-right text-14 leading-[1.7]">
        {line.points !== null && isMet ? (
          <span className="number font-bold">{words.panel.points(formatNumber(line.points))}</span>
        ) : isRemark ? null : (
          <span className={line.outcome === 'unknown' ? 'text-caution' : 'text-ink-soft'}>
            {words.panel.outcome[line.outcome]}
          </span>
        )}
      </p>
    </li>
  );
}
