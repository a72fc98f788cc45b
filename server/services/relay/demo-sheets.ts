import type { RelayOffice } from '#domain/relay/office';
import { dueAt, type RelayState, URGENCIES } from '#domain/relay/sheet';
import type { RelayEventStep } from '#domain/relay/steps';
import type { Transaction } from '../../db/database.ts';
import { selectDemoPeople, selectDemoSpots } from '../../db/queries/demo-relay.ts';
import {
  insertRelayEvent,
  insertRelaySheet,
  moveRelaySheet,
  type RelayEventRecord,
} from '../../db/queries/relay-sheets.ts';
import { DEMO_OFFICES, makeDemoOffices } from './demo-offices.ts';

const SHEETS = 30;
const HOUR_MILLIS = 3_600_000;
const WELFARE: RelayOffice = { role: 'welfare-officer', district: null, shelterId: null };
const DISASTER: RelayOffice = { ...WELFARE, role: 'disaster-officer' };

const SEEN: readonly string[] = [
  '昼になっても雨戸が閉まったままでした。声をかけても返事がありませんでした。',
  '新聞が三日分たまっていました。',
  '最近、ごみ出しのときに見かけません。',
  '同じことを何度もおっしゃるようになりました。',
  '玄関の段差でつまずいたと話していました。',
  '避難のときに迎えに来る人が引っ越すそうです。',
  '庭の擁壁に新しいひびがありました。',
  '水路に木が詰まって、道に水があふれていました。',
  'サロンに続けて休んでいます。理由は聞けていません。',
  '夜にふらふらと歩いているのを見かけました。',
];
const ANSWERS: readonly string[] = [
  '訪ねました。ご家族の家に泊まっていて、お元気でした。',
  '地域包括支援センターと一緒に訪ねます。日が決まったら知らせます。',
  '計画の支援者を見直すことにしました。教えていただき助かりました。',
];
const CLEARED = '現地を確認し、道路の担当が手当てしました。';

type Step = readonly [step: RelayEventStep, state: RelayState];
/** How far sheets have come, some in each state; after how many hours each step was taken. */
const WAYS: readonly (readonly Step[])[] = [
  [],
  [['take-in-hand', 'in-hand']],
  [
    ['take-in-hand', 'in-hand'],
    ['answer', 'answered'],
  ],
  [
    ['answer', 'answered'],
    ['close', 'closed'],
  ],
  [['hand-over', 'received']],
  [
    ['take-in-hand', 'in-hand'],
    ['note', 'in-hand'],
  ],
];

/** Relay sheets of the fictional city in all states, some overdue; always the same but for their times. */
export async function makeDemoSheets(
  tx: Transaction,
  code: string,
  today: string,
): Promise<number> {
  const people = await selectDemoPeople(tx, code, SHEETS);
  const spots = await selectDemoSpots(tx, code, SHEETS);
  const end = Date.parse(`${today}T00:00:00Z`);
  await makeDemoOffices(tx, code);
  let made = 0;
  for (let place = 0; place < Math.min(SHEETS, spots.length); place++) {
    const spot = spots[place]!;
    const person = place % 3 === 2 ? undefined : people[place];
    const way = WAYS[place % WAYS.length]!;
    const urgency = URGENCIES[place % URGENCIES.length]!;
    const writtenAt = new Date(end - (6 + place * 7) * HOUR_MILLIS);
    const district = person === undefined ? spot.district : person.district;
    const id = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`;
    // A civic centre, the council and the commissioners in turn.
    const writer = DEMO_OFFICES[place % 3]!;
    const by: Doer = {
      doneBy: writer.displayName.replace(/\(.*/, ''),
      ...{ role: writer.role, officeId: writer.id },
    };
    // Some of those about places go back to the district itself, or to another office.
    const own: RelayOffice = { ...WELFARE, role: 'district-organisation', district };
    const office =
      person !== undefined || district === null || place % 2 !== 0
        ? WELFARE
        : place % 4 === 0
          ? own
          : listedOffice(DEMO_OFFICES[(place + 1) % DEMO_OFFICES.length]!.id);
    await insertRelaySheet(tx, code, {
      ...{ id, urgency, dueAt: dueAt(urgency, writtenAt), office, district, writtenAt },
      residentId: person?.id ?? null,
      placeText: person === undefined ? `${spot.town}の水路のわき` : '',
      ...(person === undefined ? { lng: spot.lng, lat: spot.lat } : { lng: null, lat: null }),
      seen: SEEN[person === undefined ? 6 + (place % 2) : place % 6]!,
      ...{ links: [], receivedAt: writtenAt, writtenAccount: null, writtenOfficeId: writer.id },
      ...{ writtenBy: by.doneBy, writtenRole: by.role },
    });
    const answer = person === undefined ? CLEARED : ANSWERS[place % ANSWERS.length]!;
    const events = eventsOf(way, answer, office, writtenAt, by);
    for (const event of events) {
      if (event.version > 1)
        await moveRelaySheet(tx, code, id, event.version - 1, {
          ...{ state: event.toState, office: event.toOffice, since: event.at },
        });
      await insertRelayEvent(tx, code, id, event);
    }
    made += 1;
  }
  return made;
}

type Doer = Pick<RelayEventRecord, 'doneBy' | 'role' | 'officeId'>;

const listedOffice = (officeId: string): RelayOffice => ({
  ...{ role: 'listed', district: null, shelterId: null, officeId },
});

function eventsOf(
  way: readonly Step[],
  answer: string,
  office: RelayOffice,
  writtenAt: Date,
  writer: Doer,
): RelayEventRecord[] {
  const listed = DEMO_OFFICES.find(({ id }) => id === office.officeId);
  const officer: Doer =
    listed !== undefined
      ? {
          doneBy: listed.displayName.replace(/\(.*/, ''),
          ...{ role: listed.role, officeId: listed.id },
        }
      : office.role === 'welfare-officer'
        ? { doneBy: '架空 福祉', role: 'welfare-officer', officeId: null }
        : { doneBy: '架空 地区会長', role: 'district-organisation', officeId: null };
  const first: RelayEventRecord = {
    ...{ version: 1, step: 'write', fromState: 'received', toState: 'received', text: '' },
    ...{ fromOffice: office, toOffice: office, at: writtenAt, ...writer, account: null },
  };
  const events = [first];
  for (const [index, [step, toState]] of way.entries()) {
    const before = events.at(-1) ?? first;
    const toOffice = step === 'hand-over' ? DISASTER : before.toOffice;
    events.push({
      ...{ version: index + 2, step, fromState: before.toState, toState },
      text: step === 'answer' ? answer : step === 'note' ? '電話はつながりませんでした。' : '',
      ...{ fromOffice: before.toOffice, toOffice, account: null },
      ...(step === 'close' ? writer : officer),
      at: new Date(writtenAt.getTime() + (index + 1) * 2 * HOUR_MILLIS),
    });
  }
  return events;
}
