import type { ResponseDetail, ToMoveOnWire } from '#contract/response';
import { isLate } from '#domain/plan/response';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { PersonNeeds } from './PersonNeeds.tsx';
import { clockText, useResponseWords } from './use-response-words.ts';

/** When to start, where to, and who last said what, in lines. */
export function PersonFacts(props: {
  readonly person: ToMoveOnWire;
  readonly detail: ResponseDetail;
  readonly now: number;
}) {
  const { person, detail, now } = props;
  const words = useWords();
  const say = useResponseWords();
  const nameOf = (id: string | null) =>
    id === null ? null : (detail.shelters.find((one) => one.id === id)?.name ?? id);
  const destination = person.destination ?? nameOf(person.expectedShelterId);
  const at = nameOf(person.shelterId);
  const { latestStart } = person;
  const latest =
    latestStart === null
      ? say.noLatest
      : person.isUpperBound
        ? say.latestAtMost(clockText(latestStart))
        : say.latest(clockText(latestStart));
  return (
    <div className="text-14 leading-snug">
      {isLate(latestStart, person.status, now) && (
        <p className="flex items-center gap-1 font-bold text-danger">
          <Icon name="warning" className="size-4" />
          {say.lateMark}
        </p>
      )}
      <PersonNeeds person={person} />
      <p>{person.hasPlan ? latest : say.noPlan}</p>
      <p className="text-ink-soft">
        {[
          person.district ?? say.unknownDistrict,
          ...(person.rank > 0 ? [words.terms.rank(String(person.rank))] : []),
          ...(destination === null ? [] : [say.to(destination)]),
        ].join(words.dot)}
      </p>
      {person.at !== null && (
        <p>
          {say.saidBy(clockText(person.at), person.reportedBy ?? '')}
          {at === null ? '' : ` ${say.at(at)}`}
        </p>
      )}
    </div>
  );
}
