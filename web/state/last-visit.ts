const KEY = 'michishirube.visits';
const DAY_MILLIS = 86_400_000;
/** Where nothing is known of an earlier visit, a week is looked back on. */
const FIRST_LOOK_BACK_DAYS = 7;

export interface LookBack {
  readonly since: string;
  /** False where this browser was never here before, or forgot. */
  readonly isLastVisit: boolean;
}

/** Fixed for as long as the window is open, also over a reload: what is new does not vanish while it is read. */
const looksBack = new Map<string, LookBack>();

/** Since when changes are new to whoever sits at this browser. */
export function lookBackOf(code: string): LookBack {
  const known = looksBack.get(code);
  if (known !== undefined) return known;
  const last = readOnce(code) ?? readVisits()[code];
  const lookBack =
    typeof last === 'string' && !Number.isNaN(Date.parse(last))
      ? { since: new Date(last).toISOString(), isLastVisit: true }
      : {
          since: new Date(Date.now() - FIRST_LOOK_BACK_DAYS * DAY_MILLIS).toISOString(),
          isLastVisit: false,
        };
  looksBack.set(code, lookBack);
  if (lookBack.isLastVisit) writeOnce(code, lookBack.since);
  return lookBack;
}

/** Notes that the municipality is looked at now. */
export function noteVisit(code: string): void {
  lookBackOf(code);
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify({ ...readVisits(), [code]: new Date().toISOString() }),
    );
  } catch {
    // A browser that keeps nothing looks back on a week each time.
  }
}

function readVisits(): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function readOnce(code: string): string | null {
  try {
    return sessionStorage.getItem(`${KEY}.${code}`);
  } catch {
    return null;
  }
}

function writeOnce(code: string, since: string): void {
  try {
    sessionStorage.setItem(`${KEY}.${code}`, since);
  } catch {
    // A browser that keeps nothing looks back to the last reload.
  }
}
