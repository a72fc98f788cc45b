import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FontCoverage, readFontCoverage } from './glyphs/font-coverage.ts';

const require = createRequire(import.meta.url);
const BIZ = dirname(require.resolve('@expo-google-fonts/biz-udpgothic/package.json'));
const NOTO = join(dirname(require.resolve('@embedpdf/fonts-jp')), '../fonts');

/** A face that is embedded in what is printed. */
interface PaperFont {
  readonly family: string;
  readonly folders: readonly string[];
  /** Whose character map counts; the other weights have the same characters (tests/output/paper). */
  readonly file: string;
}

/**
 * In the order in which a character is looked for: BIZ UDPGothic (モリサワ, SIL OFL 1.1), which is drawn to be
 * easily read, then Noto Sans JP (Google and Adobe, SIL OFL 1.1), which has some thousand kanji more.
 */
export const PAPER_FONTS: readonly PaperFont[] = [
  {
    family: 'BIZ UDPGothic',
    folders: [join(BIZ, '400Regular'), join(BIZ, '700Bold')],
    file: join(BIZ, '400Regular', 'BIZUDPGothic_400Regular.ttf'),
  },
  {
    family: 'Noto Sans CJK JP',
    folders: [NOTO],
    file: join(NOTO, 'NotoSansJP-Regular.otf'),
  },
];

let coverages: readonly FontCoverage[] | null = null;

/** Read once; 0.15 s and some megabytes. */
export function paperCoverages(): readonly FontCoverage[] {
  coverages ??= PAPER_FONTS.map(({ family, file }) => readFontCoverage(family, file));
  return coverages;
}
