import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { showOnMap } from '../show-on-map.ts';
import { useFireWords } from '../use-fire-words.ts';
import type { FirePlan } from './fire-plan.ts';
import { changeFire, chosenStations } from './use-fire-check.ts';

/** The stations with what is kept there; those that set out are ticked. */
export function StationChoice(props: {
  readonly plan: FirePlan;
  readonly stations: readonly FireStationOnWire[];
  readonly options: RouteOptions;
}) {
  const { plan, stations, options } = props;
  const words = useWords();
  const say = useFireWords().stations;
  const chosen = chosenStations(plan, stations).map(({ id }) => id);
  const vehicleName = (id: string) => {
    const found = options.profiles.find((profile) => profile.id === id);
    return found === undefined ? id : words.pick(found.label);
  };
  const toggle = (id: string, isIn: boolean) =>
    changeFire({ stations: isIn ? [...chosen, id] : chosen.filter((one) => one !== id) });
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="font-bold">
        {say.title}{' '}
        <span className="number text-14 font-normal">
          {say.count(String(chosen.length), String(stations.length))}
        </span>
      </legend>
      {stations.length === 0 ? (
        <p className="text-ink-soft">{say.none}</p>
      ) : (
        <p className="text-14 leading-normal text-ink-soft">{say.ofVehicle}</p>
      )}
      <ul>
        {stations.map((station) => (
          <li key={station.id} className="flex items-center gap-2 border-b border-line">
            <label className="flex min-h-11 min-w-0 flex-1 items-center gap-3 py-1 leading-normal">
              <input
                type="checkbox"
                className="size-5 shrink-0 accent-action"
                checked={chosen.includes(station.id)}
                onChange={({ target }) => toggle(station.id, target.checked)}
              />
              <span className="min-w-0">
                <span className="block break-words">{station.name}</span>
                <span className="block text-14 text-ink-soft">
                  {[
                    ...(station.kind === '' ? [] : [station.kind]),
                    station.vehicles.length === 0
                      ? say.noVehicles
                      : say.vehicles(station.vehicles.map(vehicleName).join(words.comma)),
                  ].join(words.dot)}
                </span>
              </span>
            </label>
            <Button
              variant="quiet"
              className="not-printed px-2 text-14"
              aria-label={say.show(station.name)}
              onPress={() => showOnMap([station.position])}
            >
              {say.onMap}
            </Button>
          </li>
        ))}
      </ul>
      {plan.stations !== null && (
        <Button className="not-printed self-start" onPress={() => changeFire({ stations: null })}>
          {say.reset}
        </Button>
      )}
    </fieldset>
  );
}
