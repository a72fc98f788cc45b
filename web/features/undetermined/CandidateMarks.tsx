import { useQuery } from '@tanstack/react-query';
import { Marker, useMap } from '@vis.gl/react-maplibre';
import { useEffect } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import { candidatesQuery } from '../../api/people-desk.ts';
import { setSettleChoice, useSettleChoice } from '../../state/settle-choice.ts';
import { useTool } from '../../state/tool.ts';
import { useView } from '../../state/use-view.ts';

/** The candidates of the person in the queue on the map, under the digits of the list. */
export default function CandidateMarks({
  municipality: { code },
}: {
  readonly municipality: MunicipalityView;
}) {
  const selection = useView((view) => view.selection);
  const isMoving = useTool() !== null;
  const id = selection?.kind === 'resident' ? selection.id : '';
  const isShown = id !== '' && !isMoving;
  const choice = useSettleChoice(id);
  const { current: map } = useMap();
  const candidates = useQuery({ ...candidatesQuery(code, id, choice.text), enabled: isShown });
  const found = candidates.data?.candidates ?? [];
  const chosen = isShown ? found[choice.index] : undefined;
  const [lng, lat] = chosen?.position ?? [null, null];
  useEffect(() => {
    if (map === undefined || lng === null || lat === null) return;
    if (!map.getBounds().contains([lng, lat])) map.easeTo({ center: [lng, lat], duration: 140 });
  }, [map, lng, lat]);
  if (!isShown) return null;
  return found.map((candidate, index) => (
    <Marker
      key={candidate.name}
      longitude={candidate.position[0]}
      latitude={candidate.position[1]}
      onClick={() => setSettleChoice({ ...choice, index })}
    >
      <span
        className={`flex size-8 cursor-pointer items-center justify-center rounded-full border-2 font-bold ${index === choice.index ? 'border-surface bg-action text-on-action' : 'border-action bg-surface text-action'}`}
      >
        {index + 1}
      </span>
    </Marker>
  ));
}
