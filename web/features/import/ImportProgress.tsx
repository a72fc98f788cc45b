import type { Job } from '#contract/dataset';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';

interface ImportProgressProps {
  /** Null while the files are being sent. */
  readonly job: Job | null;
  readonly onCancel: () => void;
}

export function ImportProgress({ job, onCancel }: ImportProgressProps) {
  const words = useWords();
  const say = words.data.import;
  const total = job?.total ?? null;
  const done = job?.done ?? 0;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  const title = job === null ? say.sending : say.running;
  return (
    <div className="flex flex-col gap-3">
      <p className="font-bold">{job?.message ? words.pick(job.message) : title}</p>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
        className="h-3 overflow-hidden rounded-full bg-surface-strong"
      >
        <div
          className={`h-full bg-action ${share === null ? 'w-1/4 animate-pulse' : ''}`}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
      <div className="flex items-center justify-between gap-3">
        <p className="number text-ink-soft">
          {job === null
            ? ''
            : done === 0 && total === null
              ? say.preparing
              : total === null
                ? say.progress(formatNumber(done))
                : say.progressOf(formatNumber(done), formatNumber(total))}
        </p>
        {job !== null && <Button onPress={onCancel}>{say.cancel}</Button>}
      </div>
    </div>
  );
}
