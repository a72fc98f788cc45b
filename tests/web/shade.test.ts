import { describe, expect, test } from 'vitest';
import { heightsOf, pixelMeters, shadePixels } from '../../web/map/shade.ts';
import { shadeUrl } from '../../web/map/shade-protocol.ts';

const SIZE = 5;
const METERS = 30;
const colors = { shade: [10, 20, 30], light: [200, 210, 220] } as const;

/** A plane that rises by so many metres a metre to the east and to the north. */
function plane(eastward: number, northward: number): Float32Array {
  return Float32Array.from(
    { length: SIZE * SIZE },
    (_, at) => 100 + METERS * ((at % SIZE) * eastward - Math.floor(at / SIZE) * northward),
  );
}

function middle(heights: Float32Array): number[] {
  const at = 4 * (2 * SIZE + 2);
  return [...shadePixels(heights, SIZE, METERS, colors).slice(at, at + 4)];
}

describe('the shading of hills', () => {
  test('level ground is clear', () => {
    expect(
      shadePixels(plane(0, 0), SIZE, METERS, colors).every(
        (_, at, all) => at % 4 < 3 || all[at] === 0,
      ),
    ).toBe(true);
  });

  test('a slope that faces the sun in the north-west is light, one that turns away is dark', () => {
    // Rising to the south-east, it looks north-west.
    const [facing, away] = [middle(plane(0.5, -0.5)), middle(plane(-0.5, 0.5))];
    expect(facing.slice(0, 3)).toEqual([...colors.light]);
    expect(away.slice(0, 3)).toEqual([...colors.shade]);
    expect(facing[3]).toBeGreaterThan(100);
    expect(away[3]).toBeGreaterThan(100);
  });

  test('a slope along the sun is as Lambert says: a grade of 1 towards it stands square in the light', () => {
    const grade = Math.SQRT1_2;
    expect(middle(plane(grade, -grade))[3]).toBe(255);
  });

  test('the edge of a tile is shaded like its middle on an even slope', () => {
    const pixels = shadePixels(plane(0.3, 0.2), SIZE, METERS, colors);
    const strengths = new Set(pixels.filter((_, at) => at % 4 === 3));
    expect(strengths.size).toBe(1);
  });

  test('heights are read as terrarium, 1/256 m steps', () => {
    expect([...heightsOf(new Uint8ClampedArray([128, 0, 0, 255, 131, 232, 128, 255]))]).toEqual([
      0, 1000.5,
    ]);
  });

  test('a pixel shrinks with the cosine of the latitude', () => {
    expect(pixelMeters(0, 0, 256)).toBeCloseTo(156_543.034, 2);
    const [zoom, y] = [12, 1627];
    const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / 2 ** zoom)));
    expect(pixelMeters(zoom, y, 256)).toBeCloseTo(
      (156_543.034 / 2 ** zoom) * Math.cos(latitude),
      4,
    );
  });

  test('the address of a shading holds both colours and the archive', () => {
    expect(shadeUrl('http://h/basemap/99201/terrain.pmtiles', '#5d6f62', '#ffffff')).toBe(
      'shade://5d6f62-ffffff/http://h/basemap/99201/terrain.pmtiles',
    );
  });
});
