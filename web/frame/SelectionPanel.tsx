import { useEffect } from 'react';
import { DistrictPanel } from '../features/district-panel/DistrictPanel.tsx';
import { ResidentPanel } from '../features/resident-panel/ResidentPanel.tsx';
import { ShelterPanel } from '../features/shelter-panel/ShelterPanel.tsx';
import { ZonePanel } from '../features/zone-panel/ZonePanel.tsx';
import { changeView } from '../state/use-view.ts';
import type { Selection } from '../state/view-state.ts';

const PANELS = {
  resident: ResidentPanel,
  shelter: ShelterPanel,
  zone: ZonePanel,
  district: DistrictPanel,
} as const;

interface SelectionPanelProps {
  readonly code: string;
  readonly selection: Selection;
}

/** The one panel for what is selected. Esc closes it. */
export function SelectionPanel({ code, selection }: SelectionPanelProps) {
  const close = () => changeView({ selection: null });
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      const isInBox = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape' && !event.defaultPrevented && !isInBox)
        changeView({ selection: null });
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, []);
  const Panel = PANELS[selection.kind];
  return <Panel key={selection.id} code={code} id={selection.id} onClose={close} />;
}
