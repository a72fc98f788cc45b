import { expect, test } from 'vitest';
import { profileFiguresSchema } from '#contract/travel-profile';
import { standardFigures } from '#domain/routing/profiles/figures';
import { TRAVEL_PROFILES } from '#domain/routing/profiles/presets';
import {
  FIGURE_FIELDS,
  toFigures,
  toTyped,
} from '../../web/features/travel-profiles/figure-fields.ts';

test('figures come back from the form as they went into it', () => {
  for (const profile of TRAVEL_PROFILES) {
    const figures = { ...standardFigures(profile), source: '架空 基準' };
    expect(toFigures(toTyped(figures))).toEqual(figures);
  }
});

test('an empty field is no need, but a speed and a source have to be said', () => {
  const figures = { ...standardFigures(TRAVEL_PROFILES[0] as never), source: '架空 基準' };
  const typed = toTyped(figures);
  expect(toFigures({ ...typed, widthMeters: ' ' })?.widthMeters).toBeNull();
  expect(toFigures({ ...typed, speedFactor: '' })).toBeNull();
  expect(toFigures({ ...typed, source: ' ' })).toBeNull();
});

test('the bounds of the fields are those that the server takes', () => {
  const figures = { ...standardFigures(TRAVEL_PROFILES[0] as never), source: '架空 基準' };
  for (const { key, least, most, scale, step } of FIGURE_FIELDS) {
    const takes = (shown: number) =>
      profileFiguresSchema.safeParse({ ...figures, [key]: shown / scale }).success;
    expect([takes(least), takes(most)]).toEqual([true, true]);
    expect([takes(least - step), takes(most + step)]).toEqual([false, false]);
  }
});
