import type { Charts, FigureOnWire } from '#contract/chart';
import { useMay } from '../../api/access.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { figureText, reasonText } from './figure-text.ts';
import { listBehind } from './list-behind.ts';
import { useChartWords } from './use-chart-words.ts';

/** A figure that opens the list behind it, where the role may and there is one; and why there is none. */
export function FigureCell(props: {
  readonly item: Charts['items'][number];
  readonly figure: FigureOnWire | undefined;
  /** null: of the whole city. */
  readonly district: string | null;
  /** What the figure is of, where that is no district. */
  readonly name?: string;
}) {
  const { item, figure, district } = props;
  const words = useWords();
  const say = useChartWords();
  const may = useMay();
  if (figure === undefined) return <>–</>;
  const text = figureText(figure, item, words, say);
  const reason = reasonText(figure, words, say);
  const behind = figure.state === 'known' ? listBehind(item.facts, district) : null;
  if (behind !== null && may(behind.access))
    return (
      <button
        type="button"
        className="number min-h-8 whitespace-nowrap text-right text-action underline underline-offset-2"
        aria-label={`${text} ${say.openList(`${props.name ?? district ?? say.city} ${words.pick(item.label)}`)}`}
        onClick={() => changeView(behind.view)}
      >
        {text}
      </button>
    );
  return (
    <span className={`number ${figure.state === 'known' ? 'whitespace-nowrap' : 'text-ink-soft'}`}>
      {text}
      {reason !== null && <span className="block text-14">{reason}</span>}
    </span>
  );
}
