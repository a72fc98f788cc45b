import type { ReactNode } from 'react';
import type { ResidentDetail } from '#contract/resident';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';

interface SourcedFact<T> {
  readonly value: T | null;
  readonly source: string | null;
  readonly asOf: string | null;
}

/** State of body and mind, household, plan: each with its source and date, unknown said as unknown. */
export function CircumstancesSection({ resident }: { readonly resident: ResidentDetail }) {
  const words = useWords();
  const { panel, terms } = words;
  return (
    <PanelSection title={panel.facts}>
      <Facts>
        <SourcedRow label={panel.careLevel} fact={resident.careLevel} words={words}>
          {(level) => words.careLevel(level)}
        </SourcedRow>
        <SourcedRow label={panel.disabilities} fact={resident.disabilities} words={words}>
          {(all) =>
            listed(
              all.map(({ kind, grade }) =>
                grade === null
                  ? terms.disability[kind]
                  : `${terms.disability[kind]} ${terms.grade(grade)}`,
              ),
              words,
            )
          }
        </SourcedRow>
        <SourcedRow label={panel.devices} fact={resident.devices} words={words}>
          {(all) =>
            listed(
              all.map((device) => terms.device[device]),
              words,
            )
          }
        </SourcedRow>
        <SourcedRow label={panel.household} fact={resident.household} words={words}>
          {(household) => terms.household[household]}
        </SourcedRow>
        <SourcedRow label={panel.communication} fact={resident.communication} words={words}>
          {(need) => terms.communication[need]}
        </SourcedRow>
        <SourcedRow label={panel.plan} fact={resident.plan} words={words}>
          {(plan) => (resident.isPlanHere ? terms.plan[plan] : terms.planOnRoster[plan])}
        </SourcedRow>
        {resident.reason !== null && <FactRow label={panel.reason}>{resident.reason}</FactRow>}
        {resident.notes !== null && <FactRow label={panel.notes}>{resident.notes}</FactRow>}
      </Facts>
    </PanelSection>
  );
}

function SourcedRow<T>(props: {
  readonly label: string;
  readonly fact: SourcedFact<T>;
  readonly words: Words;
  readonly children: (value: T) => ReactNode;
}) {
  const { fact, words } = props;
  if (fact.value === null)
    return (
      <FactRow label={props.label}>
        <span className="text-caution">{words.panel.unknownFact}</span>
      </FactRow>
    );
  const source = [
    fact.source === null ? null : words.panel.factSource(fact.source),
    fact.asOf === null ? null : words.panel.factAsOf(words.date(fact.asOf)),
  ]
    .filter((part) => part !== null)
    .join(words.dot);
  return (
    <FactRow label={props.label} source={source}>
      {props.children(fact.value)}
    </FactRow>
  );
}

function listed(parts: readonly string[], words: Words): string {
  if (parts.length === 0) return words.panel.none;
  return parts.join(words.language === 'ja' ? '、' : ', ');
}
