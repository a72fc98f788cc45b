const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PRINTED = new RegExp(`^(?:https?://[^/?#]+/\\d{5}/plans\\?sel=paper\\.)?(${ID})$`, 'i');

/**
 * What the QR code of a plan holds: its id, after the address of this installation where that is known
 * (`origin`, e.g. https://michi.example.jp), so that a telephone opens it. Nothing of it is personal.
 */
export const planAddress = (origin: string | null, code: string, planId: string): string =>
  origin === null ? planId : `${origin}/${code}/plans?sel=paper.${planId}`;

/** The id in what was scanned or typed; null where it is no id of a plan. */
export const planIdIn = (text: string): string | null =>
  PRINTED.exec(text.trim())?.[1]?.toLowerCase() ?? null;
