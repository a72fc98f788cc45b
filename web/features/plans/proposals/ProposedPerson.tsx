import { useQuery } from '@tanstack/react-query';
import type { Proposal } from '#contract/plan-proposal';
import { sheltersQuery } from '../../../api/queries.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { changePlansView, openPlan } from '../use-plans-view.ts';
import { setHandWork, useHandWork } from './by-hand.ts';
import { placementWords, useShelterNames } from './placement-words.ts';
import { useProposalWords } from './use-proposal-words.ts';

/** One person of a proposal: why there, who got the better place, what the next best would cost. */
export function ProposedPerson(props: {
  readonly code: string;
  readonly id: string;
  readonly person: Proposal['people'][number];
}) {
  const { code, id, person } = props;
  const words = useWords();
  const say = useProposalWords();
  const nameOf = useShelterNames(code);
  const shelters = useQuery(sheltersQuery(code)).data?.shelters ?? [];
  const { places, chosen } = useHandWork(id);
  const { placement, residentId } = person;
  const { nextBest, supporter, travel } = placement;
  const minutes = (seconds: number) => formatNumber(Math.ceil(seconds / 60));
  const choose = (shelterId: string) => {
    const next = new Map(places);
    if (shelterId === '') next.delete(residentId);
    else next.set(residentId, shelterId);
    setHandWork(id, { places: next });
  };
  return (
    <section
      aria-label={say.person.label}
      className="flex flex-col gap-2 rounded-8 border border-line-strong p-3"
    >
      <h5 className="font-bold">{person.name}</h5>
      <p className="number text-14">
        {placementWords(placement, nameOf, words, say).join(words.dot)}
      </p>
      <div className="text-14">
        <p className="font-bold">{say.person.why}</p>
        {placement.reasons.length === 0 && <p>{say.person.noReasons}</p>}
        <ul className="list-disc pl-5">
          {placement.reasons.map((reason) => (
            <li key={reason.code}>{words.pick(reason)}</li>
          ))}
        </ul>
        {placement.givenToOthers.length > 0 && (
          <>
            <p className="font-bold">{say.person.given}</p>
            <ul className="list-disc pl-5">
              {placement.givenToOthers.map((one) => (
                <li key={one.shelterId}>
                  {say.person.givenItem(
                    nameOf(one.shelterId),
                    minutes(one.seconds),
                    words.metersText(one.redMeters),
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="font-bold">{say.person.nextBest}</p>
        <p>
          {nextBest === null
            ? say.person.noNext
            : say.person.more(
                nameOf(nextBest.shelterId),
                minutes(nextBest.seconds),
                words.metersText(nextBest.redMeters),
                minutes(nextBest.moreCost),
              )}
        </p>
        <p className="font-bold">{say.person.travel}</p>
        <p>{travel.isAssumed ? say.person.assumed : words.pick(travel.because)}</p>
        {supporter !== null && (
          <>
            <p className="font-bold">{say.person.supporter}</p>
            <p>
              {supporter.helper === null
                ? say.person.noHelper[supporter.unplaced ?? 'none-near']
                : say.person.helper(
                    supporter.helper.name,
                    supporter.seconds === null ? say.figures.unknown : minutes(supporter.seconds),
                    formatNumber(supporter.helper.helps),
                  )}
            </p>
          </>
        )}
      </div>
      <LabelledField label={say.person.byHand} hint={say.person.byHandHint}>
        {(ids) => (
          <select
            {...ids}
            className={FIELD_STYLE}
            value={places.get(residentId) ?? ''}
            onChange={({ target }) => choose(target.value)}
          >
            <option value="">{say.person.leave}</option>
            {shelters.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      {person.takenAt === null && placement.unplaced === null && (
        <Checkbox
          label={say.person.add}
          isChecked={chosen.has(residentId)}
          onChange={(isIn) => {
            const next = new Set(chosen);
            if (isIn) next.add(residentId);
            else next.delete(residentId);
            setHandWork(id, { chosen: next });
          }}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => openPlan(residentId)}>{say.person.plan}</Button>
        <Button variant="quiet" onPress={() => changePlansView({ picked: null })}>
          {say.person.close}
        </Button>
      </div>
    </section>
  );
}
