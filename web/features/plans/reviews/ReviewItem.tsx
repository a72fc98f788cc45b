import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { openPlan } from '../use-plans-view.ts';
import { ReviewFindings } from './ReviewFindings.tsx';
import type { ReviewRow } from './use-confirm.ts';

interface ReviewItemProps {
  readonly row: ReviewRow;
  /** In the panel, and marked on the map. */
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onConfirm: () => void;
}

/** One plan: why it waits, since when, and the two ways on from here. */
export function ReviewItem({
  row,
  isOpen,
  isChosen,
  isBusy,
  onChoose,
  onConfirm,
}: ReviewItemProps) {
  const words = useWords();
  const say = usePlanWords().reviews;
  const { name, district, tier, days, confirmedOn, confirmedBy } = row;
  const facts = [
    words.terms.tier(tier),
    district,
    days === 0 ? say.today : say.since(formatNumber(days)),
  ];
  const by = confirmedBy === 'michishirube' ? say.byProgram : (confirmedBy ?? '');
  return (
    <li
      aria-current={isOpen || undefined}
      className="flex flex-col gap-2 border-b border-line px-4 py-3 aria-[current]:bg-action-soft"
    >
      <div className="flex items-start gap-3">
        {row.isMine && (
          <label className="flex min-h-11 items-center">
            <span className="sr-only">{say.choose(name)}</span>
            <input
              type="checkbox"
              className="size-5 shrink-0 accent-action"
              checked={isChosen}
              onChange={(event) => onChoose(event.target.checked)}
            />
          </label>
        )}
        <div className="min-w-0 flex-1">
          <h3 className="truncate text-18 font-bold">{name}</h3>
          <p className="number text-14 text-ink-soft">
            {facts.filter((one) => one !== null).join(words.comma)}
          </p>
        </div>
      </div>
      <ReviewFindings row={row} />
      {confirmedOn !== null && (
        <p className="number text-14 text-ink-soft">{say.confirmed(words.date(confirmedOn), by)}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {row.isMine && (
          <Button
            variant="secondary"
            isDisabled={isBusy}
            aria-label={say.confirmOf(name)}
            onPress={onConfirm}
          >
            {say.confirm}
          </Button>
        )}
        <Button aria-label={say.openOf(name)} onPress={() => openPlan(row.id)}>
          {say.open}
        </Button>
      </div>
    </li>
  );
}
