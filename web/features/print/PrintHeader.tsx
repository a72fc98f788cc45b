import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../../api/access.ts';
import { summaryQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Head of every printed page: whose, what, when, and of when the zone data is. */
export function PrintHeader(props: {
  readonly municipality: MunicipalityView;
  readonly title: string;
  readonly isPersonal: boolean;
  readonly children?: ReactNode;
}) {
  const words = useWords();
  const say = words.print;
  const may = useMay();
  const summary = useQuery({
    ...summaryQuery(props.municipality.code),
    enabled: may('places'),
  });
  const dates = summary.data?.zoneDataAsOf ?? [];
  const dateText =
    dates.length === 0
      ? words.map.zoneDate.none
      : dates
          .map((date) =>
            date === null ? words.map.zoneDate.undated : words.map.zoneDate.asOf(words.date(date)),
          )
          .join(words.language === 'ja' ? '、' : ', ');
  return (
    <header className="print-header">
      <p className="print-city">{props.municipality.name}</p>
      <h1>{props.title}</h1>
      <p>
        {say.printedOn(words.moment(new Date().toISOString()))}
        {words.dot}
        {say.zoneData(dateText)}
      </p>
      {props.children}
      {props.isPersonal && <p className="print-warning">{say.personal}</p>}
    </header>
  );
}
