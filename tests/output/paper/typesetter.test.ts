import { beforeAll, describe, expect, it } from 'vitest';
import { personSheet } from '../../../server/output/paper/sheets/person-sheet.ts';
import { Typesetter } from '../../../server/output/paper/typesetter.ts';
import { EXAMPLE_CONTENT, examplePlan } from './support/example-plan.ts';
import { pdfFonts, pdfText } from './support/pdf-text.ts';

let typesetter: Typesetter;
beforeAll(() => {
  typesetter = new Typesetter();
});
const plan = examplePlan();
const named = (name: string) => personSheet(examplePlan({ person: { ...plan.person, name } }));

describe('a plan as PDF', () => {
  it('takes two pages as usual, numbered, with its fonts inside', () => {
    const { pdf, pages, findings } = typesetter.typeset(personSheet(plan));
    expect(pages).toBe(2);
    expect(findings).toEqual([]);
    const text = pdfText(pdf);
    for (const words of [
      '架空太郎',
      'カクウタロウ',
      '道標福祉センター',
      '1/2',
      '2/2',
      '縮尺1:',
      '令和7年',
    ])
      expect(text, words).toContain(words);
    const fonts = pdfFonts(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/BIZUDPGothic|NotoSansCJK/);
    for (const font of fonts) expect(font).toMatch(/yes +yes +yes/);
  });

  it.each([
    '#panic("x") 太郎',
    '$x$ *b* _i_ `c` @a <l>',
    '] } ) // /* \\ "',
    '#eval("1+1")#{',
    '= 見出し',
  ])('prints a name of markup as it is: %s', (name) => {
    const { pdf } = typesetter.typeset(named(name));
    // The face draws both quotation marks alike and the copy tells the typographic one.
    const plain = (text: string) => text.replaceAll(/\s/g, '').replaceAll(/[“”"]/g, '"');
    expect(plain(pdfText(pdf))).toContain(plain(name));
  });

  it('tells on the sheet itself what could not be printed', () => {
    const { pdf, findings } = typesetter.typeset(named('架空\uE000'));
    expect(findings).toMatchObject([{ field: '氏名', code: 'U+E000', printedAs: '〓' }]);
    expect(pdfText(pdf)).toContain('氏名:U+E000の字形がないため「〓」と印刷しています。');
  });

  it('grows by pages and loses nothing where a plan says much', () => {
    const steps = Array.from({ length: 40 }, (_, index) => ({
      id: `t${index}`,
      level: 3 as const,
      who: `支援者${index}`,
      what: `手順${index}を行う`.padEnd(90, 'あ'),
    }));
    const content = { ...EXAMPLE_CONTENT, departure: { ...EXAMPLE_CONTENT.departure, steps } };
    const { pdf, pages } = typesetter.typeset(personSheet(examplePlan({ content })));
    expect(pages).toBeGreaterThan(3);
    const text = pdfText(pdf);
    for (const { who } of steps) expect(text).toContain(who);
    expect(text).toContain('内容の確認');
  });

  it('is typeset from a plan of which nothing is known', () => {
    const person = {
      ...plan.person,
      position: null,
      accuracy: 'none' as const,
      nameKana: null,
      birthDate: null,
      address: null,
      phone: null,
    };
    const content = {
      ...EXAMPLE_CONTENT,
      route: null,
      destination: null,
      secondDestination: null,
      supporters: [],
      means: null,
    };
    const { pdf } = typesetter.typeset(personSheet(examplePlan({ person, content })));
    expect(pdfText(pdf)).toContain('不明(要確認)');
  });
});
