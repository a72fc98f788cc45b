import { lazy, type ReactNode, Suspense } from 'react';
import { useMay } from '../api/access.ts';
import { useWords } from '../i18n/use-words.ts';
import { setTool } from '../state/tool.ts';
import { changeView, useView } from '../state/use-view.ts';
import { PEOPLE_TASKS, type PeopleTask, type Place } from '../state/view-state.ts';
import { SkeletonLines } from '../ui/Skeleton.tsx';

const SettleQueue = lazy(() => import('../features/undetermined/SettleQueue.tsx'));
const DuplicateReview = lazy(() => import('../features/duplicates/DuplicateReview.tsx'));

/** What is done with the people: the list, open positions one by one, likely doubles side by side. */
export function PeopleTasks({
  code,
  children,
}: {
  readonly code: string;
  readonly children: ReactNode;
}) {
  const chosen = useView((view) => view.task);
  const may = useMay();
  const task = may('people.change') ? chosen : 'list';
  return (
    <>
      {may('people.change') && <TaskTabs task={task} />}
      {task === 'list' ? (
        children
      ) : (
        <Suspense fallback={<SkeletonLines count={9} className="p-4" />}>
          {task === 'settle' ? <SettleQueue code={code} /> : <DuplicateReview code={code} />}
        </Suspense>
      )}
    </>
  );
}

/** The queue goes with a large map beside it, two records side by side with a wide table. */
const ROOM: Readonly<Record<PeopleTask, { readonly place?: Place }>> = {
  list: {},
  settle: { place: 'map' },
  duplicates: { place: 'people' },
};

function TaskTabs({ task }: { readonly task: PeopleTask }) {
  const say = useWords().peopleDesk.tasks;
  return (
    <nav aria-label={say.label} className="flex gap-1 border-b border-line px-2 pt-1">
      {PEOPLE_TASKS.map((name) => (
        <button
          key={name}
          type="button"
          aria-current={name === task ? 'page' : undefined}
          className={`min-h-10 border-b-4 px-3 text-14 ${name === task ? 'border-action font-bold text-action' : 'border-transparent hover:bg-surface-soft'}`}
          onClick={() => {
            setTool(null);
            // The queue begins with its first person, not with whoever was selected in the list.
            changeView({ task: name, selection: null, ...ROOM[name] });
          }}
        >
          {say[name]}
        </button>
      ))}
    </nav>
  );
}
