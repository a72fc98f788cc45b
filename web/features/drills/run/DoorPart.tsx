import { useState } from 'react';
import type { PersonState } from '#domain/drill/run/arrivals';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { clockText } from './run-text.ts';
import { Supplies } from './Supplies.tsx';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

const ORDER = { overdue: 0, expected: 1, 'not-coming': 2, arrived: 3 } as const;

/** The door of a shelter: who is expected is received by one press, whoever else comes is counted. */
export function DoorPart() {
  const say = useRunWords().door;
  const { run, state, write } = useRun();
  const own = run.shelters.filter(
    ({ id }) => run.ownShelterIds === null || run.ownShelterIds.includes(id),
  );
  const [chosen, setChosen] = useState(own[0]?.id ?? '');
  const [companions, setCompanions] = useState('0');
  const shelter = run.shelters.find(({ id }) => id === chosen);
  // Who has no shelter in this drill receives nobody.
  const isOpen = state.endedMillis === null && run.mayRun && shelter !== undefined;
  const planned = new Map(run.content.people.map((person) => [person.id, person]));
  const here = state.people
    .filter((one) => planned.get(one.personId)?.shelterId === chosen || one.shelterId === chosen)
    .toSorted(
      (a, b) =>
        ORDER[a.state] - ORDER[b.state] ||
        (a.expectedMillis ?? Number.POSITIVE_INFINITY) -
          (b.expectedMillis ?? Number.POSITIVE_INFINITY),
    );
  const arrived = here.filter((one) => one.shelterId === chosen && one.state === 'arrived');
  const unexpected = state.unexpected
    .filter((one) => one.shelterId === chosen)
    .reduce((sum, one) => sum + 1 + one.companions, 0);
  const countUnexpected = () => {
    const number = Math.min(50, Math.max(0, Math.trunc(Number(companions)) || 0));
    write(
      { kind: 'arrival', personId: null, shelterId: chosen, companions: number },
      say.unexpectedNow,
    );
    setCompanions('0');
  };
  return (
    <div className="flex flex-col gap-4 p-4">
      {own.length > 1 && (
        <select
          aria-label={say.shelter}
          className="min-h-12 rounded-8 border border-line-strong bg-surface px-2 text-18"
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          {own.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h3 className="text-18 font-bold">{shelter?.name}</h3>
        <p>
          {say.arrived}{' '}
          <span className="number text-28 font-bold" data-arrived={arrived.length}>
            {say.of(formatNumber(arrived.length), formatNumber(here.length))}
          </span>
        </p>
      </div>
      <p className="text-14">
        {shelter?.acceptedGroups == null
          ? say.groupsUnknown
          : say.groups(shelter.acceptedGroups.join('、'))}
      </p>
      <Supplies shelterId={chosen} />
      {isOpen && (
        <div className="flex flex-wrap items-end gap-3">
          <label className="flex flex-col text-14 font-bold">
            {say.companions}
            <input
              type="number"
              min={0}
              max={50}
              className="number min-h-12 w-24 rounded-8 border border-line-strong bg-surface px-2 text-16"
              value={companions}
              onChange={({ target }) => setCompanions(target.value)}
            />
          </label>
          <Button className="min-h-12" onPress={countUnexpected}>
            {say.unexpected}
          </Button>
          <span className="number font-bold">{say.unexpectedCount(formatNumber(unexpected))}</span>
        </div>
      )}
      {here.length === 0 && <p>{say.nobody}</p>}
      <ul aria-label={shelter?.name} className="flex flex-col gap-3">
        {here.map((one) => (
          <Person key={one.personId} person={one} shelterId={chosen} isOpen={isOpen} />
        ))}
      </ul>
    </div>
  );
}

function Person(props: {
  readonly person: PersonState;
  readonly shelterId: string;
  readonly isOpen: boolean;
}) {
  const { person, shelterId } = props;
  const words = useWords();
  const say = useRunWords().door;
  const { run, write } = useRun();
  const planned = run.content.people.find(({ id }) => id === person.personId);
  if (planned === undefined) return null;
  const { id, name } = planned;
  const shelterOf = (other: string | null) =>
    run.shelters.find((one) => one.id === other)?.name ?? other ?? '';
  const facts = [
    say.states[person.state],
    person.arrivedMillis !== null
      ? say.arrivedAt(clockText(person.arrivedMillis))
      : person.expectedMillis === null
        ? say.noTime
        : say.expectedAt(clockText(person.expectedMillis)),
    ...(person.isElsewhere && person.shelterId !== shelterId
      ? [say.elsewhere(shelterOf(person.shelterId))]
      : []),
    ...(planned.needsWheelchairPlace ? [say.wheelchair] : []),
    ...(planned.needsCareBed ? [say.careBed] : []),
  ];
  const isOpen = props.isOpen && person.state !== 'arrived';
  return (
    <li
      data-person={id}
      data-state={person.state}
      className={`flex flex-wrap items-center gap-3 rounded-12 border-2 p-3 ${
        person.state === 'overdue' ? 'border-caution-line' : 'border-line'
      }`}
    >
      <div className="min-w-40 flex-1">
        <p className="text-20 font-bold">{name}</p>
        <p className={`number ${person.state === 'overdue' ? 'font-bold text-caution' : ''}`}>
          {facts.join(words.dot)}
        </p>
      </div>
      {isOpen && (
        <>
          <Button
            variant="primary"
            className="min-h-14 text-18"
            aria-label={say.arriveOf(name)}
            onPress={() =>
              write(
                { kind: 'arrival', personId: id, shelterId, companions: planned.companions },
                say.arrivedNow(name),
              )
            }
          >
            {say.arrive}
          </Button>
          {person.state !== 'not-coming' && (
            <Button
              className="min-h-14"
              aria-label={say.notComingOf(name)}
              onPress={() => write({ kind: 'not-coming', personId: id }, say.notComingNow(name))}
            >
              {say.notComing}
            </Button>
          )}
        </>
      )}
    </li>
  );
}
