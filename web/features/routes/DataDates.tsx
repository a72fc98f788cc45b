import type { RouteOptions } from '#contract/route';
import { useWords } from '../../i18n/use-words.ts';
import { useRouteWords } from './use-route-words.ts';

/** Of when the data is that an answer rests on. */
export function DataDates({ data }: { readonly data: RouteOptions['data'] }) {
  const words = useWords();
  const say = useRouteWords().result;
  const sourceName = (source: string) =>
    source in words.data.sources
      ? words.data.sources[source as keyof typeof words.data.sources]
      : source;
  const dated = (date: string | null) => (date === null ? say.undated : say.asOf(words.date(date)));
  return (
    <p className="text-14 leading-normal text-ink-soft">
      {say.dates}
      {words.dot}
      {data.roads
        .map(({ source, asOf }) => say.roadsAsOf(sourceName(source), dated(asOf)))
        .join(words.comma)}
      {words.dot}
      {data.zones.length === 0
        ? say.noZoneData
        : say.zonesAsOf([...new Set(data.zones)].map(dated).join(words.comma))}
      {!data.isCurrent && <strong> {say.notCurrent}</strong>}
    </p>
  );
}
