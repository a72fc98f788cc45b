import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ToMoveOnWire, WayAnswer } from '#contract/response';
import { bboxOf } from '#domain/geo/bbox';
import type { Position } from '#domain/geo/position';
import { useMay } from '../../api/access.ts';
import { findWay } from '../../api/response.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { askToLookAt } from '../../state/look-at.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { FoldSummary } from './FoldSummary.tsx';
import { showWay, useFoundWay } from './found-way.ts';
import { useResponseWords } from './use-response-words.ts';

const PATIENCE_MILLIS = 15_000;

/** How to come to somebody: from where the phone is, or from the place that the plan knows of the supporter. */
export function WayTo(props: {
  readonly code: string;
  readonly responseId: string;
  readonly person: ToMoveOnWire;
}) {
  const { code, responseId, person } = props;
  const say = useResponseWords().way;
  const [by, setBy] = useState<'foot' | 'car'>('foot');
  const [noPlace, setNoPlace] = useState(false);
  const shown = useFoundWay();
  const way = useMutation({
    mutationFn: (from: Position | null) =>
      findWay(code, responseId, { personId: person.id, from: from && [from[0], from[1]], by }),
    onSuccess: ({ line }) => showWay({ personId: person.id, line }),
    onError: () => showWay(null),
  });
  if (person.position === null) return <p className="text-14">{say.homeUnknown}</p>;
  const fromHere = () => {
    setNoPlace(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => way.mutate([coords.longitude, coords.latitude]),
      () => setNoPlace(true),
      { enableHighAccuracy: true, timeout: PATIENCE_MILLIS },
    );
  };
  return (
    <details className="group">
      <FoldSummary>
        {say.title}
        <span className="sr-only">{say.of(person.name)}</span>
      </FoldSummary>
      <div className="flex flex-col gap-2 pt-1">
        <div className="flex gap-6">
          {(['foot', 'car'] as const).map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name={`way-${person.id}`}
                className="size-5 accent-action"
                checked={by === one}
                onChange={() => setBy(one)}
              />
              {say.by[one]}
            </label>
          ))}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button className="min-h-14 flex-1" isDisabled={way.isPending} onPress={fromHere}>
            {say.fromHere}
          </Button>
          <Button
            className="min-h-14 flex-1"
            isDisabled={way.isPending}
            onPress={() => way.mutate(null)}
          >
            {say.fromPlan}
          </Button>
        </div>
        <div role="status" className="flex flex-col gap-2">
          {noPlace && <p className="font-bold text-error">{say.noPlace}</p>}
          {way.data !== undefined && shown?.personId === person.id && <Found way={way.data} />}
        </div>
        <Refusal error={way.error} />
      </div>
    </details>
  );
}

function Found({ way }: { readonly way: WayAnswer }) {
  const words = useWords();
  const say = useResponseWords().way;
  const may = useMay();
  const minutes = formatNumber(Math.max(1, Math.ceil(way.durationSeconds / 60)));
  const metres = (value: number) => formatNumber(Math.max(1, Math.round(value)));
  const dateOf = (asOf: string | null) => (asOf === null ? say.noDate : words.date(asOf));
  const dates = way.data.roads.map(({ asOf }) => dateOf(asOf));
  const zones = way.data.zones.map(dateOf);
  return (
    <>
      <p className="text-18 font-bold">
        {say.from(way.supporter)}: {say.takes(minutes, metres(way.lengthMeters))}
      </p>
      {way.redMeters > 0 && (
        <p className="font-bold text-danger">{say.red(metres(way.redMeters))}</p>
      )}
      {way.redMeters === 0 && way.anyMeters > 0 && <p>{say.yellow(metres(way.anyMeters))}</p>}
      {way.anyMeters === 0 && <p>{zones.length === 0 ? say.noZoneData : say.noZone}</p>}
      {way.unknownMeters > 0 && (
        <p className="font-bold">{say.unknown(metres(way.unknownMeters))}</p>
      )}
      <p className="text-14 text-ink-soft">
        {say.data(dates.join(words.comma), zones.join(words.comma) || say.noDate)}
      </p>
      {may('places') && (
        <Button
          className="min-h-14"
          onPress={() => {
            askToLookAt(bboxOf(way.line));
            changeView({ tab: 'map' });
          }}
        >
          {say.onMap}
        </Button>
      )}
    </>
  );
}
