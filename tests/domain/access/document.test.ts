import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ACCESS_DOCUMENT, accessDocument } from '../../../scripts/access-table.ts';

test('docs/access.md says what the tables say (npm run docs:access)', () => {
  expect(readFileSync(ACCESS_DOCUMENT, 'utf8')).toBe(accessDocument());
});
