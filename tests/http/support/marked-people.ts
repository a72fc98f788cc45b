import type { ConsentPurpose, ConsentState } from '#domain/access/consent';
import { at } from './city.ts';

/** People all of whose data carry a mark of their own, with what they consented to. */
export interface MarkedPerson {
  readonly number: string;
  readonly district: string;
  readonly consents: Readonly<Record<ConsentPurpose, ConsentState>>;
  /** Facilities that the plan names. */
  readonly shelterIds: readonly string[];
  readonly position: readonly [number, number];
}

/** Every state in both districts; two consent to the one and not to the other. */
export function markedPeople(facility: string): MarkedPerson[] {
  const states = ['not-asked', 'asked', 'agreed', 'refused', 'withdrawn'] as const;
  const made = ['山手', '浜手'].flatMap((district, east) =>
    states.flatMap((state, step) =>
      ['a', 'b'].map((copy, north) => ({
        number: `Q${copy}${east}${step}`,
        district,
        consents: { roster: state, plan: state },
        shelterIds: copy === 'a' ? [facility] : [],
        position: place(east, step * 37 + 3 + north * 11, step * 13 + north * 41 - 60 + east * 5),
      })),
    ),
  );
  return [
    ...made,
    {
      ...{ number: 'Qr77', district: '山手', shelterIds: [facility], position: place(0, 12, 9.5) },
      consents: { roster: 'agreed', plan: 'refused' },
    },
    {
      ...{ number: 'Qp88', district: '浜手', shelterIds: [facility], position: place(1, 23, 19) },
      consents: { roster: 'refused', plan: 'agreed' },
    },
  ];
}

/** The second district lies some 4 km to the east. */
const place = (district: number, east: number, north: number) =>
  at(district * 4000 + east, north) as [number, number];

/** Every text that would tell of the person; the last digits of the position do as well. */
export function marksOf({ number, position }: MarkedPerson) {
  return {
    identity: [
      `印${number}姓名`,
      `シルシ${number}`,
      `R-${number}`,
      `0829-${number}`,
      `${number}番地`,
      ...position.map((degrees) => degrees.toFixed(6)),
    ],
    condition: [`理由${number}`, `備考${number}`],
    support: [`支援${number}者`, `0908-${number}`],
  };
}

export function markedRoster(people: readonly MarkedPerson[]): string {
  const lines = people.map((person) => {
    const { number, district, position } = person;
    return [
      `R-${number}`,
      `印${number}姓名`,
      `シルシ${number}`,
      '1941/2/3',
      '女',
      `架空町3丁目${number}番地`,
      `0829-${number}`,
      district,
      '要介護5',
      '人工呼吸器',
      'ひとり暮らし',
      position[1].toFixed(6),
      position[0].toFixed(6),
      '建物',
      `理由${number}`,
      `備考${number}`,
      `支援${number}者`,
      `0908-${number}`,
    ].join(',');
  });
  return [
    '名簿番号,氏名,フリガナ,生年月日,性別,住所,電話番号,地区,要介護度,医療機器,世帯,緯度,経度,位置精度,支援を必要とする理由,備考,支援者1氏名,支援者1電話番号',
    ...lines,
    '',
  ].join('\r\n');
}
