import type { FireStationOnWire } from '#contract/fire-station';
import type { RouteOptions } from '#contract/route';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { StationForm } from './StationForm.tsx';
import { draftOfStation, EMPTY_STATION, keepStationDraft, stationDrafts } from './station-draft.ts';
import { stationText } from './station-text.ts';
import { useSaveStation } from './use-save-station.ts';
import { useStationWords } from './use-station-words.ts';

/** The stations of the department as a list that is changed, and the form of one. */
export default function StationEditor(props: {
  readonly code: string;
  readonly stations: readonly FireStationOnWire[];
  readonly options: RouteOptions;
}) {
  const { code, stations, options } = props;
  const words = useWords();
  const say = useStationWords();
  const draft = stationDrafts.use()[code] ?? null;
  const saving = useSaveStation(code);
  const form =
    draft === null ? null : (
      <StationForm key={draft.base?.id ?? 'new'} {...{ code, draft, options, saving }} />
    );
  return (
    <section className="not-printed flex flex-col gap-2" aria-label={say.title}>
      <p className="text-14 leading-normal text-ink-soft">{say.intro}</p>
      {stations.length === 0 && <p>{say.none}</p>}
      <ul>
        {stations.map((station) => (
          <li key={station.id} data-station={station.id} className="border-b border-line py-1">
            <div className="flex items-center gap-2">
              <p className="min-w-0 flex-1 leading-normal">
                <span className="block break-words">{station.name}</span>
                <span className="block text-14 text-ink-soft">
                  {stationText(station, options, words)}
                </span>
                <span className="number block text-14 text-ink-soft">
                  {say.by(station.updatedBy, words.moment(station.updatedAt))}
                </span>
              </p>
              <Button
                className="px-2 text-14"
                aria-label={say.changeOf(station.name)}
                onPress={() => keepStationDraft(code, draftOfStation(station))}
              >
                {say.change}
              </Button>
              <Button
                variant="quiet"
                className="px-2 text-14"
                aria-label={say.shutOf(station.name)}
                onPress={() => void saving.shut(station)}
              >
                {say.shut}
              </Button>
            </div>
            {draft?.base?.id === station.id && form}
          </li>
        ))}
      </ul>
      {draft === null && saving.failure !== null && (
        <div role="alert">
          <Caution>{saving.failure}</Caution>
        </div>
      )}
      {draft !== null && !stations.some(({ id }) => id === draft.base?.id) && form}
      <Button className="self-start" onPress={() => keepStationDraft(code, EMPTY_STATION)}>
        {say.add}
      </Button>
    </section>
  );
}
