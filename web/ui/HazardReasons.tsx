import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { z } from 'zod';
import type { hazardJudgementSchema } from '#contract/resident';
import { datasetsQuery } from '../api/queries.ts';
import { useWords } from '../i18n/use-words.ts';
import { useView } from '../state/use-view.ts';
import { FactRow, Facts } from './Facts.tsx';
import { Icon } from './Icon.tsx';

/** What is known of the position that was judged; `accuracy` in words. */
export interface JudgedPosition {
  readonly accuracy: string | null;
  readonly radiusMeters: number | null;
  readonly source: string | null;
}

interface HazardReasonsProps {
  readonly hazard: z.output<typeof hazardJudgementSchema>;
  /** Null for a facility, whose list says where it is. */
  readonly position: JudgedPosition | null;
}

/** 「なぜ?」 of a judgement: position, rule, margin, and the data with source, licence and date. */
export function HazardReasons({ hazard, position }: HazardReasonsProps) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const bodyId = useId();
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        aria-label={`${words.panel.hazard} ${words.panel.why}`}
        className="inline-flex min-h-11 items-center gap-2 rounded-8 border border-action px-4 font-bold text-action hover:bg-action-soft"
        onClick={() => setOpen(!isOpen)}
      >
        {words.panel.why}
        <Icon name={isOpen ? 'up' : 'down'} className="size-4" />
      </button>
      <section id={bodyId} hidden={!isOpen} aria-label={words.reasons.title} className="pt-2">
        {isOpen && <Reasons hazard={hazard} position={position} />}
      </section>
    </div>
  );
}

function Reasons({ hazard, position }: HazardReasonsProps) {
  const words = useWords();
  const say = words.reasons;
  return (
    <Facts>
      <FactRow label={say.position} source={position?.source ?? null}>
        {positionText(position, words)}
      </FactRow>
      <FactRow label={say.rule}>{say.relation[hazard.relation]}</FactRow>
      <FactRow label={say.margin}>
        <span className="number">{words.metersText(hazard.marginMeters)}</span>
      </FactRow>
      <FactRow label={say.compared}>
        <ComparedData />
      </FactRow>
      <FactRow label={say.assessed}>
        {hazard.assessedAt === null ? words.panel.notAssessed : words.moment(hazard.assessedAt)}
      </FactRow>
    </Facts>
  );
}

function positionText(position: JudgedPosition | null, words: ReturnType<typeof useWords>): string {
  if (position === null) return words.reasons.listedPosition;
  if (position.radiusMeters === null) return words.reasons.noPosition;
  const radius = words.metersText(position.radiusMeters);
  return words.reasons.accuracy(position.accuracy ?? words.terms.unknown, radius);
}

/** The zone datasets in force. */
function ComparedData() {
  const words = useWords();
  const code = useView((view) => view.municipality) ?? '';
  const datasets = useQuery({ ...datasetsQuery(code), enabled: code !== '' });
  const zones = (datasets.data?.datasets ?? []).filter(
    ({ kind, status }) => kind === 'zones' && status === 'active',
  );
  if (zones.length === 0) return words.map.zoneDate.none;
  return (
    <ul>
      {zones.map(({ id, credit, licence, asOf }) => (
        <li key={id}>
          {asOf === null ? words.map.zoneDate.undated : words.map.zoneDate.asOf(words.date(asOf))}
          <span className="block text-14 text-ink-soft">{credit ?? words.reasons.noCredit}</span>
          {licence !== null && (
            <span className="block text-14 text-ink-soft">{words.reasons.licence(licence)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
