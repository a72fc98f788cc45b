import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceMeters } from '../../../server/domain/geo/distance.ts';
import { clipLine, clipRing, type PaperPoint } from '../../../server/output/paper/map/clip.ts';
import { drawMap } from '../../../server/output/paper/map/draw-map.ts';
import { NO_GROUND } from '../../../server/output/paper/map/map-content.ts';
import { frameAround, scaleBarMeters } from '../../../server/output/paper/map/map-frame.ts';
import { mapPages } from '../../../server/output/paper/map/map-pages.ts';
import {
  MAP_HEIGHTS_MM,
  planMap,
  seenByMaps,
} from '../../../server/output/paper/sheets/plan-map.ts';
import { examplePlan } from './support/example-plan.ts';

const BOX = { left: 0, top: 0, right: 100, bottom: 60 };
/** Sixteenths of a millimetre, and never on the edge itself, where sampling cannot tell. */
const between = (min: number, max: number) =>
  fc.integer({ min: 16 * min, max: 16 * max }).map((steps) => steps / 16 + 0.03);
const point = fc.tuple(between(-80, 180), between(-80, 140));
const isIn = ([x, y]: PaperPoint, by = 1e-9) =>
  x >= -by && x <= 100 + by && y >= -by && y <= 60 + by;
const lengthOf = (line: readonly PaperPoint[]) =>
  line
    .slice(1)
    .reduce((sum, [x, y], index) => sum + Math.hypot(x - line[index]![0], y - line[index]![1]), 0);

describe('cutting to the paper', () => {
  it('keeps of a line what lies inside, and as much of it', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 8 }), (line) => {
        const pieces = clipLine(line, BOX);
        for (const piece of pieces) for (const at of piece) expect(isIn(at)).toBe(true);
        // The oracle: the share of points along the line that lie inside.
        const inside = line.slice(1).reduce((sum, end, index) => {
          const start = line[index]!;
          const steps = 2000;
          let hits = 0;
          for (let step = 0; step < steps; step++) {
            const part = (step + 0.5) / steps;
            const at = [
              start[0] + part * (end[0] - start[0]),
              start[1] + part * (end[1] - start[1]),
            ] as const;
            if (isIn(at, 0)) hits++;
          }
          return sum + (hits / steps) * Math.hypot(end[0] - start[0], end[1] - start[1]);
        }, 0);
        expect(
          Math.abs(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0) - inside),
        ).toBeLessThan(2);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps of an area what lies inside', () => {
    // Triangles: whatever their corners, they do not cut themselves.
    fc.assert(
      fc.property(fc.tuple(point, point, point), point, (triangle, at) => {
        const clipped = clipRing(triangle, BOX);
        for (const corner of clipped) expect(isIn(corner, 1e-6)).toBe(true);
        const holds = (ring: readonly PaperPoint[]) =>
          ring.length >= 3 &&
          booleanPointInPolygon([...at], {
            type: 'Polygon',
            coordinates: [[...ring, ring[0]!].map(([x, y]) => [x, y])],
          });
        const nearEdge = [at[0], at[1], at[0] - 100, at[1] - 60].some(
          (value) => Math.abs(value) < 1e-6,
        );
        if (!nearEdge) expect(holds(clipped)).toBe(holds(triangle) && isIn(at, 0));
      }),
    );
  });
});

describe('the frame of a map', () => {
  const paper = { widthMm: 180, heightMm: 100 };
  it('shows all of a box at a scale that holds on paper', () => {
    const [west, south, east, north] = [132.4, 34.38, 132.43, 34.4] as const;
    const frame = frameAround([west, south, east, north], paper);
    const [left, bottom] = frame.toPaper([west, south]);
    const [right, top] = frame.toPaper([east, north]);
    for (const x of [left, right]) expect(x > 13 && x < 167).toBe(true);
    for (const y of [top, bottom]) expect(y > 13 && y < 87).toBe(true);
    expect(top).toBeLessThan(bottom);
    const meters = distanceMeters([west, 34.39], [east, 34.39]);
    expect((right - left) / ((meters * 1000) / frame.scale)).toBeCloseTo(1, 3);
  });

  it('comes no nearer than a map can be read, where all is in one place', () => {
    expect(frameAround([132.4, 34.4, 132.4, 34.4], paper).scale).toBe(2500);
  });

  it('has a scale bar that can be read off', () => {
    for (const scale of [1000, 2500, 4000, 7500, 50_000, 1_000_000]) {
      const mm = (scaleBarMeters(scale) * 1000) / scale;
      expect(mm).toBeGreaterThan(23);
      expect(mm).toBeLessThanOrEqual(60);
    }
  });

  it('refuses a box of nothing', () => {
    expect(() => frameAround([Infinity, Infinity, -Infinity, -Infinity], paper)).toThrow(
      'no frame',
    );
  });
});

describe('the drawing', () => {
  const { surroundings, content } = examplePlan();
  const frame = frameAround([132.449, 34.399, 132.458, 34.402], { widthMm: 180, heightMm: 100 });
  it('hatches each phenomenon in its own way, and dashes what is not designated yet', () => {
    const { svg, zones } = drawMap(
      { marks: [], route: content.route!.line, zones: surroundings.zones, ground: NO_GROUND },
      frame,
    );
    expect(zones).toHaveLength(6);
    for (const hatch of [
      'red-slope-failure',
      'red-debris-flow',
      'red-landslide',
      'yellow-landslide',
    ])
      expect(svg).toContain(`fill="url(#${hatch})"`);
    expect(svg.match(/stroke-dasharray="1.6 1"/g)).toHaveLength(2);
    expect(svg).toContain('北');
  });

  it('writes a name as text and never as markup', () => {
    const mark = {
      kind: 'destination' as const,
      position: [132.452, 34.4] as const,
      label: '</text><script>&"',
      radiusMeters: null,
    };
    const { svg } = drawMap({ marks: [mark], route: [], zones: [], ground: NO_GROUND }, frame);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;/text&gt;&lt;script&gt;&amp;&quot;');
  });

  it('leaves out what lies outside of the paper', () => {
    const far = {
      line: [
        [133, 35],
        [133.1, 35],
      ] as const,
      breadth: 'main' as const,
      name: null,
    };
    const empty = drawMap({ marks: [], route: [], zones: [], ground: NO_GROUND }, frame).svg;
    const ground = { ...NO_GROUND, roads: [far] };
    expect(drawMap({ marks: [], route: [], zones: [], ground }, frame).svg).toBe(empty);
  });
});

describe('pages of a map book', () => {
  it('has each home on one page that is printed', () => {
    const home = fc.tuple(
      fc.double({ min: 132.4, max: 132.5, noNaN: true }),
      fc.double({ min: 34.3, max: 34.4, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(home, { minLength: 1, maxLength: 30 }), (homes) => {
        const pages = mapPages(homes, { widthMm: 180, heightMm: 150 }, 2500);
        const holders = homes.map(([lng, lat]) =>
          pages.filter(({ box: [west, south, east, north] }) => {
            const slack = 1e-9;
            return (
              lng >= west - slack &&
              lng <= east + slack &&
              lat >= south - slack &&
              lat <= north + slack
            );
          }),
        );
        for (const found of holders) expect(found.length).toBeGreaterThan(0);
        for (const page of pages) expect(holders.some((found) => found.includes(page))).toBe(true);
        expect(new Set(pages.map(({ label }) => label)).size).toBe(pages.length);
      }),
    );
  });
});

describe('what is read for the maps', () => {
  it('reaches as far as the map of each sheet does, however long and narrow the way is', () => {
    const { person, content } = examplePlan();
    const position = person.position!;
    const route = {
      ...content.route!,
      line: [[...position], [position[0], position[1] + 0.02]],
    } as const;
    const plan = { ...content, route, destination: null };
    const [west, south, east, north] = seenByMaps(person, plan)!;
    for (const heightMm of Object.values(MAP_HEIGHTS_MM)) {
      const options = { heightMm, supporterIds: [] };
      const { box } = planMap(person, plan, examplePlan().surroundings, options);
      const { bbox } = frameAround(box!, { widthMm: 180, heightMm });
      expect(west <= bbox[0] && south <= bbox[1] && east >= bbox[2] && north >= bbox[3]).toBe(true);
    }
  });
});
