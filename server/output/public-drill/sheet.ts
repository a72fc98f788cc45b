import type { Sheet } from '../paper/sheet.ts';
import type { PublicDocument } from './document.ts';
import { publicSayer } from './words.ts';

/** The public results on paper. */
export function publicSheet(document: PublicDocument): Sheet {
  const { heading, title, municipality, lead, sections, publishedOn, language } = document;
  return {
    municipality,
    title: { ja: title, en: heading },
    ...{ person: null, planAddress: null, warning: null },
    subtitle: [publicSayer(language).day(publishedOn)],
    footer: heading,
    blocks: [
      { kind: 'notices', title: { ja: heading, en: '' }, lines: lead },
      ...sections.map((section) => ({
        ...{ kind: 'table' as const, title: { ja: section.title, en: '' } },
        ...{ heads: section.heads, widths: section.widths, rows: section.rows, none: '―' },
      })),
    ],
  };
}
