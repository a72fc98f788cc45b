/** A bar of how far something is; `share` 0 to 1, null where that is not known. */
export function ProgressBar(props: { readonly title: string; readonly share: number | null }) {
  const { title, share } = props;
  return (
    <div className="flex flex-col gap-2">
      <p className="font-bold">{title}</p>
      <div
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
        className="h-3 overflow-hidden rounded-full bg-surface-strong"
      >
        <div
          className={`h-full bg-action ${share === null ? 'w-1/4 motion-safe:animate-pulse' : ''}`}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
