import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { residentQuerySchema } from '#contract/resident';
import { classesOf, classOf } from '#domain/chart/classes';
import { FACTS } from '#domain/chart/facts';
import {
  CHART_TABS,
  type ChartsView,
  formatChartsView,
  parseChartsView,
} from '../../web/features/charts/charts-view.ts';
import { ranked } from '../../web/features/charts/ranked.ts';
import { DARK_COLORS } from '../../web/map/colors.ts';
import { chartLayers } from '../../web/map/layers/charts.ts';
import { FIRST_VIEW, formatView, parseView } from '../../web/state/view-state.ts';

vi.mock('../../web/state/use-view.ts', () => ({}));
const { listBehind } = await import('../../web/features/charts/list-behind.ts');
const { parseRelayView } = await import('../../web/state/relay-view.ts');

test('areas, their lines and their numbers are a valid style, with no district too', () => {
  for (const classes of [new Map(), new Map([['山手', 1] as const, ['浜手', null] as const])]) {
    const { under, over } = chartLayers(DARK_COLORS, classes);
    const style = {
      version: 8,
      glyphs: 'http://localhost/{fontstack}/{range}.pbf',
      sources: { districts: { type: 'vector', tiles: ['http://localhost/{z}/{x}/{y}.mvt'] } },
      layers: [...under, ...over],
    };
    expect(validateStyleMin(style as unknown as Parameters<typeof validateStyleMin>[0])).toEqual(
      [],
    );
  }
});

test('what is looked at goes through the address and back, whatever districts are called', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), {
    nil: null,
  });
  fc.assert(
    fc.property(fc.constantFrom(...CHART_TABS), text, text, text, (tab, district, beside, item) => {
      const view: ChartsView = { tab, district, beside, item };
      const charts = formatChartsView(view);
      const address = formatView({ ...FIRST_VIEW, municipality: '99201', place: 'charts', charts });
      const [path = '', query = ''] = address.split('?');
      expect(parseChartsView(parseView(path, query).charts)).toEqual(view);
    }),
  );
  expect(parseChartsView('t.nothing!d.%E3!x.1')).toEqual(parseChartsView(null));
});

test('the list behind a figure is one that the list of people understands', () => {
  const people = FACTS.flatMap(({ id }) => {
    const behind = listBehind([id], '山手');
    return behind?.access === 'people.see' ? [behind.view.filters ?? {}] : [];
  });
  expect(people.length).toBeGreaterThan(20);
  for (const filters of people)
    for (const [key, values] of Object.entries(filters))
      expect(
        residentQuerySchema.shape[key as 'red'].safeParse((values ?? []).join(',')).success,
      ).toBe(true);
  expect(listBehind(['population'], '山手')).toBeNull();
});

test('the sheets behind a figure are those that it counts, of everybody', () => {
  for (const { id } of FACTS.filter((fact) => fact.id.startsWith('relay.'))) {
    const { box, states, isOverdue, district } = parseRelayView(
      listBehind([id], '山手')?.view.relay ?? null,
    );
    expect([box, district]).toEqual(['all', '山手']);
    expect(isOverdue ? ['overdue'] : states.map((state) => state.replace('-', '_'))).toEqual([
      id.slice('relay.'.length),
    ]);
  }
});

test('classes hold every value, equal values one class, and break where the gaps are', () => {
  expect(classesOf([1, 2, 2, 50, 51, 90], 3).map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [50, 51],
    [90, 90],
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat(500), { maxLength: 40 }), (values) => {
      const classes = classesOf(values);
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      for (const value of values) expect(classOf(value, classes)).not.toBeNull();
    }),
  );
});

test('equal values share a rank, and a district without a value has none and comes last', () => {
  const district = (name: string, value: number | null) => ({
    ...{ name, isDistrict: true, notSeen: 0, factDates: {} },
    figures: {
      a:
        value === null
          ? ({ state: 'not-recorded', missing: ['a'] } as const)
          : ({ state: 'known', value } as const),
    },
  });
  const districts = [district('い', null), district('ろ', 3), district('は', 9), district('に', 3)];
  const charts = { districts } as unknown as Parameters<typeof ranked>[0];
  const rows = ranked(charts, 'a').map((row) => [row.district.name, row.rank]);
  expect(rows).toEqual([
    ['は', 1],
    ['に', 2],
    ['ろ', 2],
    ['い', null],
  ]);
});
