import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DrillView } from '#contract/drill';
import type { DrillPublication } from '#contract/drill-publication';
import { namesIn, publicationQuery, stepPublication } from '../../../api/drill-after.ts';
import { drillsQuery } from '../../../api/drills.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { Scrolled } from '../Scrolled.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { changeDrillsView } from '../use-drills-view.ts';
import { fieldOfPath } from './field-of-path.ts';
import { PublicAddress } from './PublicAddress.tsx';
import { PublicResult } from './PublicResult.tsx';
import { usePublishWords } from './use-publish-words.ts';
import { Withdraw } from './Withdraw.tsx';

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
  // What is asked for or published already says what there is to say.
  const canAsk = state === 'none' || state === 'withdrawn' || publication.isOutdated;
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
        {publication.mayAsk && canAsk && (
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
      {publication.address !== null && <PublicAddress path={publication.address} />}
      {publication.mayWithdraw && <Withdraw {...{ code, id, publication }} onDone={put} />}
    </PanelSection>
  );
}

function Preview({ publication }: { readonly publication: DrillPublication }) {
  const say = usePublishWords();
  const { preview, frozen, isOutdated, state } = publication;
  return (
    <>
      {frozen !== null && <PublicResult title={say.frozen[state]} result={frozen} />}
      {preview !== null && (frozen === null || isOutdated) && (
        <PublicResult title={say.preview} result={preview} />
      )}
    </>
  );
}
