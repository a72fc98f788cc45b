import { access } from './ja/access.ts';
import { account } from './ja/account.ts';
import { data } from './ja/data.ts';
import { frame } from './ja/frame.ts';
import { map } from './ja/map.ts';
import { mapTools } from './ja/mapTools.ts';
import { panel } from './ja/panel.ts';
import { people } from './ja/people.ts';
import { peopleDesk } from './ja/people-desk.ts';
import { shelterEdit, zoneSubjects } from './ja/place-desk.ts';
import { print } from './ja/print.ts';
import { reasons } from './ja/reasons.ts';
import { settings } from './ja/settings.ts';
import { shelters } from './ja/shelters.ts';
import { point, search, start } from './ja/start.ts';
import { terms } from './ja/terms.ts';

export const japanese = {
  access,
  account,
  start,
  print,
  search,
  point,
  frame,
  terms,
  people,
  peopleDesk,
  reasons,
  map,
  mapTools,
  panel,
  data,
  shelters,
  settings,
  shelterEdit,
  zoneSubjects,
};
/** The catalogue's shape: what Japanese says, every other language must say too. */
export type Messages = typeof japanese;
