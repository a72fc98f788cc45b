import { useQuery } from '@tanstack/react-query';
import { residentQuery, shelterQuery } from '../../api/queries.ts';
import { parsePointId } from '../../state/point-id.ts';
import { useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import type { PlannedPlace } from './route-plan.ts';
import { useRouteWords } from './use-route-words.ts';

/** What is selected on map or list, as a place of the route; nothing where nothing that is a place is. */
export function SelectedAsPlace(props: {
  readonly code: string;
  readonly onChoose: (place: PlannedPlace) => void;
}) {
  const say = useRouteWords().place;
  const selection = useView((view) => view.selection);
  const id = selection?.id ?? '';
  const isResident = selection?.kind === 'resident';
  const isShelter = selection?.kind === 'shelter';
  const person = useQuery({ ...residentQuery(props.code, id), enabled: isResident }).data;
  const shelter = useQuery({ ...shelterQuery(props.code, id), enabled: isShelter }).data;
  const offer = (text: string, place: PlannedPlace) => (
    <Button variant="secondary" className="px-3 text-14" onPress={() => props.onChoose(place)}>
      {text}
    </Button>
  );
  if (isResident && person !== undefined)
    return offer(say.home(person.name), { kind: 'resident', id });
  if (isShelter && shelter !== undefined)
    return offer(say.shelter(shelter.name), { kind: 'shelter', id });
  const point = selection?.kind === 'point' ? parsePointId(id) : null;
  return point === null
    ? null
    : offer(say.selectedPoint, { kind: 'point', position: point.position });
}
