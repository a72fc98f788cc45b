import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PAPER_FONTS, paperCoverages } from './fonts.ts';
import { fitSheet, type SheetFinding } from './glyphs/fit-sheet.ts';
import { layOutSheet } from './lay-out.ts';
import type { Block, Sheet } from './sheet.ts';

export interface TypesetSheet {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Characters that are printed as something else than was received. */
  readonly findings: readonly SheetFinding[];
}

/** The templates lie beside this file, in dist/ too (`npm run build:server`). */
const TEMPLATES = fileURLToPath(new URL('templates', import.meta.url));
const MAIN = `${TEMPLATES}/sheet.typ`;
const DATA = `${TEMPLATES}/sheet.json`;
/** Sheets for which what was laid out stays in memory. */
const KEPT_SHEETS = 10;

// CommonJS, and loaded with the first sheet: 50 MB that a process which prints nothing does without.
const require = createRequire(import.meta.url);

/**
 * Sheets → PDF by Typst, with fonts embedded. Warm it takes some milliseconds a page and all of its thread:
 * `services/paper` keeps it off the one that answers.
 */
export class Typesetter {
  readonly #compiler: NodeCompiler;

  constructor() {
    const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = require('@myriaddreamin/typst-ts-node-compiler');
    const fontPaths = PAPER_FONTS.flatMap(({ folders }) => folders);
    this.#compiler = typst.NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths }] });
  }

  /** @throws where a template has an error, which is a bug */
  typeset(sheet: Sheet): TypesetSheet {
    const { data, findings } = fitWithNotice(sheet);
    this.#compiler.mapShadow(DATA, Buffer.from(JSON.stringify(data)));
    try {
      const compiled = this.#compiler.compile({ mainFilePath: MAIN, resetRead: true });
      const document = compiled.result;
      if (document === null) throw new Error(`typst: ${this.#complaint(compiled)}`);
      return { pdf: this.#compiler.pdf(document), pages: document.numOfPages, findings };
    } finally {
      this.#compiler.evictCache(KEPT_SHEETS);
    }
  }

  /** Without the values that a message could quote: where it is, and what of. */
  #complaint(compiled: ReturnType<NodeCompiler['compile']>): string {
    const error = compiled.takeDiagnostics();
    return JSON.stringify(error?.shortDiagnostics ?? []);
  }
}

/** What is printed otherwise is said on the sheet itself, too: whoever holds it has no screen. */
function fitWithNotice(sheet: Sheet) {
  const fonts = paperCoverages();
  const laidOut = layOutSheet(sheet, fonts);
  const { data, findings } = fitSheet(laidOut, fonts);
  if (findings.length === 0) return { data, findings };
  const notice: Block = {
    kind: 'notices',
    title: { ja: '印刷できない文字', en: 'Characters that could not be printed' },
    lines: findings.map(findingWords),
  };
  const blocks = [...laidOut.blocks, notice];
  return { data: fitSheet({ ...laidOut, blocks }, fonts).data, findings };
}

/** By its code, as the character itself is what cannot be printed. */
export const findingWords = ({ kind, field, code, printedAs }: SheetFinding): string =>
  kind === 'missing'
    ? `${field}: ${code} の字形がないため「${printedAs}」と印刷しています。`
    : `${field}: ${code} の字形がないため、もとの字「${printedAs}」で印刷しています。`;
