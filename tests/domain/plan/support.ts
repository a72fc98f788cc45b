import fc from 'fast-check';
import {
  DESTINATION_KINDS,
  EMPTY_PLAN,
  MEANS,
  type PlanContent,
  type PlanDestination,
  type PlanRoute,
  type PlanSupporter,
} from '#domain/plan/plan';

const word = fc.constantFrom('居間', '2階', '杖', '夜は音を大きく', 'a/b', '0');
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const id = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5');
const rows = <Row>(shape: fc.Arbitrary<Row & { id: string }>) =>
  fc.uniqueArray(shape, { selector: (row) => row.id, maxLength: 4 });
const place = fc.constantFrom(
  { position: null, accuracy: 'none' as const },
  { position: { lng: 132.3, lat: 34.4 }, accuracy: 'building' as const },
  { position: { lng: 132.31, lat: 34.41 }, accuracy: 'manual' as const },
);

export const ROUTE: PlanRoute = {
  profile: 'walking-elderly',
  origin: 'proposed',
  isNight: false,
  line: [
    [132.3, 34.4],
    [132.31, 34.41],
  ],
  via: [],
  lengthMeters: 800,
  durationSeconds: 900,
  redMeters: 0,
  anyMeters: 120,
  unknownMeters: 0,
  roads: [],
  roadsAsOf: '2026-04-01',
  zonesAsOf: null,
};

const supporter: fc.Arbitrary<PlanSupporter> = fc.record({
  id,
  kind: fc.constantFrom('person' as const, 'organisation' as const),
  name: word,
  relationship: orNull(word),
  phone: orNull(word),
  address: orNull(word),
  place,
  part: orNull(word),
  hasVehicle: orNull(fc.boolean()),
  readyMinutes: orNull(fc.integer({ min: 0, max: 60 })),
});

const destination: fc.Arbitrary<PlanDestination> = fc.record({
  kind: fc.constantFrom(...DESTINATION_KINDS),
  shelterId: orNull(fc.constantFrom('w1', 'w2')),
  name: word,
  address: orNull(word),
  phone: orNull(word),
  place,
  reason: orNull(word),
});

export const planContent: fc.Arbitrary<PlanContent> = fc
  .record({
    contacts: rows(
      fc.record({
        id,
        kind: fc.constantFrom('family' as const, 'emergency' as const),
        name: word,
        relationship: orNull(word),
        phone: orNull(word),
        address: fc.constant(null),
      }),
    ),
    bedroom: orNull(word),
    caution: orNull(word),
    equipment: fc.uniqueArray(word, { maxLength: 4 }),
    supporters: rows(supporter),
    means: orNull(fc.constantFrom(...MEANS)),
    destination: orNull(destination),
    secondDestination: orNull(destination),
    route: orNull(
      fc.constantFrom(ROUTE, { ...ROUTE, lengthMeters: 950, origin: 'by-hand' as const }),
    ),
    items: fc.uniqueArray(word, { maxLength: 4 }),
    notes: orNull(word),
  })
  .map(({ bedroom, caution, equipment, ...content }) => ({
    ...EMPTY_PLAN,
    ...content,
    home: { ...EMPTY_PLAN.home, bedroom },
    body: { ...EMPTY_PLAN.body, caution, equipment },
  }));

/** Everything that the city asks for is in it. */
export const WHOLE_PLAN: PlanContent = {
  ...EMPTY_PLAN,
  supporters: [
    {
      ...{ id: 's1', kind: 'person', name: '架空 隣人', relationship: '隣人' },
      ...{ phone: '000-0000-0001', address: null, part: '付き添い', hasVehicle: true },
      place: { position: null, accuracy: 'none' },
      readyMinutes: 10,
    },
  ],
  means: 'wheelchair',
  destination: {
    ...{ kind: 'welfare-shelter', shelterId: 'w1', name: '架空福祉避難所', address: null },
    ...{ phone: null, reason: null, place: { position: null, accuracy: 'none' } },
  },
  route: ROUTE,
};
