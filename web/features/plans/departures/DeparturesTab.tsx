import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { USUAL_ARRIVAL_MINUTES } from '#domain/plan/departure';
import { departuresQuery } from '../../../api/plan-proposals.ts';
import { districtsQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { EmptyState } from '../../../ui/Notice.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { changePlansView, usePlansView } from '../use-plans-view.ts';
import { DepartureActions } from './DepartureActions.tsx';
import { HelperTimeline } from './HelperTimeline.tsx';
import { LatePlans, StartsTable } from './StartsTable.tsx';
import { useDepartureWords } from './use-departure-words.ts';

/** When each plan has to be begun, which cannot be kept, and who is needed at two places at once. */
export default function DeparturesTab({ code }: { readonly code: string }) {
  const words = useWords();
  const say = useDepartureWords();
  const view = usePlansView();
  const [district = null] = view.districts;
  const query = useQuery(
    departuresQuery(code, { district, within3: view.within3, within4: view.within4 }),
  );
  const answer = query.data;
  const names = new Map((answer?.plans ?? []).map((one) => [one.residentId, one.name]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const dated = (date: string | null) => (date === null ? say.undated : words.date(date));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">
      <Conditions key={`${view.within3} ${view.within4}`} code={code} district={district} />
      {answer === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={10} className="pt-4" />
        )
      ) : answer.plans.length === 0 ? (
        <EmptyState title={say.none} text={say.noneText} />
      ) : (
        <div className="flex flex-col gap-5 pt-4" aria-busy={query.isPlaceholderData}>
          <DepartureActions
            code={code}
            filters={{ district, within3: view.within3, within4: view.within4 }}
          />
          <LatePlans answer={answer} nameOf={nameOf} />
          <section aria-label={say.helpers.title} className="flex flex-col gap-3">
            <h3 className="text-18 font-bold">{say.helpers.title}</h3>
            <p className="text-14 text-ink-soft">
              {answer.helpers.length === 0 ? say.helpers.none : say.helpers.explain}
            </p>
            {answer.helpers.map((helper) => (
              <HelperTimeline
                key={`${helper.level} ${helper.residentIds.join()}`}
                helper={helper}
                nameOf={nameOf}
              />
            ))}
          </section>
          <StartsTable plans={answer.plans} />
          <p className="text-14 text-ink-soft">
            {answer.data === null
              ? say.noData
              : say.data(
                  answer.data.roads.map(({ asOf }) => dated(asOf)).join(words.comma),
                  [...new Set(answer.data.zones)].map(dated).join(words.comma),
                )}
          </p>
        </div>
      )}
    </div>
  );
}

function Conditions(props: { readonly code: string; readonly district: string | null }) {
  const say = useDepartureWords();
  const view = usePlansView();
  const districts = useQuery(districtsQuery(props.code)).data?.districts ?? [];
  const [within3, setWithin3] = useState(String(view.within3 ?? USUAL_ARRIVAL_MINUTES[3]));
  const [within4, setWithin4] = useState(String(view.within4 ?? USUAL_ARRIVAL_MINUTES[4]));
  const [isWrong, setWrong] = useState(false);
  const isRight = (text: string) => /^\d{1,4}$/.test(text) && Number(text) <= 2880;
  const fields = [
    ['3', within3, setWithin3],
    ['4', within4, setWithin4],
  ] as const;
  return (
    <form
      className="grid grid-cols-2 gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const areRight = isRight(within3) && isRight(within4);
        setWrong(!areRight);
        if (areRight) changePlansView({ within3: Number(within3), within4: Number(within4) });
      }}
    >
      <h3 className="col-span-2 text-18 font-bold">{say.title}</h3>
      <LabelledField label={say.district}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={props.district ?? ''}
            onChange={({ target }) =>
              changePlansView({ districts: target.value === '' ? [] : [target.value] })
            }
          >
            <option value="">{say.allDistricts}</option>
            {districts.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <div />
      {fields.map(([level, value, set]) => (
        <LabelledField key={level} label={say.within(level)}>
          {(ids) => (
            <input
              {...ids}
              inputMode="numeric"
              className={`number ${FIELD_STYLE}`}
              value={value}
              aria-invalid={isWrong && !isRight(value)}
              onChange={({ target }) => set(target.value)}
            />
          )}
        </LabelledField>
      ))}
      {isWrong && (
        <p role="alert" className="col-span-2 font-bold text-error">
          {say.range}
        </p>
      )}
      <Button type="submit" className="w-fit">
        {say.apply}
      </Button>
    </form>
  );
}
