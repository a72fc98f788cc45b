/** The shape of what comes, shown when waiting has lasted 150 ms. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden="true" className={`skeleton ${className}`} />;
}

export function SkeletonLines({ count, className }: { count: number; className?: string }) {
  return (
    <div className={`flex flex-col gap-3 ${className ?? ''}`}>
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <Skeleton key={line} className={`h-5 ${line % 3 === 2 ? 'w-1/2' : 'w-full'}`} />
      ))}
    </div>
  );
}
