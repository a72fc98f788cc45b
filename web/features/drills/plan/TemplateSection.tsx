import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DrillTemplate } from '#contract/drill';
import {
  createDrillTemplate,
  drillTemplatesQuery,
  fetchDrillTemplate,
  saveDrillTemplate,
} from '../../../api/drills.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { toSend } from './problems.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** The manual that the drill was made from: another one in its place, or this one kept for the drills to come. */
export function TemplateSection() {
  const words = useWords();
  const say = useDrillWords().basics;
  const { code, content, change, mayWrite } = useDrillEditing();
  const templates = useQuery(drillTemplatesQuery(code)).data?.templates ?? [];
  const { templateId, templateVersion } = content.manual;
  const own = templates.find(({ id }) => id === templateId);
  const use = useMutation({
    mutationFn: (id: string) => fetchDrillTemplate(code, id),
    onSuccess: ({ manual }) => {
      const former = content.manual;
      change((was) => ({ ...was, manual }));
      offerUndo({
        text: say.templateUsed,
        undo: () => change((was) => ({ ...was, manual: former })),
      });
    },
  });
  return (
    <PanelSection title={say.template}>
      <p>
        {say.templateOf(
          own === undefined ? templateId : words.pick(own.name),
          String(templateVersion),
        )}
      </p>
      {mayWrite && templates.length > 0 && (
        <select
          aria-label={say.useTemplate}
          className="h-11 w-full rounded-8 border border-line-strong bg-surface px-2"
          value=""
          onChange={({ target }) => target.value !== '' && use.mutate(target.value)}
        >
          <option value="">{say.useTemplate}</option>
          {templates
            .filter(({ isRemoved }) => !isRemoved)
            .map(({ id, name, version }) => (
              <option key={id} value={id}>
                {say.templateOf(words.pick(name), String(version))}
              </option>
            ))}
        </select>
      )}
      {mayWrite && <KeepAsTemplate own={own?.isModel === false ? own : null} />}
      <Refusal error={use.error} />
    </PanelSection>
  );
}

/** The manual as it is written here, under a name of the city's own or as the next version of it. */
function KeepAsTemplate(props: {
  readonly own: Pick<DrillTemplate, 'id' | 'version' | 'name'> | null;
}) {
  const { own } = props;
  const words = useWords();
  const say = useDrillWords().basics;
  const { code, content, change } = useDrillEditing();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const keep = useMutation({
    mutationFn: (isNew: boolean) => {
      // The same on the wire, where nothing says that it is only read.
      const manual = toSend(content).manual as never;
      if (!isNew && own !== null)
        return saveDrillTemplate(code, own.id, { version: own.version, name: own.name, manual });
      const text = name.trim();
      return createDrillTemplate(code, { name: { ja: text, en: text }, manual });
    },
    onSuccess: ({ id, version }) => {
      setName('');
      void queryClient.invalidateQueries({ queryKey: drillTemplatesQuery(code).queryKey });
      change((was) => ({
        ...was,
        manual: { ...was.manual, templateId: id, templateVersion: version },
      }));
    },
  });
  return (
    <div className="flex flex-col gap-2">
      {own !== null && (
        <Button
          className="self-start"
          isDisabled={keep.isPending}
          onPress={() => keep.mutate(false)}
        >
          {say.keepVersion(words.pick(own.name))}
        </Button>
      )}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <LabelledField label={say.keepName}>
            {(ids) => (
              <input
                {...ids}
                className={FIELD_STYLE}
                maxLength={100}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </LabelledField>
        </div>
        <Button isDisabled={name.trim() === '' || keep.isPending} onPress={() => keep.mutate(true)}>
          {say.keepNew}
        </Button>
      </div>
      <p role="status" className="text-14">
        {keep.data !== undefined && say.kept(words.pick(keep.data.name), String(keep.data.version))}
      </p>
      <Refusal error={keep.error} />
    </div>
  );
}
