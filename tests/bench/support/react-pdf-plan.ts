import { join } from 'node:path';
import { PAPER_FONTS } from '../../../server/output/paper/fonts.ts';
import { drawMap } from '../../../server/output/paper/map/draw-map.ts';
import { frameAround } from '../../../server/output/paper/map/map-frame.ts';
import type { Block, MapBlock, Sheet } from '../../../server/output/paper/sheet.ts';

/** What is used of it. Its own types bring those of a browser, which the checks of types know nothing of. */
interface ReactPdf {
  readonly Font: { register(face: object): void };
  renderToBuffer(document: unknown): Promise<Buffer>;
  readonly [component: string]: unknown;
}
type CreateElement = (type: unknown, props: object | null, children?: unknown) => unknown;
const load = (name: string): Promise<unknown> => import(name);
const reactPdf = (await load('@react-pdf/renderer')) as ReactPdf;
const { createElement } = (await load('react')) as { readonly createElement: CreateElement };
const { Document, Font, Page, Path, renderToBuffer, Svg, Text, View } = reactPdf;

const [biz] = PAPER_FONTS;
const FAMILY = 'biz';

/** The same sheet by react-pdf: the same texts in the same face, and the same paths of the map. */
export function prepareReactPdf(): (sheet: Sheet) => Promise<Buffer> {
  const [regular = '', bold = ''] = biz?.folders ?? [];
  Font.register({
    family: FAMILY,
    fonts: [
      { src: join(regular, 'BIZUDPGothic_400Regular.ttf'), fontWeight: 400 },
      { src: join(bold, 'BIZUDPGothic_700Bold.ttf'), fontWeight: 700 },
    ],
  });
  return (sheet) => renderToBuffer(documentOf(sheet));
}

const line = (key: string, text: string, fontSize = 11) =>
  createElement(Text, { key, style: { fontSize } }, text);

function documentOf(sheet: Sheet): unknown {
  const { person, title } = sheet;
  const content = [
    line('title', title.ja, 19),
    line('name', person?.name ?? '', 25),
    line('facts', (person?.facts ?? []).join(' ')),
    ...sheet.blocks.map(blockOf),
    line('footer', sheet.footer, 9),
  ];
  const style = { padding: 40, fontFamily: FAMILY };
  return createElement(Document, null, createElement(Page, { size: 'A4', style }, content));
}

function blockOf(block: Block, key: number): unknown {
  if (block.kind === 'new-page') return createElement(View, { key });
  return createElement(View, { key, style: { marginTop: 8 } }, [
    ...('title' in block ? [line('title', block.title.ja, 13)] : []),
    ...textsOf(block).map((row, index) =>
      createElement(
        View,
        { key: `row${index}`, style: { flexDirection: 'row' } },
        row.map((cell, column) =>
          createElement(Text, { key: column, style: { flex: 1, fontSize: 11 } }, cell),
        ),
      ),
    ),
    ...(block.kind === 'map' ? [mapOf(block)] : []),
  ]);
}

function textsOf(block: Block): string[][] {
  if (block.kind === 'answers')
    return block.answers.flatMap(({ title, answer, details }) => [
      [title.ja, answer ?? '不明'],
      ...details.map(({ label, text }) => [label, text ?? '不明']),
    ]);
  if (block.kind === 'rows') return block.rows.map(({ label, text }) => [label, text ?? '不明']);
  if (block.kind === 'table')
    return [block.heads, ...block.rows].map((row) => row.map((cell) => cell ?? '不明'));
  if (block.kind === 'checks') return [[...block.items]];
  return block.kind === 'notices' ? block.lines.map((text) => [text]) : [];
}

function mapOf({ box, content, heightMm }: MapBlock): unknown {
  if (box === null) return createElement(View, { key: 'map' });
  const paper = { widthMm: 180, heightMm };
  const { svg } = drawMap(content, frameAround(box, paper), []);
  const paths = [...svg.matchAll(/<path d="([^"]+)"[^>]*?(?:stroke="(#[0-9a-f]+)")?[^>]*>/g)];
  return createElement(
    Svg,
    { key: 'map', viewBox: `0 0 180 ${heightMm}`, style: { width: 510 } },
    paths.map(([, d = '', stroke = '#000000'], index) =>
      createElement(Path, { key: index, d, stroke, strokeWidth: 0.4, fill: 'none' }),
    ),
  );
}
