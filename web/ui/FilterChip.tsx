/** A filter that is on or off, with how many it leaves. */
export function FilterChip(props: {
  readonly text: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}) {
  const { text, isChosen, onPress } = props;
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className={`number min-h-8 rounded-full border px-2.5 text-14 ${
        isChosen
          ? 'border-action bg-action font-bold text-on-action'
          : 'border-line-strong hover:bg-surface-soft'
      }`}
      onClick={onPress}
    >
      {text}
    </button>
  );
}
