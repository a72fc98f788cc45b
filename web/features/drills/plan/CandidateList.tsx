import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { drillCandidatesQuery } from '../../../api/drills.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { inPerson, standInFor } from './new-person.ts';
import { useStandInName } from './StandIn.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

/** People whose plan in force leads to a shelter of the drill, to be asked to take part. */
export function CandidateList() {
  const say = useDrillWords().people;
  const { mayWrite, view } = useDrillEditing();
  if (!mayWrite) return null;
  return (
    <PanelSection title={say.choose}>
      {view.content.shelterIds.length === 0 ? <p>{say.candidatesLater}</p> : <Candidates />}
    </PanelSection>
  );
}

function Candidates() {
  const words = useWords();
  const say = useDrillWords().people;
  const { code, view, content, change } = useDrillEditing();
  const nameOf = useStandInName();
  const [text, setText] = useState('');
  const query = useQuery(drillCandidatesQuery(code, view.id, text.trim()));
  const chosen = new Set(content.people.map(({ residentId }) => residentId));
  const people = query.data?.people.filter(({ residentId }) => !chosen.has(residentId));
  return (
    <>
      <LabelledField label={say.search}>
        {(ids) => (
          <input
            {...ids}
            type="search"
            className={FIELD_STYLE}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </LabelledField>
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <SkeletonLines count={4} />}
      {people?.length === 0 && <p>{say.noCandidates}</p>}
      <ul className="max-h-80 overflow-y-auto">
        {people?.map((one) => (
          <li key={one.residentId} className="flex items-center gap-2 border-b border-line py-1">
            <span className="min-w-0 flex-1">
              <strong>{one.name}</strong> {one.district}
              <span className="block text-14 text-ink-soft">
                {[
                  ...(one.isMasked ? [say.masked] : []),
                  ...(one.lastAgreed === null ? [] : [say.lastAgreed(words.date(one.lastAgreed))]),
                ].join(words.dot)}
              </span>
            </span>
            <Button
              className="px-3"
              aria-label={say.addOf(one.name)}
              onPress={() => change((was) => ({ ...was, people: [...was.people, inPerson(one)] }))}
            >
              {say.add}
            </Button>
            {!one.isMasked && (
              <Button
                className="px-3"
                aria-label={say.standInOf(one.name)}
                onPress={() => {
                  const other = standInFor(inPerson(one), nameOf(), false);
                  change((was) => ({ ...was, people: [...was.people, other] }));
                }}
              >
                {say.asStandIn}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
