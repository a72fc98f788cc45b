import { useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Position } from '#domain/geo/position';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { MapCross } from '../../map/MapHint.tsx';
import { setTool } from '../../state/tool.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { MapBox } from '../../ui/MapBox.tsx';
import { MeasuredShape } from './MeasuredShape.tsx';
import { areaSquareMeters, lengthMeters, type MeasureMode } from './measured.ts';
import { areaText, distanceText } from './measured-text.ts';

/** Distance and area on the map: by pointer, or by keyboard at the cross in the middle. */
export default function Measure() {
  const words = useWords();
  const say = words.mapTools.measure;
  const { current: map } = useMap();
  const [mode, setMode] = useState<MeasureMode>('distance');
  const [points, setPoints] = useState<readonly Position[]>([]);
  const undo = () => setPoints((before) => before.slice(0, -1));
  const addAtCentre = () => {
    const centre = map?.getCenter();
    if (centre !== undefined) setPoints((before) => [...before, [centre.lng, centre.lat]]);
  };

  useEffect(() => {
    if (map === undefined) return;
    const canvas = map.getCanvas();
    const add = ({ lngLat }: MapMouseEvent) =>
      setPoints((before) => [...before, [lngLat.lng, lngLat.lat]]);
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter') {
        const { lng, lat } = map.getCenter();
        setPoints((before) => [...before, [lng, lat]]);
      } else if (event.key === 'Backspace' || (event.key === 'z' && event.ctrlKey))
        setPoints((before) => before.slice(0, -1));
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    map.on('click', add);
    canvas.addEventListener('keydown', press);
    canvas.style.cursor = 'crosshair';
    canvas.focus();
    return () => {
      map.off('click', add);
      canvas.removeEventListener('keydown', press);
      canvas.style.cursor = '';
    };
  }, [map]);

  const result = resultText(mode, points, words);
  return (
    <>
      <MeasuredShape points={points} mode={mode} />
      <MapCross />
      <MapBox title={say.title} onClose={() => setTool(null)}>
        <fieldset className="flex gap-4">
          <legend className="sr-only">{say.title}</legend>
          {(['distance', 'area'] as const).map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="measure-mode"
                className="size-5 accent-action"
                checked={mode === one}
                onChange={() => setMode(one)}
              />
              {say[one]}
            </label>
          ))}
        </fieldset>
        <output className="number block text-20 leading-snug font-bold">
          {result ?? (mode === 'distance' ? say.nothing : say.nothingArea)}
        </output>
        {result !== null && mode === 'area' && (
          <p className="number text-14">
            {say.perimeter(distanceText(lengthMeters(closed(points)), words))}
          </p>
        )}
        <p className="text-14 leading-normal text-ink-soft">{say.hint}</p>
        <div className="flex flex-wrap gap-2">
          <SmallButton onPress={addAtCentre}>{say.addAtCentre}</SmallButton>
          <SmallButton onPress={undo} isDisabled={points.length === 0}>
            {say.undo}
          </SmallButton>
          <SmallButton onPress={() => setPoints([])} isDisabled={points.length === 0}>
            {say.clear}
          </SmallButton>
          {result !== null && <CopyButton text={result} />}
        </div>
      </MapBox>
    </>
  );
}

function closed(points: readonly Position[]): readonly Position[] {
  const first = points[0];
  return first === undefined ? points : [...points, first];
}

function resultText(mode: MeasureMode, points: readonly Position[], words: Words): string | null {
  if (mode === 'distance')
    return points.length < 2 ? null : distanceText(lengthMeters(points), words);
  return points.length < 3 ? null : areaText(areaSquareMeters(points), words);
}

function SmallButton(props: {
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      className="min-h-11 rounded-8 border border-line-strong px-3 text-14 hover:bg-surface-soft disabled:text-ink-soft disabled:opacity-60"
      disabled={props.isDisabled}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
