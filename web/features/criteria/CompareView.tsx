import { useMemo, useState } from 'react';
import type { CriteriaOverview, CriteriaRef, CriteriaTrial } from '#contract/criteria-desk';
import { BackToAll } from './BackToAll.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { FIELD } from './field.ts';
import { openCriteria } from './open-criteria.ts';
import { FIRST_CHOICE } from './PeopleEffects.tsx';
import { useCriteriaEffect } from './use-criteria-effect.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

const textOf = ({ id, version }: CriteriaRef) => `${id}@${version}`;

/** Any two versions side by side: who changes tier between them. */
export function CompareView(props: {
  readonly code: string;
  readonly from: CriteriaRef;
  readonly to: CriteriaRef;
  readonly overview: CriteriaOverview;
}) {
  const { code, overview } = props;
  const say = useCriteriaWords().criteria;
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const [from, to] = [textOf(props.from), textOf(props.to)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts are what the references say
  const trial = useMemo(
    (): CriteriaTrial => ({ from: props.from, to: props.to, list: choice }),
    [from, to, choice],
  );
  const effect = useCriteriaEffect(code, trial);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-3xl flex-col gap-5 p-5">
        <BackToAll />
        <h2 className="text-24 font-bold">{say.compareTitle}</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <VersionChoice
            label={say.from}
            value={from}
            overview={overview}
            onChoose={(ref) => openCriteria({ kind: 'compare', from: ref, to: props.to })}
          />
          <VersionChoice
            label={say.to}
            value={to}
            overview={overview}
            onChoose={(ref) => openCriteria({ kind: 'compare', from: props.from, to: ref })}
          />
        </div>
        <div className="rounded-12 border border-line bg-surface p-5">
          <EffectPanel {...effect} errorCount={0} choice={choice} onChoose={setChoice} />
        </div>
      </div>
    </div>
  );
}

function VersionChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly overview: CriteriaOverview;
  readonly onChoose: (ref: CriteriaRef) => void;
}) {
  const words = useCriteriaWords();
  const versions = props.overview.versions.map(({ criteria }) => criteria);
  return (
    <label className="flex min-w-0 flex-col gap-1">
      <span className="text-14">{props.label}</span>
      <select
        className={FIELD}
        value={props.value}
        onChange={(event) => {
          const chosen = versions.find((one) => textOf(one) === event.target.value);
          if (chosen !== undefined) props.onChoose({ id: chosen.id, version: chosen.version });
        }}
      >
        {versions.map((criteria) => (
          <option key={textOf(criteria)} value={textOf(criteria)}>
            {words.pick(criteria.name)} {words.criteria.version(String(criteria.version))}
          </option>
        ))}
      </select>
    </label>
  );
}
