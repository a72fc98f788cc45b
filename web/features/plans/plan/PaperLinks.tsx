import type { PlanView } from '#contract/plan-work';
import { mayPrint } from '#domain/plan/papers';
import { useAccount } from '../../../api/session.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** The saved plan on paper, in the versions that the role may print. */
export function PaperLinks({ code, view }: { readonly code: string; readonly view: PlanView }) {
  const say = usePlanWords().paper;
  const role = useAccount()?.role ?? null;
  if (role === null || view.contentVersion === 0) return null;
  const { supporters, destination } = view.content;
  const base = `/api/municipalities/${code}/residents/${encodeURIComponent(view.residentId)}/plan.pdf`;
  const links = [
    ...(mayPrint(role, 'person') ? [[say.person, '?for=person'] as const] : []),
    ...(mayPrint(role, 'supporter')
      ? supporters.map(
          ({ id, name }) => [say.supporter(name), `?for=supporter&supporter=${id}`] as const,
        )
      : []),
    ...(mayPrint(role, 'shelter') && destination !== null
      ? [[say.shelter, '?for=shelter'] as const]
      : []),
  ];
  if (links.length === 0) return null;
  return (
    <PanelSection title={say.title}>
      <ul>
        {links.map(([text, query]) => (
          <li key={query}>
            <a
              href={`${base}${query}`}
              target="_blank"
              rel="noreferrer"
              className="inline-flex min-h-11 items-center gap-2 text-action underline underline-offset-4"
            >
              <Icon name="print" />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
