import { useQuery } from '@tanstack/react-query';
import type { CriteriaRef } from '#contract/criteria-desk';
import type { MunicipalityView } from '#contract/municipality';
import { criteriaDraftQuery } from '../../api/criteria.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { BackToAll } from './BackToAll.tsx';
import { DraftEditor } from './DraftEditor.tsx';
import { sessionOf } from './draft-session.ts';

/** Opens a draft from the server, or goes on with what is worked on in this window. */
export function DraftPlace(props: {
  readonly municipality: MunicipalityView;
  readonly id: string;
  readonly inForce: CriteriaRef;
}) {
  const { municipality, id, inForce } = props;
  const query = useQuery(criteriaDraftQuery(municipality.code, id));
  if (query.data !== undefined)
    return (
      <DraftEditor
        key={id}
        municipality={municipality}
        session={sessionOf(municipality.code, query.data)}
        inForce={inForce}
      />
    );
  return (
    <div className="p-6">
      <BackToAll />
      {query.isError ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines count={9} />
      )}
    </div>
  );
}
