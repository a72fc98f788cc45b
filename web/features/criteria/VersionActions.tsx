import { useMutation, useQueryClient } from '@tanstack/react-query';
import { contentOf } from '#domain/priority/content';
import type { PriorityCriteria } from '#domain/priority/criteria';
import { createDraft } from '../../api/criteria.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { openCriteria } from './open-criteria.ts';
import { useCriteriaWords } from './use-criteria-words.ts';

/** A copy to be worked on, or a file. */
export function VersionActions(props: {
  readonly code: string;
  readonly criteria: PriorityCriteria;
  readonly onRead?: () => void;
}) {
  const { code, criteria, onRead } = props;
  const words = useCriteriaWords();
  const say = words.criteria;
  const queryClient = useQueryClient();
  const name = words.pick(criteria.name);
  const copy = useMutation({
    mutationFn: () => {
      const { id, version } = criteria;
      const content = contentOf(criteria);
      const japanese = say.copyName(content.name.ja);
      return createDraft(code, { id, version }, { ...content, name: { ja: japanese, en: '' } });
    },
    onSuccess: async (draft) => {
      await queryClient.invalidateQueries({ queryKey: [code, 'criteria'] });
      openCriteria({ kind: 'draft', id: draft.id });
    },
  });
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="secondary"
          aria-label={`${name} ${say.actions.copy}`}
          isPending={copy.isPending}
          onPress={() => copy.mutate()}
        >
          {say.actions.copy}
        </Button>
        {onRead !== undefined && (
          <Button aria-label={`${name} ${say.actions.read}`} onPress={onRead}>
            {say.actions.read}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-label={`${name} ${say.actions.export}`}
          onPress={() => saveAsFile(criteria)}
        >
          {say.actions.export}
        </Button>
      </div>
      {copy.isError && <LoadError error={copy.error} onRetry={() => copy.mutate()} />}
    </>
  );
}

/** The document as it is stored: the command line and this page read it again. */
function saveAsFile(criteria: PriorityCriteria): void {
  const text = `${JSON.stringify(criteria, null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `criteria-${criteria.id}-v${criteria.version}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
