import { useState } from 'react';
import type { Position } from '#domain/geo/position';
import { useWords } from '../../../i18n/use-words.ts';
import { askToLookAt } from '../../../state/look-at.ts';
import { Button } from '../../../ui/Button.tsx';
import { pickOnMap } from '../map/pick.ts';
import { clockText } from './run-text.ts';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

const rounded = (degrees: number) => Number(degrees.toFixed(5));

/** Who of those who take part is there, and where they last were. */
export function TeamPart() {
  const words = useWords();
  const say = useRunWords().team;
  const { run, state, write, holder } = useRun();
  const [isFailed, setFailed] = useState(false);
  const isOpen = state.endedMillis === null && run.mayRun;
  const put = ([lng, lat]: Position) => {
    if (holder === null) return;
    write(
      { kind: 'position', participantId: holder, position: [rounded(lng), rounded(lat)] },
      say.placeNow,
    );
  };
  const tellPlace = () => {
    setFailed(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => put([coords.longitude, coords.latitude]),
      () => setFailed(true),
      { timeout: 10_000 },
    );
  };
  const standing = new Map(state.participants.map((one) => [one.participantId, one]));
  const roleOf = (id: string) => {
    const role = run.content.manual.roles.find((one) => one.id === id);
    return role === undefined ? '' : words.pick(role.label);
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      {isOpen && holder !== null && (
        <div className="flex flex-wrap gap-2">
          <Button className="min-h-12" onPress={tellPlace}>
            {say.place}
          </Button>
          <Button
            className="min-h-12"
            onPress={() => pickOnMap({ kind: 'place', hint: say.placeHint, take: put })}
          >
            {say.placeOnMap}
          </Button>
        </div>
      )}
      {isFailed && (
        <p role="alert" className="font-bold text-error">
          {say.placeFailed}
        </p>
      )}
      {run.content.participants.length === 0 && <p>{say.nobody}</p>}
      <ul className="flex flex-col gap-3">
        {run.content.participants.map(({ id, name, organisation, roleId }) => {
          const one = standing.get(id);
          const place = one?.lastPlace ?? null;
          const said = one?.isThere ?? null;
          return (
            <li
              key={id}
              data-participant={id}
              className="flex flex-wrap items-center gap-3 rounded-12 border-2 border-line p-3"
            >
              <div className="min-w-40 flex-1">
                <p className="text-18 font-bold">{name}</p>
                <p className="text-14">
                  {[roleOf(roleId), organisation].filter((text) => text).join(words.dot)}
                </p>
                <p className={said === false ? 'font-bold text-caution' : ''}>
                  {say.said[`${said}`]}
                  {words.dot}
                  {place === null ? say.noPlace : say.placeAt(clockText(place.atMillis))}
                </p>
              </div>
              {place !== null && (
                <Button className="min-h-12" onPress={() => askToLookAt([...place.position])}>
                  {say.show}
                </Button>
              )}
              {isOpen &&
                ([true, false] as const).map((isThere) => (
                  <Button
                    key={String(isThere)}
                    className="min-h-14"
                    variant={said === isThere ? 'primary' : 'secondary'}
                    aria-pressed={said === isThere}
                    aria-label={isThere ? say.hereOf(name) : say.notHereOf(name)}
                    onPress={() =>
                      write(
                        { kind: 'attendance', participantId: id, isThere },
                        isThere ? say.hereNow(name) : say.notHereNow(name),
                      )
                    }
                  >
                    {isThere ? say.here : say.notHere}
                  </Button>
                ))}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
