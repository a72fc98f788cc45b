import { useQuery } from '@tanstack/react-query';
import { namedRoadsQuery } from '../../api/routes.ts';
import { useWords } from '../../i18n/use-words.ts';
import { roadNames, roadText } from './road-names.ts';
import { useRouteWords } from './use-route-words.ts';

/** What roads are called of which the address knows ids alone; an id is never shown. */
export function useRoadNames(code: string, ids: readonly string[]): (id: string) => string {
  const words = useWords();
  const say = useRouteWords();
  const met = roadNames.use();
  const { data, isPlaceholderData } = useQuery(namedRoadsQuery(code, ids));
  const told = new Map(data?.map((road) => [road.id, roadText(road, words, say)]));
  const isTold = data !== undefined && !isPlaceholderData;
  return (id) => told.get(id) ?? met.get(id) ?? (isTold ? say.closures.goneRoad : say.legs.unnamed);
}
