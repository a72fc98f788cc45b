import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RetentionRule } from '#contract/retention';
import { LEAST_RETENTION_DAYS } from '#domain/access/audit';
import { RETAINED_LABELS } from '#domain/access/retention';
import { retentionQuery, saveRetention } from '../../api/retention.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { useRetentionWords } from './use-retention-words.ts';

const MOST_DAYS = 36_500;

/** One kind of thing: how long it is kept, who said so, and what a run would remove of it. */
export function RetentionRuleForm(props: {
  readonly code: string;
  readonly rule: RetentionRule;
  readonly mayChange: boolean;
}) {
  const { code, rule, mayChange } = props;
  const { what, days, isDaily } = rule;
  const words = useWords();
  const say = useRetentionWords();
  const label = words.pick(RETAINED_LABELS[what]);
  const queryClient = useQueryClient();
  const [text, setText] = useState(days === null ? '' : String(days));
  const [daily, setDaily] = useState(isDaily);
  const said = text.trim() === '' ? null : Number(text);
  const save = async (version: number, next: Pick<RetentionRule, 'days' | 'isDaily'>) => {
    const now = await saveRetention(code, { what, version, ...next });
    queryClient.setQueryData(retentionQuery(code).queryKey, now);
    return now.rules.find((one) => one.what === what)?.version ?? 0;
  };
  const change = useMutation({
    mutationFn: async () => {
      const version = await save(rule.version, { days: said, isDaily: daily && said !== null });
      offerUndo({
        text: say.changed(label),
        undo: async () => {
          await save(version, { days, isDaily });
        },
      });
    },
  });
  const least = formatNumber(LEAST_RETENTION_DAYS);
  const hint = what === 'audit' ? say.hint(least) : `${say.hint(least)}${words.comma}${say.empty}`;
  return (
    <li className="flex flex-col gap-2 py-4">
      <h4 className="font-bold">{label}</h4>
      {mayChange ? (
        <form
          className="flex flex-wrap items-start gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate();
          }}
        >
          <LabelledField label={say.days} hint={hint}>
            {(ids) => (
              <input
                {...ids}
                type="number"
                required={what === 'audit'}
                min={LEAST_RETENTION_DAYS}
                max={MOST_DAYS}
                step={1}
                className={`${FIELD_STYLE} number min-w-40 max-w-40`}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </LabelledField>
          {said !== null && (
            // In line with the field, which stands between its label and its hint.
            <div className="mt-7">
              <Checkbox label={say.daily} isChecked={daily} onChange={setDaily} />
            </div>
          )}
          <Button
            type="submit"
            className="mt-7"
            isDisabled={change.isPending || (said === days && daily === isDaily)}
          >
            {say.save}
          </Button>
        </form>
      ) : (
        <p>
          {days === null ? say.forGood : `${say.days}: ${formatNumber(days)}`}
          {isDaily && ` (${say.daily})`}
        </p>
      )}
      <Refusal error={change.error} />
      <p className="text-14 text-ink-soft">
        {rule.version === 0
          ? say.notSet
          : rule.setAt === null
            ? say.setBefore
            : say.set(words.moment(rule.setAt), rule.setBy ?? '')}
      </p>
      <p className="text-14">{dueText(rule)}</p>
    </li>
  );

  function dueText({ due: { count, oldest, newest } }: RetentionRule): string {
    if (count === 0 || oldest === null || newest === null) return say.nothingDue;
    const day = (moment: string) => words.date(moment);
    return count === 1
      ? say.dueOne(day(oldest))
      : say.due(formatNumber(count), day(oldest), day(newest));
  }
}
