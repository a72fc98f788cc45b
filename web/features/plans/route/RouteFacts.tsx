import { valueInWords } from '#domain/plan/field-words';
import type { Means, PlanRoute } from '#domain/plan/plan';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { FactRow, Facts } from '../../../ui/Facts.tsx';
import { usePlanWords } from '../use-plan-words.ts';

/** What is known of the way: its metres inside of zones, where passage is not known, of when the data are. */
export function RouteFacts({
  route,
  means,
}: {
  readonly route: PlanRoute;
  readonly means: Means | null;
}) {
  const words = useWords();
  const say = usePlanWords().route;
  const date = (value: string | null) => (value === null ? say.dateUnknown : words.date(value));
  const minutes = formatNumber(Math.ceil(route.durationSeconds / 60));
  const rows: readonly (readonly [string, string, boolean])[] = [
    [say.red, words.metersText(route.redMeters), route.redMeters > 0],
    [say.any, words.metersText(route.anyMeters), false],
    [say.unknown, words.metersText(route.unknownMeters), false],
  ];
  return (
    <>
      <p>
        {say.origin[route.origin]}
        {means !== null && `${words.dot}${words.pick(valueInWords('means', means))}`}
      </p>
      <Facts>
        <FactRow label={say.length}>
          <span className="number">{words.metersText(route.lengthMeters)}</span>
        </FactRow>
        <FactRow label={say.time}>
          <span className="number">{say.minutes(minutes)}</span>
          {route.isNight && ` (${say.night})`}
        </FactRow>
        {rows.map(([label, text, isGrave]) => (
          <FactRow key={label} label={label}>
            <span className={`number ${isGrave ? 'font-bold text-danger' : ''}`}>{text}</span>
          </FactRow>
        ))}
        <FactRow label={say.roadsAsOf}>{date(route.roadsAsOf)}</FactRow>
        <FactRow label={say.zonesAsOf}>{date(route.zonesAsOf)}</FactRow>
      </Facts>
      {route.zones === undefined && <p className="text-14">{say.notCut}</p>}
      <p className="text-14 text-ink-soft">{say.note}</p>
    </>
  );
}
