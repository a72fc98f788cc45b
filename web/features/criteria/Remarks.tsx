import type { CriteriaRemark } from '#domain/priority/content-errors';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** What is to be said of criteria, by the path of the field; errors stand before cautions. */
export interface RemarksByPath {
  readonly errors: readonly CriteriaRemark[];
  readonly cautions: readonly CriteriaRemark[];
}

/** What is said at one field. */
export function Remarks({
  remarks,
  path,
}: {
  readonly remarks: RemarksByPath;
  readonly path: string;
}) {
  const words = useWords();
  const here = (all: readonly CriteriaRemark[]) => all.filter((one) => one.path === path);
  return (
    <>
      {here(remarks.errors).map((remark) => (
        <p key={remark.ja} className="flex items-start gap-2 text-14 font-bold text-error">
          <Icon name="warning" className="mt-0.5 size-5" />
          {words.pick(remark)}
        </p>
      ))}
      {here(remarks.cautions).map((remark) => (
        <p key={remark.ja} className="flex items-start gap-2 text-14 text-caution">
          <Icon name="question" className="mt-0.5 size-5" />
          {words.pick(remark)}
        </p>
      ))}
    </>
  );
}

export const isWrongAt = ({ errors }: RemarksByPath, path: string): boolean =>
  errors.some((error) => error.path === path);
