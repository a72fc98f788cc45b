/** What two entries of a roster have alike. */
export const DUPLICATE_REASONS = [
  'roster-number',
  'kana-and-birth-date',
  'name-and-birth-date',
  'name-and-address',
  'kana-and-address',
  'phone',
] as const;
type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** What is compared of an entry. */
export interface ComparedPerson {
  readonly id: string;
  readonly rosterNumber: string;
  readonly name: string;
  readonly nameKana: string | null;
  /** YYYY-MM-DD. */
  readonly birthDate: string | null;
  readonly sex: string | null;
  readonly address: string | null;
  readonly phone: string | null;
}

interface Likeness {
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** How much each likeness speaks for one person; the gravest counts whole, each other one a little. */
const WEIGHTS: Readonly<Record<DuplicateReason, number>> = {
  'kana-and-birth-date': 85,
  'name-and-birth-date': 85,
  'roster-number': 70,
  'name-and-address': 75,
  'kana-and-address': 65,
  phone: 10,
};
const FURTHER_REASON = 5;
/** Twins share a birth date and an address, couples an address and a phone: what differs counts against. */
const AGAINST = { birthDate: 40, sex: 25 } as const;
const LEAST_SCORE = 50;

/** Whether two entries look like one person; null where they do not. Does not depend on their order. */
export function likenessOf(a: ComparedPerson, b: ComparedPerson): Likeness | null {
  const [left, right] = [keysOf(a), keysOf(b)];
  const reasons = DUPLICATE_REASONS.filter(
    (reason) => left[reason] !== null && left[reason] === right[reason],
  );
  if (reasons.length === 0) return null;
  const gravest = Math.max(...reasons.map((reason) => WEIGHTS[reason]));
  const differs = (key: 'birthDate' | 'sex') =>
    a[key] !== null && b[key] !== null && a[key] !== b[key];
  const score =
    gravest +
    FURTHER_REASON * (reasons.length - 1) -
    (differs('birthDate') ? AGAINST.birthDate : 0) -
    (differs('sex') ? AGAINST.sex : 0);
  return score < LEAST_SCORE ? null : { score: Math.min(100, score), reasons };
}

/** All pairs that look like one person, the likeliest first; each as [place in `people`, place]. */
export function findDuplicates(
  people: readonly ComparedPerson[],
): { readonly a: number; readonly b: number; readonly likeness: Likeness }[] {
  const buckets = new Map<string, number[]>();
  for (const [place, person] of people.entries())
    for (const [reason, key] of Object.entries(keysOf(person))) {
      // A phone alone is shared by a household and leads to no pair.
      if (key === null || reason === 'phone') continue;
      const bucket = buckets.get(`${reason}\n${key}`);
      if (bucket === undefined) buckets.set(`${reason}\n${key}`, [place]);
      else bucket.push(place);
    }
  const seen = new Set<string>();
  const pairs: { a: number; b: number; likeness: Likeness }[] = [];
  for (const bucket of buckets.values()) {
    for (const [at, a] of bucket.entries())
      for (const b of bucket.slice(at + 1)) {
        const key = `${a} ${b}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const [left, right] = [people[a], people[b]];
        const likeness = left && right ? likenessOf(left, right) : null;
        if (likeness !== null) pairs.push({ a, b, likeness });
      }
  }
  return pairs.sort((one, other) => other.likeness.score - one.likeness.score || one.a - other.a);
}

function keysOf(person: ComparedPerson): Record<DuplicateReason, string | null> {
  const name = textKey(person.name);
  const kana = person.nameKana === null ? null : kanaKey(person.nameKana);
  const address = person.address === null ? null : textKey(person.address);
  return {
    'roster-number': numberKey(person.rosterNumber),
    'kana-and-birth-date': both(kana, person.birthDate),
    'name-and-birth-date': both(name, person.birthDate),
    'name-and-address': both(name, address),
    'kana-and-address': both(kana, address),
    phone: person.phone === null ? null : digits(person.phone),
  };
}

const both = (one: string | null, other: string | null) =>
  one === null || one === '' || other === null || other === '' ? null : `${one}\n${other}`;

/** Full-width letters, spaces and hyphens of an address are written in many ways. */
function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s・]+/g, '')
    .replace(/(?:丁目|番地の?|番|号)(?=[0-9]|$)/g, '-')
    .replace(/[‐‑‒–—―−ー-](?=[0-9]|$)/g, '-')
    .replace(/-+$/, '')
    .toLowerCase();
}

function kanaKey(text: string): string {
  return textKey(text).replace(/[ぁ-ゖ]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0x60),
  );
}

/** `00123` and `123` are one number of two systems. A number without digits says nothing. */
function numberKey(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s-]+/g, '')
    .toUpperCase();
  return /[0-9]/.test(plain) ? plain.replace(/^([A-Z]*)0+(?=[0-9])/, '$1') : null;
}

function digits(text: string): string | null {
  const only = text.normalize('NFKC').replace(/\D+/g, '');
  return only.length >= 9 ? only : null;
}
