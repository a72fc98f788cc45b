import type { RouteOptions } from '#contract/route';
import type { NewSiteOverride } from '#contract/site-override';
import type { Words } from '../../../i18n/words.ts';
import type { SiteWords } from '../use-fire-words.ts';

/** What can be said of a road, in the order in which it is read. */
export const FACT_KEYS = [
  'closed',
  'width',
  'height',
  'vehicles',
  'turning',
  'hydrant',
  'note',
  'expires',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];

interface Said extends Pick<NewSiteOverride, 'facts'> {
  readonly expiresAt: string | null;
}

/** Each fact in words; what is not said is left out. */
export function factTexts(
  { facts, expiresAt }: Said,
  profiles: RouteOptions['profiles'],
  words: Words,
  say: SiteWords,
): ReadonlyMap<FactKey, string> {
  const text = say.facts;
  const { closed, widthMeters, heightMeters, passability, turningPlace, hydrant, note } = facts;
  const meters = (value: number) => words.metersText(value);
  const found = new Map<FactKey, string>();
  if (closed !== null)
    found.set(
      'closed',
      [
        text.closed,
        ...(closed.from === null ? [] : [text.from(words.moment(closed.from))]),
        closed.until === null ? text.openEnd : text.closedUntil(words.moment(closed.until)),
      ].join(' '),
    );
  if (widthMeters !== null) found.set('width', `${text.width} ${meters(widthMeters)}`);
  if (heightMeters !== null) found.set('height', `${text.height} ${meters(heightMeters)}`);
  if (passability.length > 0)
    found.set(
      'vehicles',
      passability
        .map(({ profileId, isPassable }) => {
          const label = profiles.find(({ id }) => id === profileId)?.label;
          const name = label === undefined ? profileId : words.pick(label);
          return isPassable ? text.passes(name) : text.refused(name);
        })
        .join(words.comma),
    );
  if (turningPlace !== null) found.set('turning', text.turning);
  if (hydrant !== null) found.set('hydrant', text.hydrant);
  if (note !== '') found.set('note', note);
  if (expiresAt !== null) found.set('expires', text.until(words.moment(expiresAt)));
  return found;
}
