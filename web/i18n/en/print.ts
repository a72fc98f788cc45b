import type { Messages } from '../messages.ts';

export const print: Messages['print'] = {
  button: 'Print',
  preparing: 'Preparing to print',
  printedOn: (moment) => `Printed ${moment}`,
  zoneData: (text) => `Zone data ${text}`,
  filters: (text) => `Filters: ${text}`,
  everyone: 'everybody',
  count: (count) => `${count} people`,
  shelterCount: (count) => `${count} places`,
  partOf: (shown, total) =>
    `The first ${shown} of ${total} people. Set filters or export a file for the rest.`,
  personal: 'Contains personal data. Handle with care and shred when no longer needed.',
  notSafe: 'Landslides can happen outside of designated zones as well.',
  columns: {
    rank: 'Rank',
    tier: 'Tier',
    name: 'Name',
    age: 'Age',
    district: 'District',
    address: 'Address',
    care: 'Care level',
    relation: 'Relation to zones',
    distance: 'To boundary',
    power: 'Power',
    kind: 'Kind',
    capacity: 'Capacity',
    landslide: 'For landslides',
  },
  landslide: { true: 'yes', false: 'no', null: 'unknown' },
  powerNeeded: 'needed',
  inner: (metres) => `${metres} inside`,
};
