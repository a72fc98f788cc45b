import { useAccount } from '../../api/session.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { Board } from './Board.tsx';
import { FieldScreen } from './FieldScreen.tsx';
import { isFieldRole } from './field-role.ts';
import { ResponseHeader } from './ResponseHeader.tsx';
import { useLiveResponse } from './use-live-response.ts';

/** One response: a board for those who direct, large buttons for those who are with the people. */
export function ResponseView({ code, id }: { readonly code: string; readonly id: string }) {
  const { query, detail, live } = useLiveResponse(code, id);
  const role = useAccount()?.role;
  if (query.isError && detail === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (detail === undefined) return <SkeletonLines count={9} className="p-6" />;
  return (
    <>
      <ResponseHeader code={code} detail={detail} live={live} />
      {isFieldRole(role) ? (
        <FieldScreen code={code} detail={detail} />
      ) : (
        <Board code={code} detail={detail} />
      )}
    </>
  );
}
