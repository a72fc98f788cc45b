import type { Messages } from '../messages.ts';

export const shelters: Messages['shelters'] = {
  title: 'List of shelters and sites',
  conditions: {
    inside: 'In a zone',
    near: 'Near a zone',
    undetermined: 'Undetermined',
    'not-for-landslide': 'Not designated for landslide',
    conflict: 'Lists disagree on the place',
    'outside-boundary': 'Outside the municipality',
  },
  filtersLabel: 'Filter shelters',
  all: 'All',
  count: (count) => (count === '1' ? '1 shelter' : `${count} shelters`),
  inZone: (count) => (count === '1' ? '1 shelter in a zone' : `${count} shelters in a zone`),
  columns: { name: 'Name', relation: 'Relation to zones' },
  insideRed: 'In a red zone',
  insideYellow: 'In a yellow zone',
  conflictBy: (metres) => `Lists are ${metres} apart`,
  noPosition: 'The list has no position',
  none: {
    title: 'No shelter matches',
    text: 'Remove the filter to see the others.',
    action: 'Show all shelters',
  },
  empty: {
    title: 'There is no list of shelters yet',
    text: 'Import the files of emergency sites, shelters and welfare shelters in the data place.',
    action: 'Open the data place',
  },
};
