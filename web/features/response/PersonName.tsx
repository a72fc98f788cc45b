import type { ToMoveOnWire } from '#contract/response';
import { changeView } from '../../state/use-view.ts';

/** A name that opens the person in the panel. */
export function PersonName({ person }: { readonly person: ToMoveOnWire }) {
  return (
    <button
      type="button"
      className="min-h-11 text-left text-20 font-bold text-action underline underline-offset-4"
      onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
    >
      {person.name}
    </button>
  );
}
