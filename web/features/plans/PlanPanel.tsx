import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { planQuery } from '../../api/plans.ts';
import { residentQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Caution } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelProblem } from '../../ui/PanelProblem.tsx';
import { StageBadge } from './board/StageBadge.tsx';
import { setDraft } from './draft/drafts.ts';
import { MergeView } from './draft/MergeView.tsx';
import { usePlanDraft } from './draft/use-plan-draft.ts';
import { ContentPart } from './form/ContentPart.tsx';
import { sectionOf } from './form/fields.ts';
import { problemsOf } from './form/problems.ts';
import { GuideLink } from './plan/GuideLink.tsx';
import { PartTabs } from './plan/PartTabs.tsx';
import { SaveBar } from './plan/SaveBar.tsx';
import { StatusPart } from './plan/StatusPart.tsx';
import { usePlanWords } from './use-plan-words.ts';
import { changePlansView, usePlansView } from './use-plans-view.ts';
import { VersionsPart } from './versions/VersionsPart.tsx';

interface PlanPanelProps {
  readonly code: string;
  /** Of the person whose plan it is. */
  readonly id: string;
  readonly onClose: () => void;
}

/** One person's plan: where it stands, what it says, and how it came to say so. */
export default function PlanPanel({ code, id, onClose }: PlanPanelProps) {
  const words = useWords();
  const say = usePlanWords();
  const { part } = usePlansView();
  const query = useQuery(planQuery(code, id));
  const view = query.data;
  const person = useQuery(residentQuery(code, id)).data;
  const editing = usePlanDraft(code, id, view, person?.name ?? null);
  const { content, draft } = editing;
  const [areProblemsShown, setProblemsShown] = useState(false);
  const problems = useMemo(() => (content === null ? [] : problemsOf(content)), [content]);
  // Where the server is out of reach, who could write when it was begun goes on writing.
  const mayWrite = view === undefined ? draft !== null : view.mayWrite;
  const conflict = draft?.conflict ?? null;

  const save = () => {
    if (!mayWrite || conflict !== null || editing.isSaving) return;
    const [first] = problems;
    setProblemsShown(first !== undefined);
    if (first === undefined) editing.save();
    else {
      changePlansView({ part: sectionOf(first.path) });
      // Once the section is there.
      setTimeout(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 50);
    }
  };
  useSaveKey(save);
  useWarnUnkept(editing.isDirty);

  const scrolled = useRef<HTMLDivElement>(null);
  // Another part is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each other part
  useEffect(() => {
    // Some browsers answer with a promise, which is nothing to clean up by.
    void scrolled.current?.scrollTo({ top: 0 });
  }, [part]);

  if (content === null)
    return <PanelProblem kind={say.plan.kind} query={query} onClose={onClose} />;
  const opened = part ?? (view === undefined ? 'content' : 'status');
  // Where nothing is to be saved there is no button that saves.
  const isBeingWritten = opened !== 'status' && opened !== 'versions';
  const wrong = areProblemsShown ? problems : [];
  return (
    <PanelFrame
      kind={say.plan.kind}
      title={person?.name ?? draft?.personName ?? say.plan.noName}
      subtitle={
        view !== undefined && (
          <span className="flex flex-wrap items-center gap-2 pt-1">
            <StageBadge stage={view.stage} />
            {view.stageSince !== null && say.plan.since(words.date(view.stageSince))}
          </span>
        )
      }
      onClose={onClose}
    >
      <div className="flex h-full min-h-0 flex-col">
        <PartTabs part={opened} />
        <div
          ref={scrolled}
          className="min-h-0 flex-1 divide-y divide-line overflow-y-auto overscroll-contain"
        >
          {view === undefined && <Caution>{say.save.offlinePlan}</Caution>}
          {view?.isInFacility && <Caution>{say.plan.inFacility}</Caution>}
          {conflict !== null && draft !== null ? (
            <MergeView
              key={conflict.contentVersion}
              draft={draft}
              merge={conflict}
              editing={editing}
            />
          ) : opened === 'status' && view !== undefined ? (
            <StatusPart code={code} view={view} person={person} isDirty={editing.isDirty} />
          ) : opened === 'versions' && view !== undefined ? (
            <VersionsPart code={code} view={view} />
          ) : (
            <ContentPart
              code={code}
              view={view}
              person={person}
              part={opened}
              content={content}
              base={draft?.base ?? content}
              problems={wrong}
              change={mayWrite ? editing.change : null}
            />
          )}
          {conflict === null && <GuideLink />}
        </div>
        {mayWrite && conflict === null && (isBeingWritten || editing.isDirty) && (
          <SaveBar
            editing={editing}
            view={view}
            onSave={save}
            onDiscard={() => {
              const former = editing.discard();
              setProblemsShown(false);
              if (former !== null)
                offerUndo({ text: say.save.discarded, undo: () => setDraft(former, 'now') });
            }}
          />
        )}
      </div>
    </PanelFrame>
  );
}

/** Ctrl+S saves the plan and not the page. */
function useSaveKey(save: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      save();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

/** Where the browser cannot keep the work, it asks before the page is closed. */
function useWarnUnkept(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty || globalThis.isSecureContext) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);
}
