import { useEffect, useState } from 'react';
import type { DrillView } from '#contract/drill';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { localDay } from './local-day.ts';
import { outbox, sendWaiting } from './outbox.ts';
import { lengthText } from './run-text.ts';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** Less is what clocks are. */
const CLOCK_TELLING_MILLIS = 2 * 60_000;

/** The clock, who holds the device, whether all is sent, and the buttons that begin and end the drill. */
export function RunHead({ obstacles }: { readonly obstacles: DrillView['problems'] }) {
  const words = useWords();
  const say = useRunWords();
  const isReady = obstacles.length === 0;
  const { run, state, holder, hold, write } = useRun();
  const { startedMillis, endedMillis } = state;
  const isRunning = startedMillis !== null && endedMillis === null;
  return (
    <section className="flex flex-col gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {startedMillis !== null && (
          <Elapsed startedMillis={startedMillis} endedMillis={endedMillis} />
        )}
        <label className="flex min-w-48 flex-1 flex-col text-14 font-bold">
          {say.holder}
          <select
            className="min-h-12 rounded-8 border border-line-strong bg-surface px-2 text-16 font-normal"
            value={holder ?? ''}
            onChange={({ target }) => hold(target.value === '' ? null : target.value)}
          >
            <option value="">{say.nobody}</option>
            {run.content.participants.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {run.mayRun && isRunning && (
          <Button className="min-h-12" onPress={() => write({ kind: 'drill-end' }, say.ended)}>
            {say.end}
          </Button>
        )}
      </div>
      <OtherDay />
      {endedMillis !== null && <p className="font-bold">{say.isOver}</p>}
      {startedMillis === null && run.mayRun && (
        <div className="flex flex-col gap-2">
          <p>{isReady ? say.startHint : say.notReady}</p>
          {!isReady && (
            <ul className="list-disc pl-5">
              {obstacles.map(({ code, message }) => (
                <li key={`${code} ${message.en}`}>{words.pick(message)}</li>
              ))}
            </ul>
          )}
          <Button
            variant="primary"
            className="min-h-14 self-start px-6 text-20"
            isDisabled={!isReady}
            onPress={() => write({ kind: 'drill-start' }, say.started)}
          >
            {say.start}
          </Button>
        </div>
      )}
      <Sending />
    </section>
  );
}

/** A drill of another day is told: nobody should begin one by mistake, or wonder at its date. */
function OtherDay() {
  const words = useWords();
  const say = useRunWords();
  const { run, state } = useRun();
  const { startedMillis } = state;
  const day = localDay(startedMillis ?? Date.now());
  const planned = run.content.date;
  if (day === planned) return null;
  return (
    <Caution>
      {startedMillis === null
        ? say.otherDayAhead(words.date(planned), words.date(day))
        : say.otherDay(words.date(planned), words.date(day))}
    </Caution>
  );
}

const SECOND_MILLIS = 1000;

function Elapsed(props: { readonly startedMillis: number; readonly endedMillis: number | null }) {
  const say = useRunWords();
  const { offsetMillis } = outbox.use();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MILLIS);
    return () => clearInterval(timer);
  }, []);
  const until = props.endedMillis ?? now + (offsetMillis ?? 0);
  return (
    <p role="timer" aria-label={say.elapsed} className="number">
      <span className="block text-14 leading-tight">{say.elapsed}</span>
      <span className="text-28 leading-tight font-bold">
        {lengthText(until - props.startedMillis)}
      </span>
    </p>
  );
}

/** What has not reached the others, said aloud when it changes; and what of the clock has to be known. */
function Sending() {
  const words = useWords();
  const say = useRunWords();
  const { isLive } = useRun();
  const { waiting, refused, error, offsetMillis, photos } = outbox.use();
  const off = Math.abs(offsetMillis ?? 0);
  return (
    <>
      <div role="status" className="flex flex-wrap items-center gap-x-4 text-14">
        <span className="flex items-center gap-1">
          <Icon name={isLive ? 'check' : 'warning'} className="size-4" />
          {isLive ? say.live : say.notLive}
        </span>
        <span className={waiting.length > 0 ? 'font-bold' : ''} data-waiting={waiting.length}>
          {waiting.length > 0 ? say.waiting(formatNumber(waiting.length)) : say.sent}
        </span>
        {photos.length > 0 && <span>{say.photosWaiting(formatNumber(photos.length))}</span>}
      </div>
      {off > CLOCK_TELLING_MILLIS && (
        <Caution>
          {say.clockOff(
            formatNumber(Math.round(off / 60_000)),
            (offsetMillis ?? 0) > 0 ? say.slow : say.fast,
          )}
        </Caution>
      )}
      {error !== null && (
        <div className="flex flex-wrap items-center gap-2">
          <Refusal error={error} />
          <Button className="min-h-12" onPress={() => void sendWaiting()}>
            {say.sendAgain}
          </Button>
        </div>
      )}
      {refused.length > 0 && (
        <div role="alert" className="text-14">
          <p className="font-bold text-error">{say.refusedTitle}</p>
          <ul className="list-disc pl-5">
            {refused.map((one) => (
              <li key={`${one.deviceId} ${one.sequence}`}>{words.pick(one.message)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
