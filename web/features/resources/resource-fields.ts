import type { ResourceFactsOnWire } from '#contract/resource';

/** What stands in the form; empty = not known. */
export interface ResourceFields {
  readonly name: string;
  readonly category: ResourceFactsOnWire['category'];
  readonly hours: string;
  readonly address: string;
  readonly district: string;
  readonly phone: string;
  readonly web: string;
  readonly accessibility: ResourceFactsOnWire['accessibility'];
  readonly position: string;
  readonly note: string;
  readonly asOf: string;
}

export function formOf(facts: ResourceFactsOnWire | null): ResourceFields {
  const [lng, lat] = facts?.position ?? [];
  return {
    ...{ name: facts?.name ?? '', category: facts?.category ?? 'consultation' },
    ...{ hours: facts?.hours ?? '', address: facts?.address ?? '', phone: facts?.phone ?? '' },
    ...{ district: facts?.district ?? '', web: facts?.web ?? '', note: facts?.note ?? '' },
    ...{ accessibility: facts?.accessibility ?? [], asOf: facts?.asOf ?? '' },
    position: lng === undefined || lat === undefined ? '' : `${lat}, ${lng}`,
  };
}

/** Null where the position cannot be read. */
export function factsOf(form: ResourceFields): ResourceFactsOnWire | null {
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const numbers = form.position
    .normalize('NFKC')
    .split(/[,\s]+/)
    .filter(Boolean)
    .map(Number);
  const [lat, lng] = numbers;
  const isEmpty = form.position.trim() === '';
  const isPlace =
    numbers.length === 2 &&
    numbers.every(Number.isFinite) &&
    Math.abs(lat ?? 91) <= 90 &&
    Math.abs(lng ?? 181) <= 180;
  if (!isEmpty && !isPlace) return null;
  return {
    ...{ name: form.name.trim(), category: form.category, note: form.note.trim() },
    ...{ hours: text(form.hours), address: text(form.address), phone: text(form.phone) },
    ...{ district: text(form.district), web: text(form.web), asOf: text(form.asOf) },
    accessibility: [...form.accessibility],
    position: isEmpty || lat === undefined || lng === undefined ? null : [lng, lat],
  };
}
