import { findingsAt, type SiteFinding, type SiteOverride } from '#domain/road/override';
import type { EditedFigures } from '#domain/routing/profiles/figures';
import type { Queryable } from '../../db/database.ts';
import { listSiteOverrides } from '../../db/queries/site-overrides.ts';
import { type MunicipalityVersions, versionToken } from '../read/data-versions.ts';
import { overrideOf } from '../read/site-overrides.ts';
import { readEditedFigures } from '../travel-profiles.ts';

/** What holds on site at the moment of a question. */
export interface SiteState {
  readonly findings: readonly SiteFinding[];
  /** Of the profiles that the city has changed: they bear on every question as well. */
  readonly figures: EditedFigures;
  /** The same for the same findings. */
  readonly key: string;
  /** The same where nothing but closures and hydrants differs: roads are judged anew by the rest alone. */
  readonly roadsKey: string;
}

export const NOTHING_ON_SITE: SiteState = { findings: [], figures: {}, key: '[]', roadsKey: '[]' };

interface Standing {
  readonly token: string;
  readonly overrides: readonly SiteOverride[];
  readonly figures: EditedFigures;
}

export type ReadSiteState = (municipality: MunicipalityVersions) => Promise<SiteState>;

/** Reads overrides once for each version of them; what holds of them is said anew for each question. */
export function siteStateReader(database: Queryable, clock: () => Date): ReadSiteState {
  const known = new Map<string, Standing>();
  return async (municipality) => {
    const { code } = municipality;
    const token = versionToken(municipality, ['site-overrides']);
    let standing = known.get(code);
    if (standing?.token !== token) {
      const overrides = (await listSiteOverrides(database, code)).map(overrideOf);
      standing = { token, overrides, figures: await readEditedFigures(database, code) };
      known.set(code, standing);
    }
    const findings = findingsAt(standing.overrides, clock().getTime());
    const judged = findings.map(({ road, widthMeters, heightMeters, passability }) => ({
      ...{ road, widthMeters, heightMeters, passability },
    }));
    const { figures } = standing;
    const roadsKey = JSON.stringify([judged, figures]);
    return { findings, figures, key: JSON.stringify(findings), roadsKey };
  };
}
