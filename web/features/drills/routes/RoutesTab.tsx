import { useQuery } from '@tanstack/react-query';
import type { DrillView } from '#contract/drill';
import type { RouteOptions } from '#contract/route';
import { firstOf, timeEvents } from '#domain/drill/run/event-time';
import type { ScenarioRoad } from '#domain/drill/scenario';
import { drillRunQuery } from '../../../api/drill-run.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { outbox } from '../run/outbox.ts';
import { Scrolled } from '../Scrolled.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { conditions } from './conditions.ts';
import { Files } from './Files.tsx';
import { OwnWays } from './OwnWays.tsx';
import { Tours } from './Tours.tsx';
import { useDrillRoutesWords } from './use-drill-routes-words.ts';
import { useDrillWays } from './use-ways.ts';

/** Training routes: joint pick-ups by the vehicles, and the ways of those who come by themselves. */
export default function RoutesTab({
  code,
  view,
}: {
  readonly code: string;
  readonly view: DrillView;
}) {
  const words = useWords();
  const say = useDrillRoutesWords();
  const { tabs } = useDrillWords();
  const ways = useDrillWays(code, view);
  const { chosen, options, policy } = ways;
  const data = ways.tour.data?.data ?? ways.routes.data?.data;
  const closed = ways.tour.data?.closedRoads ?? ways.routes.data?.closedRoads ?? [];
  const lost = ways.routes.data?.lostRoads ?? [];
  const namesOf = (roads: readonly ScenarioRoad[]) =>
    roads.map(({ name }) => name ?? say.road).join(words.comma);
  return (
    <Scrolled label={tabs.routes} className="divide-y divide-line">
      <PanelSection title={say.conditions}>
        <ChoiceField
          label={say.policy}
          value={policy ?? ''}
          choices={(options.data?.policies ?? []).map(({ id, label }) => [id, words.pick(label)])}
          onChange={(next) => conditions.set({ ...conditions.get(), policy: next })}
        />
        <div className="flex items-end gap-2">
          <div className="flex-1">
            <LabelledField label={say.minute}>
              {(ids) => (
                <input
                  {...ids}
                  type="number"
                  min={0}
                  max={2880}
                  className={`number ${FIELD_STYLE}`}
                  value={chosen.minute}
                  onChange={({ target }) =>
                    conditions.set({
                      ...conditions.get(),
                      minute: Math.min(2880, Math.max(0, Number(target.value) || 0)),
                    })
                  }
                />
              )}
            </LabelledField>
          </div>
          {view.state === 'running' && <NowButton code={code} id={view.id} />}
        </div>
        {closed.length > 0 && <p className="text-14">{say.closed(namesOf(closed))}</p>}
        {lost.length > 0 && <Caution>{say.lost(namesOf(lost))}</Caution>}
        {data !== undefined && <DataLine data={data} />}
      </PanelSection>
      <Tours code={code} view={view} ways={ways} />
      <OwnWays view={view} ways={ways} />
      <Files code={code} view={view} policy={policy} />
    </Scrolled>
  );
}

/** While the drill is run: the roads as its clock has them. */
function NowButton({ code, id }: { readonly code: string; readonly id: string }) {
  const say = useDrillRoutesWords();
  const run = useQuery(drillRunQuery(code, id)).data;
  const starts = timeEvents((run?.events.events ?? []).map(({ event }) => event)).filter(
    ({ event }) => event.body.kind === 'drill-start',
  );
  const started = firstOf(starts);
  if (started === undefined) return null;
  const press = () => {
    const sinceMillis = Date.now() + (outbox.get().offsetMillis ?? 0) - started.atMillis;
    const minute = Math.min(2880, Math.max(0, Math.floor(sinceMillis / 60_000)));
    conditions.set({ ...conditions.get(), minute });
  };
  return <Button onPress={press}>{say.now}</Button>;
}

function DataLine({ data }: { readonly data: RouteOptions['data'] }) {
  const words = useWords();
  const say = useDrillRoutesWords();
  const dates = (all: readonly (string | null)[]) =>
    [...new Set(all)]
      .map((date) => (date === null ? say.noDate : words.date(date)))
      .join(words.comma);
  return (
    <p className="text-14 text-ink-soft">
      {say.data(
        dates(data.roads.map(({ asOf }) => asOf)) || say.noDate,
        dates(data.zones) || say.noDate,
      )}
      {!data.isCurrent && <strong> {say.notCurrent}</strong>}
    </p>
  );
}
