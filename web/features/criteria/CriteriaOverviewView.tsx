import type { ReactNode } from 'react';
import type { CriteriaOverview } from '#contract/criteria-desk';
import type { MunicipalityView } from '#contract/municipality';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { DraftCard } from './DraftCard.tsx';
import { ImportCriteria } from './ImportCriteria.tsx';
import { openCriteria } from './open-criteria.ts';
import { isSameRef } from './same-ref.ts';
import { useCriteriaWords } from './use-criteria-words.ts';
import { VersionCard } from './VersionCard.tsx';

/** All criteria: what is in force, drafts, the city's own versions, presets, and who adopted what. */
export function CriteriaOverviewView(props: {
  readonly municipality: MunicipalityView;
  readonly overview: CriteriaOverview;
}) {
  const { municipality, overview } = props;
  const { code, settings } = municipality;
  const words = useCriteriaWords();
  const say = words.criteria;
  const { inForce, versions, drafts, adoptions } = overview;
  const cards = (isPreset: boolean) =>
    versions
      .filter((version) => version.isPreset === isPreset)
      .map((version) => (
        <VersionCard
          key={`${version.criteria.id}@${version.criteria.version}`}
          code={code}
          version={version}
          isInForce={isSameRef(inForce, version.criteria)}
          adoption={adoptions.find((one) => isSameRef(one.criteria, version.criteria)) ?? null}
        />
      ));
  const own = cards(false);
  const other = versions.find(({ criteria }) => !isSameRef(inForce, criteria))?.criteria;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-4xl flex-col gap-7 p-6">
        <header className="flex flex-col gap-2">
          <h2 className="text-24 font-bold">{words.frame.placeTitles.criteria}</h2>
          <p>{say.intro}</p>
          {other !== undefined && (
            <Button
              className="w-fit"
              onPress={() =>
                openCriteria({
                  kind: 'compare',
                  from: inForce,
                  to: { id: other.id, version: other.version },
                })
              }
            >
              {say.compareTitle}
            </Button>
          )}
        </header>
        <Part title={say.drafts}>
          {drafts.length === 0 ? (
            <p className="text-ink-soft">{say.noDrafts}</p>
          ) : (
            <ul className="flex flex-col gap-3">
              {drafts.map((draft) => (
                <DraftCard key={draft.id} code={code} draft={draft} />
              ))}
            </ul>
          )}
          <ImportCriteria code={code} />
        </Part>
        <Part title={say.own}>
          {own.length === 0 ? (
            <p className="text-ink-soft">{say.noOwn}</p>
          ) : (
            <ul className="flex flex-col gap-3">{own}</ul>
          )}
        </Part>
        <Part title={say.presets}>
          <ul className="flex flex-col gap-3">{cards(true)}</ul>
        </Part>
        <Part title={say.margin.title}>
          <p>{say.margin.text(words.metersText(settings.marginMeters))}</p>
          <Button className="w-fit" onPress={() => changeView({ place: 'settings' })}>
            {say.margin.open}
          </Button>
        </Part>
        <Part title={say.history}>
          {adoptions.length === 0 ? (
            <p className="text-ink-soft">{say.noHistory}</p>
          ) : (
            <ol className="divide-y divide-line rounded-12 border border-line bg-surface">
              {adoptions.map((adoption) => (
                <li key={adoption.adoptedAt} className="px-5 py-3">
                  <p className="font-bold">{nameOf(adoption.criteria)}</p>
                  <p className="text-14">
                    {say.effectiveOn(words.date(adoption.effectiveOn))}
                    {words.dot}
                    {say.adoptedBy(adoption.adoptedBy)}
                    {words.dot}
                    {words.moment(adoption.adoptedAt)}
                  </p>
                  <p className="text-14 text-ink-soft">{adoption.note}</p>
                </li>
              ))}
            </ol>
          )}
        </Part>
      </div>
    </div>
  );

  function nameOf(ref: CriteriaOverview['inForce']): string {
    const found = versions.find(({ criteria }) => isSameRef(criteria, ref));
    const name = found === undefined ? ref.id : words.pick(found.criteria.name);
    return `${name} ${say.version(String(ref.version))}`;
  }
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <h3 className="text-20 font-bold">{title}</h3>
      {children}
    </section>
  );
}
