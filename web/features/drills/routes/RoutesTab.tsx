import type { DrillView } from '#contract/drill';

export default function RoutesTab({ view }: { readonly code: string; readonly view: DrillView }) {
  return <p className="p-4">{view.title}</p>;
}
