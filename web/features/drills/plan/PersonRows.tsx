import { useQuery } from '@tanstack/react-query';
import type { TravellingPerson } from '#domain/drill/content';
import { sheltersQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { pickOnMap } from '../map/pick.ts';
import { useDrillWords } from '../use-drill-words.ts';
import { Agreement } from './Agreement.tsx';
import { DeviceRows } from './DeviceRows.tsx';
import { NumberField, SelectField, TextField } from './fields.tsx';
import { standIn } from './new-person.ts';
import { putBack } from './put-back.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { CopyNeeds, ReplaceByStandIn, useStandInName } from './StandIn.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

/** Names of the drill's shelters, for choices. */
export function useShelterChoices(): [id: string, name: string][] {
  const { code, content, view } = useDrillEditing();
  const shelters = useQuery(sheltersQuery(code)).data?.shelters ?? [];
  const nameOf = (id: string) =>
    shelters.find((one) => one.id === id)?.name ??
    view.shelters.find((one) => one.id === id)?.name ??
    id;
  return content.shelterIds.map((id) => [id, nameOf(id)]);
}

/** Whom the drill brings to the shelter: in person after they agreed, or somebody who stands in. */
export function PersonRows() {
  const say = useDrillWords().people;
  const { content, change, mayWrite } = useDrillEditing();
  const { people, shelterIds } = content;
  const nameOf = useStandInName();
  const add = () =>
    change((was) => ({
      ...was,
      people: [...was.people, standIn(nameOf(), shelterIds[0] ?? '')],
    }));
  return (
    <PanelSection title={say.people}>
      {people.length === 0 && <p>{say.noPeople}</p>}
      <ul className="flex flex-col gap-2">
        {people.map((person, at) => (
          <PersonRow key={person.id} person={person} at={at} />
        ))}
      </ul>
      {mayWrite && shelterIds.length > 0 && (
        <Button className="self-start" onPress={add}>
          {say.addStandIn}
        </Button>
      )}
    </PanelSection>
  );
}

function PersonRow({ person, at }: { readonly person: TravellingPerson; readonly at: number }) {
  const words = useWords();
  const say = useDrillWords().people;
  const { change, mayWrite } = useDrillEditing();
  const shelters = useShelterChoices();
  const path = `people/${at}`;
  const put = (next: Partial<TravellingPerson>, field?: string) =>
    change(
      (was) => ({
        ...was,
        people: was.people.map((one) => (one.id === person.id ? { ...one, ...next } : one)),
      }),
      field === undefined ? undefined : `${person.id} ${field}`,
    );
  const shelterName = shelters.find(([id]) => id === person.shelterId)?.[1];
  return (
    <li data-person={person.id} className="rounded-8 border border-line">
      <div className="flex flex-wrap items-center gap-2 p-2">
        <div className="min-w-40 flex-1">
          <p className="font-bold">{person.name}</p>
          <p className="text-14 text-ink-soft">
            {[say.kinds[person.kind], shelterName ?? say.notSet, say.travels[person.travel]].join(
              words.dot,
            )}
          </p>
        </div>
        <Agreement person={person} />
        {person.consentDate === null && <ReplaceByStandIn person={person} />}
        <RemoveButton
          name={person.name}
          onRemove={() =>
            change((was) => ({
              ...was,
              people: was.people.filter(({ id }) => id !== person.id),
            }))
          }
          onUndo={() => change((was) => ({ ...was, people: putBack(was.people, person, at) }))}
        />
      </div>
      <details className="border-t border-line px-2">
        <summary className="flex min-h-11 cursor-pointer items-center text-14 font-bold">
          {say.travel}
          {words.dot}
          {say.devices}
        </summary>
        <fieldset disabled={!mayWrite} className="grid grid-cols-2 gap-3 pb-3">
          <CopyNeeds person={person} />
          {person.kind === 'stand-in' && (
            <TextField
              label={say.name}
              path={`${path}/name`}
              value={person.name}
              onChange={(name) => put({ name }, 'name')}
            />
          )}
          <SelectField
            label={say.shelter}
            path={`${path}/shelterId`}
            value={person.shelterId}
            choices={
              shelterName === undefined ? [[person.shelterId, say.notSet], ...shelters] : shelters
            }
            onChange={(shelterId) => put({ shelterId })}
          />
          <SelectField
            label={say.travel}
            path={`${path}/travel`}
            value={person.travel}
            choices={[
              ['tour', say.travels.tour],
              ['own', say.travels.own],
            ]}
            onChange={(travel) => put({ travel: travel === 'own' ? 'own' : 'tour' })}
          />
          <NumberField
            label={say.companions}
            path={`${path}/companions`}
            value={person.companions}
            onChange={(companions) => put({ companions: companions ?? 0 }, 'companions')}
          />
          <Checkbox
            label={say.wheelchair}
            isChecked={person.needsWheelchairPlace}
            onChange={(needsWheelchairPlace) => put({ needsWheelchairPlace })}
          />
          <Checkbox
            label={say.careBed}
            isChecked={person.needsCareBed}
            onChange={(needsCareBed) => put({ needsCareBed })}
          />
          <NumberField
            label={say.ready}
            path={`${path}/readyMinute`}
            value={person.readyMinute}
            onChange={(minute) => put({ readyMinute: minute ?? 0 }, 'ready')}
          />
          <NumberField
            label={say.latest}
            path={`${path}/latestArrivalMinute`}
            value={person.latestArrivalMinute}
            onChange={(latestArrivalMinute) => put({ latestArrivalMinute }, 'latest')}
          />
          <NumberField
            label={say.loading}
            path={`${path}/loadingMinutes`}
            value={person.loadingMinutes}
            onChange={(minutes) => put({ loadingMinutes: minutes ?? 0 }, 'loading')}
          />
          <NumberField
            label={say.unloading}
            path={`${path}/unloadingMinutes`}
            value={person.unloadingMinutes}
            onChange={(minutes) => put({ unloadingMinutes: minutes ?? 0 }, 'unloading')}
          />
          <p className="col-span-2 flex flex-wrap items-center gap-2">
            <span className="text-14 font-bold">{say.pickUp}</span>
            <span>
              {person.pickUp === null
                ? person.kind === 'real'
                  ? say.atHome
                  : say.notSet
                : (person.pickUp.label ??
                  person.pickUp.position.map((one) => one.toFixed(5)).join(', '))}
            </span>
            {mayWrite && (
              <Button
                className="px-2 text-14"
                onPress={() =>
                  pickOnMap({
                    kind: 'place',
                    hint: `${say.placePick} (${person.name})`,
                    take: (position) => put({ pickUp: { label: null, position } }),
                  })
                }
              >
                {say.setPlace}
              </Button>
            )}
          </p>
          <div className="col-span-2">
            <DeviceRows
              path={`${path}/devices`}
              devices={person.devices}
              onChange={(devices, field) => put({ devices }, field)}
            />
          </div>
        </fieldset>
      </details>
    </li>
  );
}
