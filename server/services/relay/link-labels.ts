import type { RelayLink } from '#domain/relay/sheet';
import type { Bilingual } from '#domain/resident/labels';
import type { Transaction } from '../../db/database.ts';
import { findResource } from '../../db/queries/resources.ts';

/** What each link leads to, in words: of a resource its name, of others their kind alone. */
export async function linkLabels(
  tx: Transaction,
  code: string,
  links: readonly RelayLink[],
): Promise<Bilingual[]> {
  const labels: Bilingual[] = [];
  for (const { kind, id } of links) {
    if (kind === 'plan') labels.push({ ja: '個別避難計画', en: 'Evacuation plan' });
    else if (kind === 'site-override')
      labels.push({ ja: '道路の現地確認', en: 'Finding on a road' });
    else {
      const name = (await findResource(tx, code, id))?.facts.name ?? '―';
      labels.push({ ja: name, en: name });
    }
  }
  return labels;
}
