import { criteria } from './en/criteria.ts';
import { data } from './en/data.ts';
import { frame } from './en/frame.ts';
import { map } from './en/map.ts';
import { panel } from './en/panel.ts';
import { people } from './en/people.ts';
import { settings } from './en/settings.ts';
import { shelters } from './en/shelters.ts';
import { terms } from './en/terms.ts';
import type { Messages } from './messages.ts';

export const english: Messages = {
  criteria,
  frame,
  terms,
  people,
  map,
  panel,
  data,
  shelters,
  settings,
};
