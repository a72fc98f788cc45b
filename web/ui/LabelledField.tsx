import { type ReactNode, useId } from 'react';

export const FIELD_STYLE =
  'min-h-11 w-full rounded-8 border border-line-strong bg-surface px-3 py-1.5';

/** A control under its label, with a hint below that a screen reader says too. */
export function LabelledField(props: {
  readonly label: string;
  readonly hint?: string;
  /** The control, which takes the ids of its label and its hint. */
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-14 font-bold">
        {props.label}
      </label>
      {props.children({ id, 'aria-describedby': props.hint === undefined ? undefined : hintId })}
      {props.hint !== undefined && (
        <p id={hintId} className="text-14 leading-normal text-ink-soft">
          {props.hint}
        </p>
      )}
    </div>
  );
}
