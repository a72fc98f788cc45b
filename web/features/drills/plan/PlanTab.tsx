import { type ComponentType, useEffect, useMemo, useRef } from 'react';
import type { DrillView } from '#contract/drill';
import { planOf } from '#domain/drill/content';
import { drillProblems } from '#domain/drill/drill-problems';
import { planTimeline } from '#domain/drill/timeline/timeline';
import { tourConflicts } from '#domain/drill/timeline/tour-conflicts';
import { useWords } from '../../../i18n/use-words.ts';
import { Caution } from '../../../ui/Notice.tsx';
import { type DrillPart, PLAN_PARTS } from '../drills-view.ts';
import { Scrolled } from '../Scrolled.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView, useDrillsView } from '../use-drills-view.ts';
import { BasicsPart } from './BasicsPart.tsx';
import { DrillMergeView } from './DrillMergeView.tsx';
import { DrillSaveBar } from './DrillSaveBar.tsx';
import { PeoplePart } from './PeoplePart.tsx';
import { partOf } from './problems.ts';
import { ScenarioPart } from './ScenarioPart.tsx';
import { StepsPart } from './StepsPart.tsx';
import { TimelinePart } from './TimelinePart.tsx';
import { type DrillEditing, DrillEditingProvider, useDrillDraft } from './use-drill-draft.ts';

const PARTS: Readonly<Record<DrillPart, ComponentType>> = {
  basics: BasicsPart,
  scenario: ScenarioPart,
  people: PeoplePart,
  steps: StepsPart,
  timeline: TimelinePart,
};

/** What a drill is to be: written part by part, saved as a version. */
export function PlanTab({ code, view }: { readonly code: string; readonly view: DrillView }) {
  const say = useDrillWords();
  const { part } = useDrillsView();
  const editing = useDrillDraft(code, view);
  const conflict = editing.draft?.conflict ?? null;
  const scrolled = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is read from its beginning
  useEffect(() => void scrolled.current?.scrollTo({ top: 0 }), [part]);
  const save = () => {
    const [first] = editing.save();
    if (first === undefined) return;
    changeDrillsView({ part: partOf(first.path) });
    // Once the part is there.
    setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 50);
  };
  useKeys(editing, save);
  const Part = PARTS[part];
  return (
    <DrillEditingProvider value={editing}>
      <nav aria-label={say.partsLabel} className="not-printed flex flex-wrap gap-1 px-3 py-2">
        {PLAN_PARTS.map((one) => (
          <button
            key={one}
            type="button"
            aria-current={one === part ? 'page' : undefined}
            className={`min-h-11 rounded-8 px-3 ${
              one === part ? 'bg-action-soft font-bold text-action' : 'hover:bg-surface-soft'
            }`}
            onClick={() => changeDrillsView({ part: one })}
          >
            {say.parts[one]}
          </button>
        ))}
      </nav>
      <Scrolled ref={scrolled} label={say.parts[part]}>
        {!view.maySave && (
          <Caution>{view.state === 'planned' ? say.readOnly.role : say.readOnly.running}</Caution>
        )}
        {conflict !== null ? (
          <DrillMergeView key={conflict.version} merge={conflict} />
        ) : (
          <>
            <Obstacles editing={editing} />
            <Part />
          </>
        )}
      </Scrolled>
      {view.maySave && <DrillSaveBar onSave={save} />}
    </DrillEditingProvider>
  );
}

/** All that keeps the drill, as it stands on the screen, from being run. */
function Obstacles({ editing }: { readonly editing: DrillEditing }) {
  const words = useWords();
  const say = useDrillWords();
  const { content, view } = editing;
  const { obstacles, conflicts } = useMemo(() => {
    const timeline = planTimeline(content.manual, content.scenario, view.tourSpan);
    return {
      obstacles: [
        ...drillProblems(planOf(view.id, content)),
        ...(timeline.ok ? [] : [timeline.problem]),
      ],
      conflicts: timeline.ok ? tourConflicts(content.manual, timeline.timeline, view.tourSpan) : [],
    };
  }, [content, view.id, view.tourSpan]);
  if (view.state !== 'planned') return null;
  return (
    <section aria-label={say.notRun} className="p-4">
      {obstacles.length === 0 ? (
        <p data-ready>{say.ready}</p>
      ) : (
        <>
          <h3 className="text-16 font-bold">{say.notRun}</h3>
          <ul className="list-disc pl-5">
            {obstacles.map((problem) => (
              <li key={`${problem.code} ${problem.en}`}>{words.pick(problem)}</li>
            ))}
          </ul>
        </>
      )}
      {conflicts.map((problem) => (
        <Caution key={problem.code}>{words.pick(problem)}</Caution>
      ))}
    </section>
  );
}

/** Ctrl+S saves the plan and not the page; Ctrl+Z outside of a field takes back the last change. */
function useKeys(editing: DrillEditing, save: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      const isTyping =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key === 's') save();
      else if (event.key === 'z' && !isTyping) editing.undo();
      else if (event.key === 'y' && !isTyping) editing.redo();
      else return;
      event.preventDefault();
    };
    // Before the bar that offers to take back what was done elsewhere.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  });
}
