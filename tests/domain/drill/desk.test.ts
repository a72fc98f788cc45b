import { describe, expect, it } from 'vitest';
import { type DrillContent, suppliesAt } from '#domain/drill/content';
import { drillFieldLabel, mergeDrills } from '#domain/drill/merge-drills';
import { expectedMinutes } from '#domain/drill/run/expected-minutes';
import { planTours } from '#domain/drill/tours/plan-tours';
import { tourPlaces, worstOf } from '#domain/drill/tours/tour-places';
import { sharedMeters } from '#domain/geo/shared-meters';
import { at } from '../../http/support/city.ts';
import { drillOf, standIn } from '../../http/support/drill-content.ts';

const BASE: DrillContent = drillOf('S1');
const withMinutes = (content: DrillContent, stepId: string, plannedMinutes: number) => ({
  ...content,
  manual: {
    ...content.manual,
    phases: content.manual.phases.map((phase) => ({
      ...phase,
      steps: phase.steps.map((step) => (step.id === stepId ? { ...step, plannedMinutes } : step)),
    })),
  },
});

describe('two edits of a drill', () => {
  it('come together step by step, and a step that both changed is told by its name', () => {
    const theirs = withMinutes(withMinutes(BASE, 'packing', 12), 'rooms', 25);
    const mine = withMinutes(withMinutes(BASE, 'packing', 8), 'beds', 30);
    const { merged, collisions } = mergeDrills(BASE, theirs, mine);
    const minutes = new Map(
      merged.manual.phases.flatMap(({ steps }) => steps.map((one) => [one.id, one.plannedMinutes])),
    );
    expect([minutes.get('rooms'), minutes.get('beds'), minutes.get('packing')]).toEqual([
      25, 30, 12,
    ]);
    expect(collisions.map(({ path }) => path)).toEqual([
      'manual/phases/first-response/steps/packing/plannedMinutes',
    ]);
    expect(drillFieldLabel(collisions[0]?.path ?? '', BASE, theirs, mine)).toEqual({
      ja: '手順「持ち出し品・資機材の準備」の予定の分数',
      en: 'Step “Packing”: planned minutes',
    });
  });

  it('take what has no rows as a whole, and keep people whom either added', () => {
    const level = (minute: number) => ({
      scenario: { ...BASE.scenario, levels: [{ minute, level: 3 as const }] },
    });
    const theirs = { ...BASE, ...level(10), people: [...BASE.people, standIn('x', 'S1')] };
    const mine = { ...BASE, ...level(20), people: [...BASE.people, standIn('y', 'S1')] };
    const { merged, collisions } = mergeDrills<DrillContent>(BASE, theirs, mine);
    expect(collisions.map(({ path }) => path)).toEqual(['scenario/levels']);
    expect(merged.people.map(({ id }) => id).toSorted()).toEqual(['a', 'x', 'y']);
    expect(drillFieldLabel('people/x', theirs).ja).toBe('避難する人「代役 x」');
  });
});

describe('what a drill has and expects', () => {
  it('is the generator once the power is cut, and nothing where nothing is known', () => {
    expect(suppliesAt(BASE, 29)).toMatchObject([{ careBeds: 3, watts: 3000 }]);
    expect(suppliesAt(BASE, 30)).toMatchObject([{ careBeds: 3, watts: 500 }]);
    expect(suppliesAt({ ...BASE, supplies: [] }, 0)).toEqual([
      { shelterId: 'S1', careBeds: null, watts: null },
    ]);
  });

  it('is told by the tours, else by the latest arrival, else not at all', () => {
    const people = [
      standIn('a', 'S1'),
      standIn('b', 'S1', { latestArrivalMinute: 80 }),
      standIn('c', 'S1', { latestArrivalMinute: 80 }),
      standIn('d', 'S1', { travel: 'own', latestArrivalMinute: 90 }),
      standIn('e', 'S1', { travel: 'own' }),
    ];
    const content = { ...BASE, people };
    const { places, positions, requestOf } = tourPlaces(
      content,
      (id) => (id === 'b' ? null : at(id === 'a' ? 0 : 100, 0)),
      () => at(900, 0),
    );
    // The shelter stands there once, for people and vehicle alike; whoever has no place has none.
    expect(places.map(({ kind }) => kind)).toEqual(['person', 'shelter', 'person']);
    const size = positions.length;
    const values = new Float64Array(size * size).fill(300);
    const plan = planTours(
      requestOf({ seconds: { size, values }, redMeters: null, secondsPerRedMeter: 1 }),
      { seed: 1, iterations: 200 },
    );
    expect(plan.unserved).toMatchObject([
      { personId: 'b', reason: { code: 'tour.no-pick-up-place' } },
    ]);
    const expected = expectedMinutes(content, { places, plan });
    expect([...expected.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(expected.get('b')).toBe(80);
    expect(expected.get('d')).toBe(90);
    expect(expected.get('c')).toBeGreaterThan(60);
    expect(expected.get('c')).toBeLessThan(80);
    const byThemselves = people.map((one) => ({ ...one, travel: 'own' as const }));
    const later = expectedMinutes({ people: byThemselves }, { places, plan });
    expect([later.get('a'), later.get('c')]).toEqual([undefined, 80]);
  });

  it('counts a way as the slowest vehicle takes it, and as none where one of them has none', () => {
    const matrix = (...values: number[]) => ({ size: 2, values: Float64Array.from(values) });
    const worst = worstOf([matrix(0, 5, 7, 0), matrix(0, Infinity, 6, 0)]);
    expect([...worst.values]).toEqual([0, Infinity, 7, 0]);
  });
});

describe('metres that two ways share', () => {
  it('are those that run along each other, and nearly none where they cross', () => {
    const east = [at(0, 0), at(500, 0)];
    expect(sharedMeters(east, [at(200, 5), at(500, 5)], 15)).toBeCloseTo(300, -1.5);
    expect(sharedMeters(east, [at(250, -200), at(250, 200)], 15)).toBeLessThan(50);
    expect(sharedMeters(east, [at(0, 100), at(500, 100)], 15)).toBe(0);
  });
});
