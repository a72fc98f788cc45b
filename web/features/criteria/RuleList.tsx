import type { DraftRule } from '#domain/priority/content';
import { Button } from '../../ui/Button.tsx';
import { newComparison } from './ConditionEditor.tsx';
import { addRule, type Edit } from './edit-content.ts';
import type { RemarksByPath } from './Remarks.tsx';
import { RuleRow } from './RuleRow.tsx';
import { useCriteriaWords } from './use-criteria-words.ts';

const FIRST_POINTS = 10;

/** What orders people inside a tier. */
export function RuleList(props: {
  readonly rules: readonly DraftRule[];
  readonly remarks: RemarksByPath;
  readonly edit: (edit: Edit, field: string) => void;
}) {
  const say = useCriteriaWords().criteria.rules;
  return (
    <section aria-label={say.title} className="flex flex-col gap-3">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-14 text-ink-soft">{say.text}</p>
      <ul className="flex flex-col gap-2">
        {props.rules.map((rule, index) => (
          <RuleRow
            // biome-ignore lint/suspicious/noArrayIndexKey: rules have no id and do not change places
            key={index}
            rule={rule}
            index={index}
            remarks={props.remarks}
            edit={props.edit}
          />
        ))}
      </ul>
      <Button
        className="w-fit"
        onPress={() =>
          props.edit(
            addRule({
              label: { ja: '', en: '' },
              condition: newComparison(),
              points: FIRST_POINTS,
            }),
            'add',
          )
        }
      >
        {say.add}
      </Button>
    </section>
  );
}
