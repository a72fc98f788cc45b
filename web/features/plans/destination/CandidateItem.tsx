import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon, type IconName } from '../../../ui/Icon.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import type { Candidate } from './candidates.ts';

const MARKS = {
  'rules-out': { icon: 'warning', style: 'font-bold text-danger', said: 'con' },
  against: { icon: 'warning', style: 'text-caution', said: 'con' },
  unknown: { icon: 'question', style: 'text-ink', said: 'unknown' },
  for: { icon: 'check', style: 'text-ink-soft', said: 'pro' },
} as const satisfies Readonly<
  Record<string, { icon: IconName; style: string; said: 'pro' | 'con' | 'unknown' }>
>;

/** One place to choose, with its reasons, the gravest first, and of when its data are. */
export function CandidateItem(props: {
  readonly candidate: Candidate;
  readonly onChoose: () => void;
}) {
  const { candidate } = props;
  const words = useWords();
  const say = usePlanWords();
  const said = {
    pro: say.destination.pro,
    con: say.destination.con,
    unknown: say.form.unknown,
  };
  return (
    <li className="flex flex-col gap-1 rounded-8 border border-line-strong p-3">
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 leading-snug break-words">
          <strong>{candidate.name}</strong>
          <span className="block text-14 text-ink-soft">
            {words.terms.shelterKind[candidate.kind]}
            {candidate.address !== null && `${words.dot}${candidate.address}`}
          </span>
        </p>
        <Button
          variant="secondary"
          className="shrink-0 px-3 text-14"
          aria-label={say.destination.choose(candidate.name)}
          onPress={props.onChoose}
        >
          {say.destination.chooseShort}
        </Button>
      </div>
      {candidate.facts.length > 0 && (
        <p className="number text-14">{candidate.facts.join(words.dot)}</p>
      )}
      <ul className="text-14">
        {candidate.reasons.map(({ bearing, text }) => {
          const mark = MARKS[bearing];
          return (
            <li key={text} className={`flex items-start gap-1.5 ${mark.style}`}>
              <Icon name={mark.icon} className="mt-1 size-4" />
              <span>
                <span className="sr-only">{said[mark.said]}: </span>
                {text}
              </span>
            </li>
          );
        })}
      </ul>
      <p className="text-14 text-ink-soft">
        {candidate.asOf === null
          ? say.destination.asOfUnknown
          : say.destination.asOf(words.date(candidate.asOf))}
      </p>
    </li>
  );
}
