import { memo } from 'react';
import type { DraftRule } from '#domain/priority/content';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ConditionEditor } from './ConditionEditor.tsx';
import { conditionWords } from './condition-words.ts';
import { changeRule, type Edit, removeRule } from './edit-content.ts';
import { FIELD } from './field.ts';
import { LabelFields } from './LabelFields.tsx';
import { Remarks, type RemarksByPath } from './Remarks.tsx';
import { useCriteriaWords } from './use-criteria-words.ts';

/** The slider's reach; a number outside of it can be typed, and widens it. */
const SLIDER = { least: -100, most: 500, step: 5 };
const MOST_POINTS = 1000;

interface RuleRowProps {
  readonly rule: DraftRule;
  readonly index: number;
  readonly remarks: RemarksByPath;
  readonly edit: (edit: Edit, field: string) => void;
}

/** One score rule: on or off, its points by a slider or as a number, and who gets them. */
export const RuleRow = memo(function RuleRow({ rule, index, remarks, edit }: RuleRowProps) {
  const words = useCriteriaWords();
  const say = words.criteria.rules;
  const path = `score.${index}`;
  const isOn = rule.off !== true;
  const name = words.pick(rule.label) || rule.label.ja || say.unnamed;
  const setPoints = (points: number) => {
    if (!Number.isFinite(points)) return;
    const whole = Math.round(Math.max(-MOST_POINTS, Math.min(MOST_POINTS, points)));
    edit(changeRule(index, { points: whole }), `${path}.points`);
  };
  const hasRemarks = [...remarks.errors, ...remarks.cautions].some((one) =>
    one.path.startsWith(`${path}.`),
  );
  return (
    <li className="flex flex-col gap-1 rounded-12 border border-line bg-surface px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <label className="flex min-h-11 min-w-0 flex-[1_1_14rem] items-center gap-3">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-action"
            checked={isOn}
            aria-label={`${say.on} ${name}`}
            onChange={(event) =>
              edit(changeRule(index, { off: !event.target.checked }), `${path}.off`)
            }
          />
          <span className={`min-w-0 font-bold ${isOn ? '' : 'text-ink-soft line-through'}`}>
            {name}
          </span>
        </label>
        <input
          type="range"
          className="h-11 min-w-32 flex-[2_1_10rem] accent-action"
          aria-label={say.pointsOf(name)}
          aria-valuetext={`${rule.points} ${say.points}`}
          min={Math.min(SLIDER.least, rule.points)}
          max={Math.max(SLIDER.most, rule.points)}
          step={SLIDER.step}
          disabled={!isOn}
          value={rule.points}
          onChange={(event) => setPoints(event.target.valueAsNumber)}
        />
        <label className="inline-flex items-center gap-2">
          <input
            type="number"
            aria-label={`${say.pointsOf(name)} (${say.points})`}
            className={`${FIELD} number w-24 text-right`}
            min={-MOST_POINTS}
            max={MOST_POINTS}
            disabled={!isOn}
            value={rule.points}
            onChange={(event) => setPoints(event.target.valueAsNumber)}
          />
          {say.points}
        </label>
        <Button
          variant="quiet"
          className="px-3"
          aria-label={`${name} ${say.remove}`}
          onPress={() => edit(removeRule(index), 'remove')}
        >
          <Icon name="close" />
        </Button>
      </div>
      <details open={hasRemarks || undefined}>
        <summary className="min-h-8 cursor-pointer text-14 text-ink-soft">
          {conditionWords(rule.condition, words)}
        </summary>
        <div className="flex flex-col gap-3 py-2">
          <LabelFields
            label={words.criteria.fields.label}
            value={rule.label}
            path={`${path}.label`}
            remarks={remarks}
            onChange={(label) => edit(changeRule(index, { label }), `${path}.label`)}
          />
          <p className="text-14">{say.condition}</p>
          <ConditionEditor
            condition={rule.condition}
            path={`${path}.condition`}
            remarks={remarks}
            onChange={(condition) => edit(changeRule(index, { condition }), `${path}.condition`)}
          />
        </div>
      </details>
      <Remarks remarks={remarks} path={path} />
    </li>
  );
});
