import type { PositionCandidates } from '#contract/people-desk';
import { useWords } from '../../i18n/use-words.ts';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** Where the address may be, each with the digit that chooses it; the same digits stand on the map. */
export function CandidateList(props: {
  readonly found: PositionCandidates['candidates'];
  readonly reason: PositionCandidates['reason'];
  readonly isLoading: boolean;
  readonly chosenIndex: number;
  readonly onChoose: (index: number) => void;
}) {
  const words = useWords();
  const say = words.peopleDesk.settle;
  if (props.isLoading) return <SkeletonLines count={3} />;
  return (
    <div className="flex flex-col gap-1">
      <h4 className="text-14 font-bold">{say.candidates}</h4>
      {props.reason !== null && <p className="text-14">{words.pick(props.reason)}</p>}
      {props.found.length === 0 && <p className="text-14 text-caution">{say.noCandidates}</p>}
      <ol className="flex flex-col">
        {props.found.map((candidate, index) => {
          const isChosen = index === props.chosenIndex;
          return (
            <li key={candidate.name}>
              <button
                type="button"
                aria-pressed={isChosen}
                className={`flex min-h-11 w-full items-center gap-3 rounded-8 px-2 text-left ${isChosen ? 'bg-action-soft font-bold text-action' : 'hover:bg-surface-soft'}`}
                onClick={() => props.onChoose(index)}
              >
                <kbd className="inline-flex size-7 shrink-0 items-center justify-center rounded-4 border border-line-strong bg-surface font-sans text-14 font-bold text-ink">
                  {index + 1}
                </kbd>
                <span className="min-w-0 flex-1 leading-snug">{candidate.name}</span>
                <span className="number shrink-0 text-14">
                  {words.panel.radius(words.metersText(candidate.radiusMeters))}
                  {candidate.isMatch && <span className="block">{say.match}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
