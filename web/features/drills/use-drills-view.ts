import { useMemo } from 'react';
import { changeView, currentView, useView } from '../../state/use-view.ts';
import { type DrillsView, formatDrillsView, parseDrillsView } from './drills-view.ts';

export function useDrillsView(): DrillsView {
  const text = useView((view) => view.drills);
  return useMemo(() => parseDrillsView(text), [text]);
}

export function changeDrillsView(
  change: Partial<DrillsView>,
  step: 'push' | 'replace' = 'push',
): void {
  const view = { ...parseDrillsView(currentView().drills), ...change };
  changeView({ drills: formatDrillsView(view) }, step);
}
