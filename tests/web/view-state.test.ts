import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESIDENT_SORTS } from '#contract/resident';
import { changeToPlace } from '../../web/frame/go-to-place.ts';
import { firstPlaces } from '../../web/frame/place-access.ts';
import { LAYER_IDS } from '../../web/map/layers/layer-ids.ts';
import { SELECTION_KINDS } from '../../web/state/selection.ts';
import {
  FIRST_VIEW,
  filtersOnMap,
  formatView,
  PEOPLE_TASKS,
  PLACES,
  parseView,
  SHELTER_CONDITIONS,
  SHELTER_SORTS,
  type ViewState,
} from '../../web/state/view-state.ts';

function roundTrip(view: ViewState): ViewState {
  const url = new URL(formatView(view), 'http://localhost');
  return parseView(url.pathname, url.search);
}

const subset = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const viewArbitrary: fc.Arbitrary<ViewState> = fc.record({
  municipality: fc.constant('99201'),
  place: fc.constantFrom(...PLACES),
  camera: fc.option(
    fc.record({
      // As the address writes them: whole steps of the last digit.
      zoom: fc.integer({ min: 0, max: 2200 }).map((n) => n / 100),
      lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((n) => n / 100_000),
      lng: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 100_000),
    }),
  ),
  shelters: fc.option(fc.constantFrom(...SHELTER_CONDITIONS)),
  baseMap: fc.option(fc.constantFrom('gsi.pale', 'file.orthophoto')),
  grid: fc.boolean(),
  shelterSort: fc.constantFrom(...SHELTER_SORTS),
  shelterOrder: fc.constantFrom('asc' as const, 'desc' as const),
  scenario: fc.option(fc.constantFrom('new', '0b1c2d3e-0000-4000-8000-000000000000')),
  route: fc.option(fc.constant('f.p135.2,31.4!t.sabc!c.way/1,way%252F2')),
  response: fc.option(fc.constant('0b1c2d3e-0000-4000-8000-000000000002')),
  importId: fc.option(fc.constant('0b1c2d3e-0000-4000-8000-000000000001')),
  relay: fc.option(fc.constantFrom('b.write', 'x.all!s.received!d.%E6%9E%B6')),
  charts: fc.option(fc.constantFrom('b.map!i.residents')),
  plans: fc.option(fc.constantFrom('m.0!s.drafting', 'd.%E6%9E%B6!p.route')),
  drills: fc.option(fc.constantFrom('d.0b1c2d3e-0000-4000-8000-000000000003!b.run')),
  criteria: fc.option(fc.constantFrom('draft.0b1', 'compare.own-1@2.own-1@1')),
  hiddenLayers: fc.subarray([...LAYER_IDS]),
  filters: fc.record(
    {
      tier: subset(['1', '2', '3']),
      red: subset(['inside', 'undetermined', 'near', 'outside']),
      careLevel: subset(['25', '24', 'unknown']),
      district: subset(['d1', 'd2', 'd-3']),
      powerDependent: fc.constantFrom(['true'], ['false']),
    },
    { requiredKeys: [] },
  ),
  sort: fc.uniqueArray(
    fc.record({ key: fc.constantFrom(...RESIDENT_SORTS), isDescending: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 4,
      selector: ({ key }) => key,
    },
  ),
  task: fc.constantFrom(...PEOPLE_TASKS),
  selection: fc.option(
    fc.record({
      kind: fc.constantFrom(...SELECTION_KINDS),
      id: fc.string({ minLength: 1, unit: 'binary' }).filter((id) => id.isWellFormed()),
    }),
  ),
  tab: fc.constantFrom('map' as const, 'list' as const),
});

describe('the view in the address bar', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(viewArbitrary, (view) => {
        expect(roundTrip(view)).toEqual(view);
      }),
    );
  });

  test('an address without a municipality opens with those who come first', () => {
    expect(parseView('/', '')).toEqual(FIRST_VIEW);
    expect(FIRST_VIEW.filters).toEqual({ tier: ['1'] });
  });

  test('reads as a person would write it', () => {
    const view = parseView(
      '/99201/people',
      '?red=inside,near&sort=age&at=13.2/31.4/135.2&sel=zone.7',
    );
    expect(view).toMatchObject({
      place: 'people',
      filters: { red: ['inside', 'near'] },
      sort: [{ key: 'age', isDescending: false }],
      camera: { zoom: 13.2, lat: 31.4, lng: 135.2 },
      selection: { kind: 'zone', id: '7' },
    });
  });

  test('leaves out what it does not understand', () => {
    const view = parseView(
      '/99201/nowhere',
      '?red=maybe&tier=x&sort=height&at=1/2&sel=ghost.1&hide=moon&name=%E4%BD%90%E8%97%A4',
    );
    expect(view).toEqual({ ...FIRST_VIEW, municipality: '99201', filters: {} });
  });
});

describe('filters on the map', () => {
  test('are those that somebody chose; those of the first view hold beside its list alone', () => {
    const { filters } = FIRST_VIEW;
    const chosen = { tier: ['2'], district: ['古原地区'] };
    for (const place of ['start', 'map', 'people'] as const) {
      expect(filtersOnMap({ ...FIRST_VIEW, place })).toBe(filters);
      expect(filtersOnMap({ ...FIRST_VIEW, place, filters: chosen })).toBe(chosen);
    }
    for (const place of ['routes', 'response', 'drills', 'shelters'] as const) {
      expect(filtersOnMap({ ...FIRST_VIEW, place })).toEqual({});
      expect(filtersOnMap({ ...FIRST_VIEW, place, filters: chosen })).toBe(chosen);
    }
  });
});

describe('the rail of a phone', () => {
  test('shows the first places in one line, and always the one that is open', () => {
    expect(firstPlaces(PLACES, 'map', null)).toEqual(['start', 'map', 'people', 'plans']);
    expect(firstPlaces(PLACES, 'drills', null)).toEqual(['start', 'map', 'people', 'drills']);
    // One's own account stands in the top bar and not in the rail.
    expect(firstPlaces(['start', 'map'], 'account', null)).toEqual(['start', 'map']);
    // What comes forward stands beside the first, where it is not in the line anyway.
    expect(firstPlaces(PLACES, 'start', 'response')).toEqual([
      'start',
      'response',
      'map',
      'people',
    ]);
    expect(firstPlaces(PLACES, 'start', 'map')).toEqual(['start', 'map', 'people', 'plans']);
    expect(firstPlaces(['start', 'map'], 'map', 'response')).toEqual(['start', 'map']);
  });

  test('choosing a place on a narrow screen closes the panel that would bury it', () => {
    const view: ViewState = { ...FIRST_VIEW, selection: { kind: 'resident', id: 'a' } };
    const kept = (place: ViewState['place'], isNarrow: boolean, more: Partial<ViewState> = {}) =>
      changeToPlace({ ...view, ...more }, place, isNarrow).selection !== null;
    expect(kept('relay', true)).toBe(false);
    expect(kept('people', true)).toBe(false);
    expect(kept('relay', false)).toBe(true);
    // Where the place goes on with it, or shows it on the map, it stays.
    expect(kept('routes', true)).toBe(true);
    expect(kept('map', true, { tab: 'map' })).toBe(true);
    expect(kept('map', true, { tab: 'list' })).toBe(false);
    expect(kept('plans', true, { selection: { kind: 'plan', id: 'a' } })).toBe(true);
  });

  test('the guide does not stand in the way of what a place of the rail opens', () => {
    expect(changeToPlace({ ...FIRST_VIEW, relay: 'b.guide' }, 'access', false).relay).toBe(null);
    expect(changeToPlace({ ...FIRST_VIEW, relay: 'b.write' }, 'relay', false).relay).toBe(
      'b.write',
    );
  });
});
