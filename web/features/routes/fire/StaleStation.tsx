import type { RouteOptions } from '#contract/route';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { placeTextOf, type StationDraft } from './station-draft.ts';
import { stationText } from './station-text.ts';
import type { SaveStation } from './use-save-station.ts';
import { useStationWords } from './use-station-words.ts';

/** Two changed it at once: what stands now above what was typed, with each way on. */
export function StaleStation(props: {
  readonly draft: StationDraft;
  readonly saving: SaveStation;
  readonly options: RouteOptions;
}) {
  const { draft, saving, options } = props;
  const words = useWords();
  const say = useStationWords().stale;
  const now = saving.stale;
  if (now === null) return null;
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 border-l-4 border-caution-line bg-caution-soft p-3"
    >
      <p className="font-bold text-caution">{say.title}</p>
      <p className="text-14 text-caution">
        {now === 'shut'
          ? say.shut
          : say.now(
              [
                now.name,
                stationText(now, options, words),
                placeTextOf(now.position),
                `${words.moment(now.updatedAt)} ${now.updatedBy}`,
              ].join(words.dot),
            )}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => saving.keepMine(draft)}>
          {now === 'shut' ? say.saveNew : say.keepMine}
        </Button>
        <Button onPress={saving.takeTheirs}>{say.takeTheirs}</Button>
      </div>
    </div>
  );
}
