import type { WholeChain } from '#contract/whole-chain';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { showOnMap } from '../show-on-map.ts';
import { wayNumber } from './find-way.ts';
import { showWay } from './show-way.ts';
import { useChainWords } from './use-chain-words.ts';

type Finding = WholeChain['findings'][number];

/** Each gravity has its own outline too: colour alone says nothing. */
const TONES: Readonly<Record<Finding['gravity'], string>> = {
  danger: 'border-2 border-danger bg-danger-soft text-danger',
  undetermined: 'border-2 border-dashed border-ink bg-surface text-ink',
  caution: 'border border-caution-line bg-caution-soft text-caution',
  unknown: 'border border-dashed border-line-strong bg-surface text-ink',
  note: 'border border-transparent bg-surface-soft text-ink-soft',
};

/** Everything that was found, worst first; what has a place or a way leads to it on the map. */
export function FindingList({ chain }: { readonly chain: WholeChain }) {
  const words = useWords();
  const say = useChainWords();
  return (
    <section aria-label={say.findings} className="flex flex-col gap-1">
      <h4 className="font-bold">
        {say.findings}{' '}
        <span className="number text-14 font-normal">({formatNumber(chain.findings.length)})</span>
      </h4>
      <ol>
        {chain.findings.map((finding) => {
          const show = actionOf(chain, finding);
          const content = (
            <>
              <span
                className={`mt-0.5 inline-flex w-28 shrink-0 justify-center rounded-4 px-1 text-14 font-bold ${TONES[finding.gravity]}`}
              >
                {say.gravity[finding.gravity]}
              </span>
              <span className="min-w-0 flex-1">{words.pick(finding)}</span>
            </>
          );
          const style = 'flex w-full items-start gap-2 py-2 text-left leading-normal';
          return (
            <li
              key={`${finding.code} ${finding.place} ${finding.way?.kind} ${finding.way?.supporter} ${finding.ja}`}
              className="border-b border-line"
              data-gravity={finding.gravity}
            >
              {show === null ? (
                <p className={style}>{content}</p>
              ) : (
                <button
                  type="button"
                  className={`focus-inset min-h-11 hover:bg-surface-soft ${style}`}
                  onClick={show}
                >
                  {content}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function actionOf(chain: WholeChain, { way, place }: Finding): (() => void) | null {
  if (way !== null) {
    const number = wayNumber(chain, way);
    const route = chain.ways[number]?.route ?? null;
    return route === null ? null : () => showWay(number, route);
  }
  const position = chain.places.find(({ key }) => key === place)?.position ?? null;
  return position === null ? null : () => showOnMap([position]);
}
