import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentRule } from '#contract/access';
import { consentRuleQuery, saveConsentRule } from '../../api/access.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

/** Whether an ordinance lets roster and plan be given unless the person refuses. */
export function ConsentRuleSection({ code }: { readonly code: string }) {
  const query = useQuery(consentRuleQuery(code));
  if (query.data === undefined)
    return query.isError ? (
      <LoadError error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <SkeletonLines count={3} />
    );
  return <RuleForm code={code} rule={query.data} />;
}

interface Typed {
  readonly byOrdinance: boolean;
  readonly ordinance: string;
}

const standing = ({ byOrdinance, ordinance }: ConsentRule): Typed => ({
  byOrdinance,
  ordinance: ordinance ?? '',
});

function RuleForm({ code, rule }: { readonly code: string; readonly rule: ConsentRule }) {
  const say = useWords().access.rule;
  const queryClient = useQueryClient();
  /** What was typed; null: what stands. It stays where somebody else changed the rule meanwhile. */
  const [typed, setTyped] = useState<Typed | null>(null);
  const { byOrdinance, ordinance } = typed ?? standing(rule);
  const store = async (next: ConsentRule) => {
    const saved = await saveConsentRule(code, next);
    await queryClient.invalidateQueries({ queryKey: [code] });
    return saved;
  };
  const change = useMutation({
    mutationFn: async () => {
      const text = ordinance.trim() === '' ? null : ordinance;
      const saved = await store({ version: rule.version, byOrdinance, ordinance: text });
      setTyped(null);
      offerUndo({
        text: say.saved,
        undo: async () => void (await store({ ...rule, version: saved.version })),
      });
    },
    // Somebody else was first: saving again is on top of what they did.
    onError: () => queryClient.invalidateQueries({ queryKey: consentRuleQuery(code).queryKey }),
  });
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Checkbox
          label={say.byOrdinance}
          isChecked={byOrdinance}
          onChange={(isOn) => setTyped({ byOrdinance: isOn, ordinance })}
        />
        <LabelledField label={say.ordinance}>
          {(ids) => (
            <input
              {...ids}
              required={byOrdinance}
              maxLength={200}
              className={FIELD_STYLE}
              value={ordinance}
              onChange={({ target }) => setTyped({ byOrdinance, ordinance: target.value })}
            />
          )}
        </LabelledField>
        <Button
          type="submit"
          className="w-fit"
          isDisabled={
            change.isPending ||
            (byOrdinance === rule.byOrdinance && ordinance === (rule.ordinance ?? ''))
          }
        >
          {say.save}
        </Button>
      </form>
      {change.isError && <LoadError error={change.error} />}
    </section>
  );
}
