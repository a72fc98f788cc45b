import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Selection } from '../state/selection.ts';
import { changeView } from '../state/use-view.ts';
import { SkeletonLines } from '../ui/Skeleton.tsx';

/** Fetched when the first of a kind is selected. */
const PANELS = {
  resident: lazy(async () => ({
    default: (await import('../features/resident-panel/ResidentPanel.tsx')).ResidentPanel,
  })),
  plan: lazy(() => import('../features/plans/PlanPanel.tsx')),
  paper: lazy(() => import('../features/plans/PaperPanel.tsx')),
  shelter: lazy(async () => ({
    default: (await import('../features/shelter-panel/ShelterPanel.tsx')).ShelterPanel,
  })),
  zone: lazy(async () => ({
    default: (await import('../features/zone-panel/ZonePanel.tsx')).ZonePanel,
  })),
  district: lazy(async () => ({
    default: (await import('../features/district-panel/DistrictPanel.tsx')).DistrictPanel,
  })),
  point: lazy(async () => ({
    default: (await import('../features/point-panel/PointPanel.tsx')).PointPanel,
  })),
} as const;

interface SelectionPanelProps {
  readonly code: string;
  readonly selection: Selection;
}

/** The list that a keyboard user comes from and goes back to. */
const LIST = '[data-list]';

/** The one panel for what is selected. Esc closes it. */
export function SelectionPanel({ code, selection }: SelectionPanelProps) {
  const panelRef = useRef<HTMLDivElement>(null);
  const key = `${selection.kind}.${selection.id}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new selection is gone to once
  useEffect(() => {
    if (document.activeElement?.matches(`${LIST}:focus-visible`)) panelRef.current?.focus();
  }, [key]);
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => {
      const isInBox = event.target instanceof HTMLInputElement;
      if (event.key === 'Escape' && !event.defaultPrevented && !isInBox) close(panelRef.current);
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, []);

  const Panel = PANELS[selection.kind];
  return (
    <div ref={panelRef} tabIndex={-1} className="focus-inset h-full">
      <Suspense fallback={<SkeletonLines count={9} className="p-5" />}>
        <Panel key={key} code={code} id={selection.id} onClose={() => close(panelRef.current)} />
      </Suspense>
    </div>
  );
}

function close(panel: HTMLElement | null): void {
  if (panel?.contains(document.activeElement)) document.querySelector<HTMLElement>(LIST)?.focus();
  changeView({ selection: null });
}
