import type { NewSiteOverride, SiteOverrideOnWire } from '#contract/site-override';
import type { Position } from '#domain/geo/position';
import { createStore } from '../../../state/store.ts';

type Facts = NewSiteOverride['facts'];
export type Verdict = 'unknown' | 'passes' | 'refused';
export type SitePointKind = 'turningPlace' | 'hydrant';

/** What stands in the form, as it was typed. */
export interface SiteDraft {
  readonly isClosed: boolean;
  /** As the field for a moment holds it: local time, '' for none. */
  readonly from: string;
  readonly until: string;
  readonly widthText: string;
  readonly heightText: string;
  /** By profile; `unknown` where it is left out. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  readonly turningPlace: Position | null;
  readonly hydrant: Position | null;
  readonly note: string;
  readonly expires: string;
  /** Taken and not sent yet. */
  readonly photos: readonly File[];
  /** What stood when this was begun; null: a new record. */
  readonly base: SiteOverrideOnWire | null;
}

export const EMPTY_DRAFT: SiteDraft = {
  isClosed: false,
  from: '',
  until: '',
  widthText: '',
  heightText: '',
  verdicts: {},
  turningPlace: null,
  hydrant: null,
  note: '',
  expires: '',
  photos: [],
  base: null,
};

/** Drafts by what they are of, for as long as the page lives: leaving the form loses nothing. */
export const siteDrafts = createStore<ReadonlyMap<string, SiteDraft>>(new Map());

export function keepDraft(key: string, draft: SiteDraft | null): void {
  const drafts = new Map(siteDrafts.get());
  if (draft === null) drafts.delete(key);
  else drafts.set(key, draft);
  siteDrafts.set(drafts);
}

/** Which place the next press on the map sets, and of which draft. */
export const sitePointToPick = createStore<{
  readonly key: string;
  readonly kind: SitePointKind;
  readonly first: SiteDraft;
} | null>(null);

export function draftOf(base: SiteOverrideOnWire): SiteDraft {
  const { facts, expiresAt } = base;
  const { closed, widthMeters, heightMeters, passability, turningPlace, hydrant, note } = facts;
  return {
    ...EMPTY_DRAFT,
    isClosed: closed !== null,
    from: localText(closed?.from ?? null),
    until: localText(closed?.until ?? null),
    widthText: widthMeters === null ? '' : String(widthMeters),
    heightText: heightMeters === null ? '' : String(heightMeters),
    verdicts: Object.fromEntries(
      passability.map(({ profileId, isPassable }) => [
        profileId,
        isPassable ? 'passes' : 'refused',
      ]),
    ),
    turningPlace,
    hydrant,
    note,
    expires: localText(expiresAt),
    base,
  };
}

export type DraftMistake = 'width' | 'height' | 'backwards' | 'nothing';
type Read =
  | { readonly ok: true; readonly facts: Facts; readonly expiresAt: string | null }
  | { readonly ok: false; readonly mistakes: readonly DraftMistake[] };

/** What is sent, or what is wrong with it. */
export function readDraft(draft: SiteDraft): Read {
  const width = numberIn(draft.widthText, 0.3, 60);
  const height = numberIn(draft.heightText, 0.5, 20);
  const [from, until] = [momentOf(draft.from), momentOf(draft.until)];
  const isBackwards =
    draft.isClosed && from !== null && until !== null && Date.parse(from) >= Date.parse(until);
  const facts: Facts = {
    closed: draft.isClosed ? { from, until } : null,
    widthMeters: width ?? null,
    heightMeters: height ?? null,
    passability: Object.entries(draft.verdicts).flatMap(([profileId, verdict]) =>
      verdict === 'unknown' ? [] : [{ profileId, isPassable: verdict === 'passes' }],
    ),
    turningPlace: pair(draft.turningPlace),
    hydrant: pair(draft.hydrant),
    note: draft.note.trim(),
  };
  const mistakes: DraftMistake[] = [
    ...(width === undefined ? ['width' as const] : []),
    ...(height === undefined ? ['height' as const] : []),
    ...(isBackwards ? ['backwards' as const] : []),
  ];
  const isEmpty =
    facts.passability.length === 0 &&
    facts.note === '' &&
    [facts.closed, width, height, facts.turningPlace, facts.hydrant].every((one) => one === null);
  if (isEmpty) mistakes.push('nothing');
  if (mistakes.length > 0) return { ok: false, mistakes };
  return { ok: true, facts, expiresAt: momentOf(draft.expires) };
}

const pair = (position: Position | null): [number, number] | null =>
  position === null ? null : [position[0], position[1]];

/** null where nothing is written, undefined where it is no such number. */
function numberIn(text: string, least: number, most: number): number | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return null;
  const value = Number(plain);
  return value >= least && value <= most ? value : undefined;
}

function momentOf(local: string): string | null {
  const millis = Date.parse(local);
  return Number.isNaN(millis) ? null : new Date(millis).toISOString();
}

function localText(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}
