/** How far something is; `share` 0 to 1, null where that is not known. */
export function Progress(props: { readonly title: string; readonly share: number | null }) {
  const percent = props.share === null ? null : Math.round(Math.min(1, props.share) * 100);
  return (
    <div className="flex flex-col gap-2" aria-live="polite">
      <p className="font-bold">{props.title}</p>
      <div
        role="progressbar"
        aria-label={props.title}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(percent !== null && { 'aria-valuenow': percent })}
        className="h-3 overflow-hidden rounded-full bg-surface-strong"
      >
        <div className="h-full bg-action" style={{ width: `${percent ?? 25}%` }} />
      </div>
    </div>
  );
}
