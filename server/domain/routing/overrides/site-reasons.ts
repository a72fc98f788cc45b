import type { SiteFinding } from '#domain/road/override';

/** What of a finding bears on a traveller's way, and stands in place of the data there. */
export type SiteReason =
  | { readonly code: 'measured-width' | 'measured-height'; readonly meters: number }
  | { readonly code: 'closed' | 'site-passable' | 'site-refused' };

/** Said with every way that rests on it: who passes because somebody looked is told so. */
export function siteReasonsOf(finding: SiteFinding, profileId: string): SiteReason[] {
  const { isClosed, widthMeters, heightMeters, passability } = finding;
  const verdict = passability.find((one) => one.profileId === profileId)?.isPassable;
  const reasons: SiteReason[] = [];
  if (isClosed) reasons.push({ code: 'closed' });
  if (verdict !== undefined) reasons.push({ code: verdict ? 'site-passable' : 'site-refused' });
  if (widthMeters !== null) reasons.push({ code: 'measured-width', meters: widthMeters });
  if (heightMeters !== null) reasons.push({ code: 'measured-height', meters: heightMeters });
  return reasons;
}

/** How each is said; `meters` of those that were measured. */
export const SITE_REASON_TEXTS: Readonly<
  Record<SiteReason['code'], (meters: number) => { readonly ja: string; readonly en: string }>
> = {
  closed: () => ({ ja: '通行止めです(現地確認)', en: 'Closed, as found on site' }),
  'site-passable': () => ({
    ja: '現地確認で通れるとされています',
    en: 'Found passable on site',
  }),
  'site-refused': () => ({
    ja: '現地確認で通れないとされています',
    en: 'Found impassable on site',
  }),
  'measured-width': (meters) => ({
    ja: `現地で測った幅員 ${meters} m`,
    en: `Width measured on site: ${meters} m`,
  }),
  'measured-height': (meters) => ({
    ja: `現地で測った高さ ${meters} m`,
    en: `Height measured on site: ${meters} m`,
  }),
};
