import type { ResidentDetail } from '#contract/resident';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';

/** The judgement before and after, at once. */
export function MoveResult(props: {
  readonly before: ResidentDetail;
  readonly after: ResidentDetail;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const say = words.peopleDesk.move;
  const isSame = props.before.hazard.sentence.ja === props.after.hazard.sentence.ja;
  const line = ({ hazard, priority }: ResidentDetail) =>
    `${words.pick(hazard.sentence)}${words.dot}${words.terms.tier(priority.tier)} ${words.terms.rank(formatNumber(priority.rank))}`;
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="font-bold">{say.done}</p>
      {isSame && <p>{say.same}</p>}
      <dl className="flex flex-col gap-2">
        <div>
          <dt className="text-14 text-ink-soft">{say.before}</dt>
          <dd className="text-ink-soft">{line(props.before)}</dd>
        </div>
        <div>
          <dt className="text-14 text-ink-soft">{say.after}</dt>
          <dd className="font-bold">{line(props.after)}</dd>
        </div>
      </dl>
      <Button variant="primary" autoFocus onPress={props.onClose}>
        {say.close}
      </Button>
    </div>
  );
}
