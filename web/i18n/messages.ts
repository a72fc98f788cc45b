import { data } from './ja/data.ts';
import { frame } from './ja/frame.ts';
import { map } from './ja/map.ts';
import { panel } from './ja/panel.ts';
import { people } from './ja/people.ts';
import { shelters } from './ja/shelters.ts';
import { terms } from './ja/terms.ts';

export const japanese = { frame, terms, people, map, panel, data, shelters };
/** The catalogue's shape: what Japanese says, every other language must say too. */
export type Messages = typeof japanese;
