import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../api/access.ts';
import { travelProfilesQuery } from '../../api/travel-profiles.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { type ShownProfile, streetSpeed } from './figure-fields.ts';
import { TravelProfileForm } from './TravelProfileForm.tsx';
import { useTravelProfileWords } from './use-travel-profile-words.ts';

/** What is reckoned with for each means of travel: the standard, or what the city says in its place. */
export default function TravelProfilesSection({ code }: { readonly code: string }) {
  const say = useTravelProfileWords();
  const mayChange = useMay()('travel-profiles.change');
  const query = useQuery(travelProfilesQuery(code));
  const [edited, setEdited] = useState<string | null>(null);
  const profile = query.data?.profiles.find(({ id }) => id === edited);
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      {query.isPending && <SkeletonLines count={8} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && (
        <ProfileTable
          profiles={query.data.profiles}
          edited={edited}
          onEdit={mayChange ? setEdited : null}
        />
      )}
      {profile !== undefined && (
        <TravelProfileForm
          key={profile.id}
          code={code}
          profile={profile}
          onEnd={() => setEdited(null)}
        />
      )}
      {!mayChange && <p className="text-14 text-ink-soft">{say.readOnly}</p>}
    </section>
  );
}

const CELL = 'px-2 py-2 text-right align-top whitespace-nowrap number';

function ProfileTable(props: {
  readonly profiles: readonly ShownProfile[];
  readonly edited: string | null;
  readonly onEdit: ((id: string) => void) | null;
}) {
  const words = useWords();
  const say = useTravelProfileWords();
  const { onEdit } = props;
  const heads = [say.width, say.height, say.weight, say.slope, say.speed, say.night];
  const shown = (value: number | null, text: (figure: string) => string) =>
    value === null ? say.none : text(String(value));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section aria-label={say.table} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-14">
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="px-2 py-2 text-left">
              {say.profile}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="px-2 py-2 text-right">
                {head}
              </th>
            ))}
            {onEdit !== null && <td />}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {props.profiles.map((profile) => {
            const { id, own, standard, changed } = profile;
            const figures = own ?? standard;
            const label = words.pick(profile.label);
            return (
              <tr key={id}>
                <th scope="row" className="px-2 py-2 text-left align-top">
                  {label}
                  <p className="font-normal text-ink-soft">
                    {own === null ? say.standard : `${say.own}: ${own.source}`}
                    {changed !== null && (
                      <span className="block">
                        {say.changed(words.moment(changed.at), changed.by)}
                      </span>
                    )}
                  </p>
                </th>
                <td className={CELL}>{shown(figures.widthMeters, say.metres)}</td>
                <td className={CELL}>{shown(figures.heightMeters, say.metres)}</td>
                <td className={CELL}>{shown(figures.weightTonnes, say.tonnes)}</td>
                <td className={CELL}>{shown(figures.slopePercent, say.percent)}</td>
                <td className={CELL}>
                  {shown(streetSpeed(profile, figures.speedFactor), say.kmh)}
                </td>
                <td className={CELL}>{say.ofDay(String(Math.round(figures.nightFactor * 100)))}</td>
                {onEdit !== null && (
                  <td className="px-2 py-1 text-right">
                    <Button
                      className="whitespace-nowrap"
                      aria-label={say.changeOf(label)}
                      aria-expanded={props.edited === id}
                      onPress={() => onEdit(id)}
                    >
                      {say.change}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
