import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ScenarioRoad } from '#domain/drill/scenario';
import { closureScenarioQuery, closureScenariosQuery } from '../../../api/closure-scenarios.ts';
import { planRoadsOf } from '../../../api/routes.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { askToLookAt } from '../../../state/look-at.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { pickOnMap } from '../map/pick.ts';
import { useDrillWords } from '../use-drill-words.ts';

const isSameRoad = (a: ScenarioRoad, b: ScenarioRoad) => a.source === b.source && a.id === b.id;

/** Roads that are closed: chosen on the map or taken from closures that the city keeps. */
export function RoadList(props: {
  readonly code: string;
  readonly label: string;
  readonly roads: readonly ScenarioRoad[];
  /** null: only read. */
  readonly onChange: ((roads: readonly ScenarioRoad[]) => void) | null;
}) {
  const { roads, onChange } = props;
  const say = useDrillWords().scenario;
  // The tool on the map stays in hand while roads come and go.
  const now = useRef({ roads, onChange });
  useEffect(() => {
    now.current = { roads, onChange };
  });
  const nameOf = ({ name, id }: ScenarioRoad) => name ?? say.unnamed(id);
  const toggle = (road: ScenarioRoad) => {
    const { roads: before, onChange: put } = now.current;
    const isClosed = before.some((one) => isSameRoad(one, road));
    const next = isClosed ? before.filter((one) => !isSameRoad(one, road)) : [...before, road];
    put?.(next);
    return isClosed ? say.opened(nameOf(road)) : say.closed(nameOf(road));
  };
  const remove = (road: ScenarioRoad) => {
    const at = roads.indexOf(road);
    onChange?.(roads.toSpliced(at, 1));
    const undo = () => {
      const { roads: left, onChange: put } = now.current;
      if (!left.some((one) => isSameRoad(one, road))) put?.(left.toSpliced(at, 0, road));
    };
    offerUndo({ text: say.removed(nameOf(road)), undo });
  };
  return (
    <div className="flex flex-col gap-2">
      {roads.length === 0 && <p className="text-14 text-ink-soft">{say.noRoads}</p>}
      <ul aria-label={props.label}>
        {roads.map((road) => (
          <li
            key={`${road.source} ${road.id}`}
            className="flex flex-wrap items-center gap-2 border-b border-line py-1"
          >
            <span className="min-w-0 flex-1 break-words">{nameOf(road)}</span>
            <Button
              variant="quiet"
              className="px-2 text-14"
              onPress={() => askToLookAt([...road.middle])}
            >
              {say.onMap}
            </Button>
            {onChange !== null && (
              <Button
                className="px-2 text-14"
                aria-label={say.removeNamed(nameOf(road))}
                onPress={() => remove(road)}
              >
                {say.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {onChange !== null && (
        <div className="flex flex-wrap items-start gap-2">
          <Button onPress={() => pickOnMap({ kind: 'road', hint: say.picking, take: toggle })}>
            {say.pickRoad}
          </Button>
          <FromKept
            code={props.code}
            onRoads={(found) => {
              const { roads: before, onChange: put } = now.current;
              const more = found.filter((road) => !before.some((one) => isSameRoad(one, road)));
              put?.([...before, ...more]);
              return more.length;
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Roads of closures that are kept under a name (経路点検). */
function FromKept(props: {
  readonly code: string;
  /** @returns how many were new */
  readonly onRoads: (roads: readonly ScenarioRoad[]) => number;
}) {
  const { code } = props;
  const say = useDrillWords().scenario;
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const list = useQuery({ ...closureScenariosQuery(code), enabled: isOpen }).data?.scenarios ?? [];
  const take = useMutation({
    mutationFn: async (id: string) => {
      const kept = await queryClient.fetchQuery(closureScenarioQuery(code, id));
      const ids = kept.roads.flatMap(({ roadId }) => (roadId === null ? [] : [roadId]));
      const { roads } = await planRoadsOf(code, ids);
      return { count: props.onRoads(roads), hasArea: kept.closedArea !== null };
    },
  });
  if (!isOpen) return <Button onPress={() => setOpen(true)}>{say.fromList}</Button>;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <select
        aria-label={say.fromList}
        className="h-11 w-full rounded-8 border border-line-strong bg-surface px-2"
        value=""
        onChange={({ target }) => target.value !== '' && take.mutate(target.value)}
      >
        <option value="">{say.chooseList}</option>
        {list.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p role="status" className="text-14">
        {take.data !== undefined &&
          (take.data.count === 0 ? say.noneNew : say.added(formatNumber(take.data.count)))}{' '}
        {take.data?.hasArea && say.areaLeft}
      </p>
      <Refusal error={take.error} />
    </div>
  );
}
