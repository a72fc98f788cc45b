import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ResponseDetail } from '#contract/response';
import { RESPONSE_STATUS_LABELS } from '#domain/plan/response';
import { countUnexpected, responseQuery } from '../../api/response.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { PersonName } from './PersonName.tsx';
import { useReport } from './use-report.ts';
import { useResponseWords } from './use-response-words.ts';

/** The door of a shelter: whoever is expected is received by one press, and others are counted. */
export function CheckIn(props: {
  readonly code: string;
  readonly detail: ResponseDetail;
  readonly now: number;
}) {
  const { code, detail, now } = props;
  const words = useWords();
  const say = useResponseWords();
  const report = useReport(code, detail.id);
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(detail.ownShelterIds[0] ?? '');
  const nameOf = (id: string) => detail.shelters.find((one) => one.id === id)?.name ?? id;
  const isClosed = detail.closedAt !== null;
  const count = async (people: number) => {
    const { unexpected } = await countUnexpected(code, detail.id, chosen, people);
    queryClient.setQueryData(responseQuery(code, detail.id).queryKey, (before) =>
      before === undefined ? before : { ...before, unexpected },
    );
  };
  const add = useMutation({
    mutationFn: async () => {
      await count(1);
      offerUndo({ text: say.unexpectedDone, undo: () => count(-1) });
    },
  });
  const unexpected = detail.unexpected.find(({ shelterId }) => shelterId === chosen)?.people ?? 0;
  const arrived = detail.people.filter(({ status }) => status === 'arrived').length;
  return (
    <section aria-label={say.checkIn} className="flex flex-col gap-3">
      {detail.ownShelterIds.length > 1 ? (
        <select
          aria-label={say.shelter}
          className="h-11 rounded-8 border border-line-strong bg-surface px-2"
          value={chosen}
          onChange={(event) => setChosen(event.target.value)}
        >
          {detail.ownShelterIds.map((id) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      ) : (
        <p className="text-18 font-bold">{nameOf(chosen)}</p>
      )}
      <p className="text-18">
        {say.arrived}{' '}
        <span className="number text-28 font-bold" data-arrived={arrived}>
          {formatNumber(arrived)}
        </span>{' '}
        / {formatNumber(detail.people.length)}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          className="min-h-14 text-18"
          variant="secondary"
          isDisabled={isClosed || add.isPending}
          onPress={() => add.mutate()}
        >
          {say.unexpected}
        </Button>
        <span className="font-bold">{say.unexpectedCount(formatNumber(unexpected))}</span>
      </div>
      <p className="text-14 text-ink-soft">{say.unexpectedHint}</p>
      {add.isError && <LoadError error={add.error} />}
      <h3 className="text-18 font-bold">{say.expectedHere}</h3>
      {detail.people.length === 0 && <p>{say.emptyList}</p>}
      <ul className="flex flex-col gap-3">
        {detail.people.map((person) => (
          <li
            key={person.id}
            data-person={person.id}
            className="flex flex-wrap items-center gap-3 rounded-12 border-2 border-line-strong p-3"
          >
            <div className="min-w-40 flex-1">
              <PersonName person={person} />
              <PersonFacts person={person} detail={detail} now={now} />
              <p className="font-bold">{words.pick(RESPONSE_STATUS_LABELS[person.status])}</p>
            </div>
            <Button
              className="min-h-14 text-18"
              variant={person.status === 'arrived' ? 'primary' : 'secondary'}
              aria-pressed={person.status === 'arrived'}
              aria-label={`${person.name} ${say.actions.arrived}`}
              isDisabled={isClosed}
              onPress={() => report(person, 'arrived', chosen)}
            >
              {say.actions.arrived}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
