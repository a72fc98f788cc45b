import type { ResourceFactsOnWire } from '#contract/resource';
import { readPosition } from '#domain/geo/read-position';

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
  const isEmpty = form.position.trim() === '';
  const position = isEmpty ? null : readPosition(form.position);
  if (!isEmpty && position === null) return null;
  return {
    ...{ name: form.name.trim(), category: form.category, note: form.note.trim() },
    ...{ hours: text(form.hours), address: text(form.address), phone: text(form.phone) },
    ...{ district: text(form.district), web: text(form.web), asOf: text(form.asOf) },
    accessibility: [...form.accessibility],
    position: position && [position[0], position[1]],
  };
}
