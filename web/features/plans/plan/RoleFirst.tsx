import type { PlanView } from '#contract/plan-work';
import { valueInWords } from '#domain/plan/field-words';
import { DEVICE_LABELS } from '#domain/resident/labels';
import { useAccount } from '../../../api/session.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { RouteFacts } from '../route/RouteFacts.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { changePlansView } from '../use-plans-view.ts';

/** What a role has come for: the fire department the route, a shelter whom it is to take in. */
export function RoleFirst({ view }: { readonly view: PlanView }) {
  const words = useWords();
  const say = usePlanWords();
  const role = useAccount()?.role ?? null;
  const { content } = view;
  if (role === 'fire-department')
    return (
      <PanelSection title={say.roleFirst.route}>
        {content.route === null ? (
          <p>{say.route.none}</p>
        ) : (
          <RouteFacts route={content.route} means={content.means} />
        )}
        <Open part="route" />
      </PanelSection>
    );
  if (role !== 'welfare-shelter') return null;
  return (
    <PanelSection title={say.roleFirst.destination}>
      <p className="font-bold">{words.pick(valueInWords('destination', content.destination))}</p>
      <p className="text-14 font-bold">{say.roleFirst.devices}</p>
      {content.body.devices.length === 0 ? (
        <p>{say.roleFirst.noDevices}</p>
      ) : (
        <ul className="list-disc pl-5">
          {content.body.devices.map(({ id, device, watts }) => (
            <li key={id}>
              {words.pick(DEVICE_LABELS[device])}
              {words.dot}
              {watts === null ? say.form.unknown : `${watts} W`}
            </li>
          ))}
        </ul>
      )}
      <Open part="content" />
    </PanelSection>
  );
}

function Open({ part }: { readonly part: 'route' | 'content' }) {
  const say = usePlanWords().roleFirst;
  return (
    <Button className="w-fit" onPress={() => changePlansView({ part }, 'push')}>
      {say.openSection}
    </Button>
  );
}
