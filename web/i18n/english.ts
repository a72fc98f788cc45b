import { access } from './en/access.ts';
import { account } from './en/account.ts';
import { data } from './en/data.ts';
import { frame } from './en/frame.ts';
import { map } from './en/map.ts';
import { mapTools } from './en/mapTools.ts';
import { panel } from './en/panel.ts';
import { people } from './en/people.ts';
import { peopleDesk } from './en/people-desk.ts';
import { shelterEdit, zoneSubjects } from './en/place-desk.ts';
import { print } from './en/print.ts';
import { reasons } from './en/reasons.ts';
import { settings } from './en/settings.ts';
import { shelters } from './en/shelters.ts';
import { point, search, start } from './en/start.ts';
import { terms } from './en/terms.ts';
import type { Messages } from './messages.ts';

export const english: Messages = {
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
