import type { Messages } from '../messages.ts';

export const start: Messages['start'] = {
  title: 'Start',
  partOfPeople:
    'These figures, people and ranks are of those alone that law and consent let you see.',
  figuresOfMore:
    'The three figures also count people whom you may not see. “You see”, and the lists and ranks below, are of those alone that law and consent let you see.',
  heading: 'To be looked at today',
  first: { title: 'Who comes first', all: (count) => `See all ${count} people of tier 1` },
  own: { title: 'Whom you support', all: (count) => `See all ${count} people you support` },
  noOwn: 'Nobody is shown to you as one whom you support',
  noFirst: 'Nobody is in tier 1',
  changes: {
    title: 'What changed',
    sinceVisit: (moment) => `since the last visit, ${moment}`,
    sinceWeek: (moment) =>
      `No earlier visit of this account is known on this device. These are seven days, since ${moment}.`,
    newlyInside: 'Newly inside a zone',
    noLongerInside: 'No longer inside',
    newlyUndetermined: 'Newly undetermined',
    moved: 'Position set by hand',
    imports: 'Imported data',
    none: 'Nothing changed',
    notComplete: 'Some earlier changes are no longer on record.',
    more: (count) => `and ${count} more`,
    accepted: (count) => `${count} records`,
    rejected: (count) => `${count} rows rejected`,
    rolledBack: 'rolled back',
  },
  freshness: {
    title: 'Date of the zone data',
    current: (date, years) => `As of ${date} (limit: ${years} years)`,
    old: (date, years) =>
      `The zone data is as of ${date}, which is beyond the limit of ${years} years. Look for a newer edition.`,
    undated: 'Some zone data says no date. Check whether it is current.',
    toData: 'Open the data page',
    change: 'Change the limit',
  },
};

export const search: Messages['search'] = {
  label: 'Find people, addresses, shelters, zones and districts',
  placeholder: 'Name, address, shelter or zone',
  people: 'People',
  addresses: 'Addresses',
  shelters: 'Shelters and sites',
  stations: 'Fire stations',
  zones: 'Zones',
  districts: 'Districts',
  count: (kind, count) => `${kind}: ${count}`,
  someOf: (kind, count, shown) => `${kind}: ${shown} of ${count}`,
  none: 'Nothing matches',
  hint: 'Kanji, kana, roster number or address',
  searching: 'Searching',
  failed: 'The server cannot be reached, so nothing can be found.',
  districtPeople: (count) => `${count} people`,
  radius: (metres) => `within ${metres}`,
};

export const point: Messages['point'] = {
  kind: 'Address',
  noLabel: 'Place on the map',
  accuracy: 'Accuracy of the position',
  radius: 'Extent',
  coordinates: 'Coordinates',
  note: 'The place of an address is a representative point of the gazetteer. A single building is not judged.',
};
