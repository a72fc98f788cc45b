const KEY = 'michishirube.visits';
const DAY_MILLIS = 86_400_000;
/** Where nothing is known of an earlier visit, a week is looked back on. */
const FIRST_LOOK_BACK_DAYS = 7;

/** Whose visit, by the id of their account and never by a name, and to which municipality. */
export interface Visitor {
  readonly accountId: string;
  readonly code: string;
}

export interface LookBack {
  readonly since: string;
  /** False where this account was never here before with this browser, or the browser forgot. */
  readonly isLastVisit: boolean;
}

/** Fixed for as long as the window is open, also over a reload: what is new does not vanish while it is read. */
const looksBack = new Map<string, LookBack>();
const keyOf = ({ accountId, code }: Visitor) => `${accountId}.${code}`;

/** Since when changes are new to whoever is signed in: what another account saw is not seen by this one. */
export function lookBackOf(visitor: Visitor): LookBack {
  const key = keyOf(visitor);
  const known = looksBack.get(key);
  if (known !== undefined) return known;
  const lookBack = readOnce(key) ??
    since(readVisits()[key]) ?? {
      since: new Date(Date.now() - FIRST_LOOK_BACK_DAYS * DAY_MILLIS).toISOString(),
      isLastVisit: false,
    };
  looksBack.set(key, lookBack);
  writeOnce(key, lookBack);
  return lookBack;
}

function since(last: unknown, isLastVisit = true): LookBack | null {
  if (typeof last !== 'string' || Number.isNaN(Date.parse(last))) return null;
  return { since: new Date(last).toISOString(), isLastVisit };
}

/** Notes that the municipality is looked at now. */
export function noteVisit(visitor: Visitor): void {
  lookBackOf(visitor);
  try {
    const visits = { ...readVisits(), [keyOf(visitor)]: new Date().toISOString() };
    localStorage.setItem(KEY, JSON.stringify(visits));
  } catch {
    // A browser that keeps nothing looks back on a week each time.
  }
}

/** Without what earlier versions noted for a municipality: nobody knows whose visit that was. */
function readVisits(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).filter(([key]) => key.includes('.')));
  } catch {
    return {};
  }
}

/** A first visit stays one over a reload. */
const FIRST_MARK = 'first:';

function readOnce(key: string): LookBack | null {
  try {
    const kept = sessionStorage.getItem(`${KEY}.${key}`);
    const isFirst = kept?.startsWith(FIRST_MARK) === true;
    return since(isFirst ? kept?.slice(FIRST_MARK.length) : kept, !isFirst);
  } catch {
    return null;
  }
}

function writeOnce(key: string, lookBack: LookBack): void {
  try {
    const mark = lookBack.isLastVisit ? '' : FIRST_MARK;
    sessionStorage.setItem(`${KEY}.${key}`, `${mark}${lookBack.since}`);
  } catch {
    // A browser that keeps nothing looks back to the last reload.
  }
}
