import { useQuery } from '@tanstack/react-query';
import { Marker, useMap } from '@vis.gl/react-maplibre';
import { useCallback, useState } from 'react';
import type { MunicipalityView } from '#contract/municipality';
import type { ResidentDetail } from '#contract/resident';
import type { Position } from '#domain/geo/position';
import { residentQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { moveDraft } from '../../state/move-draft.ts';
import { setTool } from '../../state/tool.ts';
import { useView } from '../../state/use-view.ts';
import { MoveForm } from './MoveForm.tsx';
import { RadiusCircle } from './RadiusCircle.tsx';
import { rounded } from './shift-position.ts';
import { useMove } from './use-move.ts';
import { usePositionInput } from './use-position-input.ts';

interface MovePointToolProps {
  readonly municipality: MunicipalityView;
}

/** Places the selected person by hand: the mark is drawn, pressed for, or moved by the arrow keys. */
export default function MovePointTool({ municipality: { code } }: MovePointToolProps) {
  const words = useWords();
  const selection = useView((view) => view.selection);
  const id = selection?.kind === 'resident' ? selection.id : null;
  const resident = useQuery({ ...residentQuery(code, id ?? ''), enabled: id !== null });
  if (id === null || resident.data === undefined)
    return (
      <p role="status" className="absolute top-3 left-3 rounded-8 bg-ink px-4 py-2 text-surface">
        {id === null ? words.peopleDesk.move.noPerson : words.frame.loading}
      </p>
    );
  return <Placing key={id} code={code} resident={resident.data} />;
}

/** The radius that stands for a house that was pointed at. */
const HOUSE_METERS = 5;

function Placing({ code, resident }: { readonly code: string; readonly resident: ResidentDetail }) {
  const words = useWords();
  const { current: map } = useMap();
  const move = useMove(code, resident.id);
  // Where the person stood when the tool was taken in hand: what is stored changes with the move.
  const [from] = useState(resident);
  const [position, setPosition] = useState<Position>(() => {
    const draft = moveDraft.get();
    const drafted = draft?.residentId === resident.id ? draft.position : null;
    const middle = map?.getCenter();
    return drafted ?? resident.position ?? rounded([middle?.lng ?? 0, middle?.lat ?? 0]);
  });
  const [radiusMeters, setRadiusMeters] = useState(HOUSE_METERS);
  const isPlacing = move.state.step === 'placing' || move.state.step === 'failed';
  const place = useCallback((next: Position) => setPosition(next), []);
  usePositionInput(position, isPlacing, place);
  return (
    <>
      <RadiusCircle position={position} radiusMeters={radiusMeters} />
      <Marker
        longitude={position[0]}
        latitude={position[1]}
        draggable={isPlacing}
        onDrag={({ lngLat }) => setPosition(rounded([lngLat.lng, lngLat.lat]))}
      >
        <span
          role="img"
          aria-label={words.peopleDesk.move.handle}
          className="block size-11 cursor-grab rounded-full border-4 border-action bg-transparent shadow-[0_0_0_3px_var(--surface)] before:absolute before:top-1/2 before:left-1/2 before:size-1.5 before:-translate-1/2 before:rounded-full before:bg-action"
        />
      </Marker>
      <MoveForm
        from={from}
        position={position}
        radiusMeters={radiusMeters}
        state={move.state}
        onRadius={setRadiusMeters}
        onShift={setPosition}
        onSave={(reason, base) => void move.save(base, { position, radiusMeters, reason })}
        onPlaceAgain={move.placeAgain}
        onClose={() => setTool(null)}
      />
    </>
  );
}
