import { useView } from '../../../state/use-view.ts';

/** Whose plan, or who, is open in the panel; null where something else is. */
export const useOpenId = (): string | null =>
  useView(({ selection }) =>
    selection?.kind === 'plan' || selection?.kind === 'resident' ? selection.id : null,
  );
