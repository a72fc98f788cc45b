import type { FireCheckAnswer } from '#contract/fire-check';
import { formatNumber } from '../../../i18n/format.ts';
import { useFireWords } from '../use-fire-words.ts';
import { RoadList } from './RoadList.tsx';

/** 車両が進めない道: at which the vehicle stops, with the width known and needed, most people behind first. */
export function StopsList({ answer }: { readonly answer: FireCheckAnswer }) {
  const { stops, neededWidthMeters } = answer;
  const text = useFireWords().stops;
  const needed = neededWidthMeters === null ? '' : text.needed(String(neededWidthMeters));
  return (
    <RoadList
      title={text.title}
      intro={stops.length === 0 ? text.none : text.intro(needed)}
      roads={stops}
      neededWidthMeters={neededWidthMeters}
      fileName={text.fileName}
      reasonsHead={text.reasons}
      columns={[
        [text.behind, ({ people }) => people],
        [text.othersHead, ({ others }) => others],
      ]}
      peopleText={({ people, others }) =>
        people > 0 ? text.people(formatNumber(people)) : text.onlyOthers(formatNumber(others))
      }
      facts={({ people, others }) =>
        people > 0 && others > 0 ? [text.others(formatNumber(others))] : []
      }
    />
  );
}
