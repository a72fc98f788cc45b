const EDITS = ['theirs', 'mine'] as const;
type Edit = (typeof EDITS)[number];

/** Where two people wrote the same: whose value is to stand. */
export function EditChoice(props: {
  /** That of no other choice on the screen. */
  readonly name: string;
  readonly label: string;
  /** What stood before both, in words. */
  readonly before?: string;
  readonly picked: Edit | undefined;
  /** Whose each is, and its value in words. */
  readonly edits: Readonly<Record<Edit, { readonly whose: string; readonly text: string }>>;
  readonly onPick: (edit: Edit) => void;
}) {
  const { name, picked, edits } = props;
  return (
    <fieldset className="rounded-8 border border-line-strong p-3">
      <legend className="px-1 font-bold">{props.label}</legend>
      {props.before !== undefined && <p className="text-14 text-ink-soft">{props.before}</p>}
      <div className="grid grid-cols-2 gap-2">
        {EDITS.map((edit) => (
          <label
            key={edit}
            className={`flex min-h-11 items-start gap-2 rounded-8 border-2 p-2 ${
              picked === edit ? 'border-action bg-action-soft' : 'border-line'
            }`}
          >
            <input
              type="radio"
              name={name}
              className="mt-1 size-5 shrink-0 accent-action"
              checked={picked === edit}
              onChange={() => props.onPick(edit)}
            />
            <span className="min-w-0 break-words">
              <span className="block text-14 text-ink-soft">{edits[edit].whose}</span>
              {edits[edit].text}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
