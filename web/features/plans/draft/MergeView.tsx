import { useState } from 'react';
import type { PlanMerge } from '#contract/plan-work';
import { valueInWords } from '#domain/plan/field-words';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EditChoice } from '../../../ui/EditChoice.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import { decided, type PlanDraft } from './draft.ts';
import { setDraft } from './drafts.ts';
import { type Pick, resolve } from './resolve.ts';
import type { PlanEditing } from './use-plan-draft.ts';

/** Two people wrote one plan: what the other changed, and where both did, which is to stand. Nothing is lost. */
export function MergeView(props: {
  readonly draft: PlanDraft;
  readonly merge: PlanMerge;
  readonly editing: PlanEditing;
}) {
  const { draft, merge, editing } = props;
  const words = useWords();
  const say = usePlanWords();
  const [picks, setPicks] = useState<Readonly<Record<string, Pick>>>({});
  const resolved = resolve(merge, picks);
  const collides = new Set(merge.collisions.map(({ path }) => path));
  const theirs = merge.theirChanges.filter(({ path }) => !collides.has(path));
  const left = merge.collisions.filter(({ path }) => picks[path] === undefined).length;
  const inWords = (path: string, value: unknown) =>
    (value ?? null) === null && ROW.test(path)
      ? say.merge.gone
      : words.pick(valueInWords(path, value));
  return (
    <div data-merge>
      <div role="alert" className="bg-caution-soft px-5 py-4">
        <p className="flex items-center gap-2 text-18 font-bold text-caution">
          <Icon name="warning" className="size-6" />
          {say.merge.title}
        </p>
        <p>
          {say.merge.by(merge.savedBy, words.moment(merge.savedAt), String(merge.contentVersion))}
        </p>
      </div>
      <PanelSection title={say.merge.collides}>
        <p>{merge.collisions.length === 0 ? say.merge.noCollisions : say.merge.collidesText}</p>
        {merge.collisions.map((one) => (
          <EditChoice
            key={one.path}
            name={one.path}
            label={words.pick(one.label)}
            before={`${say.merge.base}: ${words.pick(valueInWords(one.path, one.base))}`}
            picked={picks[one.path]}
            edits={{
              theirs: {
                whose: say.merge.theirValue(merge.savedBy),
                text: inWords(one.path, one.theirs),
              },
              mine: { whose: say.merge.myValue, text: inWords(one.path, one.mine) },
            }}
            onPick={(edit) => setPicks({ ...picks, [one.path]: edit })}
          />
        ))}
      </PanelSection>
      <PanelSection title={say.merge.theirs}>
        {theirs.length === 0 ? (
          <p>{say.merge.noTheirs}</p>
        ) : (
          <dl className="divide-y divide-line border-y border-line">
            {theirs.map((one) => (
              <div key={one.path} className="py-2">
                <dt className="font-bold">{words.pick(one.label)}</dt>
                <dd>
                  <span className="text-14 text-ink-soft">{say.merge.before}: </span>
                  {words.pick(valueInWords(one.path, one.before))}
                </dd>
                <dd>
                  <span className="text-14 text-ink-soft">{say.merge.after}: </span>
                  {inWords(one.path, one.after)}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </PanelSection>
      <div className="flex flex-wrap items-center gap-3 px-5 py-4">
        <Refusal error={editing.error} />
        <p role="status" className="flex-1 text-14">
          {left > 0 && say.merge.left(String(left))}
        </p>
        <Button
          variant="primary"
          isDisabled={resolved === null || editing.isSaving}
          onPress={() => {
            if (resolved === null) return;
            const next = decided(draft, merge, resolved);
            setDraft(next, 'now');
            editing.save(next);
          }}
        >
          {say.merge.save}
        </Button>
      </div>
    </div>
  );
}

/** A row of a list, or a line of text: where it is not there any more somebody took it out. */
const ROW =
  /^(?:(?:contacts|body\/devices|supporters|departure\/steps|signatures)\/[^/]+|(?:items|body\/equipment|care\/services)\/.+)$/;
