import { useQuery } from '@tanstack/react-query';
import type { RelaySheet } from '#contract/relay';
import { RELAY_STEP_LABELS } from '#domain/relay/steps';
import { relaySheetQuery } from '../../api/relay.ts';
import { useWords } from '../../i18n/use-words.ts';
import { askToLookAt } from '../../state/look-at.ts';
import { orderPrint } from '../../state/print-order.ts';
import { changeRelayView } from '../../state/relay-view.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { Attachments } from './Attachments.tsx';
import { ReplyForm } from './ReplyForm.tsx';
import { doerWords } from './SheetList.tsx';
import { StateBadge } from './StateBadge.tsx';
import { useRelayWords } from './use-relay-words.ts';

/** One sheet as a conversation: what was seen, what was done, what came of it. Prints on one A4 page. */
export function SheetView({ code, id }: { readonly code: string; readonly id: string }) {
  const say = useRelayWords();
  const query = useQuery(relaySheetQuery(code, id));
  const sheet = query.data;
  return (
    <div className="flex flex-col gap-4 p-4">
      <div className="not-printed flex flex-wrap justify-between gap-2">
        <Button onPress={() => changeRelayView({ sheet: null })}>{say.back}</Button>
        <Button onPress={orderPrint} isDisabled={sheet === undefined}>
          <Icon name="print" />
          {say.print}
        </Button>
      </div>
      {sheet === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={9} />
        )
      ) : (
        <Sheet code={code} sheet={sheet} />
      )}
    </div>
  );
}

function Sheet({ code, sheet }: { readonly code: string; readonly sheet: RelaySheet }) {
  const words = useWords();
  const say = useRelayWords();
  const { person, place } = sheet;
  return (
    <article aria-label={say.title} data-state={sheet.state} className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="flex flex-wrap items-center gap-2">
          <StateBadge state={sheet.state} />
          {sheet.isOverdue && <span className="font-bold text-danger">{say.overdue}</span>}
          <span className="number text-14">{say.due(words.moment(sheet.dueAt))}</span>
        </p>
        <h3 className="text-20 leading-snug font-bold break-words">
          {person?.name ?? (place.text === '' ? say.unknownPlace : place.text)}
        </h3>
        <p className="text-14 text-ink-soft">
          {[person === null ? say.placeOnly : say.person, sheet.district, person && place.text]
            .filter(Boolean)
            .join(words.dot)}
        </p>
        <p>{say.to(words.pick(sheet.officeName))}</p>
        <div className="not-printed flex flex-wrap gap-2">
          {person !== null && (
            <Button onPress={() => changeView({ selection: { kind: 'resident', id: person.id } })}>
              {say.openPerson}
            </Button>
          )}
          {place.position !== null && (
            <Button
              onPress={() => {
                if (place.position !== null) askToLookAt(place.position);
                changeView({ tab: 'map' }, 'replace');
              }}
            >
              {say.showOnMap}
            </Button>
          )}
          {sheet.links.map((link) => (
            <LinkButton key={`${link.kind}.${link.id}`} link={link} />
          ))}
        </div>
      </div>
      <section aria-label={say.talk}>
        <ol className="flex flex-col gap-3">
          {sheet.events.map((event) => (
            <Said key={event.version} sheet={sheet} event={event} />
          ))}
        </ol>
      </section>
      <Attachments code={code} sheet={sheet} />
      <ReplyForm key={sheet.id} code={code} sheet={sheet} />
    </article>
  );
}

function Said(props: { readonly sheet: RelaySheet; readonly event: RelaySheet['events'][number] }) {
  const { sheet, event } = props;
  const words = useWords();
  const say = useRelayWords();
  const isWriter = event.by === sheet.writer.by && event.role === sheet.writer.role;
  const text = event.step === 'write' ? sheet.seen : event.text;
  return (
    <li
      className={`flex max-w-[92%] flex-col gap-1 rounded-12 border p-3 ${
        isWriter ? 'border-line bg-surface-soft' : 'self-end border-action bg-action-soft'
      } ${event.isTakenBack ? 'opacity-80' : ''}`}
    >
      <p className="text-14 text-ink-soft">
        <span className="font-bold text-ink">
          {event.by}({doerWords(event, words.pick)})
        </span>{' '}
        <span className="number">{words.moment(event.at)}</span>
      </p>
      {text !== '' && (
        <p className={`break-words whitespace-pre-wrap ${event.isTakenBack ? 'line-through' : ''}`}>
          {text}
        </p>
      )}
      <p className="text-14">
        {words.pick(RELAY_STEP_LABELS[event.step])}
        {event.toOffice !== null && ` → ${words.pick(event.toOffice)}`}
        {event.isTakenBack && ` (${say.takenBack})`}
      </p>
      {event.step === 'write' && sheet.receivedAt > sheet.writtenAt && (
        <p className="text-14 text-ink-soft">{say.sentLater(words.moment(sheet.receivedAt))}</p>
      )}
    </li>
  );
}

function LinkButton({ link }: { readonly link: RelaySheet['links'][number] }) {
  const words = useWords();
  const say = useRelayWords();
  const open = () => {
    if (link.kind === 'plan') changeView({ selection: { kind: 'plan', id: link.id } });
    else if (link.kind === 'resource') changeRelayView({ tab: 'resources', resource: link.id });
    else changeView({ place: 'routes', route: `k.site!g.o${link.id}` });
  };
  const text = {
    ...{ plan: say.openPlan, 'site-override': say.openRoads },
    resource: words.pick(link.label),
  };
  return <Button onPress={open}>{text[link.kind]}</Button>;
}
