import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import { districtsQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { DistrictChecks } from '../../../ui/DistrictChecks.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { ClosedSummary } from '../ClosedSummary.tsx';
import type { RoutePlan } from '../route-plan.ts';
import { footProfileOf } from '../use-cut-off.ts';
import { useFireWords } from '../use-fire-words.ts';
import { changePlan } from '../use-plan.ts';
import { EditStations } from './EditStations.tsx';
import { MOST_HOSE_METERS } from './fire-plan.ts';
import { StationChoice } from './StationChoice.tsx';
import { changeFire, fireQuestionOf, type useFireCheck } from './use-fire-check.ts';

const SECOND_MILLIS = 1000;

/** What the check is asked by, and the button that asks. */
export function FireForm(props: {
  readonly code: string;
  readonly plan: RoutePlan;
  readonly options: RouteOptions;
  readonly stations: readonly FireStationOnWire[];
  readonly check: ReturnType<typeof useFireCheck>;
}) {
  const { code, plan, options, stations, check } = props;
  const words = useWords();
  const say = useFireWords();
  const districts = useQuery(districtsQuery(code)).data?.districts ?? [];
  const question = fireQuestionOf(plan, stations, options);
  const profiles = (isFourWheeled: boolean) =>
    options.profiles
      .filter((profile) => profile.isFourWheeled === isFourWheeled)
      .map(({ id, label }) => (
        <option key={id} value={id}>
          {words.pick(label)}
        </option>
      ));
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="leading-relaxed text-ink-soft">{say.intro}</p>
      <div className="grid grid-cols-2 items-end gap-3">
        <LabelledField label={say.form.vehicle}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value={plan.fire.vehicle}
              onChange={({ target }) => changeFire({ vehicle: target.value })}
            >
              {profiles(true)}
            </select>
          )}
        </LabelledField>
        <LabelledField label={say.form.foot}>
          {(ids) => (
            <select
              {...ids}
              className={FIELD_STYLE}
              value={footProfileOf(plan, options)}
              onChange={({ target }) => changePlan({ profile: target.value })}
            >
              {profiles(false)}
            </select>
          )}
        </LabelledField>
      </div>
      <StationChoice plan={plan.fire} stations={stations} options={options} />
      <EditStations code={code} stations={stations} options={options} />
      <details>
        <summary className="min-h-11 py-2">
          <span className="font-bold">{say.form.districts}</span>{' '}
          <span className="number text-14">
            {plan.fire.districts.length === 0
              ? say.form.allDistricts
              : say.form.someDistricts(String(plan.fire.districts.length))}
          </span>
        </summary>
        <DistrictChecks
          names={districts.map(({ name }) => name)}
          chosen={plan.fire.districts}
          onChange={(chosen) => changeFire({ districts: chosen, shownDistrict: null })}
        />
      </details>
      <HoseField meters={plan.fire.hoseMeters} />
      <Checkbox
        label={say.form.night}
        isChecked={plan.isNight}
        onChange={(isNight) => changePlan({ isNight })}
      />
      <ClosedSummary plan={plan} />
      {question === null && stations.length > 0 && <Caution>{say.form.noStation}</Caution>}
      <div className="not-printed flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          isDisabled={question === null || check.query.isFetching}
          onPress={() => question !== null && check.run(question)}
        >
          {check.question === null ? say.form.run : say.form.again}
        </Button>
        {check.query.isFetching && (
          <>
            <Button onPress={check.stop}>{say.form.stop}</Button>
            <Progress />
          </>
        )}
      </div>
    </div>
  );
}

/** How long it has been going on: how long it will take nobody knows. */
function Progress() {
  const say = useFireWords().form;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), SECOND_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className="flex items-center gap-2">
      <progress aria-label={say.progress} className="w-24" />
      <span className="number text-14">{say.running(String(seconds))}</span>
    </span>
  );
}

function HoseField({ meters }: { readonly meters: number }) {
  const say = useFireWords().form;
  const [text, setText] = useState(String(meters));
  const value = Number(text.normalize('NFKC'));
  const isRight = text.trim() !== '' && value >= 0 && value <= MOST_HOSE_METERS;
  return (
    <LabelledField label={say.hose} hint={isRight ? say.hoseHint : say.hoseWrong}>
      {(ids) => (
        <input
          {...ids}
          inputMode="numeric"
          className={`${FIELD_STYLE} number max-w-40`}
          aria-invalid={!isRight}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const next = Number(target.value.normalize('NFKC'));
            if (target.value.trim() !== '' && next >= 0 && next <= MOST_HOSE_METERS)
              changeFire({ hoseMeters: next }, 'replace');
          }}
        />
      )}
    </LabelledField>
  );
}
