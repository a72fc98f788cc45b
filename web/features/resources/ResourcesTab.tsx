import { useQuery } from '@tanstack/react-query';
import { resourcesQuery } from '../../api/resources.ts';
import { useRelayView } from '../../state/relay-view.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { NearPerson } from './NearPerson.tsx';
import { ResourceForm } from './ResourceForm.tsx';
import { ResourceList } from './ResourceList.tsx';
import { ResourceView } from './ResourceView.tsx';

/** Resources of the neighbourhood: all of them, one, those near somebody, or a form for a new one. */
export default function ResourcesTab({ code }: { readonly code: string }) {
  const view = useRelayView();
  const query = useQuery(resourcesQuery(code));
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={9} className="p-4" />
    );
  if (view.resource === 'new' && query.data.mayChange)
    return <ResourceForm code={code} standing={null} />;
  if (view.resource !== null && view.resource !== 'new')
    return (
      <ResourceView
        key={view.resource}
        code={code}
        id={view.resource}
        now={query.data.now}
        zonesAsOf={query.data.zonesAsOf}
        mayChange={query.data.mayChange}
      />
    );
  return (
    <>
      {view.near !== null && <NearPerson key={view.near} code={code} person={view.near} />}
      <ResourceList code={code} view={view} list={query.data} />
    </>
  );
}
