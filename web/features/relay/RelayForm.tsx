import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RELAY_LINK_KINDS, type RelayLink, URGENCIES, URGENCY_LABELS } from '#domain/relay/sheet';
import { useMay } from '../../api/access.ts';
import { residentQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeRelayView, useRelayView } from '../../state/relay-view.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { FileField } from './FileField.tsx';
import { OfficeChoice } from './OfficeChoice.tsx';
import { changeDraft, freshDraft, isWritten, type RelayDraft, relayDraft } from './relay-draft.ts';
import { SubjectField } from './SubjectField.tsx';
import { useRelayWords } from './use-relay-words.ts';
import { useSendSheet } from './use-send-sheet.ts';

/** A sheet in a minute, made for a phone: about whom, what was seen, how soon, to whom. */
export function RelayForm({ code }: { readonly code: string }) {
  const words = useWords();
  const say = useRelayWords();
  const draft = relayDraft.use();
  const queryClient = useQueryClient();
  const { state, send } = useSendSheet(code);
  const [isMissing, setMissing] = useState(false);
  usePersonOfAddress(code);
  useLinkOfAddress();
  const submit = async () => {
    if (!isWritten(draft)) return setMissing(true);
    setMissing(false);
    await send(draft);
    await queryClient.invalidateQueries({ queryKey: [code, 'relay'] });
  };
  return (
    <form
      aria-label={say.form.title}
      className="flex flex-col gap-5 p-4 pb-10"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3 className="text-20 font-bold">{say.form.title}</h3>
      <SubjectField code={code} draft={draft} />
      <SeenField draft={draft} />
      <fieldset>
        <legend className="font-bold">{say.form.urgency}</legend>
        {URGENCIES.map((urgency) => (
          <label key={urgency} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="urgency"
              className="size-5 accent-action"
              checked={draft.urgency === urgency}
              onChange={() => changeDraft({ urgency })}
            />
            {words.pick(URGENCY_LABELS[urgency])}
          </label>
        ))}
      </fieldset>
      <OfficeChoice
        code={code}
        label={say.form.office}
        hint={say.form.officeHint}
        office={draft.office}
        onChange={(office) => office !== null && changeDraft({ office })}
      />
      <LinkField draft={draft} />
      <FileField
        label={say.form.files}
        files={draft.files}
        onChange={(files) => changeDraft({ files })}
      />
      {isMissing && (
        <p role="alert" className="font-bold text-error">
          {say.form.missing}
        </p>
      )}
      <Refusal error={state.error} />
      {state.isPersonRefused && (
        <Button
          className="self-start"
          onPress={() => changeDraft({ person: null, placeText: '', position: null })}
        >
          {say.form.withoutPerson}
        </Button>
      )}
      {state.note !== null && <Caution>{say.outbox[state.note]}</Caution>}
      {state.filesLeft > 0 && <Caution>{say.form.filesFailed(String(state.filesLeft))}</Caution>}
      <div className="flex flex-wrap gap-3">
        <Button
          type="submit"
          variant="primary"
          className="min-h-14 min-w-40 flex-1 text-18"
          isDisabled={state.isSending}
        >
          {state.isSending ? say.form.sending : say.form.submit}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            const before = draft;
            relayDraft.set(freshDraft());
            offerUndo({ text: say.form.cleared, undo: () => relayDraft.set(before) });
          }}
        >
          {say.form.clearAll}
        </Button>
      </div>
    </form>
  );
}

function SeenField({ draft }: { readonly draft: RelayDraft }) {
  const say = useRelayWords().form;
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <div className="flex flex-col gap-2">
      <LabelledField label={say.seen} hint={say.seenHint}>
        {(ids) => (
          <textarea
            {...ids}
            ref={box}
            rows={4}
            maxLength={2000}
            className={FIELD_STYLE}
            value={draft.seen}
            onChange={({ target }) => changeDraft({ seen: target.value })}
          />
        )}
      </LabelledField>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset */}
      <div role="group" aria-label={say.phrasesLabel} className="flex flex-wrap gap-2">
        {say.phrases.map((phrase) => (
          <button
            key={phrase}
            type="button"
            className="min-h-11 rounded-full border border-line-strong px-3 text-14 hover:bg-surface-soft"
            onClick={() => {
              changeDraft({ seen: [draft.seen.trim(), phrase].filter(Boolean).join('\n') });
              box.current?.focus();
            }}
          >
            {phrase}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Whoever comes from a finding on a road or a resource has the sheet lead there. */
function useLinkOfAddress() {
  const { link } = useRelayView();
  useEffect(() => {
    const [kind, id] = link?.split(',') ?? [];
    const known = RELAY_LINK_KINDS.find((one) => one === kind);
    if (known === undefined || id === undefined) return;
    const others = relayDraft.get().links.filter((one) => one.id !== id);
    changeDraft({ links: [...others, { kind: known, id }] });
    changeRelayView({ link: null }, 'replace');
  }, [link]);
}

/** What the sheet leads to: the plan of its person, and what it was begun from. */
function LinkField({ draft }: { readonly draft: RelayDraft }) {
  const say = useRelayWords().form;
  const may = useMay();
  const { person, links } = draft;
  const toPlan: RelayLink[] =
    person !== null && may('plans.see') ? [{ kind: 'plan', id: person.id }] : [];
  const offered = [...toPlan, ...links.filter(({ kind }) => kind !== 'plan')];
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend className="font-bold">{say.links}</legend>
      {offered.map((link) => (
        <Checkbox
          key={`${link.kind}.${link.id}`}
          label={say.linkKinds[link.kind]}
          isChecked={links.some(({ id }) => id === link.id)}
          onChange={(isOn) => {
            const others = links.filter(({ id }) => id !== link.id);
            changeDraft({ links: isOn ? [...others, link] : others });
          }}
        />
      ))}
    </fieldset>
  );
}

/** Whoever comes from a person's panel writes about that person. */
function usePersonOfAddress(code: string) {
  const { person } = useRelayView();
  const query = useQuery({ ...residentQuery(code, person ?? ''), enabled: person !== null });
  const { data: known, isError } = query;
  useEffect(() => {
    if (person === null || (known === undefined && !isError)) return;
    // Whoever may not be seen is not written about by name; the form says how else.
    if (known !== undefined)
      changeDraft({
        person: { id: known.id, name: known.name },
        ...{ placeText: '', position: null },
      });
    changeRelayView({ person: null }, 'replace');
  }, [known, isError, person]);
}
