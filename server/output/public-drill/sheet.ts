import type { Sheet } from '../paper/sheet.ts';
import type { PublicDocument } from './document.ts';

/** The public results on paper. */
export function publicSheet(document: PublicDocument): Sheet {
  const { heading, title, municipality, lead, sections, publishedOn } = document;
  return {
    municipality,
    title: { ja: title, en: heading },
    ...{ person: null, planId: null, warning: null },
    subtitle: [publishedOn],
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
