import { isRed, PHENOMENA, type Phenomenon, type ZoneClass } from '#domain/hazard/zone';

interface ZoneStyle {
  readonly fill: string;
  readonly hatch: string;
  readonly line: string;
  readonly lineMm: number;
  /** Before designation: dashed. */
  readonly dashes: string | null;
}

/** Pale under a hatching: on a printer without colours the hatching and the line say it alone. */
export function zoneStyle(zoneClass: ZoneClass, phenomenon: Phenomenon): ZoneStyle {
  const red = isRed(zoneClass);
  const isPlanned = zoneClass.endsWith('before-designation');
  return {
    fill: red ? '#f9c9c0' : '#fdf3bf',
    hatch: `${red ? 'red' : 'yellow'}-${phenomenon}`,
    line: red ? '#8c0018' : '#8a6d00',
    lineMm: red ? 0.6 : 0.3,
    dashes: isPlanned ? '1.6 1' : null,
  };
}

/** In millimetres: lines (slope failure), dots (debris flow), waves (landslide), as on the screen. */
const DRAWINGS: Readonly<Record<Phenomenon, (strength: number) => string>> = {
  'slope-failure': (strength) =>
    `<path d="M-.5 .5L.5 -.5M0 3L3 0M2.5 3.5L3.5 2.5" fill="none" stroke-width="${0.34 * strength}"/>`,
  'debris-flow': (strength) =>
    `<circle cx=".75" cy=".75" r="${0.36 * strength}"/><circle cx="2.25" cy="2.25" r="${0.36 * strength}"/>`,
  landslide: (strength) =>
    `<path d="M-.75 1.5Q0 .3 .75 1.5T2.25 1.5T3.75 1.5" fill="none" stroke-width="${0.34 * strength}"/>`,
};
const TILE_MM = 3;

/** The patterns that the styles name, for `<defs>`; a name that is not one of them draws nothing. */
export const HATCHES: ReadonlyMap<string, string> = new Map(
  PHENOMENA.flatMap((phenomenon) =>
    (['red', 'yellow'] as const).map((hue) => {
      const isStrong = hue === 'red';
      const color = isStrong ? '#8c0018' : '#b59a2a';
      const size = isStrong ? TILE_MM : TILE_MM * 1.7;
      const drawing = DRAWINGS[phenomenon](isStrong ? 1 : 0.6);
      const id = `${hue}-${phenomenon}`;
      return [
        id,
        `<pattern id="${id}" width="${size}" height="${size}" viewBox="0 0 3 3" patternUnits="userSpaceOnUse"><g stroke="${color}" fill="${color}">${drawing.replaceAll('<circle', '<circle stroke="none"')}</g></pattern>`,
      ] as const;
    }),
  ),
);
