import type { Bbox } from '#domain/geo/position';
import type { Bilingual } from '#domain/resident/labels';
import type { MapContent } from './map/map-content.ts';

/**
 * What is printed, already in words: the same for every version of a plan. How it looks is said by the templates
 * alone (`templates/*.typ`), which take all of it as data and never as markup.
 */
export interface Sheet {
  readonly municipality: string;
  readonly title: Bilingual;
  /** Whom it is about; null for a list. */
  readonly person: SheetPerson | null;
  /** What stands under the title: district, version, whether it is in force. */
  readonly subtitle: readonly string[];
  /** What the QR code holds (domain: `planAddress`); null = there is none. */
  readonly planAddress: string | null;
  /** Above everything, where the plan is not one to rely on yet or any more. */
  readonly warning: string | null;
  /** At the foot of each page. */
  readonly footer: string;
  readonly blocks: readonly Block[];
}

/** `null` is not known yet: it is printed as such, to be checked. '' is a place to write by hand. */
export type Printed = string | null;

export interface SheetPerson {
  readonly name: string;
  /** Stands over the name as furigana; null where the roster gives none. */
  readonly kana: string | null;
  readonly facts: readonly Printed[];
}

export type Block =
  | AnswersBlock
  | RowsBlock
  | TableBlock
  | ChecksBlock
  | MapBlock
  | NoticesBlock
  | { readonly kind: 'new-page' };

/** The questions that a plan answers, in the largest type. */
export interface AnswersBlock {
  readonly kind: 'answers';
  readonly answers: readonly {
    readonly title: Bilingual;
    readonly answer: Printed;
    readonly details: readonly { readonly label: string; readonly text: Printed }[];
  }[];
}

export interface RowsBlock {
  readonly kind: 'rows';
  readonly title: Bilingual;
  readonly rows: readonly { readonly label: string; readonly text: Printed }[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: Bilingual;
  readonly heads: readonly string[];
  /** Shares of the width. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Printed[])[];
  /** What stands there where there is no row. */
  readonly none: Printed;
  /** Set small, so that many figures stand on one page. */
  readonly isDense?: true;
}

/** Things to tick off. */
export interface ChecksBlock {
  readonly kind: 'checks';
  readonly title: Bilingual;
  readonly items: readonly string[];
  readonly none: Printed;
}

export interface MapBlock {
  readonly kind: 'map';
  readonly title: Bilingual;
  readonly content: MapContent;
  /** What has to be seen; null = there is nothing to show, which is said. */
  readonly box: Bbox | null;
  readonly heightMm: number;
  /** Numbered pieces of it that have a page of their own. */
  readonly pieces: readonly { readonly box: Bbox; readonly label: string }[];
  /** 1:… at which it is drawn; null = as large as fits. */
  readonly scale: number | null;
  /** What nothing is known of here, e.g. that no road data is there. */
  readonly cautions: readonly string[];
  /** Whose data it is, and of when. */
  readonly credits: readonly string[];
}

export interface NoticesBlock {
  readonly kind: 'notices';
  readonly title: Bilingual;
  readonly lines: readonly string[];
}
