import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Consent, ConsentContent, Consents } from '#contract/access';
import { CONSENT_STATE_LABELS, PURPOSE_LABELS } from '#domain/access/consent';
import { consentsQuery, saveConsent } from '../../api/access.ts';
import { sheltersQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { ConsentHistory } from './ConsentHistory.tsx';
import { ConsentScan } from './ConsentScan.tsx';

/** What the person consented to; a record of it is changed here, and can be taken back. */
export function ConsentSection({ code, id }: { readonly code: string; readonly id: string }) {
  const say = useWords().access.consent;
  const query = useQuery(consentsQuery(code, id));
  const queryClient = useQueryClient();
  const [editing, setEditing] = useState<Consent['purpose'] | null>(null);
  const store = async (consent: Consent, content: ConsentContent): Promise<Consents> => {
    const body = { ...content, version: consent.version };
    const saved = await saveConsent(code, id, consent.purpose, body);
    queryClient.setQueryData(consentsQuery(code, id).queryKey, saved);
    return saved;
  };
  const save = async (consent: Consent, content: ConsentContent) => {
    const saved = await store(consent, content);
    setEditing(null);
    const now = saved.consents.find(({ purpose }) => purpose === consent.purpose);
    if (now === undefined) return;
    // The former record is written again, as one of its own: a history is never cut.
    offerUndo({ text: say.saved, undo: async () => void (await store(now, contentOf(consent))) });
  };
  return (
    <PanelSection title={say.title}>
      {query.isPending && <SkeletonLines count={4} />}
      {query.isError && query.data === undefined && (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data?.consents.map((consent) =>
        consent.purpose === editing ? (
          <ConsentForm
            key={consent.purpose}
            code={code}
            consent={consent}
            onSave={(content) => save(consent, content)}
            onReread={() => void query.refetch()}
            onCancel={() => setEditing(null)}
          />
        ) : (
          <Standing
            key={consent.purpose}
            code={code}
            residentId={id}
            consent={consent}
            onEdit={() => setEditing(consent.purpose)}
          />
        ),
      )}
      {query.data !== undefined && <ConsentHistory history={query.data.history} />}
    </PanelSection>
  );
}

const contentOf = ({
  state,
  decidedOn,
  explainedBy,
  onPaper,
  shelterIds,
}: Consent): ConsentContent => ({ state, decidedOn, explainedBy, onPaper, shelterIds });

function Standing(props: {
  readonly code: string;
  readonly residentId: string;
  readonly consent: Consent;
  readonly onEdit: () => void;
}) {
  const words = useWords();
  const say = words.access.consent;
  const { consent } = props;
  const shelters = useQuery({
    ...sheltersQuery(props.code),
    enabled: consent.shelterIds.length > 0,
  });
  const names = consent.shelterIds.map(
    (id) => shelters.data?.shelters.find((shelter) => shelter.id === id)?.name ?? '…',
  );
  const purpose = words.pick(PURPOSE_LABELS[consent.purpose]);
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-2">
      <div className="flex items-center justify-between gap-3">
        <h4 className="font-bold">{purpose}</h4>
        <button
          type="button"
          aria-label={`${say.edit}: ${purpose}`}
          className="min-h-11 rounded-8 px-2 font-bold text-action hover:bg-action-soft"
          onClick={props.onEdit}
        >
          {say.edit}
        </button>
      </div>
      <p>
        <span className="font-bold">{words.pick(CONSENT_STATE_LABELS[consent.state])}</span>
        {words.dot}
        {consent.isGiven ? say.given : say.notGiven}
      </p>
      <Facts>
        {consent.decidedOn !== null && (
          <FactRow label={say.decidedOn}>
            {words.date(consent.decidedOn)}
            {consent.onPaper && `${words.dot}${say.onPaper}`}
          </FactRow>
        )}
        {consent.explainedBy !== null && (
          <FactRow label={say.explainedBy}>{consent.explainedBy}</FactRow>
        )}
        {names.length > 0 && <FactRow label={say.facilities}>{names.join(words.comma)}</FactRow>}
      </Facts>
      {consent.version > 0 && (
        <ConsentScan code={props.code} residentId={props.residentId} consent={consent} />
      )}
    </div>
  );
}
