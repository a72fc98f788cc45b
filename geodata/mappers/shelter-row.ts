import type { ShelterEntry } from '#domain/shelter/shelter';
import type { ImportReason } from '#geodata/item';
import { comparable, isNo, isYes, textOrNull } from './roster-text.ts';
import { SHELTER_REASONS } from './shelter-reasons.ts';

/** A record before it has its id. */
export interface ShelterDraft {
  readonly listId: string | null;
  readonly entry: Omit<ShelterEntry, 'id' | 'name'> & { readonly name: string | null };
  readonly repairs: readonly ImportReason[];
}

/** Cells of a record by header; width, case and spaces of a header do not matter. */
export class ShelterRow {
  readonly repairs: ImportReason[] = [];
  readonly #cells = new Map<string, string>();

  constructor(record: Readonly<Record<string, unknown>>) {
    for (const [header, value] of Object.entries(record))
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        this.#cells.set(comparable(header), String(value));
  }

  get isBlank(): boolean {
    return [...this.#cells.values()].every((cell) => textOrNull(cell) === null);
  }

  /** Text under the first of the headers that has any; `-` and the like are none. */
  text(...headers: readonly string[]): string | null {
    for (const header of headers) {
      const text = textOrNull(this.#cells.get(comparable(header)));
      if (text !== null) return text;
    }
    return null;
  }

  /** `1`, `○`, `有` or a count is yes; empty, `-`, `0`, `無` is no; null where the cell is empty. */
  flag(header: string): boolean | null {
    const text = this.text(header);
    if (text === null) return null;
    if (isNo(text)) return false;
    if (isYes(text) || /^[1-9]\d*[^\d]?$/.test(comparable(text))) return true;
    this.repairs.push(SHELTER_REASONS.unreadableFlag(header, text));
    return false;
  }
}
