import { RELAY_STATE_LABELS, type RelayState } from '#domain/relay/sheet';
import { useWords } from '../../i18n/use-words.ts';

/** By its border too, as colour is for danger and action alone. */
const STYLES: Readonly<Record<RelayState, string>> = {
  received: 'border-action bg-action text-on-action',
  'in-hand': 'border-action text-action',
  answered: 'border-line-strong bg-surface-strong',
  closed: 'border-line border-dashed text-ink-soft',
};

export function StateBadge({ state }: { readonly state: RelayState }) {
  const words = useWords();
  return (
    <span className={`rounded-6 border-2 px-2 text-14 font-bold ${STYLES[state]}`}>
      {words.pick(RELAY_STATE_LABELS[state])}
    </span>
  );
}
