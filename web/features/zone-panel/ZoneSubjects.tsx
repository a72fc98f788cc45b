import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { zoneSubjectsSchema } from '#contract/shelter';
import { RELATIONS, type Relation } from '#domain/hazard/relation';
import { zoneSubjectsQuery } from '../../api/places.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

type Subjects = z.output<typeof zoneSubjectsSchema>;
/** A debris flow can have hundreds of people around: the first are shown, the others on demand. */
const FIRST_PEOPLE = 20;
const COUNTED: readonly Relation[] = RELATIONS.filter((relation) => relation !== 'outside');

/** Who and what is inside or near a zone, with counts by tier, each a way to their panel. */
export function ZoneSubjects({ code, id }: { readonly code: string; readonly id: string }) {
  const words = useWords();
  const say = words.zoneSubjects;
  const query = useQuery(zoneSubjectsQuery(code, id));
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={6} className="p-5" />
    );
  const { residents, shelters } = query.data;
  return (
    <>
      <PanelSection
        title={say.people}
        aside={
          residents.length > 0 && (
            <a
              className="text-action underline underline-offset-4"
              href={`/api/municipalities/${code}/zones/${encodeURIComponent(id)}/people.csv`}
              download
            >
              {say.csv}
            </a>
          )
        }
      >
        {residents.length === 0 ? (
          <p>{say.none}</p>
        ) : (
          <>
            <TierCounts residents={residents} />
            <People residents={residents} />
          </>
        )}
      </PanelSection>
      <PanelSection title={say.shelters}>
        {shelters.length === 0 ? (
          <p>{say.noShelters}</p>
        ) : (
          <ul>
            {shelters.map((shelter) => (
              <li key={shelter.id} className="border-b border-line last:border-b-0">
                <button
                  type="button"
                  className="focus-inset min-h-11 w-full px-1 py-1.5 text-left leading-normal hover:bg-surface-soft"
                  onClick={() => changeView({ selection: { kind: 'shelter', id: shelter.id } })}
                >
                  <span className="block font-bold">{shelter.name}</span>
                  <span className="text-14 text-ink-soft">
                    {words.terms.shelterKind[shelter.kind]}
                    {words.dot}
                    {words.terms.relation[shelter.relation]} ・ <Metres of={shelter} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </PanelSection>
    </>
  );
}

function TierCounts({ residents }: Pick<Subjects, 'residents'>) {
  const { zoneSubjects, terms } = useWords();
  const tiers = [...new Set(residents.map(({ tier }) => tier))].sort((a, b) => a - b);
  return (
    <table className="w-full text-14" aria-label={zoneSubjects.byTier}>
      <thead>
        <tr className="border-b border-line-strong">
          <th scope="col" className="py-1 text-left">
            {zoneSubjects.columns.tier}
          </th>
          {COUNTED.map((relation) => (
            <th key={relation} scope="col" className="py-1 text-right">
              {terms.relation[relation]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier} className="border-b border-line">
            <th scope="row" className="py-1 text-left font-normal">
              {terms.tier(tier)}
            </th>
            {COUNTED.map((relation) => (
              <td key={relation} className="number py-1 text-right">
                {formatNumber(
                  residents.filter((one) => one.tier === tier && one.zone.relation === relation)
                    .length,
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function People({ residents }: Pick<Subjects, 'residents'>) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? residents : residents.slice(0, FIRST_PEOPLE);
  const hidden = residents.length - shown.length;
  return (
    <>
      <ul>
        {shown.map((person) => (
          <li key={person.id} className="border-b border-line last:border-b-0">
            <button
              type="button"
              className="focus-inset min-h-11 w-full px-1 py-1.5 text-left leading-normal hover:bg-surface-soft"
              onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
            >
              <span className="block font-bold">{person.name}</span>
              <span className="number text-14 text-ink-soft">
                {words.terms.rank(formatNumber(person.rank))}
                {words.dot}
                {words.terms.tier(person.tier)}
                {words.dot}
                {words.terms.relation[person.zone.relation]} ・ <Metres of={person.zone} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className="min-h-11 self-start text-action underline underline-offset-4"
          onClick={() => setWhole(true)}
        >
          {words.zoneSubjects.more(formatNumber(hidden))}
        </button>
      )}
    </>
  );
}

function Metres(props: { readonly of: { readonly signedDistanceMeters: number } }) {
  const words = useWords();
  const { signedDistanceMeters } = props.of;
  const metres = words.metersText(signedDistanceMeters);
  return signedDistanceMeters <= 0 ? words.panel.inside(metres) : words.panel.outside(metres);
}
