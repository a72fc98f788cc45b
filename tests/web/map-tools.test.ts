import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degreesText, graticuleLines } from '../../web/features/graticule/graticule-lines.ts';
import { toPlane } from '../../web/features/graticule/plane-coordinates.ts';
import { epsgCode, planeZoneAt } from '../../web/features/graticule/plane-zone.ts';
import { scaleOfZoom, zoomOfScale } from '../../web/features/map-export/map-scale.ts';
import { PAPERS, sheetLayout } from '../../web/features/map-export/sheet-layout.ts';
import { areaSquareMeters, lengthMeters } from '../../web/features/measure/measured.ts';
import { areaText, distanceText } from '../../web/features/measure/measured-text.ts';
import { wordsOf } from '../../web/i18n/words.ts';
import { middleOf } from '../../web/map/feature-order.ts';

const words = wordsOf('ja');

describe('plane rectangular coordinates', () => {
  test('the zone follows the prefecture; Hokkaido and the islands the position', () => {
    const zone = (code: string, lng: number, lat: number) => planeZoneAt(code, [lng, lat])?.zone;
    expect(zone('34213', 132.33, 34.35)).toBe(3);
    expect(zone('28100', 135.19, 34.69)).toBe(5);
    expect(zone('01100', 141.35, 43.06)).toBe(12);
    expect(zone('13101', 139.75, 35.69)).toBe(9);
    expect(zone('13421', 142.19, 27.09)).toBe(14);
    expect(zone('46201', 130.56, 31.6)).toBe(2);
    expect(zone('47201', 127.68, 26.21)).toBe(15);
    expect(zone('47207', 124.16, 24.34)).toBe(16);
    expect(planeZoneAt('34213', [2.35, 48.85])).toBeNull();
  });

  test('agrees with the Geospatial Information Authority to the centimetre', () => {
    // 国土地理院 測量計算サイト: 36°06'13.58925" N 140°05'16.27815" E, zone IX.
    const zone = planeZoneAt('08220', [140.0878550417, 36.1037747917]);
    if (zone === null) throw new Error('no zone');
    expect(epsgCode(zone)).toBe(6677);
    const { xMeters, yMeters } = toPlane([140.0878550417, 36.1037747917], zone);
    expect(xMeters).toBeCloseTo(11_543.69, 1);
    expect(yMeters).toBeCloseTo(22_916.24, 1);
  });
});

describe('measuring', () => {
  test('a hundredth of a degree of latitude, and a square of it', () => {
    const line = lengthMeters([
      [135, 34],
      [135, 34.01],
    ]);
    expect(line).toBeCloseTo(1111.95, 0);
    expect(distanceText(line, words)).toBe('1.11キロメートル');
    expect(distanceText(12.34, words)).toBe('12.3メートル');
    const square = areaSquareMeters([
      [135, 0],
      [135.001, 0],
      [135.001, 0.001],
      [135, 0.001],
    ]);
    expect(square / 111.3 ** 2).toBeCloseTo(1, 1);
    expect(areaText(square, words)).toBe('1.24ヘクタール');
    expect(areaText(950.4, words)).toBe('950平方メートル');
  });

  test('too few points measure nothing', () => {
    expect(lengthMeters([[135, 34]])).toBe(0);
    expect(
      areaSquareMeters([
        [135, 34],
        [135.1, 34],
      ]),
    ).toBe(0);
  });
});

describe('the sheet', () => {
  test('scale and zoom are each other’s inverse', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 500, max: 200_000 }),
        fc.double({ min: 24, max: 46, noNaN: true }),
        (denominator, lat) => {
          const back = scaleOfZoom(zoomOfScale(denominator, lat), lat);
          expect(Math.abs(back - denominator) / denominator).toBeLessThan(0.006);
        },
      ),
    );
  });

  test.each(
    PAPERS.flatMap(
      (paper) =>
        [
          [paper, 'portrait'],
          [paper, 'landscape'],
        ] as const,
    ),
  )('everything lies on the sheet and nothing over another: %s %s', (paper, orientation) => {
    const sheet = sheetLayout(paper, orientation);
    const boxes = [sheet.title, sheet.map, sheet.legend, sheet.foot];
    for (const [index, box] of boxes.entries()) {
      expect(box.x).toBeGreaterThanOrEqual(10);
      expect(box.y).toBeGreaterThanOrEqual(10);
      expect(box.x + box.width).toBeLessThanOrEqual(sheet.widthMm - 10 + 1e-9);
      expect(box.y + box.height).toBeLessThanOrEqual(sheet.heightMm - 10 + 1e-9);
      for (const other of boxes.slice(index + 1))
        expect(
          box.x + box.width <= other.x ||
            other.x + other.width <= box.x ||
            box.y + box.height <= other.y ||
            other.y + other.height <= box.y,
        ).toBe(true);
    }
    expect(sheet.map.width * sheet.map.height).toBeGreaterThan(
      sheet.widthMm * sheet.heightMm * 0.4,
    );
  });
});

describe('the graticule', () => {
  test('has lines at round degrees inside the box, not too many', () => {
    const lines = graticuleLines([135.19, 31.385, 135.21, 31.395]);
    const labels = lines.map(({ properties }) => properties?.label);
    expect(labels).toContain('135°12′00″');
    expect(labels).toContain('31°23′30″');
    expect(lines.length).toBeLessThanOrEqual(14);
    expect(lines.length).toBeGreaterThan(4);
  });

  test('degrees in words', () => {
    expect(degreesText(135.2125)).toBe('135°12′45″');
    expect(degreesText(31.999_999_99, 1)).toBe('32°00′00.0″');
  });
});

test('the middle of a geometry is the middle of its box', () => {
  const ring = [
    [0, 0],
    [4, 0],
    [4, 2],
    [0, 0],
  ];
  expect(middleOf({ type: 'Polygon', coordinates: [ring] })).toEqual([2, 1]);
  expect(middleOf({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual([2, 1]);
  expect(middleOf({ type: 'Point', coordinates: [3, 5] })).toEqual([3, 5]);
});
