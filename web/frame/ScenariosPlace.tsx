import { ScenarioEditor } from '../features/scenario/ScenarioEditor.tsx';
import { ScenarioList } from '../features/scenario/ScenarioList.tsx';
import { useView } from '../state/use-view.ts';
import type { PlaceProps } from './places.tsx';

export default function ScenariosPlace({ municipality }: PlaceProps) {
  const scenario = useView((view) => view.scenario);
  const { code, settings } = municipality;
  if (scenario === null) return <ScenarioList code={code} marginMeters={settings.marginMeters} />;
  const id = scenario === 'new' ? null : scenario;
  // After it was kept for the first time the same drawing goes on under its id.
  return <ScenarioEditor municipality={municipality} id={id} />;
}
