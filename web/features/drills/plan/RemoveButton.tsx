import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** Takes a row out, and offers to bring it back; not there for who only reads. */
export function RemoveButton(props: {
  readonly name: string;
  readonly onRemove: () => void;
  readonly onUndo: () => void;
}) {
  const say = useDrillWords().scenario;
  if (!useDrillEditing().mayWrite) return null;
  return (
    <Button
      className="px-3"
      aria-label={say.removeNamed(props.name)}
      onPress={() => {
        props.onRemove();
        offerUndo({ text: say.removed(props.name), undo: props.onUndo });
      }}
    >
      <Icon name="close" />
    </Button>
  );
}
