import { useEffect, useState } from 'react';
import type { RouteOptions } from '#contract/route';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { useChainWords } from './chain/use-chain-words.ts';
import { PlaceField } from './PlaceField.tsx';
import { MOST_VIA, type RoutePlan } from './route-plan.ts';
import { changePlan } from './use-plan.ts';
import type { ResolvedPlan } from './use-planned-places.ts';
import { useRouteWords } from './use-route-words.ts';

interface RouteFormProps {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly places: ResolvedPlan;
  readonly options: RouteOptions;
}

/** Where from, where to, and how. */
export function RouteForm({ code, plan, places, options }: RouteFormProps) {
  const say = useRouteWords();
  const chainWords = useChainWords();
  const words = useWords();
  // A place on the way that is about to be chosen.
  const [isAdding, setAdding] = useState(false);
  const { via } = plan;
  // Also where it is chosen on the map.
  // biome-ignore lint/correctness/useExhaustiveDependencies: one more is there, so none is wanted
  useEffect(() => setAdding(false), [via.length]);
  const isWhole = plan.from !== null && plan.to !== null;
  return (
    <div className="flex flex-col gap-2 px-4 pt-3 pb-4">
      <PlaceField
        code={code}
        slot="from"
        place={places.from}
        onChoose={(from) => changePlan({ from })}
        onRemove={() => changePlan({ from: null })}
      />
      {places.via.map((place, index) => (
        <PlaceField
          // biome-ignore lint/suspicious/noArrayIndexKey: a place on the way is known by its number
          key={index}
          code={code}
          slot={index}
          place={place}
          onChoose={(chosen) => changePlan({ via: via.with(index, chosen) })}
          onRemove={() => changePlan({ via: via.toSpliced(index, 1) })}
        />
      ))}
      {isAdding && via.length < MOST_VIA && (
        <PlaceField
          key={`new ${via.length}`}
          code={code}
          slot={via.length}
          place={null}
          onChoose={(chosen) => {
            setAdding(false);
            changePlan({ via: [...via, chosen] });
          }}
          onRemove={() => setAdding(false)}
        />
      )}
      <PlaceField
        code={code}
        slot="to"
        place={places.to}
        onChoose={(to) => changePlan({ to })}
        onRemove={() => changePlan({ to: null })}
      />
      {isWhole && (
        <div className="not-printed flex flex-wrap gap-1.5">
          {!isAdding && via.length < Math.min(MOST_VIA, options.mostVia) && (
            <Button variant="quiet" className="px-2 text-14" onPress={() => setAdding(true)}>
              ＋ {say.place.addVia}
            </Button>
          )}
          <Button
            variant="quiet"
            className="px-2 text-14"
            onPress={() => changePlan({ from: plan.to, to: plan.from, via: via.toReversed() })}
          >
            <Icon name="updown" />
            {say.place.swap}
          </Button>
        </div>
      )}
      <div className="grid grid-cols-2 items-end gap-3">
        <LabelledField label={say.travel.profile}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value={plan.profile}
              onChange={(event) => changePlan({ profile: event.target.value })}
            >
              {options.profiles.map(({ id, label }) => (
                <option key={id} value={id}>
                  {words.pick(label)}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
        <Checkbox
          label={say.travel.night}
          isChecked={plan.isNight}
          onChange={(isNight) => changePlan({ isNight })}
        />
      </div>
      <LabelledField label={say.travel.policy}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={plan.policy}
            onChange={(event) => changePlan({ policy: event.target.value })}
          >
            {options.policies.map(({ id, label }) => (
              <option key={id} value={id}>
                {words.pick(label)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      {plan.from?.kind === 'resident' && (
        <div className="not-printed">
          <Button onPress={() => changePlan({ task: 'chain' })}>{chainWords.open}</Button>
        </div>
      )}
    </div>
  );
}
