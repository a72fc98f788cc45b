import { expect, test } from 'vitest';
import type { DrillTour } from '#contract/drill-routes';
import { geoJsonOf, gpxOf, trainingWays } from '../../server/output/drill-routes.ts';
import { routeCards } from '../../server/output/paper/sheets/route-cards.ts';

type Stop = DrillTour['vehicles'][number]['stops'][number];
const stop = (label: string, lng: number | null, more: Partial<Stop> = {}): Stop => ({
  ...{ kind: 'pick-up', label, shelterId: null, arrivalMinute: 10, departureMinute: 10 },
  position: lng === null ? null : [lng, 34],
  ...{ pickedUp: [], droppedOff: [], seatsTaken: 0, wheelchairPlacesTaken: 0 },
  ...{ leg: null, problem: null, laterBySeconds: null, delayedBy: [] },
  ...more,
});
const leg = {
  line: [
    [133, 34],
    [133.01, 34],
  ] as [number, number][],
  ...{ lengthMeters: 900, durationSeconds: 120, redMeters: 5, anyMeters: 5, unknownMeters: 0 },
  zones: [],
};
const tourOf = (...stops: Stop[]) =>
  ({ vehicles: [{ vehicleId: 'v', label: '車<1>', stops }] }) as unknown as DrillTour;
const paperOf = (tour: DrillTour) =>
  JSON.stringify(
    routeCards({
      ...{ municipalityName: '架空市', drillTitle: '訓練', date: '2026-12-12', startTime: null },
      ...{ ways: trainingWays(tour, null, new Map()), roadsAsOf: null, closedRoads: 0 },
    }),
  );

test('a stop that is not shown keeps its line on the card, and no figure tells of half a way', () => {
  const tour = tourOf(stop('施設', 133), stop('山〇', null), stop('施設', 133.01, { leg }));
  const paper = paperOf(tour);
  expect(paper).toContain('山〇');
  expect(paper).not.toContain('5 m');
  expect(paper.match(/不明\(道が/g)).toHaveLength(3);
  const ways = trainingWays(tour, null, new Map());
  const gpx = gpxOf('訓練\u0001', ways);
  expect(gpx.match(/<wpt /g)).toHaveLength(2);
  expect(gpx).toContain('<name>車&lt;1&gt;</name>');
  // XML cannot hold it, however it is written.
  expect(gpx).toContain('<metadata><name>訓練</name>');
  expect(geoJsonOf(ways)).toMatchObject({
    features: [{ properties: { redMeters: null } }, {}, {}],
  });
});

test('a way that is known whole is told in figures', () => {
  const paper = paperOf(tourOf(stop('施設', 133), stop('自宅前', 133.01, { leg })));
  for (const figure of ['0.9 km', '約2分', '5 m']) expect(paper).toContain(figure);
});
