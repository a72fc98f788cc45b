import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { openCriteria } from './open-criteria.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

export function BackToAll() {
  const words = useCriteriaWords();
  return (
    <Button variant="quiet" className="w-fit px-2" onPress={() => openCriteria({ kind: 'all' })}>
      <Icon name="right" className="size-5 rotate-180" />
      {words.criteria.actions.back}
    </Button>
  );
}
