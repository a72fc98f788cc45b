import type { ResourceOnWire } from '#contract/resource';
import { useWords } from '../../i18n/use-words.ts';
import { useResourceWords } from './use-resource-words.ts';

/** Hours in words, and whether it is open, with the time as of which that is said. */
export function OpenState(props: {
  readonly hours: ResourceOnWire['hours'];
  /** ISO 8601, by the clock of the server. */
  readonly now: string;
  /** Without the days. */
  readonly isShort?: boolean;
}) {
  const { hours, now, isShort = false } = props;
  const words = useWords();
  const say = useResourceWords();
  if (hours === null) return <span className="text-caution">{say.hoursUnknown}</span>;
  const { isOpen, changesAt } = hours;
  const clock = isShort ? (words.moment(now).split(' ').at(-1) ?? '') : words.moment(now);
  return (
    <span className="number flex flex-col leading-normal">
      <span>{words.pick(hours.words)}</span>
      <span className="text-14">
        {isOpen === null ? say.unsure : isOpen ? say.openNow(clock) : say.closedNow(clock)}
        {!isShort && changesAt !== null && say.changesAt(words.moment(changesAt))}
      </span>
    </span>
  );
}
