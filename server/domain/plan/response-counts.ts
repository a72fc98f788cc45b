import { RESPONSE_STATUSES, type ResponseStatus } from './response.ts';

export type StatusCounts = Readonly<Record<ResponseStatus, number>>;

export interface ResponseCounts {
  readonly all: StatusCounts;
  /** null = the district is not known. */
  readonly districts: readonly { readonly name: string | null; readonly counts: StatusCounts }[];
  readonly shelters: readonly ShelterCounts[];
}

export interface ShelterCounts {
  readonly id: string;
  /** Whose plan leads there, and how they stand. */
  readonly expected: StatusCounts;
  /** Everybody who was said to have arrived there, expected or not. */
  readonly arrived: number;
  /** Of those, whom no plan led there. */
  readonly arrivedFromElsewhere: number;
}

export interface CountedPerson {
  readonly district: string | null;
  readonly expectedShelterId: string | null;
  readonly status: ResponseStatus;
  /** Where the last report says that the person goes or is. */
  readonly shelterId: string | null;
}

/** How all of them stand. */
export function countResponse(people: Iterable<CountedPerson>): ResponseCounts {
  const all = noCounts();
  const districts = new Map<string | null, Counts>();
  const shelters = new Map<string, { expected: Counts; arrived: number; elsewhere: number }>();
  const shelterOf = (id: string) => entry(shelters, id, newShelter);
  for (const { district, expectedShelterId, status, shelterId } of people) {
    all[status] += 1;
    entry(districts, district, noCounts)[status] += 1;
    if (expectedShelterId !== null) shelterOf(expectedShelterId).expected[status] += 1;
    const arrivedAt = status === 'arrived' ? (shelterId ?? expectedShelterId) : null;
    if (arrivedAt === null) continue;
    shelterOf(arrivedAt).arrived += 1;
    if (arrivedAt !== expectedShelterId) shelterOf(arrivedAt).elsewhere += 1;
  }
  return {
    all,
    districts: [...districts].map(([name, counts]) => ({ name, counts })).sort(byName),
    shelters: [...shelters]
      .map(([id, { expected, arrived, elsewhere }]) => ({
        ...{ id, expected, arrived, arrivedFromElsewhere: elsewhere },
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

type Counts = Record<ResponseStatus, number>;
const noCounts = () => Object.fromEntries(RESPONSE_STATUSES.map((status) => [status, 0])) as Counts;
const newShelter = () => ({ expected: noCounts(), arrived: 0, elsewhere: 0 });

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function byName(a: { readonly name: string | null }, b: { readonly name: string | null }): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
