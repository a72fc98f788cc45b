import type { WholeChain } from '#contract/whole-chain';
import { useWords } from '../../../i18n/use-words.ts';
import { durationText } from '../route-text.ts';
import { useRouteWords } from '../use-route-words.ts';
import { useChainWords } from './use-chain-words.ts';

/** For each supporter both ways to meet, with what they come to until the destination. */
export function Meetings({
  chain: { supporters, supportersHidden: hidden },
}: {
  readonly chain: WholeChain;
}) {
  const words = useWords();
  const routeWords = useRouteWords();
  const say = useChainWords();
  const cell = 'number py-1 pl-2 text-right';
  return (
    <section aria-label={say.meetings} className="flex flex-col gap-2">
      <h4 className="font-bold">{say.meetings}</h4>
      {supporters === null && (
        <p>{hidden === null ? say.supportersNotKnown : words.panel.hiddenSupporters[hidden]}</p>
      )}
      {supporters?.length === 0 && <p>{say.noSupporters}</p>}
      {supporters?.map(({ name, relationship, better, atHome, atSupporter }, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: supporters are known by their place in the order
        <table key={number} className="w-full text-14 leading-snug">
          <caption className="pb-1 text-left text-16">
            {number + 1}. <strong>{name}</strong>
            {relationship !== null && ` (${relationship})`}
          </caption>
          <thead>
            <tr className="border-b border-line-strong">
              {[say.way, say.whole, say.inRed].map((label, place) => (
                <th
                  key={label}
                  scope="col"
                  className={place === 0 ? 'py-1 text-left' : 'py-1 pl-2 text-right'}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(
              [
                ['at-home', say.atHome, atHome],
                ['at-supporter', say.atSupporter, atSupporter],
              ] as const
            ).map(([kind, label, cost]) => (
              <tr
                key={kind}
                className={`border-b border-line ${better === kind ? 'font-bold' : ''}`}
              >
                <th
                  scope="row"
                  className={`py-1 text-left ${better === kind ? 'font-bold' : 'font-normal'}`}
                >
                  {label}
                  {better === kind && <span className="block">{say.better}</span>}
                </th>
                <td className={cell}>
                  {cost === null ? say.none : durationText(cost.seconds, routeWords)}
                </td>
                <td className={cell}>{cost !== null && words.metersText(cost.redMeters)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
