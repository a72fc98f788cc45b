import { useQuery } from '@tanstack/react-query';
import {
  CASE_LABELS,
  KIND_LABELS,
  LEVEL_LABELS,
  levelTable,
  REACH_LABELS,
  reasonOf,
  STANDING_CASES,
} from '#domain/access/explain';
import { PERSON_RULES } from '#domain/access/policy';
import { ROLE_LABELS, type Role } from '#domain/access/roles';
import { ACCESS_LABELS } from '#domain/access/rule-labels';
import { ownAccessQuery } from '../../api/access.ts';
import { useWords } from '../../i18n/use-words.ts';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** Why do I not see this? The role's own part of the tables that the server goes by. */
export default function AccessPlace() {
  const words = useWords();
  const say = words.access;
  const query = useQuery(ownAccessQuery());
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={9} className="p-6" />
    );
  const { role, districts, may } = query.data;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 p-6">
        <h2 className="text-24 font-bold">{say.title}</h2>
        <section className="flex flex-col gap-3 rounded-12 bg-surface p-5">
          <p className="text-18 font-bold">
            {role === 'system' ? say.operator : say.role(words.pick(ROLE_LABELS[role]))}
          </p>
          {districts !== null && <p>{say.districts(districts.join(words.comma))}</p>}
          {role !== 'system' && <p>{words.pick(reasonOf(role))}</p>}
        </section>
        {role !== 'system' && PERSON_RULES[role].reach !== 'nobody' && <People role={role} />}
        <section aria-label={say.mayTitle} className="rounded-12 bg-surface p-5">
          <h3 className="pb-2 text-20 font-bold">{say.mayTitle}</h3>
          <ul className="list-disc pl-6">
            {may
              .filter((access) => access !== 'public')
              .map((access) => (
                <li key={access}>{words.pick(ACCESS_LABELS[access])}</li>
              ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function People({ role }: { readonly role: Role }) {
  const words = useWords();
  const say = words.access;
  const rule = PERSON_RULES[role];
  return (
    <div className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.seesTitle}</h3>
      <p>{say.whose(words.pick(REACH_LABELS[rule.reach]))}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={say.seesTitle}>
        <table className="w-full min-w-160 text-14">
          <thead>
            <tr className="border-b border-line-strong text-left">
              <th scope="col" className="p-2">
                {say.kind}
              </th>
              {STANDING_CASES.map((name) => (
                <th key={name} scope="col" className="p-2">
                  {words.pick(CASE_LABELS[name])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {levelTable(role).map(({ kind, levels }) => (
              <tr key={kind} className="border-b border-line align-top">
                <th scope="row" className="p-2 text-left">
                  {words.pick(KIND_LABELS[kind])}
                </th>
                {STANDING_CASES.map((name) => (
                  <td key={name} className="p-2">
                    {words.pick(LEVEL_LABELS[levels[name]])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rule.otherwise === 'counted' && <p className="text-ink-soft">{say.hiddenNote}</p>}
    </div>
  );
}
