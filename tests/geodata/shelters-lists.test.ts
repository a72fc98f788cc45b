import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WELFARE_SHELTERS_TEMPLATE } from '#geodata/mappers/shelter-welfare';
import { openStandardShelters } from '#geodata/sources/standard-shelters';
import { openWelfareShelters } from '#geodata/sources/welfare-shelters';
import { readItems, reasonCodes } from '../support/read-items.ts';
import { encodeCp932 } from '../support/table-file.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const directory = temporaryDirectory();
let files = 0;

function write(content: string | Uint8Array): string {
  files += 1;
  const path = join(directory, `list-${files}.csv`);
  writeFileSync(path, content);
  return path;
}

const STANDARD_HEADER =
  '全国地方公共団体コード,ID,名称,名称_カナ,所在地_全国地方公共団体コード,所在地_連結表記,緯度,経度,標高,電話番号,内線番号,連絡先メールアドレス,災害種別_洪水,災害種別_崖崩れ、土石流及び地滑り,災害種別_高潮,災害種別_地震,災害種別_津波,災害種別_大規模な火事,災害種別_内水氾濫,災害種別_火山現象,指定避難所との重複,想定収容人数,対象となる町会・自治会,備考';

const standard = (capacity: string, phone = '', code = '992011', ownCode = '990000') =>
  `${ownCode},${capacity}${phone},汐路公園,シオジコウエン,${code},汐路市汐路1-1,31.4,135.2,3,${phone},992011,汐路市,1,1,－,,,,,,1,${capacity},汐路町会,`;

const readStandard = (rows: readonly string[]) =>
  readItems(openStandardShelters([write([STANDARD_HEADER, ...rows].join('\n'))]));

describe('municipal standard open data', () => {
  it('reads a row; codes and names that slipped into other columns do no harm', async () => {
    const { items } = await readStandard([standard('80', '0000-82-7725')]);
    expect(items).toMatchObject([
      {
        outcome: 'accepted',
        recordNumber: 2,
        value: {
          kind: 'emergency-site',
          name: '汐路公園',
          nameKana: 'シオジコウエン',
          address: '汐路市汐路1-1',
          position: [135.2, 31.4],
          designatedHazards: ['flood', 'landslide'],
          capacity: 80,
          capacityNote: null,
          phone: '0000-82-7725',
          municipalityCode: '99201',
          notes: '指定避難所と重複 / 対象: 汐路町会',
        },
      },
    ]);
  });

  it.each([
    ['120', 120, null],
    ['１２０人', 120, null],
    ['"1,200名"', 1200, null],
    ['100人2.0㎡あたり1人', 100, '100人2.0㎡あたり1人'],
    ['屋内191人／屋外0人(面積の1/2)', 191, '屋内191人／屋外0人(面積の1/2)'],
    ['約300人', 300, '約300人'],
    ['', null, null],
    ['－', null, null],
  ])('capacity %j', async (text, capacity, capacityNote) => {
    const { items } = await readStandard([standard(text)]);
    expect(items).toMatchObject([{ outcome: 'accepted', value: { capacity, capacityNote } }]);
  });

  it('keeps a capacity that is no number as text', async () => {
    const { items } = await readStandard([standard('体育館のみ')]);
    expect(items).toMatchObject([{ value: { capacity: null, capacityNote: '体育館のみ' } }]);
    expect(reasonCodes(items[0])).toEqual(['shelter.unreadable-capacity']);
  });

  it.each([
    ['0768-82-7725', '0768-82-7725'],
    ['(0768)82-7725', '(0768)82-7725'],
    ['768-2222', '768-2222'],
    ['172014', null],
    ['金沢市', null],
    ['―', null],
    ['電話なし', null],
  ])('telephone %j', async (text, phone) => {
    const { values } = await readStandard([standard('1', text)]);
    expect(values).toMatchObject([{ phone }]);
  });

  it('takes the code of a municipality, never that of a prefecture', async () => {
    const { values } = await readStandard([standard('1', '', ''), standard('2', '', '', '992011')]);
    expect(values.map(({ municipalityCode }) => municipalityCode)).toEqual([null, '99201']);
  });

  it('skips blank rows, dashes in them or not', async () => {
    const { counts } = await readStandard([standard('1'), ',,,,,,,,―,,,,,,,,,,,,,,,', '']);
    expect(counts).toEqual({ accepted: 1, skipped: expect.any(Number) });
  });
});

describe('welfare shelters', () => {
  const readWelfare = (content: string | Uint8Array) =>
    readItems(openWelfareShelters([write(content)]));
  const header = WELFARE_SHELTERS_TEMPLATE;

  it('reads the template when it is filled in', async () => {
    const rows =
      'F1,汐路苑,シオジエン,汐路市汐路2-1,31.4,135.2,20,高齢者；障害のある方,指定,有,無,2台,○,,000-000-0000,99201,夜間は電話\r\nF2,汐路園,,汐路市汐路2-2,,,,,協定,,,,,,,,\r\n';
    const { items } = await readWelfare(header + rows);
    expect(items).toMatchObject([
      {
        outcome: 'accepted',
        value: {
          id: 'F1',
          kind: 'welfare-shelter',
          capacity: 20,
          acceptedGroups: ['高齢者', '障害のある方'],
          basis: 'designated',
          equipment: ['emergency-power', 'oxygen', 'accessible-toilet'],
          designatedHazards: null,
          phone: '000-000-0000',
          municipalityCode: '99201',
          notes: '夜間は電話',
        },
      },
      {
        outcome: 'accepted',
        value: { id: 'F2', basis: 'agreement', position: null, equipment: null, capacity: null },
      },
    ]);
  });

  it('is read as Shift_JIS too, with ids of its own that last where the list has none', async () => {
    const text = `${header.slice(1)},汐路苑,,汐路市汐路2-1,31.4,135.2,20,高齢者,任意,有,,,,,,,\r\n`;
    const { items, values, metadata } = await readWelfare(encodeCp932(text));
    expect(metadata.encoding).toBe('Shift_JIS (CP932)');
    expect(reasonCodes(items[0])).toEqual(['shelter.unreadable-basis']);
    const enlarged = await readWelfare(text.replace(',20,', ',25,'));
    expect(enlarged.values[0]?.id).toBe(values[0]?.id);
  });

  it('refuses the empty template: it would take every welfare shelter off the map', async () => {
    await expect(readWelfare(header)).rejects.toThrow('without rows');
  });
});
