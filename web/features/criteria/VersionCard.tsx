import type { CriteriaAdoption, CriteriaOverview } from '#contract/criteria-desk';
import { openCriteria } from './open-criteria.ts';
import { useCriteriaWords } from './use-criteria-words.ts';
import { VersionActions } from './VersionActions.tsx';

/** One version that people can be ranked by. Nothing in it can be changed. */
export function VersionCard(props: {
  readonly code: string;
  readonly version: CriteriaOverview['versions'][number];
  readonly isInForce: boolean;
  /** The latest adoption of it; null where it never was. */
  readonly adoption: CriteriaAdoption | null;
}) {
  const { code, isInForce, adoption } = props;
  const { criteria } = props.version;
  const words = useCriteriaWords();
  const say = words.criteria;
  const { id, version } = criteria;
  return (
    <li
      className={`flex flex-col gap-2 rounded-12 border bg-surface px-5 py-4 ${
        isInForce ? 'border-2 border-action' : 'border-line'
      }`}
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-bold">{words.pick(criteria.name)}</span>
        <span className="text-14 text-ink-soft">
          {say.version(String(version))}
          {words.dot}
          {say.effectiveOn(words.date(adoption?.effectiveOn ?? criteria.effectiveOn))}
        </span>
        {isInForce && <span className="text-14 font-bold text-action">{say.inForce}</span>}
      </p>
      {adoption !== null && (
        <p className="text-14 text-ink-soft">
          {say.adoptedBy(adoption.adoptedBy)}
          {words.dot}
          {adoption.note}
        </p>
      )}
      <VersionActions
        code={code}
        criteria={criteria}
        onRead={() => openCriteria({ kind: 'version', ref: { id, version } })}
      />
    </li>
  );
}
