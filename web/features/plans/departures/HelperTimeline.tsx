import type { Departures } from '#contract/plan-departures';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { timeAxis } from './time-axis.ts';
import { useDepartureWords } from './use-departure-words.ts';

type Helper = Departures['helpers'][number];
const WIDTH = 600;
const ROW = 30;
const TOP = 26;
/** Left of the bars, for names. */
const NAMES = 110;
/** A bar of fewer units holds no letter. */
const LETTER = 16;
/** Darker the nearer to the destination; the first letter of each, where it fits, tells them apart too. */
const FILLS = {
  ready: 'fill-surface',
  way: 'fill-surface-strong',
  preparation: 'fill-line',
  travel: 'fill-action',
} as const;

/** What one helper is asked to do, plan below plan, with the same told in a table. */
export function HelperTimeline(props: {
  readonly helper: Helper;
  readonly nameOf: (id: string) => string;
}) {
  const { helper, nameOf } = props;
  const words = useWords();
  const say = useDepartureWords().helpers;
  const { blocks, clashes, order } = helper;
  const minutes = (value: number) => formatNumber(value);
  return (
    <article className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <h4 className="font-bold">{say.of(helper.name, helper.level)}</h4>
      {!helper.isSure && <p className="text-14 text-caution">{say.notSure}</p>}
      <p className={clashes.length > 0 ? 'font-bold text-danger' : ''}>
        {clashes.length > 0 ? say.clashes(minutes(clashes.length)) : say.noClash}
      </p>
      <ul className="list-disc pl-5 text-14">
        {clashes.map(({ residentIds: [one, other], fromMinutes, toMinutes, withVehicle }) => (
          <li key={`${one} ${other}`} className="number">
            {say.clash(nameOf(one), nameOf(other), minutes(fromMinutes), minutes(toMinutes))}
            {withVehicle && `${words.dot}${say.withVehicle}`}
          </li>
        ))}
      </ul>
      {helper.openResidentIds.length > 0 && (
        <p className="text-14">{say.open(helper.openResidentIds.map(nameOf).join(words.comma))}</p>
      )}
      {blocks.length > 0 && (
        <>
          <Chart helper={helper} nameOf={nameOf} />
          <table
            className="w-full text-14"
            aria-label={say.table(say.of(helper.name, helper.level))}
          >
            <thead>
              <tr className="border-b border-line-strong text-left">
                {[say.person, say.part, say.from, say.to].map((label) => (
                  <th key={label} scope="col" className="py-0.5 pr-2">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {blocks.map((block) => (
                <tr key={`${block.residentId} ${block.part}`} className="border-b border-line">
                  <th scope="row" className="pr-2 text-left font-normal">
                    {nameOf(block.residentId)}
                  </th>
                  <td className="pr-2">{say.parts[block.part]}</td>
                  <td className="number pr-2 text-right">{minutes(block.fromMinutes)}</td>
                  <td className="number text-right">{minutes(block.toMinutes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {order !== null && order.stops.length > 0 && (
        <div className="text-14">
          <p className="font-bold">{say.order}</p>
          <ol className="number list-decimal pl-5">
            {order.stops.map((stop) => (
              <li key={stop.residentId}>
                {say.stop(
                  nameOf(stop.residentId),
                  minutes(stop.startMinutes),
                  minutes(stop.arrivedMinutes),
                )}
                {stop.lateByMinutes > 0 &&
                  `${words.dot}${say.stopLate(minutes(stop.lateByMinutes))}`}
              </li>
            ))}
          </ol>
          {order.unknownWaysBack > 0 && <p>{say.unknownWays(minutes(order.unknownWaysBack))}</p>}
        </div>
      )}
    </article>
  );
}

function Chart({ helper, nameOf }: Parameters<typeof HelperTimeline>[0]) {
  const say = useDepartureWords().helpers;
  const ids = [...new Set(helper.blocks.map(({ residentId }) => residentId))];
  const { from, to, ticks } = timeAxis(helper.blocks);
  const x = (value: number) => ((value - from) / (to - from)) * WIDTH;
  const height = TOP + ids.length * ROW;
  return (
    <svg
      role="img"
      aria-label={say.chart(helper.name)}
      viewBox={`${-NAMES} 0 ${WIDTH + NAMES + 16} ${height}`}
      className="w-full"
    >
      {helper.clashes.map(({ residentIds, fromMinutes, toMinutes }) => (
        <rect
          key={residentIds.join(' ')}
          className="fill-caution-soft stroke-caution-line"
          strokeDasharray="4 3"
          {...{ x: x(fromMinutes), y: TOP, width: x(toMinutes) - x(fromMinutes) }}
          height={height - TOP}
        />
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="stroke-line-strong"
            {...{ x1: x(tick), x2: x(tick) }}
            y1={20}
            y2={height}
          />
          <text className="fill-ink" x={x(tick)} y={15} fontSize={15} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {ids.map((id, row) => (
        <text
          key={id}
          className="fill-ink"
          x={-NAMES}
          y={TOP + row * ROW + ROW / 2 + 5}
          fontSize={15}
          textLength={nameOf(id).length > 7 ? NAMES - 8 : undefined}
          lengthAdjust="spacingAndGlyphs"
        >
          {nameOf(id)}
        </text>
      ))}
      {helper.blocks.map(({ residentId, part, fromMinutes, toMinutes }) => {
        const top = TOP + ids.indexOf(residentId) * ROW;
        const left = x(fromMinutes);
        const width = Math.max(1, x(toMinutes) - left);
        return (
          <g key={`${residentId} ${part}`}>
            <rect
              className={`stroke-ink ${FILLS[part]}`}
              {...{ x: left, y: top + 5, width }}
              height={ROW - 10}
            >
              <title>{`${nameOf(residentId)} ${say.parts[part]}`}</title>
            </rect>
            {width >= LETTER && (
              <text
                className={part === 'travel' ? 'fill-on-action' : 'fill-ink'}
                x={left + width / 2}
                y={top + ROW / 2 + 5}
                fontSize={14}
                textAnchor="middle"
              >
                {say.parts[part].charAt(0)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
