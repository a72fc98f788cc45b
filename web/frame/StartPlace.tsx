import { useQuery } from '@tanstack/react-query';
import { useMay } from '../api/access.ts';
import { summaryQuery } from '../api/queries.ts';
import { useAccount } from '../api/session.ts';
import { FirstPeople } from '../features/start/FirstPeople.tsx';
import { FreshnessNotice } from '../features/start/FreshnessNotice.tsx';
import { SummaryFigures } from '../features/summary/SummaryFigures.tsx';
import { useWords } from '../i18n/use-words.ts';
import { useFirstView } from '../state/use-first-view.ts';
import { changeView } from '../state/use-view.ts';
import { SidePart } from '../ui/SidePart.tsx';
import { OpenResponse } from './OpenResponse.tsx';
import type { PlaceProps } from './places.tsx';
import { RoleStart } from './RoleStart.tsx';

const loadFacilities = () => import('../features/start/OwnFacilities.tsx');
const loadWork = () => import('./WaitingWork.tsx');
const loadChanges = async () => ({
  default: (await import('../features/start/ChangesSection.tsx')).ChangesSection,
});

/**
 * What the day begins with: the figures, who comes first, what changed, whether the data is still good; for
 * a role that sees nobody, its places.
 */
export function StartPlace({ municipality }: PlaceProps) {
  const words = useWords();
  const { code } = municipality;
  const may = useMay();
  const hasFacilities = (useAccount()?.shelterIds ?? []).length > 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-3 py-4">
      <div>
        {hasFacilities && <SidePart load={loadFacilities} given={{}} />}
        <h2 className="text-20 font-bold">{words.start.heading}</h2>
      </div>
      <OpenResponse key={`response ${code}`} code={code} />
      {may('people.see') ? (
        <>
          {!may('data.see') && <PartOfPeople code={code} />}
          <SummaryFigures code={code} isInLine={false} opens="map" />
          <FirstPeople code={code} />
          <Soon key={`work ${code}`} load={loadWork} code={code} />
          <Soon key={code} load={loadChanges} code={code} />
        </>
      ) : (
        <RoleStart />
      )}
      {may('places') && <FreshnessNotice municipality={municipality} />}
    </div>
  );
}

/** Who comes first is on the screen before what waits and what changed is asked for. */
function Soon({
  load,
  code,
}: {
  readonly load: Parameters<typeof SidePart<{ readonly code: string }>>[0]['load'];
  readonly code: string;
}) {
  const isTime = useFirstView();
  return isTime ? <SidePart load={load} given={{ code }} /> : null;
}

/**
 * A nought is not that nobody needs help, where the role sees a part of the people alone; and a figure that
 * holds others too is not the length of the list.
 */
function PartOfPeople({ code }: { readonly code: string }) {
  const words = useWords();
  const summary = useQuery(summaryQuery(code));
  if (summary.data === undefined) return null;
  return (
    <p className="text-14 text-ink-soft">
      {summary.data.seen === null ? words.start.partOfPeople : words.start.figuresOfMore}{' '}
      <button
        type="button"
        className="min-h-6 text-action underline"
        onClick={() => changeView({ place: 'access', relay: null })}
      >
        {words.account.menu.whatISee}
      </button>
    </p>
  );
}
