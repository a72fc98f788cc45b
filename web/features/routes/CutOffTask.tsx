import type { RouteOptions } from '#contract/route';
import { useWords } from '../../i18n/use-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { ClosuresSection } from './ClosuresSection.tsx';
import { CutOffResults } from './CutOffResults.tsx';
import { CutsSection } from './CutsSection.tsx';
import { CompareSection } from './kept/CompareSection.tsx';
import { KeptSection } from './kept/KeptSection.tsx';
import { RoutesLegend } from './RoutesLegend.tsx';
import type { RoutePlan } from './route-plan.ts';
import { footProfileOf, useCutOff } from './use-cut-off.ts';
import { changePlan } from './use-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** What if roads go: what is closed, who is cut off, and which roads matter most. */
export function CutOffTask(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}) {
  const { code, plan, options } = props;
  const words = useWords();
  const say = useRouteWords();
  const cutOff = useCutOff(code, options);
  const choice = (
    label: string,
    value: string,
    isFourWheeled: boolean,
    onChange: (id: string) => void,
  ) => (
    <LabelledField label={label}>
      {(ids) => (
        <select
          {...ids}
          className={FIELD_STYLE}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.profiles
            .filter((profile) => profile.isFourWheeled === isFourWheeled)
            .map(({ id, label: text }) => (
              <option key={id} value={id}>
                {words.pick(text)}
              </option>
            ))}
        </select>
      )}
    </LabelledField>
  );
  return (
    <div className="divide-y divide-line">
      <div className="flex flex-col gap-3 p-4">
        <p className="leading-relaxed text-ink-soft">{say.cutOff.intro}</p>
        <ClosuresSection code={code} plan={plan} />
        <div className="grid grid-cols-2 gap-3">
          {choice(say.cutOff.footProfile, footProfileOf(plan, options), false, (profile) =>
            changePlan({ profile }),
          )}
          {choice(say.cutOff.vehicleProfile, plan.vehicle, true, (vehicle) =>
            changePlan({ vehicle }),
          )}
        </div>
        <Checkbox
          label={say.travel.night}
          isChecked={plan.isNight}
          onChange={(isNight) => changePlan({ isNight })}
        />
      </div>
      <CutOffResults code={code} plan={plan} {...cutOff} />
      <div className="not-printed p-4">
        <KeptSection code={code} plan={plan} />
      </div>
      <CompareSection code={code} plan={plan} options={options} />
      <CutsSection code={code} profile={plan.vehicle} plan={plan} />
      <RoutesLegend />
    </div>
  );
}
