import {
  ACCESSIBILITY,
  RESOURCE_CATEGORIES,
  type ResourceCategory,
  type ResourceFacts,
} from '#domain/resource/resource';
import type { Transaction } from '../../db/database.ts';
import { type DemoSpot, selectDemoSpots } from '../../db/queries/demo-relay.ts';
import { storeResources } from '../../db/queries/resources.ts';

const RESOURCES = 60;

/** Names and usual hours of each kind; all of them fictional. */
const KINDS: Readonly<
  Record<ResourceCategory, { readonly names: readonly string[]; readonly hours: readonly string[] }>
> = {
  consultation: {
    names: ['暮らしの相談窓口', '介護の相談窓口', 'こころの相談室'],
    hours: ['Mo-Fr 08:30-17:15; PH off', 'Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off'],
  },
  guardianship: { names: ['成年後見の相談所'], hours: ['Mo,We,Fr 10:00-16:00; PH off'] },
  rehabilitation: {
    names: ['いきいき体操の会', '歩行教室', '介護予防教室'],
    hours: ['Tu,Th 10:00-11:30', 'We 13:30-15:00; PH off'],
  },
  salon: {
    names: ['ふれあいサロン', 'お茶の間', '通いの場'],
    hours: ['Tu[1],Tu[3] 10:00-12:00', 'Fr 13:00-15:00', 'Th[2] 09:30-11:30'],
  },
  group: { names: ['見守りの会', '自主防災会', '子ども会'], hours: ['Sa[1] 19:00-20:30'] },
  company: {
    names: ['見守り新聞店', '移動販売', '福祉タクシー'],
    hours: ['Mo-Su 07:00-19:00', '24/7', 'Mo-Sa 09:00-18:00 unknown'],
  },
};

/** Social resources of the fictional city, of every kind and all over it; always the same. */
export async function makeDemoResources(
  tx: Transaction,
  code: string,
  today: string,
): Promise<number> {
  const spots = await selectDemoSpots(tx, code, RESOURCES);
  const at = new Date(`${today}T00:00:00Z`);
  const changes = spots.map((spot, place) => ({
    id: `00000000-0000-4000-9000-${String(place).padStart(12, '0')}`,
    ...({ version: 0, kind: 'create', facts: factsOf(spot, place), at, by: '架空 福祉' } as const),
  }));
  return (await storeResources(tx, code, changes)).length;
}

function factsOf({ town, district, lng, lat }: DemoSpot, place: number): ResourceFacts {
  const category = RESOURCE_CATEGORIES[place % RESOURCE_CATEGORIES.length]!;
  const { names, hours } = KINDS[category];
  const round = Math.floor(place / RESOURCE_CATEGORIES.length);
  const isKnown = place % 7 !== 6;
  return {
    ...{ name: `${town} ${names[round % names.length]!}`, category, district },
    address: `${town}${(place % 9) + 1}番地`,
    phone: `0000-00-${String(1000 + place)}`,
    web: null,
    hours: isKnown ? hours[round % hours.length]! : null,
    accessibility: ACCESSIBILITY.filter((_, bit) => ((place * 5 + 3) >> bit) % 2 === 1),
    note: place % 5 === 0 ? '架空の施設です' : '',
    // Some have no position: they cannot be judged, and it is said why.
    position: place % 15 === 14 ? null : [lng, lat],
    asOf: '2026-04-01',
  };
}
