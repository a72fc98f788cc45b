import type { PlanView } from '#contract/plan-work';
import { useWords } from '../../../i18n/use-words.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** Whose word was given, of which version; and whose fell away, and why. */
export function ApprovalsSection({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords().plan;
  const fallenOf = (kind: string) => {
    const event = view.events.find(({ fallen }) => fallen.some((one) => one.approval === kind));
    return event?.fallen.find((one) => one.approval === kind) ?? null;
  };
  return (
    <PanelSection title={say.approvals}>
      <ul className="divide-y divide-line border-y border-line">
        {view.approvals.map(({ kind, label, isAsked, given }) => {
          const fallen = given === null && isAsked ? fallenOf(kind) : null;
          return (
            <li key={kind} className="flex items-start gap-2 py-2">
              <Icon
                name={given === null ? 'minus' : 'check'}
                className={`mt-1 size-5 ${given === null ? 'text-ink-soft' : 'text-action'}`}
              />
              <div className="min-w-0">
                <p className="font-bold">{words.pick(label)}</p>
                <p className="text-14">
                  {!isAsked
                    ? say.notAsked
                    : given === null
                      ? say.notGiven
                      : say.given(words.moment(given.at), given.by, String(given.version))}
                </p>
                {given?.said !== undefined && (
                  <p className="text-14">{say.said(given.said.by, words.date(given.said.on))}</p>
                )}
                {fallen !== null && (
                  <p className="text-14 text-caution">
                    {say.fallen(words.pick(label), words.pick(fallen.why))}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
