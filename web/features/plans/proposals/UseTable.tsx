import type { Proposal } from '#contract/plan-proposal';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { useProposalWords } from './use-proposal-words.ts';

/** How each destination is filled: a table whose bars repeat its figures. */
export function UseTable(props: {
  readonly uses: Proposal['uses'];
  readonly shown: string | null;
  readonly onShow: (shelterId: string | null) => void;
}) {
  const say = useProposalWords().uses;
  const { shown, onShow } = props;
  const uses = [...props.uses].sort((a, b) => b.placed - a.placed);
  return (
    <section aria-label={say.title} className="flex flex-col gap-1">
      <h4 className="font-bold">{say.title}</h4>
      <table className="w-full text-14" aria-label={say.title}>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-1 text-left">
              {say.name}
            </th>
            {[say.placed, say.planned, say.capacity].map((label) => (
              <th key={label} scope="col" className="py-1 pl-2 text-right">
                {label}
              </th>
            ))}
            <th scope="col" className="w-20 py-1 pl-2 text-left">
              {say.bar}
            </th>
          </tr>
        </thead>
        <tbody>
          {uses.map(({ shelterId, name, placed, planned, capacity, over }) => (
            <tr key={shelterId} className="border-b border-line">
              <th scope="row" className="py-1 text-left font-normal">
                <button
                  type="button"
                  aria-pressed={shown === shelterId}
                  aria-label={say.show(name)}
                  className={`min-h-6 text-left text-action underline ${shown === shelterId ? 'font-bold' : ''}`}
                  onClick={() => onShow(shown === shelterId ? null : shelterId)}
                >
                  {name}
                </button>
              </th>
              <td className="number pl-2 text-right">{formatNumber(placed)}</td>
              <td className="number pl-2 text-right">{formatNumber(planned)}</td>
              <td className="number pl-2 text-right">
                {capacity === null ? say.unknown : formatNumber(capacity)}
              </td>
              <td className="number pl-2">
                {capacity === null || capacity === 0 ? (
                  say.unknown
                ) : (
                  <Bar share={(placed + planned) / capacity} />
                )}
                {over > 0 && <strong className="block">{say.over(formatNumber(over))}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && (
        <Button className="w-fit text-14" onPress={() => onShow(null)}>
          {say.showAll}
        </Button>
      )}
    </section>
  );
}

function Bar({ share }: { readonly share: number }) {
  const say = useProposalWords().uses;
  const percent = Math.round(share * 100);
  return (
    <>
      <span className="block">{say.share(String(percent))}</span>
      <span aria-hidden="true" className="block h-2 border border-line-strong bg-surface">
        <span className="block h-full bg-action" style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
    </>
  );
}
