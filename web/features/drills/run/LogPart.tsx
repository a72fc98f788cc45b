import { useMemo, useState } from 'react';
import { stepsOf } from '#domain/drill/drill';
import { nameOf } from '#domain/drill/run/event';
import { type TimedEvent, timeEvents } from '#domain/drill/run/event-time';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { DrillPhoto } from './DrillPhoto.tsx';
import { outbox } from './outbox.ts';
import { clockText, deviceText, noticeTexts } from './run-text.ts';
import { type Run, useRun } from './use-run.ts';
import { type DrillRunWords, useRunWords } from './use-run-words.ts';

const PAGE = 30;

/** What people should know of the records, and all of them, by whichever device. */
export function LogPart() {
  const words = useWords();
  const say = useRunWords();
  const run = useRun();
  const { waiting, deviceId } = outbox.use();
  const [count, setCount] = useState(PAGE);
  const timed = useMemo(() => timeEvents(run.events).toReversed(), [run.events]);
  const unsent = new Set(waiting.map(({ event }) => nameOf(event)));
  const by = new Map(run.log.received.map(({ event, by: account }) => [nameOf(event), account]));
  const { notices } = run.state;
  return (
    <div className="flex flex-col gap-4 p-4">
      <section aria-label={say.log.notices}>
        <h3 className="text-18 font-bold">{say.log.notices}</h3>
        {notices.length === 0 && <p>{say.log.noNotices}</p>}
        <ul className="list-disc pl-5">
          {noticeTexts(notices, words.pick).map(({ code, text }) => (
            <li key={text} data-notice={code}>
              {text}
            </li>
          ))}
        </ul>
      </section>
      <section aria-label={say.log.events}>
        <h3 className="text-18 font-bold">{say.log.events}</h3>
        {timed.length === 0 && <p>{say.log.none}</p>}
        <ol>
          {timed.slice(0, count).map((one) => {
            const name = nameOf(one.event);
            const facts = [
              say.device(deviceText(one.event.deviceId)),
              ...(one.event.deviceId === deviceId ? [say.thisDevice] : []),
              ...(by.has(name) ? [by.get(name)] : []),
              ...(one.basis === 'uncertain' ? [say.log.uncertain] : []),
              ...(unsent.has(name) ? [say.log.waiting] : []),
            ];
            return (
              <li
                key={name}
                className="flex flex-wrap items-center gap-2 border-b border-line py-1"
              >
                <span className="number w-14">{clockText(one.atMillis)}</span>
                <span className="min-w-40 flex-1">
                  <strong>{say.log.kinds[one.event.body.kind]}</strong>{' '}
                  {whatOf(one, run, say, words.pick)}
                  <span className="block text-14 text-ink-soft">{facts.join(words.dot)}</span>
                </span>
                {one.event.body.kind === 'photo' && <DrillPhoto photoId={one.event.body.photoId} />}
                {run.run.mayRun && run.state.endedMillis === null && (
                  <Button
                    variant="quiet"
                    className="min-h-12 px-2 text-14"
                    onPress={() =>
                      run.write({
                        kind: 'undo',
                        event: { deviceId: one.event.deviceId, sequence: one.event.sequence },
                      })
                    }
                  >
                    {say.log.takeBack}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
        {timed.length > count && (
          <Button className="min-h-12" onPress={() => setCount(count + PAGE)}>
            {say.log.more}
          </Button>
        )}
      </section>
    </div>
  );
}

type Pick = (text: { readonly ja: string; readonly en: string }) => string;

/** What an event is about, in words. */
function whatOf({ event }: TimedEvent, { run }: Run, say: DrillRunWords, pick: Pick): string {
  const { body } = event;
  const { manual, people, participants, scenario } = run.content;
  const stepOf = (id: string | null) => {
    const step = stepsOf(manual).find((one) => one.id === id);
    return step === undefined ? '' : `「${pick(step.label) || step.label.ja}」`;
  };
  const personOf = (id: string | null) =>
    people.find((one) => one.id === id)?.name ?? say.log.unexpectedPerson;
  const participantOf = (id: string) => participants.find((one) => one.id === id)?.name ?? '';
  switch (body.kind) {
    case 'start':
    case 'done':
      return stepOf(body.stepId);
    case 'problem':
    case 'note':
      return `${stepOf(body.stepId)} ${body.text}`;
    case 'photo':
      return `${stepOf(body.stepId)} ${body.caption}`;
    case 'arrival':
    case 'not-coming':
      return personOf(body.personId);
    case 'attendance':
      return `${participantOf(body.participantId)} ${say.team.said[`${body.isThere}`]}`;
    case 'position':
      return participantOf(body.participantId);
    case 'inject':
      return scenario.injects.find(({ id }) => id === body.injectId)?.text ?? '';
    default:
      return '';
  }
}
