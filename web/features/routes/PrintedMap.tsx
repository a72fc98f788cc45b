import { printedMap } from './route-marks.ts';
import { useRouteWords } from './use-route-words.ts';

/** The map as it was seen when printing was ordered; on paper alone. */
export function PrintedMap() {
  const say = useRouteWords();
  const picture = printedMap.use();
  return picture === null ? null : (
    <img src={picture} alt={say.map.picture} className="printed-only mb-2 w-full border" />
  );
}
