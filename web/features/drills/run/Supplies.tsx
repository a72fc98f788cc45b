import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** Free care beds and the power budget of a shelter; what is not known is said and never counted as none. */
export function Supplies({ shelterId }: { readonly shelterId: string }) {
  const words = useWords();
  const say = useRunWords().door;
  const { state, run } = useRun();
  const supply = state.supplies.find((one) => one.shelterId === shelterId);
  if (supply === undefined) return null;
  const { careBedsFree, careBedsTaken, power } = supply;
  const beds = run.content.supplies.find((one) => one.shelterId === shelterId)?.careBeds ?? null;
  const facts = [
    power.supplyWatts === null
      ? say.supplyUnknown
      : say.watts(formatNumber(power.knownWatts), formatNumber(power.supplyWatts)),
    ...(power.unknownDevices > 0 ? [say.unknownDevices(formatNumber(power.unknownDevices))] : []),
  ];
  const isShort = (careBedsFree ?? 0) < 0;
  return (
    <dl className="grid grid-cols-2 gap-3">
      <div className={`rounded-8 border-2 p-2 ${isShort ? 'border-caution-line' : 'border-line'}`}>
        <dt className="text-14 font-bold">{say.beds}</dt>
        <dd className="number" data-beds={careBedsFree ?? 'unknown'}>
          {careBedsFree === null
            ? say.bedsUnknown(formatNumber(careBedsTaken))
            : isShort
              ? say.bedsShort(formatNumber(-careBedsFree))
              : say.bedsFree(formatNumber(careBedsFree), formatNumber(beds ?? 0))}
        </dd>
      </div>
      <div
        className={`rounded-8 border-2 p-2 ${power.state === 'over' ? 'border-caution-line' : 'border-line'}`}
      >
        <dt className="text-14 font-bold">{say.power}</dt>
        <dd className="number" data-power={power.state}>
          <strong>{say.powers[power.state]}</strong>
          <span className="block text-14">{facts.join(words.dot)}</span>
        </dd>
      </div>
    </dl>
  );
}
