import { expect, test } from 'vitest';
import { problemSchema } from '#contract/common';
import { routeAnswerSchema } from '#contract/route';
import { travelProfilesSchema } from '#contract/travel-profile';
import { describeApp } from './support/http-bench.ts';
import { openAs } from './support/open-as.ts';
import { importInto, PLACES } from './support/town-roads.ts';

const QUICKEST = { from: PLACES.west, to: PLACES.middle, policy: 'quickest' } as const;

describeApp('figures of profiles of travel over HTTP', (bench) => {
  const profileOf = async (id: string) => {
    const { profiles } = await bench().read(travelProfilesSchema, '/travel-profiles');
    const found = profiles.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no profile ${id}`);
    return found;
  };
  const figuresOf = async (id: string, part: object) => ({
    ...(await profileOf(id)).standard,
    source: '架空市消防局 車両基準',
    ...part,
  });
  const bodyOf = async (profile: string) => {
    const response = await bench().ask('/routes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...QUICKEST, profile }),
    });
    return response.text();
  };
  const secondsOf = async (profile: string) => {
    const { routes } = routeAnswerSchema.parse(JSON.parse(await bodyOf(profile)));
    return routes[0]?.durationSeconds ?? 0;
  };

  test('what the city says holds for the next question, with its version, and goes back to the standard', async () => {
    await importInto(bench());
    const asFire = await openAs(bench().context, 'fire-department');
    expect(await profileOf('walking-elderly')).toMatchObject({
      own: null,
      version: 0,
      changed: null,
    });
    const before = await secondsOf('walking-elderly');
    const path = '/travel-profiles/walking-elderly';
    const slower = await figuresOf('walking-elderly', { speedFactor: 0.5 });
    expect((await asFire(path, { version: 0, figures: slower }, 'PUT')).status).toBe(200);
    expect(await secondsOf('walking-elderly')).toBeCloseTo(2 * before, 0);
    expect(await profileOf('walking-elderly')).toMatchObject({ own: slower, version: 1 });
    // Nobody else's profile moves with it.
    expect((await profileOf('car')).own).toBeNull();

    for (const version of [0, 2]) {
      const stale = await asFire(path, { version, figures: null }, 'PUT');
      expect([stale.status, problemSchema.parse(await stale.json()).code]).toEqual([
        ...[409, 'travel-profile.stale'],
      ]);
    }
    expect((await asFire(path, { version: 1, figures: null }, 'PUT')).status).toBe(200);
    expect(await secondsOf('walking-elderly')).toBe(before);
    expect(await profileOf('walking-elderly')).toMatchObject({ own: null, version: 2 });
    expect((await profileOf('walking-elderly')).changed).not.toBeNull();
    // One that nobody has changed has no version but 0.
    const early = await asFire('/travel-profiles/car', { version: 1, figures: null }, 'PUT');
    expect(early.status).toBe(409);
  });

  test('a need beyond the width of a road bears on the ways of that vehicle alone', async () => {
    const asFire = await openAs(bench().context, 'fire-department');
    const [car, taxi] = [await bodyOf('car'), await bodyOf('welfare-taxi')];
    const wide = await figuresOf('car', { widthMeters: 6.5 });
    const stored = await asFire('/travel-profiles/car', { version: 0, figures: wide }, 'PUT');
    expect(stored.status).toBe(200);
    expect(await bodyOf('car')).not.toBe(car);
    expect(await bodyOf('welfare-taxi')).toBe(taxi);
  });

  test('wrong figures, unknown profiles and who may not are refused', async () => {
    const asFire = await openAs(bench().context, 'fire-department');
    const asWelfare = await openAs(bench().context, 'welfare-officer');
    const figures = await figuresOf('pumper', {});
    const put = (as: typeof asFire, id: string, part: object) =>
      as(`/travel-profiles/${id}`, { version: 0, figures: { ...figures, ...part } }, 'PUT');
    expect((await put(asFire, 'horse', {})).status).toBe(422);
    for (const part of [{ widthMeters: 0 }, { speedFactor: 9 }, { source: ' ' }, { wings: 2 }])
      expect((await put(asFire, 'pumper', part)).status).toBe(400);
    expect((await put(asWelfare, 'pumper', {})).status).toBe(403);
    const lines = await bench().context.database.query(
      `SELECT 1 FROM audit_entry WHERE action = 'travel-profile.change'`,
    );
    expect(lines.length).toBeGreaterThan(4);
  });
});
