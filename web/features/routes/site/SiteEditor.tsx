import { useQuery } from '@tanstack/react-query';
import type { RouteOptions } from '#contract/route';
import { roadQuery, siteOverrideQuery } from '../../../api/fire.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { useFireWords, useSiteWords } from '../use-fire-words.ts';
import { changePlan } from '../use-plan.ts';
import { useRouteWords } from '../use-route-words.ts';
import { SiteForm } from './SiteForm.tsx';
import type { SitePlan } from './site-plan.ts';
import type { Site } from './use-site.ts';

/** The form of a new record of a road, or of one that is there, once what it is about is known. */
export function SiteEditor(props: {
  readonly code: string;
  readonly target: SitePlan;
  readonly options: RouteOptions;
  readonly site: Site;
}) {
  const { code, target, options, site } = props;
  const words = useWords();
  const say = useSiteWords();
  const routeWords = useRouteWords();
  const unnamed = useFireWords().list.unnamed;
  const override = useQuery(siteOverrideQuery(code, target.kind === 'override' ? target.id : null));
  const road = useQuery(roadQuery(code, target.kind === 'road' ? target.id : null));
  const query = target.kind === 'road' ? road : override;
  const close = () => changePlan({ site: null });
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (target.kind === 'override') {
    if (override.data === undefined) return <SkeletonLines count={6} className="p-4" />;
    return (
      <SiteForm
        code={code}
        draftKey={`${code} ${target.id}`}
        title={say.form.changeOf(site.nameOf(override.data))}
        standing={override.data}
        road={override.data.road}
        options={options}
        site={site}
      />
    );
  }
  if (road.data === undefined)
    return (
      <div className="p-4">
        <p role="status">{say.form.loading}</p>
        <SkeletonLines count={6} />
      </div>
    );
  const found = road.data.road;
  const source = road.data.data.roads[0]?.source;
  if (found === null || source === undefined)
    return (
      <div className="flex flex-col items-start gap-2 p-4">
        <p>{say.form.gone}</p>
        <Button onPress={close}>{say.form.cancel}</Button>
      </div>
    );
  const { leastWidthMeters, mostWidthMeters } = found;
  const width =
    leastWidthMeters === null
      ? say.form.widthNotKnown
      : mostWidthMeters === null
        ? routeWords.result.widthAtLeast(String(leastWidthMeters))
        : mostWidthMeters === leastWidthMeters
          ? routeWords.result.widthExact(String(leastWidthMeters))
          : routeWords.result.widthFrom(String(leastWidthMeters), String(mostWidthMeters));
  return (
    <SiteForm
      code={code}
      draftKey={`${code} ${found.id}`}
      title={say.form.newOf(found.name ?? unnamed)}
      about={say.form.data(
        [routeWords.kind[found.kind], words.metersText(found.lengthMeters), width].join(words.dot),
      )}
      standing={null}
      road={{ source, id: found.id, middle: [found.middle[0], found.middle[1]] }}
      options={options}
      site={site}
      line={found.line}
    />
  );
}
