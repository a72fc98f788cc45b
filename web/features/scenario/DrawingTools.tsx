import { useState } from 'react';
import type { Scenario } from '#contract/scenario';
import { formatNumber } from '../../i18n/format.ts';
import { setTool, useTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { changeDraft, chooseMode, drawMeanwhile, drawStep, finishStep, useDraft } from './draft.ts';
import { lineMetersOf, squareMetersOf } from './shapes.ts';
import { bringBack, LEAST_CORNERS, lackingCorners, takeBack, unfinished } from './unfinished.ts';
import { useScenarioWords } from './use-scenario-words.ts';

const MOST_BUFFER_METERS = 5000;
const MOST_MARGIN_METERS = 200;

/** Drawing on the map, steps back and forth, buffer and margin, and how large it is. */
export function DrawingTools({ area }: { readonly area: Scenario['geometry'] | null }) {
  const say = useScenarioWords().scenario;
  const draft = useDraft();
  const isDrawing = useTool() === 'draw-zone';
  const drawing = unfinished.use();
  const [isAsked, setAsked] = useState(false);
  const isShort = isDrawing && isAsked && lackingCorners() > 0;
  const finish = () => {
    const isLacking = lackingCorners() > 0;
    setAsked(isLacking);
    if (isLacking) return;
    if (drawing !== null && drawing.corners > 0) drawing.finish();
    setTool(null);
  };
  const takeUp = (mode: 'polygon' | 'select') => {
    chooseMode(mode);
    changeView({ tab: 'map' });
    setTool('draw-zone');
  };
  const lineMeters = lineMetersOf(draft.shape);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {isDrawing ? (
          <Button variant="primary" onPress={finish}>
            {say.tools.done}
          </Button>
        ) : (
          <Button
            variant="secondary"
            onPress={() => takeUp(draft.shape === null ? 'polygon' : 'select')}
          >
            {draft.shape === null ? say.draw : say.tools.edit}
          </Button>
        )}
        <Button isDisabled={draft.past.length === 0 && !drawing?.corners} onPress={takeBack}>
          {say.tools.undo}
        </Button>
        <Button isDisabled={draft.future.length === 0 && !drawing?.takenBack} onPress={bringBack}>
          {say.tools.redo}
        </Button>
        {draft.shape !== null && (
          <Button
            onPress={() => {
              drawStep({ shape: null });
              takeUp('polygon');
            }}
          >
            {say.tools.clear}
          </Button>
        )}
      </div>
      <div role="status">
        {isShort && (
          <Caution>
            {draft.mode === 'linestring'
              ? say.tools.shortLine(String(LEAST_CORNERS.linestring), String(drawing?.corners))
              : say.tools.shortArea(String(LEAST_CORNERS.polygon), String(drawing?.corners))}
          </Caution>
        )}
      </div>
      <div className="grid grid-cols-2 gap-3">
        <LabelledField label={say.fields.buffer}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={0}
              max={MOST_BUFFER_METERS}
              className={`${FIELD_STYLE} number`}
              value={draft.bufferMeters}
              onChange={(event) =>
                drawMeanwhile({ bufferMeters: clamp(event.target.value, MOST_BUFFER_METERS) })
              }
              onBlur={finishStep}
            />
          )}
        </LabelledField>
        <LabelledField label={say.fields.margin}>
          {(ids) => (
            <input
              {...ids}
              type="number"
              min={0}
              max={MOST_MARGIN_METERS}
              className={`${FIELD_STYLE} number`}
              value={draft.marginMeters}
              onChange={(event) =>
                changeDraft({ marginMeters: clamp(event.target.value, MOST_MARGIN_METERS) })
              }
            />
          )}
        </LabelledField>
      </div>
      {area !== null && (
        <p className="number text-14">
          {say.measures.area}{' '}
          {say.measures.hectares(formatNumber(Number((squareMetersOf(area) / 10_000).toFixed(2))))}
          {lineMeters !== null && (
            <>
              {' ・ '}
              {say.measures.length}{' '}
              {say.measures.kilometres(formatNumber(Number((lineMeters / 1000).toFixed(2))))}
            </>
          )}
        </p>
      )}
    </div>
  );
}

function clamp(text: string, most: number): number {
  const value = Number(text);
  return Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 0;
}
