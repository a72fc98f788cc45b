import { useQuery } from '@tanstack/react-query';
import type { DrillVehicle } from '#domain/drill/content';
import { routeOptionsQuery } from '../../../api/routes.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField, SelectField, TextField } from './fields.tsx';
import { newVehicle } from './new-person.ts';
import { useShelterChoices } from './PersonRows.tsx';
import { putBack } from './put-back.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

/** What people are picked up with. */
export function VehicleRows() {
  const say = useDrillWords().people;
  const { code, content, change, mayWrite } = useDrillEditing();
  const options = useQuery(routeOptionsQuery(code)).data;
  const shelters = useShelterChoices();
  const { vehicles } = content;
  const profiles = options?.profiles.filter(({ isFourWheeled }) => isFourWheeled) ?? [];
  const [firstProfile] = profiles;
  const [firstShelter] = shelters;
  return (
    <PanelSection title={say.vehicles}>
      {vehicles.length === 0 && <p>{say.noVehicles}</p>}
      <ul className="flex flex-col gap-2">
        {vehicles.map((vehicle, at) => (
          <VehicleRow key={vehicle.id} {...{ vehicle, at, profiles, shelters }} />
        ))}
      </ul>
      {mayWrite && firstProfile !== undefined && firstShelter !== undefined && (
        <Button
          className="self-start"
          onPress={() =>
            change((was) => ({
              ...was,
              vehicles: [
                ...was.vehicles,
                newVehicle(
                  say.vehicle(String(was.vehicles.length + 1)),
                  firstProfile.id,
                  firstShelter[0],
                ),
              ],
            }))
          }
        >
          {say.addVehicle}
        </Button>
      )}
    </PanelSection>
  );
}

function VehicleRow(props: {
  readonly vehicle: DrillVehicle;
  readonly at: number;
  readonly profiles: readonly {
    readonly id: string;
    readonly label: { readonly ja: string; readonly en: string };
  }[];
  readonly shelters: readonly [id: string, name: string][];
}) {
  const { vehicle, at, profiles, shelters } = props;
  const words = useWords();
  const say = useDrillWords().people;
  const { content, change } = useDrillEditing();
  const { participants } = content;
  const path = `vehicles/${at}`;
  const put = (next: Partial<DrillVehicle>, field?: string) =>
    change(
      (was) => ({
        ...was,
        vehicles: was.vehicles.map((one) => (one.id === vehicle.id ? { ...one, ...next } : one)),
      }),
      field === undefined ? undefined : `${vehicle.id} ${field}`,
    );
  const { start } = vehicle;
  return (
    <li className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
        <TextField
          label={say.label}
          path={`${path}/label`}
          value={vehicle.label}
          onChange={(label) => put({ label }, 'label')}
        />
        <SelectField
          label={say.profile}
          path={`${path}/profile`}
          value={vehicle.profile}
          choices={profiles.map(({ id, label }) => [id, words.pick(label)])}
          onChange={(profile) => put({ profile })}
        />
        <RemoveButton
          name={vehicle.label}
          onRemove={() =>
            change((was) => ({
              ...was,
              vehicles: was.vehicles.filter(({ id }) => id !== vehicle.id),
            }))
          }
          onUndo={() => change((was) => ({ ...was, vehicles: putBack(was.vehicles, vehicle, at) }))}
        />
      </div>
      <div className="grid grid-cols-4 items-end gap-2">
        <NumberField
          label={say.seats}
          path={`${path}/seats`}
          value={vehicle.seats}
          onChange={(seats) => put({ seats: seats ?? 0 }, 'seats')}
        />
        <NumberField
          label={say.wheelchairPlaces}
          path={`${path}/wheelchairPlaces`}
          value={vehicle.wheelchairPlaces}
          onChange={(places) => put({ wheelchairPlaces: places ?? 0 }, 'places')}
        />
        <NumberField
          label={say.from}
          path={`${path}/fromMinute`}
          value={vehicle.fromMinute}
          onChange={(minute) => put({ fromMinute: minute ?? 0 }, 'from')}
        />
        <NumberField
          label={say.until}
          path={`${path}/untilMinute`}
          value={vehicle.untilMinute}
          onChange={(untilMinute) => put({ untilMinute }, 'until')}
        />
      </div>
      <div className="grid grid-cols-2 items-end gap-2">
        <SelectField
          label={say.start}
          path={`${path}/start`}
          value={start.kind === 'shelter' ? start.shelterId : ''}
          choices={
            start.kind === 'shelter' ? shelters : [['', start.label ?? say.placeStart], ...shelters]
          }
          onChange={(shelterId) =>
            shelterId !== '' && put({ start: { kind: 'shelter', shelterId } })
          }
        />
        <SelectField
          label={say.driver}
          path={`${path}/driverId`}
          value={vehicle.driverId ?? ''}
          choices={[
            ['', say.noDriver],
            ...participants.map(({ id, name }): [string, string] => [id, name]),
          ]}
          onChange={(id) => put({ driverId: id === '' ? null : id })}
        />
      </div>
      <Checkbox
        label={say.returns}
        isChecked={vehicle.returns}
        onChange={(returns) => put({ returns })}
      />
    </li>
  );
}
