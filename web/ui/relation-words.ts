import type { Relation } from '#domain/hazard/relation';
import type { Words } from '../i18n/words.ts';

interface Judged {
  readonly redRelation: Relation;
  readonly relation: Relation;
}

/** The gravest that is known of a person's place, in a few words. */
export function relationWords({ redRelation, relation }: Judged, words: Words): string {
  if (redRelation !== 'outside') return words.terms.redRelation[redRelation];
  return relation === 'inside' ? words.map.entries.insideYellow : words.terms.relation[relation];
}
