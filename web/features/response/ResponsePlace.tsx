import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { responsesQuery } from '../../api/open-responses.ts';
import { useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { WarningLine } from '../../ui/WarningLine.tsx';
import { OpenResponseForm } from './OpenResponseForm.tsx';
import { keepSending } from './outbox.ts';
import { ResponseView } from './ResponseView.tsx';
import { useResponseWords } from './use-response-words.ts';

/** What is done in a disaster, or a rehearsal of one: whom to move, and how they stand. */
export default function ResponsePlace({
  municipality,
}: {
  readonly municipality: MunicipalityView;
}) {
  const { code } = municipality;
  const words = useWords();
  const say = useResponseWords();
  const query = useQuery(responsesQuery(code));
  const chosen = useView(({ response }) => response);
  const accountId = useAccount()?.id ?? null;
  const [isOpening, setOpening] = useState(false);
  useEffect(() => (accountId === null ? undefined : keepSending(accountId)), [accountId]);
  if (query.isPending) return <SkeletonLines count={9} className="p-6" />;
  if (query.isError && query.data === undefined)
    return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  const { responses, mayOpen } = query.data;
  const shown = responses.find(({ id }) => id === chosen) ?? responses[0];
  const isOpenOne = shown !== undefined && (shown.closedAt === null || shown.id === chosen);
  const kindOf = ({ kind }: { kind: 'real' | 'rehearsal' }) =>
    kind === 'rehearsal' ? say.rehearsal : say.title;
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto" data-response={shown?.kind}>
      <div className="not-printed flex flex-wrap items-center gap-2 px-4 pt-3">
        {!isOpenOne && <h2 className="w-full text-20 font-bold">{say.title}</h2>}
        <div className="w-full">
          <WarningLine code={code} />
        </div>
        {responses.length > 1 && (
          <select
            aria-label={say.choose}
            className="h-11 min-w-0 rounded-8 border border-line-strong bg-surface px-2"
            value={shown?.id ?? ''}
            onChange={(event) => changeView({ response: event.target.value })}
          >
            {responses.map((one) => (
              <option key={one.id} value={one.id}>
                {kindOf(one)} {words.moment(one.openedAt)}
                {one.closedAt === null ? '' : ` (${say.endedNow.replace(/[。.]$/, '')})`}
              </option>
            ))}
          </select>
        )}
        {mayOpen && !isOpening && (
          <Button onPress={() => setOpening(true)} variant={isOpenOne ? 'outline' : 'primary'}>
            {say.open}
          </Button>
        )}
      </div>
      {isOpening && (
        <OpenResponseForm
          code={code}
          onDone={(id) => {
            setOpening(false);
            if (id !== null) changeView({ response: id });
          }}
        />
      )}
      {isOpenOne && shown !== undefined ? (
        <ResponseView key={shown.id} code={code} id={shown.id} />
      ) : (
        !isOpening && <EmptyState title={say.none} text={mayOpen ? say.noneOpen : say.noneText} />
      )}
    </div>
  );
}
