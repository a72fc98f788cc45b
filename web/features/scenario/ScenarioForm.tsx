import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewScenario, Scenario } from '#contract/scenario';
import { ApiError } from '../../api/client.ts';
import {
  createScenario,
  removeScenario,
  restoreScenario,
  saveScenario,
  scenarioQuery,
} from '../../api/places.ts';
import { setTool } from '../../state/tool.ts';
import { offerUndo } from '../../state/undo.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import {
  changeDraft,
  draftNow,
  finishStep,
  isChanged,
  markKept,
  openDraft,
  useDraft,
} from './draft.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** Name, purpose and author; keep it, copy it, share it, delete it. */
export function ScenarioForm(props: {
  readonly code: string;
  readonly area: Scenario['geometry'] | null;
}) {
  const { code, area } = props;
  const words = useScenarioWords();
  const say = words.scenario;
  const client = useQueryClient();
  const draft = useDraft();
  const [message, setMessage] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [standing, setStanding] = useState<Scenario | null>(null);
  const [isSaving, setSaving] = useState(false);

  const contentOf = (name: string): NewScenario | null => {
    finishStep();
    const { shape, bufferMeters, purpose, author, marginMeters } = draftNow();
    if (shape === null || area === null) return null;
    const drawing = { shape, bufferMeters };
    return { name, purpose, author, marginMeters, geometry: area, drawing };
  };
  const keep = async (work: () => Promise<Scenario>, isOther: boolean) => {
    setProblem(null);
    setSaving(true);
    try {
      const kept = await work();
      client.setQueryData(scenarioQuery(code, kept.id).queryKey, kept);
      if (isOther) openDraft(kept);
      else markKept(kept);
      setStanding(null);
      setMessage(say.saved);
      changeView({ scenario: kept.id }, draft.id === null ? 'replace' : 'push');
      await client.invalidateQueries({ queryKey: [code, 'scenarios'] });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setMessage(null);
      if (error.problem?.code === 'scenario.stale' && draft.id !== null)
        setStanding(await client.fetchQuery({ ...scenarioQuery(code, draft.id), staleTime: 0 }));
      else setProblem(error.problem ? words.pick(error.problem.messages) : say.saveFailed);
    } finally {
      setSaving(false);
    }
  };
  const save = (version: number) => {
    if (draft.name.trim() === '') return setProblem(say.nameFirst);
    const content = contentOf(draft.name);
    if (content === null) return setProblem(say.result.none);
    const { id } = draft;
    return keep(
      () =>
        id === null ? createScenario(code, content) : saveScenario(code, id, version, content),
      false,
    );
  };
  const duplicate = () => {
    const content = contentOf(say.copyOf(draft.name).slice(0, 100));
    if (content !== null) return keep(() => createScenario(code, content), true);
  };
  const remove = async () => {
    const { id, name } = draft;
    if (id === null) return;
    setProblem(null);
    try {
      await removeScenario(code, id);
    } catch {
      setProblem(say.saveFailed);
      return;
    }
    setTool(null);
    changeView({ scenario: null });
    await client.invalidateQueries({ queryKey: [code, 'scenarios'] });
    offerUndo({
      text: say.removed(name),
      undo: async () => {
        await restoreScenario(code, id);
        await client.invalidateQueries({ queryKey: [code, 'scenarios'] });
        changeView({ scenario: id });
      },
    });
  };
  const share = () =>
    navigator.clipboard
      .writeText(location.href)
      .then(() => setMessage(say.shared))
      .catch(() => setMessage(say.shareFailed));
  const text = (field: 'name' | 'author') => (
    <LabelledField label={say.fields[field]}>
      {(ids) => (
        <input
          {...ids}
          maxLength={100}
          className={FIELD_STYLE}
          value={draft[field]}
          onChange={(event) => changeDraft({ [field]: event.target.value })}
        />
      )}
    </LabelledField>
  );
  return (
    <div className="flex flex-col gap-3">
      {text('name')}
      <LabelledField label={say.fields.purpose}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={2000}
            className={FIELD_STYLE}
            value={draft.purpose}
            onChange={(event) => changeDraft({ purpose: event.target.value })}
          />
        )}
      </LabelledField>
      {text('author')}
      {standing !== null && (
        <div
          role="alert"
          className="flex flex-col gap-2 border-l-4 border-caution-line bg-caution-soft p-3"
        >
          <p className="font-bold text-caution">{say.stale.title}</p>
          <p className="text-14 text-caution">
            {say.stale.text(
              standing.name,
              standing.author || say.noAuthor,
              String(standing.version),
            )}{' '}
            {say.stale.yours(draft.name)}
          </p>
          <Button onPress={() => void save(standing.version)}>{say.stale.overwrite}</Button>
          <Button
            onPress={() => {
              openDraft(standing);
              setStanding(null);
            }}
          >
            {say.stale.reload}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" isDisabled={isSaving} onPress={() => void save(draft.version)}>
          {say.save}
        </Button>
        {draft.id !== null && (
          <>
            <Button onPress={() => void duplicate()}>{say.duplicate}</Button>
            <Button onPress={() => void share()}>{say.share}</Button>
            <Button onPress={() => void remove()}>{say.remove}</Button>
          </>
        )}
        <Button onPress={() => print()}>{say.print}</Button>
        {draft.id !== null && !isChanged(draft) && (
          <a
            href={`/api/municipalities/${code}/scenarios/${draft.id}/people.csv`}
            download
            className="inline-flex min-h-11 items-center rounded-8 border border-line-strong px-4 hover:bg-surface-soft"
          >
            {say.csv}
          </a>
        )}
      </div>
      <p role="status" className="text-14 text-ink-soft">
        {message ?? (isChanged(draft) ? say.changed : draft.id === null ? say.untitled : '')}
      </p>
      {problem !== null && (
        <p role="alert" className="text-14 text-error">
          {problem}
        </p>
      )}
    </div>
  );
}
