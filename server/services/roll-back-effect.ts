import type { Bilingual } from '#geodata/item';
import type { Queryable } from '../db/database.ts';
import { type DatasetHead, type DatasetKey, findDataset } from '../db/queries/datasets.ts';
import { findFormerDataset } from '../db/queries/swap-dataset.ts';

export interface RollBackEffect {
  readonly former: DatasetHead | null;
  readonly isPossible: boolean;
  readonly effect: Bilingual;
}

/** What `rollBackDataset` would do, in words, before it is done; null where it is not in force. */
export async function rollBackEffect(
  database: Queryable,
  key: DatasetKey,
): Promise<RollBackEffect | null> {
  const current = await findDataset(database, key);
  if (current === null || current.status !== 'active') return null;
  const former = await findFormerDataset(database, key.municipalityCode, current);
  const isPossible = former !== null || current.kind !== 'roster';
  return { former, isPossible, effect: wordsFor(current, former) };
}

const CONSENTS_WORDS: Bilingual = {
  ja: 'この一覧で変わった同意の記録が、取り込む前に戻ります。そのあと画面で変えた人の記録はそのままです。',
  en: 'What this list changed becomes what it was before it; whoever was changed on the screen since stays as they are.',
};

function wordsFor({ kind }: DatasetHead, former: DatasetHead | null): Bilingual {
  if (kind === 'consents') return CONSENTS_WORDS;
  if (former !== null && kind === 'roster')
    return {
      ja: '対象者は前の名簿の人に戻ります。手で置いた位置はそのまま残ります。判定と順位付けをやり直します。今の名簿を再び使うには、取り込み直してください。',
      en: 'The people become those of the former roster; positions set by hand stay. Check and ranking are done again. To use the present roster again, import it again.',
    };
  if (former !== null)
    return {
      ja: '前のデータに戻り、判定と順位付けをやり直します。今のデータを再び使うには、取り込み直してください。',
      en: 'The former data are in force again; check and ranking are done again. To use the present data again, import them again.',
    };
  switch (kind) {
    case 'roster':
      return {
        ja: '前の名簿がないため、戻せません。名簿を取り下げると全員がいなくなるからです。',
        en: 'There is no former roster to go back to; without one everybody would be gone.',
      };
    case 'zones':
      return {
        ja: '前のデータがないため、区域データを取り下げます。区域データがなくなり、全員が「判定できません」になります。',
        en: 'There are no former data: the zone data are withdrawn, and everybody becomes undetermined.',
      };
    case 'shelters':
      return {
        ja: '前のデータがないため、この一覧を取り下げます。載っている避難所は地図と一覧から消えます。',
        en: 'There are no former data: the list is withdrawn, and its shelters leave map and lists.',
      };
    case 'gazetteer':
      return {
        ja: '前のデータがないため、取り下げます。住所から位置を求めた人は位置が分からなくなり、「判定できません」になります。',
        en: 'There are no former data: they are withdrawn. People placed by their address lose their position and become undetermined.',
      };
    case 'roads':
      return {
        ja: '前のデータがないため、取り下げます。この道を通る経路は求められなくなります。',
        en: 'There are no former data: the roads are withdrawn, and no route is found over them.',
      };
    case 'districts':
      return {
        ja: '前のデータがないため、取り下げます。名簿に地区の記載がない人は、地区が分からなくなります。',
        en: 'There are no former data: they are withdrawn. People whose roster names no district have none.',
      };
    case 'boundary':
      return {
        ja: '前のデータがないため、境界を取り下げます。区域データが別の土地のものでないかを確かめられなくなります。',
        en: 'There are no former data: the boundary is withdrawn, and zone data can no longer be told from those of another place.',
      };
  }
}
