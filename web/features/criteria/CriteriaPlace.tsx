import { useQuery } from '@tanstack/react-query';
import type { CriteriaRef } from '#contract/criteria-desk';
import type { MunicipalityView } from '#contract/municipality';
import { criteriaOverviewQuery } from '../../api/criteria.ts';
import { useView } from '../../state/use-view.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { CompareView } from './CompareView.tsx';
import { CriteriaOverviewView } from './CriteriaOverviewView.tsx';
import { DraftPlace } from './DraftPlace.tsx';
import { parseOpen } from './open-criteria.ts';
import { isSameRef } from './same-ref.ts';
import { VersionView } from './VersionView.tsx';

/** The criteria: all of them, one that is read or worked on, or two that are compared. */
export default function CriteriaPlace(props: { readonly municipality: MunicipalityView }) {
  const { municipality } = props;
  const { code } = municipality;
  const open = parseOpen(useView((view) => view.criteria));
  const query = useQuery(criteriaOverviewQuery(code));
  const overview = query.data;
  if (overview === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={9} className="p-6" />
    );
  const versionOf = (ref: CriteriaRef) =>
    overview.versions.find(({ criteria }) => isSameRef(criteria, ref));
  switch (open.kind) {
    case 'draft':
      return <DraftPlace municipality={municipality} id={open.id} inForce={overview.inForce} />;
    case 'compare':
      return <CompareView code={code} from={open.from} to={open.to} overview={overview} />;
    case 'version': {
      const version = versionOf(open.ref);
      if (version === undefined) break;
      const key = `${open.ref.id}@${open.ref.version}`;
      return (
        <VersionView key={key} municipality={municipality} version={version} overview={overview} />
      );
    }
  }
  return <CriteriaOverviewView municipality={municipality} overview={overview} />;
}
