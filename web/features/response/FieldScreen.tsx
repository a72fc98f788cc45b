import { useEffect, useRef } from 'react';
import type { ResponseDetail, ToMoveOnWire } from '#contract/response';
import { RESPONSE_STATUS_LABELS } from '#domain/plan/response';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from './Board.tsx';
import { CheckIn } from './CheckIn.tsx';
import { FoldSummary } from './FoldSummary.tsx';
import { OutboxState } from './OutboxState.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonName } from './PersonName.tsx';
import { ReportsOf } from './ReportsOf.tsx';
import { useReport } from './use-report.ts';
import { useResponseWords } from './use-response-words.ts';
import { WayTo } from './WayTo.tsx';

const MAIN = ['preparing', 'moving', 'arrived'] as const;
const MORE = ['not-reached', 'not-at-home', 'refuses'] as const;

/** For one hand and bad light: the next person first, with large buttons; then the others. */
export function FieldScreen({
  code,
  detail,
}: {
  readonly code: string;
  readonly detail: ResponseDetail;
}) {
  const say = useResponseWords();
  const now = useNow();
  const isShelter = detail.ownShelterIds.length > 0;
  const open = detail.people.filter(({ status }) => status !== 'moving' && status !== 'arrived');
  const done = detail.people.filter(({ status }) => status === 'moving' || status === 'arrived');
  const [next, ...others] = open;
  return (
    <div className="flex flex-col gap-4 p-4">
      <OutboxState isAlways />
      {isShelter ? (
        <CheckIn code={code} detail={detail} now={now} />
      ) : (
        <>
          {detail.people.length === 0 ? (
            <p>{say.emptyList}</p>
          ) : next === undefined ? (
            <p role="status" className="text-18 font-bold">
              {say.allDone}
            </p>
          ) : (
            <section aria-label={say.next}>
              <h3 className="pb-2 text-18 font-bold">{say.next}</h3>
              <PersonCard code={code} detail={detail} person={next} now={now} />
            </section>
          )}
          <People title={say.others} people={others} code={code} detail={detail} now={now} />
          <People title={say.done} people={done} code={code} detail={detail} now={now} />
        </>
      )}
    </div>
  );
}

function People(props: {
  readonly title: string;
  readonly people: readonly ToMoveOnWire[];
  readonly code: string;
  readonly detail: ResponseDetail;
  readonly now: number;
}) {
  const { title, people, ...rest } = props;
  if (people.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="pb-2 text-18 font-bold">{title}</h3>
      <ul className="flex flex-col gap-3">
        {people.map((person) => (
          <li key={person.id}>
            <PersonCard {...rest} person={person} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PersonCard(props: {
  readonly code: string;
  readonly detail: ResponseDetail;
  readonly person: ToMoveOnWire;
  readonly now: number;
}) {
  const { code, detail, person, now } = props;
  const words = useWords();
  const say = useResponseWords();
  const report = useReport(code, detail.id);
  const card = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  // A card that is moved by its own button takes the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the status
  useEffect(() => {
    if (hadFocus.current) card.current?.focus();
    hadFocus.current = false;
  }, [person.status]);
  const isClosed = detail.closedAt !== null;
  const button = (status: (typeof MAIN)[number] | (typeof MORE)[number]) => (
    <Button
      key={status}
      className="min-h-14 flex-1 px-2 text-18"
      variant={person.status === status ? 'primary' : 'secondary'}
      aria-pressed={person.status === status}
      isDisabled={isClosed}
      onPress={() => {
        hadFocus.current = true;
        report(person, status);
      }}
    >
      {say.actions[status]}
    </Button>
  );
  return (
    <article
      ref={card}
      tabIndex={-1}
      aria-label={person.name}
      data-person={person.id}
      className="flex flex-col gap-3 rounded-12 border-2 border-line-strong p-3"
    >
      <div>
        <PersonName person={person} />
        <p>{person.address}</p>
        <PersonFacts person={person} detail={detail} now={now} />
        <p className="font-bold">{words.pick(RESPONSE_STATUS_LABELS[person.status])}</p>
      </div>
      <WayTo code={code} responseId={detail.id} person={person} />
      <div className="flex flex-wrap gap-2">{MAIN.map(button)}</div>
      <details className="group">
        <FoldSummary>{say.more}</FoldSummary>
        <div className="flex flex-wrap gap-2 pt-2">{MORE.map(button)}</div>
      </details>
      <ReportsOf code={code} responseId={detail.id} person={person} />
    </article>
  );
}
