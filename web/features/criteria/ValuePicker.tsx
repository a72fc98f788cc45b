import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Icon } from '../../ui/Icon.tsx';
import type { Choice } from './comparison-choices.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

interface ValuePickerProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly isWrong: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several values of a fact: a button that reads them out and opens the boxes to tick. */
export function ValuePicker({ label, choices, chosen, isWrong, onChange }: ValuePickerProps) {
  const words = useCriteriaWords();
  const said = choices
    .filter(({ value }) => chosen.includes(value))
    .map((choice) => words.pick(choice.label))
    .join(words.language === 'ja' ? '、' : ', ');
  const text = said === '' ? words.criteria.condition.choose : said;
  return (
    <DialogTrigger>
      <Button
        aria-label={`${label} ${text}`}
        className={`inline-flex min-h-11 max-w-full items-center gap-2 rounded-8 border px-3 py-1 text-left text-16 leading-snug ${
          isWrong ? 'border-2 border-error' : 'border-line-strong'
        } bg-surface hover:bg-surface-soft`}
      >
        <span className={said === '' ? 'text-ink-soft' : 'font-bold'}>{text}</span>
        <Icon name="down" className="size-4" />
      </Button>
      <Popover
        placement="bottom start"
        className="max-h-[min(28rem,70dvh)] w-76 overflow-auto rounded-8 border border-line-strong bg-surface text-ink shadow-2"
      >
        <Dialog aria-label={label} className="p-2 outline-none">
          {choices.map(({ value, label: name }) => (
            <label
              key={value}
              className="flex min-h-10 items-center gap-3 rounded-6 px-2 hover:bg-surface-strong"
            >
              <input
                type="checkbox"
                className="size-5 accent-action"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  // In the order of the vocabulary, whatever was ticked first.
                  onChange(
                    choices
                      .map((choice) => choice.value)
                      .filter((other) =>
                        other === value ? event.target.checked : chosen.includes(other),
                      ),
                  )
                }
              />
              <span className="flex-1 leading-snug">{words.pick(name)}</span>
            </label>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
