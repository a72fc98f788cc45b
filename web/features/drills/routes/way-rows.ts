import type { DrillRoutes } from '#contract/drill-routes';
import type { Position } from '#domain/geo/position';
import type { ZoneClass } from '#domain/hazard/zone';

export interface WayRow {
  readonly key: string;
  readonly kind: 'drill' | 'variant' | 'plan';
  /** Of a variant, from 1 on. */
  readonly number: number;
  readonly line: readonly Position[];
  /** Where it lies inside zones, by points of `line`; of the plan's way not looked at. */
  readonly zones: readonly {
    readonly zoneClass: ZoneClass;
    readonly fromPoint: number;
    readonly toPoint: number;
  }[];
  /** From door to door. */
  readonly lengthMeters: number;
  readonly durationSeconds: number;
  readonly redMeters: number;
  readonly unknownMeters: number;
  /** On the roads of the plan's route; null = it is that, or there is none. */
  readonly sharedMeters: number | null;
}

/** The way of the drill, the others to practise and the plan's, in the same figures. */
export function waysOf({ ways, plan }: DrillRoutes['routes'][number]): WayRow[] {
  const found = ways.map(
    (way, at): WayRow => ({
      key: `way ${at}`,
      kind: at === 0 ? 'drill' : 'variant',
      number: at,
      line: [way.walkToRoad.line[0], ...way.line, way.walkFromRoad.line[1]],
      // One point later: before the road comes the walk to it.
      zones: way.profile.zones.map(({ zoneClass, fromPoint, toPoint }) => ({
        ...{ zoneClass, fromPoint: fromPoint + 1, toPoint: toPoint + 1 },
      })),
      lengthMeters: way.walkToRoad.lengthMeters + way.lengthMeters + way.walkFromRoad.lengthMeters,
      durationSeconds:
        way.walkToRoad.durationSeconds + way.durationSeconds + way.walkFromRoad.durationSeconds,
      redMeters: way.exposure.redMeters,
      unknownMeters: way.unknown.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0),
      sharedMeters: way.sharedWithPlanMeters,
    }),
  );
  if (plan === null) return found;
  const { line, lengthMeters, durationSeconds, redMeters, unknownMeters } = plan;
  return [
    ...found,
    {
      ...{ key: 'plan', kind: 'plan', number: 0, line, zones: [], sharedMeters: null },
      ...{ lengthMeters, durationSeconds, redMeters, unknownMeters },
    },
  ];
}
