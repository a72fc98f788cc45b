import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, test } from 'vitest';
import { RELATIONS } from '#domain/hazard/relation';
import { PHENOMENA } from '#domain/hazard/zone';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import { BASEMAP_LAYERS } from '#geodata/demo/basemap-layers';
import { parseImageName } from '../../web/map/images/image-name.ts';
import { judgementFeatures } from '../../web/map/judgement-features.ts';
import { drawingOrder, SELECTABLE_LAYERS } from '../../web/map/layers/index.ts';
import { LAYER_IDS } from '../../web/map/layers/layer-ids.ts';
import { buildStyle, type StyleInput } from '../../web/map/style.ts';

const input: StyleInput = {
  municipalityCode: '99201',
  hasBaseMap: true,
  chosenBase: null,
  isDark: false,
  hiddenLayers: [],
  selection: { kind: 'resident', id: '42' },
  tracedZoneId: null,
  sheltersOnTop: false,
  filteredResidents: null,
  judgement: judgementFeatures({
    position: [135.2, 31.4],
    radiusMeters: 60,
    boundary: { position: [135.201, 31.4], label: '12m' },
  }),
  tileVersions: { zones: 'z1', districts: 'd1', shelters: 's1', residents: 'r1', roads: 'w1' },
  origin: 'http://127.0.0.1:8080',
};
const style = buildStyle(input);
const NEEDS_GLYPHS = 'use of "text-field" requires a style "glyphs" property';

describe('the map as data', () => {
  test.each([
    ['light', input],
    ['dark', { ...input, isDark: true }],
    ['without a base map', { ...input, hasBaseMap: false }],
    ['filtered', { ...input, filteredResidents: { type: 'FeatureCollection', features: [] } }],
  ] satisfies [string, StyleInput][])('is a valid style: %s', (_name, variant) => {
    const errors = validateStyleMin(buildStyle(variant));
    // MapLibre 6 draws text with the fonts of the page; the validator does not know that yet.
    expect(errors.filter(({ message }) => !message.endsWith(NEEDS_GLYPHS))).toEqual([]);
  });

  test('a switch of the legend takes its layers away, and only those', () => {
    for (const id of LAYER_IDS) {
      const left = buildStyle({ ...input, hiddenLayers: [id] }).layers.map((layer) => layer.id);
      const gone = style.layers.map((layer) => layer.id).filter((layer) => !left.includes(layer));
      expect(gone.length, id).toBeGreaterThan(0);
    }
    expect(
      drawingOrder(false)
        .map((group) => group.switchId)
        .filter(Boolean),
    ).toEqual(expect.arrayContaining([...LAYER_IDS]));
  });

  test('people lie above shelters, shelters above zones, red above yellow', () => {
    const order = style.layers.map(({ id }) => id);
    const positions = ['zones-yellow-fill', 'zones-red-fill', 'shelters', 'residents'].map((id) =>
      order.indexOf(id),
    );
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(positions[0]).toBeGreaterThan(0);
    const turned = buildStyle({ ...input, sheltersOnTop: true }).layers.map(({ id }) => id);
    expect(turned.indexOf('shelters')).toBeGreaterThan(turned.indexOf('residents'));
    expect([...turned].sort()).toEqual([...order].sort());
  });

  test('layers that are clicked exist', () => {
    const ids = new Set(style.layers.map(({ id }) => id));
    expect(SELECTABLE_LAYERS.filter(({ layerId }) => !ids.has(layerId))).toEqual([]);
  });

  test('asks the base map only for layers that it holds', () => {
    const held = new Set<string>(Object.values(BASEMAP_LAYERS));
    const asked = style.layers.flatMap((layer) =>
      'source' in layer && layer.source === 'base' ? [String(layer['source-layer'])] : [],
    );
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !held.has(name))).toEqual([]);
  });

  test('names no outside host', () => {
    const urls = JSON.stringify(style).match(/https?:\/\/[^"/]+/g) ?? [];
    expect(new Set(urls)).toEqual(new Set(['http://127.0.0.1:8080']));
  });
});

describe('names of images', () => {
  test('every mark that the layers can ask for can be drawn', () => {
    for (const red of RELATIONS)
      for (const relation of RELATIONS)
        expect(parseImageName(`resident-2-${red}-${relation}-1`)).toEqual({
          kind: 'resident',
          tier: 2,
          red,
          relation,
          power: true,
        });
    for (const kind of SHELTER_KINDS)
      expect(parseImageName(`shelter-${kind}-unknown`)).not.toBeNull();
    for (const phenomenon of PHENOMENA)
      expect(parseImageName(`hatch-${phenomenon}-dark`)).not.toBeNull();
  });

  test('a name of others is left alone', () => {
    expect(parseImageName('marker-15')).toBeNull();
  });
});
