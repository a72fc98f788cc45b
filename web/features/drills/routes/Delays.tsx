import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import type { Delay } from './rides.ts';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';

/** Where closures make tours late, the longest delay first, with the roads that do it. */
export function Delays({ delays }: { readonly delays: readonly Delay[] }) {
  const words = useWords();
  const say = useDrillRoutesWords();
  if (delays.length === 0) return null;
  return (
    <section aria-label={say.tours.delays}>
      <h4 className="font-bold">{say.tours.delays}</h4>
      <ul className="list-disc pl-5">
        {delays.map(({ vehicleId, vehicle, from, to, seconds, roads }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a vehicle may go the same way twice
          <li key={`${vehicleId} ${at}`} data-delay={seconds ?? 'no way'}>
            <strong className={seconds === null ? 'text-error' : 'text-caution'}>
              {seconds === null
                ? say.tours.noWay
                : say.tours.later(formatNumber(Math.max(1, Math.round(seconds / 60))))}
            </strong>
            {` ${say.tours.leg(vehicle, from, to)}`}
            {roads.length > 0 && (
              <span className="block text-14">
                {say.tours.delayedBy(roads.map(({ name }) => name ?? say.road).join(words.comma))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
