import type { Condition } from '#domain/priority/criteria';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ComparisonEditor } from './ComparisonEditor.tsx';
import { comparisonOf, startOf } from './comparison-parts.ts';
import { FIELD } from './field.ts';
import { isWrongAt, Remarks, type RemarksByPath } from './Remarks.tsx';
import {
  conditionOf,
  innerPath,
  isNegated,
  JOINS,
  type Join,
  joinName,
  partPath,
  type Sentence,
  sentenceOf,
  withJoin,
} from './sentence.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

interface ConditionEditorProps {
  readonly condition: Condition;
  readonly path: string;
  readonly remarks: RemarksByPath;
  readonly onChange: (condition: Condition) => void;
  /** Absent at the root, which cannot be taken away. */
  readonly onRemove?: () => void;
}

/** A condition as sentences: groups are indented lists with the word that joins them in front. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { condition, path, remarks, onChange } = props;
  const sentence = sentenceOf(condition);
  const put = (next: Sentence) => onChange(conditionOf(next));
  const here = innerPath(sentence, path);
  if (sentence.kind === 'comparison')
    return (
      <div className="flex flex-col gap-1">
        <div className="flex flex-wrap items-center gap-2">
          <ComparisonEditor
            comparison={sentence.comparison}
            isWrong={isWrongAt(remarks, here)}
            onChange={(comparison) => put({ ...sentence, comparison })}
          />
          <NegationPicker
            isNegated={isNegated(sentence)}
            onChange={(negated) => put({ ...sentence, negations: negated ? 1 : 0 })}
          />
          <RemoveButton kind="condition" onRemove={props.onRemove} />
          {props.onRemove === undefined && <WrapButton onChange={onChange} condition={condition} />}
        </div>
        <Remarks remarks={remarks} path={here} />
      </div>
    );
  return <Group {...props} sentence={sentence} here={here} />;
}

function Group({
  sentence,
  here,
  path,
  remarks,
  onChange,
  onRemove,
}: ConditionEditorProps & {
  readonly sentence: Extract<Sentence, { kind: 'group' }>;
  readonly here: string;
}) {
  const say = useCriteriaWords().criteria.condition;
  const { parts, join } = sentence;
  const put = (next: Sentence) => onChange(conditionOf(next));
  const putParts = (next: readonly Condition[]) => put({ ...sentence, parts: next });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div role="group" aria-label={say[joinName(sentence)]} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <select
          aria-label={say.join}
          className={FIELD}
          value={joinName(sentence)}
          onChange={(event) => put(withJoin(sentence, event.target.value as Join))}
        >
          {JOINS.map((name) => (
            <option key={name} value={name}>
              {say[name]}
            </option>
          ))}
        </select>
        <RemoveButton kind="group" onRemove={onRemove} />
      </div>
      <ul className="flex flex-col gap-2 border-l-4 border-line pl-3">
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id; their place is what they are
          <li key={index} className="flex flex-col gap-1">
            {index > 0 && (
              <span className="text-14 font-bold text-ink-soft">
                {join === 'all' ? say.and : say.or}
              </span>
            )}
            <ConditionEditor
              condition={part}
              path={partPath(sentence, path, index)}
              remarks={remarks}
              onChange={(next) => putParts(parts.map((one, at) => (at === index ? next : one)))}
              onRemove={() => putParts(parts.filter((_, at) => at !== index))}
            />
          </li>
        ))}
        <li className="flex flex-wrap gap-2">
          <Button onPress={() => putParts([...parts, newComparison()])}>{say.addCondition}</Button>
          <Button
            onPress={() =>
              putParts([
                ...parts,
                join === 'all' ? { any: [newComparison()] } : { all: [newComparison()] },
              ])
            }
          >
            {say.addGroup}
          </Button>
        </li>
      </ul>
      <Remarks remarks={remarks} path={here} />
    </div>
  );
}

/** The first fact, with nothing chosen: what is missing is said at the field. */
export function newComparison(): Condition {
  const comparison = comparisonOf(startOf('redZone'));
  if (comparison === null) throw new Error('a comparison with nothing chosen is no comparison');
  return comparison;
}

function NegationPicker(props: {
  readonly isNegated: boolean;
  readonly onChange: (isNegated: boolean) => void;
}) {
  const say = useCriteriaWords().criteria.condition;
  return (
    <select
      aria-label={say.negation}
      className={FIELD}
      value={props.isNegated ? 'not' : 'is'}
      onChange={(event) => props.onChange(event.target.value === 'not')}
    >
      <option value="is">{say.is}</option>
      <option value="not">{say.isNot}</option>
    </select>
  );
}

function RemoveButton(props: {
  readonly kind: 'condition' | 'group';
  readonly onRemove: (() => void) | undefined;
}) {
  const say = useCriteriaWords().criteria.condition;
  if (props.onRemove === undefined) return null;
  const label = props.kind === 'group' ? say.removeGroup : say.removeCondition;
  return (
    <Button variant="quiet" aria-label={label} className="px-3" onPress={props.onRemove}>
      <Icon name="close" />
    </Button>
  );
}

/** A lone comparison becomes the first of several. */
function WrapButton(props: {
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}) {
  const say = useCriteriaWords().criteria.condition;
  return (
    <Button onPress={() => props.onChange({ all: [props.condition, newComparison()] })}>
      {say.addCondition}
    </Button>
  );
}
