import type { DatasetKind } from '#contract/dataset';
import type { Topic } from '../../db/entities/municipality.ts';

/** What changes when a dataset of the kind comes into force. */
export function topicsOf(kind: DatasetKind): readonly Topic[] {
  if (kind === 'roster') return ['residents', 'roster'];
  if (kind === 'consents') return ['consent'];
  return kind === 'boundary' ? ['districts'] : [kind];
}
