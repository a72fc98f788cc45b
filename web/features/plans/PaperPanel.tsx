import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '../../api/client.ts';
import { planOfPaperQuery } from '../../api/plans.ts';
import { changeView } from '../../state/use-view.ts';
import { EmptyState } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelProblem } from '../../ui/PanelProblem.tsx';
import { usePlanWords } from './use-plan-words.ts';

interface PaperPanelProps {
  readonly code: string;
  /** Of the plan, as its paper holds it. */
  readonly id: string;
  readonly onClose: () => void;
}

/** Leads from a paper to its plan; whoever may not see it learns nothing, not even whether there is one. */
export default function PaperPanel({ code, id, onClose }: PaperPanelProps) {
  const say = usePlanWords();
  const query = useQuery(planOfPaperQuery(code, id));
  const residentId = query.data?.residentId;
  useEffect(() => {
    if (residentId !== undefined)
      changeView({ place: 'plans', selection: { kind: 'plan', id: residentId } }, 'replace');
  }, [residentId]);
  const { error } = query;
  // 400: what was scanned is no id at all.
  const isNotShown = error instanceof ApiError && [400, 403, 404].includes(error.status);
  if (!isNotShown) return <PanelProblem kind={say.plan.kind} query={query} onClose={onClose} />;
  return (
    <PanelFrame kind={say.plan.kind} title={say.paper.fromPaper} onClose={onClose}>
      <EmptyState title={say.paper.notShown} text={say.paper.notShownText} />
    </PanelFrame>
  );
}
