import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planContentSchema } from '#contract/plan';
import { comparePlans } from '#domain/plan/compare';
import { mergePlans } from '#domain/plan/merge';
import { EMPTY_PLAN } from '#domain/plan/plan';
import { isSame } from '#domain/plan/same';
import { planContent, ROUTE, WHOLE_PLAN } from './support.ts';

const runs = { numRuns: 300 };

describe('two edits of one plan', () => {
  it('are the one of them where the other changed nothing', () => {
    fc.assert(
      fc.property(planContent, planContent, (base, edit) => {
        expect(mergePlans(base, edit, base)).toEqual({ merged: edit, collisions: [] });
        expect(mergePlans(base, base, edit)).toEqual({ merged: edit, collisions: [] });
        expect(mergePlans(base, edit, edit)).toEqual({ merged: edit, collisions: [] });
      }),
      runs,
    );
  });

  it('come together alike in whatever order they came, but for what collides', () => {
    fc.assert(
      fc.property(planContent, planContent, planContent, (base, one, other) => {
        const forth = mergePlans(base, one, other);
        const back = mergePlans(base, other, one);
        const paths = ({ collisions }: typeof forth) => collisions.map(({ path }) => path).sort();
        expect(paths(forth)).toEqual(paths(back));
        if (forth.collisions.length === 0) expect(isSame(forth.merged, back.merged)).toBe(true);
      }),
      runs,
    );
  });

  it('lose nothing: what either changed is in the merge, or told as a collision', () => {
    fc.assert(
      fc.property(planContent, planContent, planContent, (base, theirs, mine) => {
        const { merged, collisions } = mergePlans(base, theirs, mine);
        const collided = (path: string) =>
          collisions.some((one) => path === one.path || path.startsWith(`${one.path}/`));
        const kept = comparePlans(base, merged);
        for (const edit of [theirs, mine])
          for (const change of comparePlans(base, edit)) {
            if (change.kind === 'moved') continue;
            const isThere = kept.some(
              (one) => one.path === change.path && isSame(one.after, change.after),
            );
            // A row that one removed and the other changed is told as a whole.
            const isWithin = collisions.some((one) => one.path.startsWith(`${change.path}/`));
            expect(isThere || collided(change.path) || isWithin, change.path).toBe(true);
          }
      }),
      runs,
    );
  });

  it('put different fields of one supporter together, and rows that both added', () => {
    const [helper] = WHOLE_PLAN.supporters;
    const theirs = {
      ...WHOLE_PLAN,
      supporters: [
        { ...helper!, phone: '000-0000-0009' },
        { ...helper!, id: 's2', name: '甲' },
      ],
    };
    const mine = {
      ...WHOLE_PLAN,
      notes: '夜間は勝手口から',
      supporters: [
        { ...helper!, hasVehicle: false },
        { ...helper!, id: 's3', name: '乙' },
      ],
    };
    const { merged, collisions } = mergePlans(WHOLE_PLAN, theirs, mine);
    expect(collisions).toEqual([]);
    expect(merged.notes).toBe('夜間は勝手口から');
    expect(merged.supporters).toHaveLength(3);
    expect(merged.supporters[0]).toMatchObject({ phone: '000-0000-0009', hasVehicle: false });
  });

  it('collide where a row was removed by one and changed by the other, which is told', () => {
    const [helper] = WHOLE_PLAN.supporters;
    const mine = { ...WHOLE_PLAN, supporters: [{ ...helper!, part: '車の運転' }] };
    const { merged, collisions } = mergePlans(WHOLE_PLAN, { ...WHOLE_PLAN, supporters: [] }, mine);
    expect(merged.supporters).toEqual([]);
    expect(collisions).toMatchObject([{ path: 'supporters/s1', mine: { part: '車の運転' } }]);
  });

  it('never make one route or place out of two', () => {
    const with_ = (route: Partial<typeof ROUTE>) => ({
      ...WHOLE_PLAN,
      route: { ...ROUTE, ...route },
    });
    const { merged, collisions } = mergePlans(
      WHOLE_PLAN,
      with_({ lengthMeters: 900 }),
      with_({ redMeters: 40 }),
    );
    expect(collisions.map(({ path }) => path)).toEqual(['route']);
    expect(merged.route).toMatchObject({ lengthMeters: 900, redMeters: 0 });
  });
});

describe('two versions side by side', () => {
  it('differ in nothing alone where they are the same', () => {
    fc.assert(
      fc.property(planContent, planContent, (one, other) => {
        expect(comparePlans(one, one)).toEqual([]);
        expect(comparePlans(one, other).length === 0).toBe(isSame(one, other));
      }),
      runs,
    );
  });

  it('say in words what changed, and whose row it is', () => {
    const [helper] = WHOLE_PLAN.supporters;
    const changes = comparePlans(WHOLE_PLAN, {
      ...WHOLE_PLAN,
      means: 'car',
      supporters: [{ ...helper!, phone: null }],
      items: ['お薬手帳'],
    });
    expect(changes.map(({ label }) => label.ja)).toEqual([
      '支援者「架空 隣人」の電話番号',
      '移動手段',
      '持ち出し品',
    ]);
    expect(changes[1]).toMatchObject({
      beforeWords: { ja: '車いす', en: 'Wheelchair' },
      afterWords: { ja: '自動車', en: 'Car' },
    });
    expect(changes[0]?.afterWords).toEqual({ ja: '未記入', en: 'Not filled in' });
    expect(changes[2]).toMatchObject({ kind: 'added', afterWords: { ja: 'お薬手帳' } });
  });

  it('name every field that the wire knows', () => {
    const changes = comparePlans(EMPTY_PLAN, { ...WHOLE_PLAN, notes: 'x', pets: 'y' });
    expect(changes.filter(({ path, label }) => label.ja === path)).toEqual([]);
    expect(planContentSchema.parse(WHOLE_PLAN)).toEqual(WHOLE_PLAN);
    expect(planContentSchema.parse(EMPTY_PLAN)).toEqual(EMPTY_PLAN);
  });
});
