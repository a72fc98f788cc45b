import type { PlanView } from '#contract/plan-work';
import type { ResidentDetail } from '#contract/resident';
import type { PlanContent } from '#domain/plan/plan';
import { isSame } from '#domain/plan/same';
import { useAccount } from '../../../api/session.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { valueAt } from '../draft/at-path.ts';
import type { PlanPart } from '../plans-view.ts';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';
import { SECTIONS, sectionOf } from './fields.ts';
import type { FieldProblem } from './problems.ts';
import { SectionForm } from './SectionForm.tsx';
import { isSectionName, SECTION_NAMES, type SectionName } from './section-names.ts';
import { sectionSummary } from './section-summary.ts';

export interface FormProps {
  readonly code: string;
  readonly content: PlanContent;
  readonly person: ResidentDetail | undefined;
  readonly problems: readonly FieldProblem[];
  /** null: for reading only. */
  readonly change: ((update: (content: PlanContent) => PlanContent) => void) | null;
}

/** What the plan says, one thing at a time: all sections, or the one that is open. */
export function ContentPart(
  props: FormProps & {
    readonly view: PlanView | undefined;
    readonly part: PlanPart;
    /** What was there before the unsaved work. */
    readonly base: PlanContent;
  },
) {
  const { view, part } = props;
  const words = useWords();
  const say = usePlanWords();
  const role = useAccount()?.role ?? null;
  const order = sectionOrder(role);
  const remark =
    props.change !== null || view === undefined
      ? null
      : view.steps.some(({ isMine }) => isMine) && role !== 'fire-department'
        ? say.sections.notWritable(words.pick(view.stageLabel))
        : say.sections.readOnly;
  return (
    <>
      {remark !== null && <p className="px-5 pt-3 text-14 text-ink-soft">{remark}</p>}
      {isSectionName(part) ? (
        <OpenSection {...props} section={part} order={order} />
      ) : (
        <SectionList {...props} order={order} />
      )}
    </>
  );
}

/** A role's own part first; the order of the paper otherwise. */
function sectionOrder(role: string | null): readonly SectionName[] {
  const first: readonly SectionName[] =
    role === 'fire-department'
      ? ['route', 'means', 'destination', 'supporters']
      : role === 'welfare-shelter'
        ? ['destination', 'devices', 'body', 'supporters']
        : [];
  return [...first, ...SECTION_NAMES.filter((name) => !first.includes(name))];
}

function SectionList(
  props: FormProps & { readonly base: PlanContent; readonly order: readonly SectionName[] },
) {
  const { content, base, problems } = props;
  const words = useWords();
  const all = usePlanWords();
  const say = all.sections;
  return (
    <nav aria-label={say.label}>
      <ul>
        {props.order.map((section) => {
          const isChanged = SECTIONS[section].paths.some(
            (path) => !isSame(valueAt(content, path), valueAt(base, path)),
          );
          const wrong = problems.filter(({ path }) => sectionOf(path) === section).length;
          return (
            <li key={section}>
              <button
                type="button"
                className="focus-inset flex min-h-12 w-full items-center gap-3 border-b border-line px-5 py-1.5 text-left hover:bg-surface-soft"
                onClick={() => changePlansView({ part: section }, 'push')}
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-bold">{say[section]}</span>
                  <span className="line-clamp-2 text-14 text-ink-soft">
                    {sectionSummary(section, content, words, all)}
                  </span>
                </span>
                {(wrong > 0 || isChanged) && (
                  <span
                    className={`shrink-0 text-14 ${wrong > 0 ? 'font-bold text-error' : 'text-action'}`}
                  >
                    {wrong > 0 ? say.wrong(String(wrong)) : say.changed}
                  </span>
                )}
                <Icon name="right" className="size-4 text-ink-soft" />
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function OpenSection(
  props: FormProps & { readonly section: SectionName; readonly order: readonly SectionName[] },
) {
  const { section, order } = props;
  const say = usePlanWords().sections;
  const at = order.indexOf(section);
  const [former, next] = [order[at - 1], order[at + 1]];
  const go = (to: SectionName) => changePlansView({ part: to }, 'push');
  const quiet = 'min-h-11 rounded-8 px-2 text-14 text-action underline underline-offset-4';
  return (
    <section aria-label={say[section]} className="flex flex-col gap-4 px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="text-18 font-bold">{say[section]}</h3>
        <button
          type="button"
          className={`${quiet} not-printed -mr-2`}
          onClick={() => changePlansView({ part: 'content' }, 'push')}
        >
          {say.back}
        </button>
      </div>
      <SectionForm key={section} {...props} />
      <nav aria-label={say.label} className="not-printed flex flex-wrap justify-between gap-2">
        {former === undefined ? (
          <span />
        ) : (
          <button type="button" className={quiet} onClick={() => go(former)}>
            {say.former(say[former])}
          </button>
        )}
        {next !== undefined && (
          <button type="button" className={quiet} onClick={() => go(next)}>
            {say.next(say[next])}
          </button>
        )}
      </nav>
    </section>
  );
}
