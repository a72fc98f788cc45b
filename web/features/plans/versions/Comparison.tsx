import { useQuery } from '@tanstack/react-query';
import { planComparisonQuery } from '../../../api/plans.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { LoadError } from '../../../ui/LoadError.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** Two versions side by side: each field that is not the same, with what it said and says. */
export function Comparison(props: {
  readonly code: string;
  readonly residentId: string;
  readonly from: number;
  readonly to: number;
  readonly names: readonly [string, string];
}) {
  const words = useWords();
  const say = usePlanWords().versions;
  const query = useQuery(planComparisonQuery(props.code, props.residentId, props.from, props.to));
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={4} />
    );
  const { changes } = query.data;
  if (changes.length === 0) return <p>{say.same}</p>;
  return (
    <table className="w-full table-fixed border-collapse text-14">
      <caption className="pb-1 text-left text-ink-soft">
        {say.changes(String(changes.length))}
      </caption>
      <thead>
        <tr className="border-b border-line-strong bg-surface-soft text-left">
          <th scope="col" className="w-1/3 p-2">
            {say.field}
          </th>
          <th scope="col" className="p-2">
            {props.names[0]}
          </th>
          <th scope="col" className="p-2">
            {props.names[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ path, label, kind, beforeWords, afterWords }) => (
          <tr key={path} className="border-b border-line align-top">
            <th scope="row" className="p-2 text-left break-words">
              {words.pick(label)}
              <span className="block font-normal text-ink-soft">{say.kind[kind]}</span>
            </th>
            <td className="p-2 break-words text-ink-soft">{words.pick(beforeWords)}</td>
            <td className="p-2 break-words">{words.pick(afterWords)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
