import type { FireCheckAnswer } from '#contract/fire-check';
import { useMay } from '../../../api/access.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { openSiteRoad } from '../open-site.ts';
import { useFireWords } from '../use-fire-words.ts';
import { RoadList } from './RoadList.tsx';

/** 現地確認リスト: roads of which it decides whether they pass, most people behind first. */
export function ToWalkList({ answer }: { readonly answer: FireCheckAnswer }) {
  const { toWalk: roads, neededWidthMeters } = answer;
  const may = useMay();
  const text = useFireWords().toWalk;
  return (
    <RoadList
      title={text.title}
      intro={roads.length === 0 ? text.none : text.intro}
      roads={roads}
      neededWidthMeters={neededWidthMeters}
      fileName={text.fileName}
      reasonsHead={text.reasons}
      isToTick
      columns={[
        [text.behind, ({ people }) => people],
        [text.decidedAlone, ({ decidedAlone }) => decidedAlone],
        [text.others, ({ others }) => others],
      ]}
      peopleText={({ people, others }) =>
        people > 0 ? text.people(formatNumber(people)) : text.onlyOthers(formatNumber(others))
      }
      facts={({ people, others, decidedAlone }) => [
        ...(decidedAlone > 0 ? [text.alone(formatNumber(decidedAlone))] : []),
        ...(people > 0 && others > 0 ? [text.also(formatNumber(others))] : []),
      ]}
      action={(road, name, place) =>
        may('site-overrides.change') && (
          <Button
            className="not-printed px-2 text-14"
            aria-label={text.recordOf(`${place} ${name}`)}
            onPress={() => openSiteRoad(road.id, name)}
          >
            {text.record}
          </Button>
        )
      }
    />
  );
}
