import { useMemo, useState } from 'react';
import type { CriteriaRef, CriteriaTrial } from '#contract/criteria-desk';
import type { MunicipalityView } from '#contract/municipality';
import { contentErrors } from '#domain/priority/content-errors';
import { adoptDraft, restoreDraft } from '../../api/criteria.ts';
import { AdoptForm } from './AdoptForm.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { type DraftSession, useDraftState } from './draft-session.ts';
import { EditorBar } from './EditorBar.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { changeWords, type Edit } from './edit-content.ts';
import { LabelFields } from './LabelFields.tsx';
import { openCriteria } from './open-criteria.ts';
import { FIRST_CHOICE } from './PeopleEffects.tsx';
import { RuleList } from './RuleList.tsx';
import { TierList } from './TierList.tsx';
import { useAdoption } from './use-adoption.ts';
import { useCriteriaEffect } from './use-criteria-effect.ts';
import { useCriteriaWords } from './use-criteria-words.ts';
import { useEditorKeys } from './use-editor-keys.ts';

/** A copy of criteria, edited in plain words, with its effect beside it. */
export function DraftEditor(props: {
  readonly municipality: MunicipalityView;
  readonly session: DraftSession;
  readonly inForce: CriteriaRef;
}) {
  const { municipality, session, inForce } = props;
  const words = useCriteriaWords();
  const say = words.criteria;
  const state = useDraftState(session);
  const { document } = state;
  const [choice, setChoice] = useState(FIRST_CHOICE);
  useEditorKeys(session);
  const edit = useMemo(
    () => (change: Edit, field: string) => session.change(change, field),
    [session],
  );
  const errors = useMemo(() => contentErrors(document), [document]);
  const trial = useMemo((): CriteriaTrial | null => {
    if (errors.length > 0) return null;
    // What the schema of the wire makes of it is the same value, without "readonly".
    return { from: null, to: { document }, list: choice } as CriteriaTrial;
  }, [document, errors, choice]);
  const effect = useCriteriaEffect(municipality.code, trial);
  const remarks = useStableRemarks(
    errors,
    errors.length > 0 ? [] : (effect.effect?.cautions ?? []),
  );
  const draft = { id: session.head.id, version: state.version };
  const adoption = useAdoption(municipality, document.name.ja, () => openCriteria({ kind: 'all' }));
  const hindrance =
    errors.length > 0 ? say.adopt.notYet : state.save === 'saved' ? null : say.adopt.unsaved;

  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface-soft">
      <EditorBar session={session} effect={effect.effect} errorCount={errors.length} />
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <div className="flex min-w-0 flex-1 flex-col gap-8 p-5 lg:overflow-y-auto">
          {state.theirs !== null && (
            <ConflictNotice
              mine={document}
              theirs={state.theirs}
              onTakeTheirs={() => session.takeTheirs()}
              onKeepMine={() => session.keepMine()}
            />
          )}
          <section aria-label={say.fields.name} className="flex flex-col gap-3">
            <LabelFields
              label={say.fields.name}
              value={document.name}
              path="name"
              remarks={remarks}
              onChange={(name) => edit(changeWords({ name }), 'name')}
            />
            <details>
              <summary className="min-h-8 w-fit cursor-pointer text-14 text-ink-soft">
                {say.fields.note} / {say.source}
              </summary>
              <div className="flex flex-col gap-3 py-2">
                <LabelFields
                  isLong
                  label={say.fields.note}
                  value={document.note}
                  path="note"
                  remarks={remarks}
                  onChange={(note) => edit(changeWords({ note }), 'note')}
                />
                <LabelFields
                  isLong
                  label={say.fields.source}
                  value={document.source}
                  path="source"
                  remarks={remarks}
                  onChange={(source) => edit(changeWords({ source }), 'source')}
                />
              </div>
            </details>
          </section>
          <TierList tiers={document.tiers} remarks={remarks} edit={edit} />
          <LabelFields
            label={say.fields.others}
            value={document.othersLabel}
            path="othersLabel"
            remarks={remarks}
            onChange={(othersLabel) => edit(changeWords({ othersLabel }), 'othersLabel')}
          />
          <RuleList rules={document.score} remarks={remarks} edit={edit} />
          <section
            aria-label={say.adopt.title}
            className="flex flex-col gap-3 rounded-12 border border-line bg-surface p-4"
          >
            <h3 className="text-20 font-bold">{say.adopt.title}</h3>
            <AdoptForm
              state={adoption.state}
              hindrance={hindrance}
              onAdopt={(decision) =>
                void adoption.adopt(
                  () => adoptDraft(municipality.code, draft, municipality.version, decision),
                  decision,
                  { inForce, restore: () => restoreDraft(municipality.code, draft.id) },
                )
              }
            />
          </section>
        </div>
        <div className="w-full shrink-0 border-line bg-surface p-5 max-lg:border-t lg:w-[27rem] lg:overflow-y-auto lg:border-l">
          <EffectPanel
            {...effect}
            errorCount={errors.length}
            choice={choice}
            onChoose={setChoice}
          />
        </div>
      </div>
    </div>
  );
}

/** The same object while the same is said: cards that have not changed are not drawn anew. */
function useStableRemarks(
  errors: ReturnType<typeof contentErrors>,
  cautions: ReturnType<typeof contentErrors>,
) {
  const key = JSON.stringify([errors, cautions]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what they say
  return useMemo(() => ({ errors, cautions }), [key]);
}
