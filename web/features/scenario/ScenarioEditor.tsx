import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { scenarioQuery } from '../../api/places.ts';
import { sheltersQuery, summaryQuery } from '../../api/queries.ts';
import { takeScenarioSeed } from '../../state/scenario-seed.ts';
import { setTool } from '../../state/tool.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { DrawingTools } from './DrawingTools.tsx';
import { beginDraft, draftNow, isChanged, openDraft, useDraft } from './draft.ts';
import { drawAroundZone, KeyboardShape } from './KeyboardShape.tsx';
import { ScenarioForm } from './ScenarioForm.tsx';
import { ScenarioResults } from './ScenarioResults.tsx';
import { areaOf } from './shapes.ts';
import { useCheck } from './use-check.ts';
import { useScenarioWords } from './use-scenario-words.ts';

interface ScenarioEditorProps {
  readonly municipality: MunicipalityView;
  /** null: one that was not kept yet. */
  readonly id: string | null;
}

/** One hypothetical zone: drawn, checked at once, kept. */
export function ScenarioEditor({ municipality, id }: ScenarioEditorProps) {
  const { code } = municipality;
  const words = useScenarioWords();
  const draft = useDraft();
  const kept = useQuery({ ...scenarioQuery(code, id ?? ''), enabled: id !== null });
  const token = useQuery(summaryQuery(code)).data?.tileVersions.residents;
  const shelters = useQuery(sheltersQuery(code)).data?.shelters;

  useEffect(() => {
    const now = draftNow();
    if (id === null) {
      if (now.id !== null) beginDraft(municipality.settings.marginMeters);
      const zoneId = takeScenarioSeed();
      if (zoneId !== null) {
        beginDraft(municipality.settings.marginMeters);
        void drawAroundZone(code, zoneId, 0);
      }
    } else if (kept.data !== undefined && kept.data.id === id) {
      // What is being worked on is never taken away by a newer version: saving tells.
      if (now.id !== id || (kept.data.version > now.version && !isChanged(now)))
        openDraft(kept.data);
    }
  }, [id, kept.data, code, municipality.settings.marginMeters]);
  useEffect(() => () => setTool(null), []);

  const area = useMemo(
    () => areaOf(draft.shape, draft.bufferMeters),
    [draft.shape, draft.bufferMeters],
  );
  const { marginMeters } = draft;
  const asked = useMemo(() => {
    if (area === null || token === undefined || shelters === undefined) return null;
    const placed = shelters.flatMap(({ id: shelterId, position }) =>
      position === null ? [] : [{ id: shelterId, position }],
    );
    return { code, token, geometry: area, marginMeters, shelters: placed };
  }, [area, token, shelters, code, marginMeters]);
  const check = useCheck(asked);

  if (id !== null && draft.id !== id)
    return kept.isError ? (
      <LoadError error={kept.error} onRetry={() => void kept.refetch()} />
    ) : (
      <SkeletonLines count={8} className="p-4" />
    );
  return (
    <div className="flex min-h-0 flex-1 flex-col divide-y divide-line overflow-y-auto">
      <header className="flex flex-wrap items-center gap-2 p-3">
        <Button
          variant="quiet"
          onPress={() => {
            setTool(null);
            changeView({ scenario: null });
          }}
        >
          <Icon name="right" className="size-4 rotate-180" />
          {words.scenario.back}
        </Button>
        <h2 className="min-w-0 flex-1 text-18 font-bold break-words">
          <span className="mr-2 rounded-4 border border-dashed border-ink px-1.5 text-14 font-normal">
            {words.scenario.mark}
          </span>
          {draft.name || words.scenario.newName}
        </h2>
      </header>
      <div className="flex flex-col gap-3 p-4">
        <DrawingTools area={area} />
        <KeyboardShape code={code} />
      </div>
      <ScenarioResults code={code} check={check} shelters={shelters ?? []} />
      <div className="p-4">
        <ScenarioForm code={code} area={area} />
      </div>
    </div>
  );
}
