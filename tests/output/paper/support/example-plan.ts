import type { Position } from '#domain/geo/position';
import { EMPTY_PLAN, type PlanContent } from '#domain/plan/plan';
import type { MapZone } from '../../../../server/output/paper/map/map-content.ts';
import type { PlanOnPaper } from '../../../../server/output/paper/sheets/plan-on-paper.ts';

const HOME: Position = [132.45, 34.4];
/** Metres to the east and north of the home, in degrees. */
export const at = (east: number, north: number): Position => [
  HOME[0] + east / 91_900,
  HOME[1] + north / 110_920,
];
const box = (west: number, south: number, east: number, north: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: [
    [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
  ],
});
const fan = (x: number, y: number, size: number) => ({
  type: 'MultiPolygon' as const,
  coordinates: [
    [
      Array.from({ length: 25 }, (_, index) => {
        const angle = (index / 24) * 2 * Math.PI;
        const radius = size * (1 + 0.25 * Math.sin(3 * angle));
        return at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      }),
    ],
  ],
});

const ZONES: readonly MapZone[] = [
  { zoneClass: 'yellow', phenomenon: 'slope-failure', geometry: box(-120, -40, 90, 120) },
  { zoneClass: 'red', phenomenon: 'slope-failure', geometry: box(-90, -20, 40, 90) },
  { zoneClass: 'yellow', phenomenon: 'debris-flow', geometry: fan(330, 180, 120) },
  { zoneClass: 'red', phenomenon: 'debris-flow', geometry: fan(330, 200, 60) },
  {
    zoneClass: 'yellow-before-designation',
    phenomenon: 'landslide',
    geometry: fan(520, -160, 120),
  },
  { zoneClass: 'red-before-designation', phenomenon: 'landslide', geometry: fan(520, -160, 55) },
];

const ROUTE: readonly Position[] = [
  at(0, 0),
  at(15, -60),
  at(160, -70),
  at(210, 30),
  at(420, 60),
  at(640, 40),
  at(700, 90),
];

export const EXAMPLE_CONTENT: PlanContent = {
  ...EMPTY_PLAN,
  drawnUpWith: 'welfare-professional',
  contacts: [
    {
      id: 'c1',
      kind: 'family',
      name: '架空 次郎',
      relationship: '長男',
      phone: '090-0000-0001',
      address: '道標市北町4-5',
    },
    {
      id: 'c2',
      kind: 'emergency',
      name: '見本 花子',
      relationship: '民生委員',
      phone: '0999-00-0002',
      address: null,
    },
  ],
  home: {
    usualRoom: '1階の居間',
    bedroom: '1階の奥の和室',
    structure: 'wood',
    storeys: 2,
    storey: 1,
  },
  body: {
    mobility: '屋内はつたい歩き、外は車いす',
    equipment: ['車いす', '歩行器'],
    medicine: 'お薬手帳は冷蔵庫の横。朝夕の薬を3日分持ち出す',
    devices: [
      {
        id: 'd1',
        device: 'oxygen-concentrator',
        batteryHours: 3,
        watts: 150,
        spare: '携帯用の酸素ボンベ2本',
      },
    ],
    communication: '右の耳から、ゆっくり話す',
    dementia: null,
    caution: '急に立ち上がるとふらつく',
  },
  care: {
    managerName: '仮名 三郎',
    managerOffice: '道標ケアセンター',
    managerPhone: '0999-00-0003',
    services: ['デイサービス 火・木'],
  },
  supporters: [
    {
      id: 's1',
      kind: 'person',
      name: '隣野 四郎',
      relationship: '隣人',
      phone: '090-0000-0004',
      address: '道標市山手1-3',
      place: { position: { lng: at(60, -80)[0], lat: at(60, -80)[1] }, accuracy: 'building' },
      part: '車いすを押す',
      hasVehicle: true,
      readyMinutes: 10,
    },
    {
      id: 's2',
      kind: 'organisation',
      name: '山手自主防災会',
      relationship: null,
      phone: null,
      address: null,
      place: { position: null, accuracy: 'none' },
      part: '安否の確認',
      hasVehicle: null,
      readyMinutes: null,
    },
  ],
  means: 'wheelchair',
  destination: {
    kind: 'welfare-shelter',
    shelterId: 'S-1',
    name: '道標福祉センター',
    address: '道標市中央2-1',
    phone: '0999-00-0005',
    place: { position: { lng: at(700, 90)[0], lat: at(700, 90)[1] }, accuracy: 'building' },
    reason: null,
  },
  secondDestination: {
    kind: 'relative',
    shelterId: null,
    name: '長男の家',
    address: '道標市北町4-5',
    phone: null,
    place: { position: null, accuracy: 'none' },
    reason: null,
  },
  route: {
    profile: 'wheelchair',
    origin: 'proposed',
    isNight: false,
    line: ROUTE,
    via: [],
    lengthMeters: 842,
    durationSeconds: 1260,
    redMeters: 35,
    anyMeters: 120,
    unknownMeters: 80,
    roads: [],
    roadsAsOf: '2026-04-01',
    zonesAsOf: '2025-03-31',
  },
  departure: {
    startAt: 3,
    preparationMinutes: 30,
    steps: [
      {
        id: 't1',
        level: 2,
        who: '本人・長男',
        what: 'テレビとラジオをつける。薬と酸素ボンベを玄関に出す',
      },
      { id: 't2', level: 3, who: '隣野さん', what: '電話をして迎えに行く。車いすで福祉センターへ' },
      { id: 't3', level: 4, who: '自主防災会', what: '避難したか確かめる' },
    ],
  },
  items: ['お薬手帳と薬', '携帯用酸素ボンベ', '保険証', '着替え', '紙おむつ', '充電器'],
};

/** Of made-up people in a made-up city. */
export function examplePlan(changes: Partial<PlanOnPaper> = {}): PlanOnPaper {
  return {
    municipalityName: '道標市',
    planAddress: '0b7f3a52-6a0e-4d26-9c1f-2f6f0e3a9d11',
    person: {
      name: '架空 太郎',
      nameKana: 'カクウ タロウ',
      birthDate: '1941-05-03',
      age: 85,
      address: '道標市山手1-2',
      phone: '0999-00-0000',
      district: '山手',
      careLevel: '要介護3',
      position: HOME,
      accuracy: 'building',
      radiusMeters: 5,
      hazardSentence:
        '急傾斜地の崩壊の特別警戒区域内、境界から20メートル内側(区域データ 2025年3月31日)',
    },
    content: EXAMPLE_CONTENT,
    version: 3,
    stage: 'in-force',
    surroundings: {
      zones: ZONES,
      ground: {
        roads: [
          { line: ROUTE, breadth: 'minor', name: null },
          { line: [at(-900, -120), at(160, -70), at(900, -60)], breadth: 'main', name: '県道1号' },
          { line: [at(210, 30), at(220, 300), at(180, 500)], breadth: 'minor', name: null },
          { line: [at(15, -60), at(-80, 60), at(-60, 200)], breadth: 'path', name: null },
        ],
        water: [[[at(-800, -260), at(900, -200), at(900, -160), at(-800, -215), at(-800, -260)]]],
        waterways: [[at(330, 500), at(320, 200), at(300, -170)]],
        buildings: Array.from({ length: 60 }, (_, index) => {
          const [x, y] = [(index % 12) * 60 - 50, Math.floor(index / 12) * 45 - 130];
          return [[at(x, y), at(x + 11, y), at(x + 11, y + 9), at(x, y + 9), at(x, y)]];
        }),
      },
      zonesAsOf: ['2025-03-31'],
      roadsAsOf: ['2026-04-01'],
      credits: [
        '国土数値情報(土砂災害警戒区域データ)(国土交通省)を加工して作成',
        '© OpenStreetMap contributors',
      ],
    },
    printedOn: '2026-11-29',
    ...changes,
  };
}
