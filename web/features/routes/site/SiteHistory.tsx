import { useQuery } from '@tanstack/react-query';
import type { RouteOptions } from '#contract/route';
import { siteOverrideQuery } from '../../../api/fire.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { useSiteWords } from '../use-fire-words.ts';
import { factTexts } from './fact-lines.ts';
import { SitePhotos } from './SitePhotos.tsx';

/** Everything that was said of a road in one record, latest first, and its photos. */
export function SiteHistory(props: {
  readonly code: string;
  readonly id: string;
  readonly options: RouteOptions;
}) {
  const { code, id, options } = props;
  const words = useWords();
  const say = useSiteWords();
  const query = useQuery(siteOverrideQuery(code, id));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <SkeletonLines count={3} />;
  return (
    <div className="flex flex-col gap-2 border-l-4 border-line pl-3">
      <SitePhotos code={code} override={query.data} />
      <h4 className="text-14 font-bold">{say.history.title}</h4>
      <ol className="text-14">
        {query.data.history.map((change) => (
          <li key={change.version} className="number py-1">
            <span className="font-bold">{say.history.kinds[change.kind]}</span>
            {words.dot}
            {say.said(change.changedBy, words.moment(change.changedAt))}
            <span className="block break-words">
              {[...factTexts(change, options.profiles, words, say).values()].join(words.comma)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
