import { useEffect } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { noteFirstDrawing } from '../state/first-drawing.ts';
import { setTool, useTool } from '../state/tool.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/Notice.tsx';

/** In the map's place on a device that draws none: what goes on without it, and what does not. */
export function NoMap() {
  const words = useWords();
  const { noMap } = words.map;
  const tool = useTool();
  useEffect(noteFirstDrawing, []);
  return (
    <div className="absolute inset-0 overflow-y-auto bg-surface-soft">
      <EmptyState title={noMap.title} text={noMap.text}>
        <p className="text-ink-soft">{noMap.mend}</p>
        {tool !== null && (
          <div role="alert" className="flex flex-col items-start gap-3">
            <p className="font-bold">{noMap.tool}</p>
            <Button variant="secondary" onPress={() => setTool(null)}>
              {words.mapTools.close}
            </Button>
          </div>
        )}
      </EmptyState>
    </div>
  );
}
