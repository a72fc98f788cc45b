import type { Bilingual } from '../resident/labels.ts';

/** A form as it is printed: its fields from top to bottom. */
export interface DrillForm {
  readonly id: string;
  readonly title: Bilingual;
  readonly fields: readonly FormField[];
}

export type FormField =
  | {
      readonly kind: 'text' | 'number' | 'date' | 'time' | 'yes-no';
      readonly id: string;
      readonly label: Bilingual;
    }
  | {
      readonly kind: 'lines';
      readonly id: string;
      readonly label: Bilingual;
      readonly lines: number;
    }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly label: Bilingual;
      readonly columns: readonly { readonly id: string; readonly label: Bilingual }[];
      /** Empty rows that are printed. */
      readonly rows: number;
    };
