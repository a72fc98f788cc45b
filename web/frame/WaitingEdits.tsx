import { type ComponentType, useEffect, useState } from 'react';
import type { Access } from '#domain/access/rules';
import { useMay } from '../api/access.ts';
import { KEPT_DRILLS } from '../features/drills/kept-name.ts';
import { KEPT_DRAFTS } from '../features/plans/draft/kept-name.ts';
import { KEPT_SHEETS } from '../features/relay/kept-name.ts';
import { useView } from '../state/use-view.ts';
import type { ViewState } from '../state/view-state.ts';
import { SidePart } from '../ui/SidePart.tsx';

interface Waiting {
  readonly access: Access;
  /** Where this browser keeps what waits. */
  readonly database: string;
  readonly isAt: (view: ViewState) => boolean;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const WAITING: readonly Waiting[] = [
  {
    access: 'plans.work',
    database: KEPT_DRAFTS,
    isAt: ({ place, selection }) => place === 'plans' || selection?.kind === 'plan',
    load: () => import('../features/plans/draft/WaitingPlans.tsx'),
  },
  {
    access: 'drills.run',
    database: KEPT_DRILLS,
    isAt: ({ place }) => place === 'drills',
    load: () => import('../features/drills/run/WaitingEvents.tsx'),
  },
  {
    access: 'relay.write',
    database: KEPT_SHEETS,
    isAt: ({ place }) => place === 'relay',
    load: () => import('../features/relay/WaitingSheets.tsx'),
  },
];

/**
 * Sends what was written down without a network, wherever the application is open. With all its words it is
 * fetched only where this browser keeps any of it, or where it is written.
 */
export function WaitingEdits() {
  const may = useMay();
  return WAITING.filter(({ access }) => may(access)).map((waiting) => (
    <Edits key={waiting.database} {...waiting} />
  ));
}

function Edits({ database, isAt, load }: Waiting) {
  const [mayWait, setMayWait] = useState(false);
  const isThere = useView(isAt);
  useEffect(() => {
    hasKept(database).then((has) => has && setMayWait(true));
  }, [database]);
  // Once there it stays: what was begun there is sent from the place that is opened next.
  useEffect(() => {
    if (isThere) setMayWait(true);
  }, [isThere]);
  return mayWait ? <SidePart load={load} given={{}} /> : null;
}

/** True where the browser does not tell. */
async function hasKept(database: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === database);
  } catch {
    return true;
  }
}
