import { useMemo, useState } from 'react';
import type { CriteriaOverview, CriteriaTrial } from '#contract/criteria-desk';
import type { MunicipalityView } from '#contract/municipality';
import { contentOf } from '#domain/priority/content';
import { adoptVersion } from '../../api/criteria.ts';
import { AdoptForm } from './AdoptForm.tsx';
import { BackToAll } from './BackToAll.tsx';
import { CriteriaReading } from './CriteriaReading.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { openCriteria } from './open-criteria.ts';
import { FIRST_CHOICE } from './PeopleEffects.tsx';
import { isSameRef } from './same-ref.ts';
import { useAdoption } from './use-adoption.ts';
import { useCriteriaEffect } from './use-criteria-effect.ts';
import { useCriteriaWords } from './use-criteria-words.ts';
import { VersionActions } from './VersionActions.tsx';

type Version = CriteriaOverview['versions'][number];

/** A version to be read, with what it would change now; it can be put in force as it is. */
export function VersionView(props: {
  readonly municipality: MunicipalityView;
  readonly version: Version;
  readonly overview: CriteriaOverview;
}) {
  const { municipality, overview } = props;
  const { criteria } = props.version;
  const words = useCriteriaWords();
  const say = words.criteria;
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const { id, version } = criteria;
  const trial = useMemo(
    (): CriteriaTrial => ({ from: null, to: { id, version }, list: choice }),
    [id, version, choice],
  );
  const effect = useCriteriaEffect(municipality.code, trial);
  const adoption = useAdoption(municipality, words.pick(criteria.name), () =>
    openCriteria({ kind: 'all' }),
  );
  const isInForce = isSameRef(overview.inForce, { id, version });
  return (
    <div className="flex min-h-0 flex-1 bg-surface-soft max-lg:flex-col max-lg:overflow-y-auto">
      <div className="flex min-w-0 flex-1 flex-col gap-5 p-5 lg:overflow-y-auto">
        <BackToAll />
        <header>
          <h2 className="text-24 font-bold">{words.pick(criteria.name)}</h2>
          <p className="text-14 text-ink-soft">
            {say.version(String(version))}
            {words.dot}
            {say.effectiveOn(words.date(criteria.effectiveOn))}
            {isInForce && `${words.dot}${say.adopt.current}`}
          </p>
        </header>
        <VersionActions code={municipality.code} criteria={criteria} />
        <CriteriaReading content={contentOf(criteria)} />
        {!isInForce && (
          <section
            aria-label={say.actions.adopt}
            className="flex flex-col gap-3 rounded-12 border border-line bg-surface p-4"
          >
            <h3 className="text-20 font-bold">{say.actions.adopt}</h3>
            <AdoptForm
              state={adoption.state}
              hindrance={null}
              onAdopt={(decision) =>
                void adoption.adopt(
                  () =>
                    adoptVersion(
                      municipality.code,
                      { id, version },
                      municipality.version,
                      decision,
                    ),
                  decision,
                  { inForce: overview.inForce },
                )
              }
            />
          </section>
        )}
      </div>
      {!isInForce && (
        <div className="w-full shrink-0 border-line bg-surface p-5 max-lg:border-t lg:w-[27rem] lg:overflow-y-auto lg:border-l">
          <EffectPanel {...effect} errorCount={0} choice={choice} onChoose={setChoice} />
        </div>
      )}
    </div>
  );
}
