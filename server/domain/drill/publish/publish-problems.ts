import type { Problem } from '../../problem.ts';
import type { Bilingual } from '../../resident/labels.ts';
import { type NameHit, namesIn } from './names-in.ts';
import type { PublicDrillResult } from './public-result.ts';

/** A name that keeps a result from being published: where it stands, for the screen and in words. */
export interface NameProblem extends Problem {
  readonly hit: NameHit;
}

/** All names that stand in the texts of a result; while there is any it must not be shown to anybody outside. */
export function publishProblems(
  result: PublicDrillResult,
  names: readonly string[],
): NameProblem[] {
  return namesIn(result, names).map((hit) => {
    const where = whereIs(hit.path);
    return {
      code: 'publish.name-in-text',
      ja: `${where.ja}の ${hit.at + 1} 文字目に名簿の氏名「${hit.found}」があります。書き換えてください`,
      en: `${where.en} holds a name of the roster, “${hit.found}”, at character ${hit.at + 1}; write it otherwise`,
      hit,
    };
  });
}

/** Words for the path of a text. */
function whereIs(path: string): Bilingual {
  const [field = '', index = '0', part, inner = '0'] = path.split('.');
  const number = Number(index) + 1;
  switch (field) {
    case 'title':
      return { ja: '訓練の名称', en: 'The title' };
    case 'findings':
      return part === 'owner'
        ? { ja: `課題 ${number} の担当`, en: `The owner of finding ${number}` }
        : { ja: `課題 ${number} の本文`, en: `The text of finding ${number}` };
    case 'shelters':
      return { ja: `施設 ${number} の名称`, en: `The name of facility ${number}` };
    case 'scenario':
      return {
        ja: `想定の状況付与 ${Number(part) + 1}`,
        en: `Inject ${Number(part) + 1} of the scenario`,
      };
    case 'phases':
      return part === 'steps'
        ? {
            ja: `段階 ${number} の手順 ${Number(inner) + 1}`,
            en: `Step ${Number(inner) + 1} of phase ${number}`,
          }
        : { ja: `段階 ${number} の名称`, en: `The name of phase ${number}` };
    default:
      return { ja: `「${path}」`, en: `“${path}”` };
  }
}
