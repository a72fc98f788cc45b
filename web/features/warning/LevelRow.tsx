import type { WarningLevel } from '#domain/warning/warning-level';
import { useWords } from '../../i18n/use-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { LEVEL_COLOURS } from './level-colours.ts';

interface LevelRowProps {
  readonly level: WarningLevel;
  readonly name: string;
  /** Chosen districts; null = everywhere, undefined = not in force. */
  readonly where: readonly string[] | null | undefined;
  readonly districts: readonly string[];
  readonly onChange: (where: readonly string[] | null | undefined) => void;
}

/** Where one level is in force. */
export function LevelRow({ level, name, where, districts, onChange }: LevelRowProps) {
  const say = useWords().settings.warning;
  const kind = where === undefined ? 'none' : where === null ? 'everywhere' : 'chosen';
  const choices = [
    { kind: 'none', label: say.notInForce, next: undefined },
    { kind: 'everywhere', label: say.everywhere, next: null },
    ...(districts.length > 0 ? [{ kind: 'chosen', label: say.chosen, next: [] }] : []),
  ];
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="flex items-center gap-2 font-bold">
        <span className={`rounded-8 border-2 px-2 ${LEVEL_COLOURS[level]}`}>
          {say.level(level)}
        </span>
        {name}
      </legend>
      <div className="flex flex-wrap gap-x-6">
        {choices.map((choice) => (
          <label key={choice.kind} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name={`level-${level}`}
              className="size-5 accent-action"
              checked={choice.kind === kind}
              onChange={() => onChange(choice.next)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {Array.isArray(where) && (
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] border-l-4 border-line pl-4">
          {districts.map((district) => (
            <Checkbox
              key={district}
              label={district}
              isChecked={where.includes(district)}
              onChange={(isChecked) =>
                onChange(
                  isChecked ? [...where, district] : where.filter((other) => other !== district),
                )
              }
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
