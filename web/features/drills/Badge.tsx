/** A word of state in a frame. */
export function Badge(props: { readonly isStrong?: boolean; readonly children: string }) {
  return (
    <span
      className={`rounded-full border px-2 text-14 ${
        props.isStrong === true
          ? 'border-action bg-action font-bold text-on-action'
          : 'border-line-strong bg-surface'
      }`}
    >
      {props.children}
    </span>
  );
}
