import type { levelLines as japanese } from '../ja/level-lines.ts';

export const levelLines: typeof japanese = {
  file: 'Read a list of levels by district (CSV)',
  hint: 'On each line: district,level. E.g. 山手,4. It fills the fields below; nothing changes before you save.',
  taken: (count) =>
    `Levels of ${count} districts were put into the fields below. Check them, then save.`,
  refused: 'Nothing was taken, as these lines cannot be read.',
  line: (line, text) => `Line ${line} "${text}"`,
  why: {
    'no-district': 'no name of a district',
    'unknown-district': 'there is no such district',
    'no-level': 'no level (2 to 5)',
    twice: 'the district has another level on a line before',
  },
};
