import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillView } from '#contract/drill';
import type { DrillPublication } from '#contract/drill-publication';
import {
  namesIn,
  publicationQuery,
  stepPublication,
  withdrawPublication,
} from '../../../api/drill-after.ts';
import { drillsQuery } from '../../../api/drills.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { Scrolled } from '../Scrolled.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView } from '../use-drills-view.ts';
import { fieldOfPath } from './field-of-path.ts';
import { PublicResult } from './PublicResult.tsx';
import { usePublishWords } from './use-publish-words.ts';

/** What becomes public of a drill: looked at, asked for by one, approved by another, withdrawn. */
export default function PublishTab({
  code,
  view,
}: {
  readonly code: string;
  readonly view: DrillView;
}) {
  const { tabs } = useDrillWords();
  const query = useQuery(publicationQuery(code, view.id));
  if (query.isPending) return <SkeletonLines count={9} className="p-6" />;
  if (query.isError && query.data === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Scrolled label={tabs.publish} className="divide-y divide-line">
      <State code={code} id={view.id} publication={query.data} />
      <Preview publication={query.data} />
    </Scrolled>
  );
}

function State(props: {
  readonly code: string;
  readonly id: string;
  readonly publication: DrillPublication;
}) {
  const { code, id, publication } = props;
  const words = useWords();
  const say = usePublishWords();
  const queryClient = useQueryClient();
  const { queryKey } = publicationQuery(code, id);
  const put = (next: DrillPublication) => {
    queryClient.setQueryData(queryKey, next);
    void queryClient.invalidateQueries({ queryKey: drillsQuery(code).queryKey });
  };
  const step = useMutation({
    mutationFn: async (name: 'ask' | 'approve' | 'take-back') => {
      const next = await stepPublication(code, id, name, publication.version);
      put(next);
      if (name === 'ask')
        offerUndo({
          text: say.askedNow,
          undo: async () => put(await stepPublication(code, id, 'take-back', next.version)),
        });
    },
  });
  const { asked, approved, withdrawn, state } = publication;
  const refusedNames = namesIn(step.error);
  const names = refusedNames.length > 0 ? refusedNames : publication.names;
  return (
    <PanelSection title={say.states[state]}>
      <p className="text-14">{say.how}</p>
      {asked !== null && <p>{say.askedBy(asked.by, words.moment(asked.at))}</p>}
      {approved !== null && <p>{say.approvedBy(approved.by, words.moment(approved.at))}</p>}
      {withdrawn !== null && (
        <p>{say.withdrawnBy(withdrawn.by, words.moment(withdrawn.at), withdrawn.reason)}</p>
      )}
      {publication.isOutdated && <Caution>{say.outdated}</Caution>}
      {publication.unready !== null && (
        <p>
          <strong>{say.unready}</strong>: {words.pick(publication.unready)}
        </p>
      )}
      {names.length > 0 && (
        <div role="alert" data-names>
          <p className="font-bold text-error">{say.names}</p>
          <ul className="list-disc pl-5">
            {names.map((name) => (
              <li key={`${name.path} ${name.at}`}>
                {words.pick(name)}{' '}
                <Button
                  className="px-2 text-14"
                  onPress={() => changeDrillsView(fieldOfPath(name.path))}
                >
                  {say.toField}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {refusedNames.length === 0 && <Refusal error={step.error} />}
      <div className="flex flex-wrap gap-2">
        {publication.mayAsk && (
          <Button
            variant={publication.mayApprove ? 'outline' : 'primary'}
            isDisabled={step.isPending || publication.preview === null || names.length > 0}
            onPress={() => step.mutate('ask')}
          >
            {say.ask}
          </Button>
        )}
        {publication.mayApprove && (
          <Button
            variant="primary"
            isDisabled={step.isPending}
            onPress={() => step.mutate('approve')}
          >
            {say.approve}
          </Button>
        )}
        {state === 'asked' && publication.mayAsk && (
          <Button isDisabled={step.isPending} onPress={() => step.mutate('take-back')}>
            {say.takeBack}
          </Button>
        )}
      </div>
      {state === 'asked' && !publication.mayApprove && <p>{say.notOwn}</p>}
      {publication.address !== null && <Address path={publication.address} />}
      {publication.mayWithdraw && <Withdraw {...{ code, id, publication }} onDone={put} />}
    </PanelSection>
  );
}

/** The page that everybody sees without signing in, and the same as files. */
function Address({ path }: { readonly path: string }) {
  const say = usePublishWords();
  const url = `${location.origin}${path}`;
  const link = 'text-action underline';
  return (
    <div className="flex flex-col gap-1">
      <p className="text-14 font-bold">{say.address}</p>
      <p className="break-all" data-address={path}>
        {url}
      </p>
      <p className="flex flex-wrap items-center gap-4">
        <a className={link} href={path} target="_blank" rel="noreferrer">
          {say.open}
        </a>
        <CopyButton label={say.copyLabel} text={url} />
        <span className="text-14">{say.files}</span>
        {(['pdf', 'csv', 'json'] as const).map((kind) => (
          <a key={kind} className={link} href={`${path}.${kind}`} target="_blank" rel="noreferrer">
            {kind.toUpperCase()}
          </a>
        ))}
      </p>
    </div>
  );
}

function Withdraw(props: {
  readonly code: string;
  readonly id: string;
  readonly publication: DrillPublication;
  readonly onDone: (publication: DrillPublication) => void;
}) {
  const say = usePublishWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
      withdrawPublication(props.code, props.id, props.publication.version, reason.trim()),
    onSuccess: (next) => {
      props.onDone(next);
      setOpen(false);
    },
  });
  if (!isOpen)
    return (
      <Button className="self-start" onPress={() => setOpen(true)}>
        {say.withdraw}
      </Button>
    );
  return (
    <form
      className="flex flex-col gap-2 rounded-8 border border-line-strong p-3"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate();
      }}
    >
      <LabelledField label={say.reason}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={reason}
            maxLength={500}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </LabelledField>
      <Refusal error={withdraw.error} />
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          isDisabled={reason.trim() === '' || withdraw.isPending}
        >
          {say.confirm}
        </Button>
        <Button onPress={() => setOpen(false)}>{say.cancel}</Button>
      </div>
    </form>
  );
}

function Preview({ publication }: { readonly publication: DrillPublication }) {
  const say = usePublishWords();
  const { preview, frozen, isOutdated } = publication;
  return (
    <>
      {frozen !== null && <PublicResult title={say.frozen} result={frozen} />}
      {preview !== null && (frozen === null || isOutdated) && (
        <PublicResult title={say.preview} result={preview} />
      )}
    </>
  );
}
