import type { mapFilter as japanese } from '../ja/map-filter.ts';

export const mapFilter: typeof japanese = {
  text: (count) => `The map shows only people who pass the filters of the list (${count}).`,
  all: 'Show everybody',
};
