import { expect, test } from 'vitest';
import { metresText } from '#domain/geo/metres-text';

test.each([
  [-1234.4, '1,234'],
  [12.3, '12'],
  [9.96, '10'],
  [-9.94, '9.9'],
  [3.46, '3.5'],
  [-0.42, '0.4'],
  [0.03, '0.0'],
  [5, '5'],
  [0, '0'],
])('%d m are said as %s', (meters, text) => expect(metresText(meters)).toBe(text));
