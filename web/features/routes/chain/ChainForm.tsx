import { useQuery } from '@tanstack/react-query';
import type { RouteOptions } from '#contract/route';
import { sheltersQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { PlaceField } from '../PlaceField.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { changePlan } from '../use-plan.ts';
import { usePlannedPlaces } from '../use-planned-places.ts';
import { useRouteWords } from '../use-route-words.ts';
import { useChainWords } from './use-chain-words.ts';

/** Stands for "by the roster" and "the best one" in a list of choices. */
const NONE = '';

interface ChainFormProps {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
}

/** Whose evacuation, to which shelter, and how the person and a supporter move. */
export function ChainForm({ code, plan, options }: ChainFormProps) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = useChainWords();
  const places = usePlannedPlaces(code, plan);
  const shelters = useQuery(sheltersQuery(code)).data?.shelters ?? [];
  const { chain } = plan;
  const profiles = options.profiles.map(({ id, label }): [string, string] => [
    id,
    words.pick(label),
  ]);
  const choice = (
    label: string,
    value: string,
    choices: readonly [id: string, text: string][],
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
          {choices.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  );
  return (
    <div className="flex flex-col gap-3 px-4 pt-3 pb-4">
      <p className="not-printed leading-relaxed text-ink-soft">{say.intro}</p>
      <PlaceField
        code={code}
        slot="from"
        place={places.from}
        onChoose={(from) => changePlan({ from, chain: { ...chain, mover: null, way: 0 } })}
        onRemove={() => changePlan({ from: null })}
      />
      {plan.from !== null && plan.from.kind !== 'resident' && (
        <p className="text-caution">{say.onlyHomes}</p>
      )}
      {choice(
        say.shelter,
        plan.to?.kind === 'shelter' ? plan.to.id : NONE,
        [
          [NONE, say.bestShelter],
          ...shelters
            .filter(({ position }) => position !== null)
            .map(({ id, name, kind }): [string, string] => [
              id,
              `${name}${words.dot}${words.terms.shelterKind[kind]}`,
            ])
            .sort(([, a], [, b]) => a.localeCompare(b, 'ja')),
        ],
        (id) => changePlan({ to: id === NONE ? null : { kind: 'shelter', id } }),
      )}
      <div className="grid grid-cols-2 items-end gap-3">
        {choice(say.mover, chain.mover ?? NONE, [[NONE, say.byRoster], ...profiles], (id) =>
          changePlan({ chain: { ...chain, mover: id === NONE ? null : id } }),
        )}
        {choice(say.helper, chain.helper, profiles, (helper) =>
          changePlan({ chain: { ...chain, helper } }),
        )}
      </div>
      <Checkbox
        label={routeWords.travel.night}
        isChecked={plan.isNight}
        onChange={(isNight) => changePlan({ isNight })}
      />
    </div>
  );
}
