import type { Phenomenon, ZoneClass } from '#domain/hazard/zone';
import { HATCHES, zoneStyle } from './zone-styles.ts';

const sample = (drawing: string, hatch = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="11mm" height="7mm" viewBox="0 0 11 7"><defs>${hatch}</defs>${drawing}</svg>`;

/** A piece of a zone for the legend. */
export function zoneSample(zoneClass: ZoneClass, phenomenon: Phenomenon): string {
  const { fill, hatch, line, lineMm, dashes } = zoneStyle(zoneClass, phenomenon);
  const rect = 'x=".5" y=".5" width="10" height="6"';
  const dashArray = dashes === null ? '' : ` stroke-dasharray="${dashes}"`;
  return sample(
    `<rect ${rect} fill="${fill}" fill-opacity=".75"/><rect ${rect} fill="url(#${hatch})" stroke="${line}" stroke-width="${lineMm}"${dashArray}/>`,
    HATCHES.get(hatch),
  );
}

export const routeSample = (): string =>
  sample('<path d="M1 5.5Q5 -1 10 2" fill="none" stroke="#000" stroke-width="1.2"/>');
