import { useQuery } from '@tanstack/react-query';
import type { MultiPolygon } from 'geojson';
import { useState } from 'react';
import { scenarioDrawingSchema } from '#contract/scenario';
import { fetchZoneShape } from '../../api/places.ts';
import { shelterQuery, zoneQuery } from '../../api/queries.ts';
import { useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { drawStep, type Shape, useDraft } from './draft.ts';
import { DEFAULT_BUFFER_METERS, readPositions, rounded, shapeOfPositions } from './shapes.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** The shape without a pointer: by coordinates, or around the zone or shelter that is selected. */
export function KeyboardShape({ code }: { readonly code: string }) {
  const words = useScenarioWords();
  const say = words.scenario.keyboard;
  const { bufferMeters } = useDraft();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const selection = useView((view) => view.selection);
  const id = selection?.id ?? '';
  const zone = useQuery({ ...zoneQuery(code, id), enabled: selection?.kind === 'zone' }).data;
  const shelter = useQuery({
    ...shelterQuery(code, id),
    enabled: selection?.kind === 'shelter',
  }).data;
  const isZone = selection?.kind === 'zone';
  const name = isZone
    ? zone && (zone.zoneName ?? zone.zoneNumber ?? words.panel.zone)
    : selection?.kind === 'shelter'
      ? shelter?.name
      : undefined;

  const apply = () => {
    const read = readPositions(text);
    if ('badLine' in read) return setProblem(say.bad(String(read.badLine)));
    const shape = shapeOfPositions(read.positions);
    if (shape === null) return setProblem(say.bad(String(read.positions.length)));
    const isArea = shape.type === 'Polygon';
    if (!isArea && !(bufferMeters >= 1)) return setProblem(say.needsBuffer);
    setProblem(null);
    drawStep({ shape });
  };
  const around = async () => {
    setProblem(null);
    const meters = bufferMeters > 0 ? bufferMeters : DEFAULT_BUFFER_METERS;
    const position = shelter?.position;
    if (!isZone && position) {
      drawStep({ shape: { type: 'Point', coordinates: position }, bufferMeters: meters });
      return;
    }
    if (isZone)
      await drawAroundZone(code, id, meters).catch(() => setProblem(words.panel.notFound));
  };
  return (
    <details className="rounded-8 border border-line px-3">
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">{say.title}</summary>
      <div className="flex flex-col gap-3 pb-3">
        <LabelledField label={say.coordinates} hint={say.hint}>
          {(ids) => (
            <textarea
              {...ids}
              rows={4}
              className={`${FIELD_STYLE} number`}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </LabelledField>
        <Button onPress={apply}>{say.apply}</Button>
        {name === undefined ? (
          <p className="text-14 text-ink-soft">{say.aroundNone}</p>
        ) : (
          <Button onPress={() => void around()}>{say.around(name)}</Button>
        )}
        {problem !== null && (
          <p role="alert" className="text-14 text-error">
            {problem}
          </p>
        )}
      </div>
    </details>
  );
}

/** Takes the shape of a designated zone with a buffer for the drawing. */
export async function drawAroundZone(code: string, zoneId: string, bufferMeters: number) {
  const { geometry } = await fetchZoneShape(code, zoneId);
  drawStep({ shape: shapeOf(geometry), bufferMeters });
}

function shapeOf(geometry: MultiPolygon): Shape {
  return rounded(scenarioDrawingSchema.shape.shape.parse(geometry));
}
