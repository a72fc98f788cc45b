import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { ResourceDetail } from '#contract/resource';
import { ACCESSIBILITY_LABELS, CATEGORY_LABELS } from '#domain/resource/resource';
import { useMay } from '../../api/access.ts';
import { resourceQuery, resourcesKey, setResourceRemoved } from '../../api/resources.ts';
import { useWords } from '../../i18n/use-words.ts';
import { askToLookAt } from '../../state/look-at.ts';
import { changeRelayView } from '../../state/relay-view.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { OpenState } from './OpenState.tsx';
import { ResourceForm } from './ResourceForm.tsx';
import { zonesWords } from './ResourceList.tsx';
import { useResourceWords } from './use-resource-words.ts';

/** One resource: what is known of it, whether it is open, how it lies to the zones, and its history. */
export function ResourceView(props: {
  readonly code: string;
  readonly id: string;
  readonly now: string;
  readonly zonesAsOf: readonly (string | null)[];
  readonly mayChange: boolean;
}) {
  const { code, id, now, zonesAsOf, mayChange } = props;
  const say = useResourceWords();
  const query = useQuery(resourceQuery(code, id));
  const [isEdited, setEdited] = useState(false);
  if (query.data !== undefined && isEdited)
    return <ResourceForm code={code} standing={query.data} onDone={() => setEdited(false)} />;
  return (
    <div className="flex flex-col gap-4 p-4">
      <Button
        className="not-printed self-start"
        onPress={() => changeRelayView({ resource: null })}
      >
        {say.back}
      </Button>
      {query.data === undefined ? (
        query.isError ? (
          <LoadError error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <SkeletonLines count={9} />
        )
      ) : (
        <>
          <Facts resource={query.data} now={now} zonesAsOf={zonesAsOf} />
          <Actions
            code={code}
            resource={query.data}
            mayChange={mayChange}
            onEdit={() => setEdited(true)}
          />
          <History resource={query.data} />
        </>
      )}
    </div>
  );
}

function Facts(props: {
  readonly resource: ResourceDetail;
  readonly now: string;
  readonly zonesAsOf: readonly (string | null)[];
}) {
  const { resource, now, zonesAsOf } = props;
  const words = useWords();
  const say = useResourceWords();
  const { facts, hazard } = resource;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [say.hours, <OpenState key="hours" hours={resource.hours} now={now} />],
    [say.address, facts.address ?? say.unknown],
    [say.district, facts.district ?? say.unknown],
    [
      say.phone,
      facts.phone === null ? (
        say.unknown
      ) : (
        <a key="phone" className="underline" href={`tel:${facts.phone}`}>
          {facts.phone}
        </a>
      ),
    ],
    [
      say.web,
      facts.web === null ? (
        say.unknown
      ) : (
        <a key="web" className="break-all underline" href={facts.web} rel="noreferrer">
          {facts.web}
        </a>
      ),
    ],
    [
      say.accessibility,
      facts.accessibility.map((one) => words.pick(ACCESSIBILITY_LABELS[one])).join(words.comma) ||
        say.accessibilityUnknown,
    ],
    [say.zone, `${words.pick(hazard.sentence)} ${zonesWords(zonesAsOf, words, say)}`],
    [say.note, facts.note || '―'],
    [say.asOf, facts.asOf === null ? say.unknown : words.date(facts.asOf)],
  ];
  return (
    <>
      <div>
        <p className="text-14 text-ink-soft">{words.pick(CATEGORY_LABELS[facts.category])}</p>
        <h3 className="text-20 font-bold">{facts.name}</h3>
      </div>
      {resource.isRemoved && <Caution>{say.removedNow}</Caution>}
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-14 text-ink-soft">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Actions(props: {
  readonly code: string;
  readonly resource: ResourceDetail;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
}) {
  const { code, resource, mayChange } = props;
  const { id, facts } = resource;
  const say = useResourceWords();
  const may = useMay();
  const queryClient = useQueryClient();
  const [error, setError] = useState<Error | null>(null);
  const remove = async (version: number, isRemoved: boolean) => {
    const next = await setResourceRemoved(code, id, { version, isRemoved });
    queryClient.setQueryData(resourceQuery(code, id).queryKey, next);
    await queryClient.invalidateQueries({ queryKey: [...resourcesKey(code), 'list'] });
    return next;
  };
  const press = async (isRemoved: boolean) => {
    setError(null);
    try {
      const next = await remove(resource.version, isRemoved);
      if (isRemoved)
        offerUndo({
          text: say.removed(facts.name),
          undo: async () => void (await remove(next.version, false)),
        });
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)));
      await queryClient.invalidateQueries({ queryKey: resourceQuery(code, id).queryKey });
    }
  };
  return (
    <div className="not-printed flex flex-wrap gap-2">
      {facts.position !== null && (
        <Button
          onPress={() => {
            if (facts.position !== null) askToLookAt(facts.position);
            changeView({ tab: 'map' }, 'replace');
          }}
        >
          {say.showOnMap}
        </Button>
      )}
      {may('relay.write') && (
        <Button onPress={() => changeRelayView({ tab: 'write', link: `resource,${id}` })}>
          {say.writeSheet}
        </Button>
      )}
      {mayChange && (
        <>
          <Button variant="secondary" onPress={props.onEdit}>
            {say.edit}
          </Button>
          <Button onPress={() => void press(!resource.isRemoved)}>
            {resource.isRemoved ? say.restore : say.remove}
          </Button>
        </>
      )}
      <Refusal error={error} />
    </div>
  );
}

function History({ resource }: { readonly resource: ResourceDetail }) {
  const words = useWords();
  const say = useResourceWords();
  return (
    <details>
      <summary className="flex min-h-11 cursor-pointer items-center font-bold">
        {say.history}
      </summary>
      <ul className="number text-14">
        {resource.history.map(({ version, kind, changedAt, changedBy }) => (
          <li key={version} className="border-b border-line py-1">
            {words.moment(changedAt)} {changedBy} {say.kinds[kind]}
          </li>
        ))}
      </ul>
    </details>
  );
}
