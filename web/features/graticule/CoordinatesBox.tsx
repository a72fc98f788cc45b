import { useQuery } from '@tanstack/react-query';
import { useMap } from '@vis.gl/react-maplibre';
import type { MapMouseEvent } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { Position } from '#domain/geo/position';
import { useWords } from '../../i18n/use-words.ts';
import type { Words } from '../../i18n/words.ts';
import { changeView, useView } from '../../state/use-view.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { MapBox } from '../../ui/MapBox.tsx';
import { degreesText } from './graticule-lines.ts';
import { epsgCode, planeZoneAt, romanZone } from './plane-zone.ts';

/** Degrees and plane coordinates at the pointer, else at the centre of the map, to be copied. */
export default function CoordinatesBox(props: {
  readonly code: string;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const say = words.mapTools.grid;
  const isGrid = useView((view) => view.grid);
  const { position, isPointer } = useWatchedPosition();
  const lines = useCoordinateLines(props.code, position, words);
  return (
    <MapBox title={say.title} onClose={props.onClose}>
      <Checkbox
        label={say.lines}
        isChecked={isGrid}
        onChange={(grid) => changeView({ grid }, 'replace')}
      />
      <p className="text-14 text-ink-soft">{isPointer ? say.pointer : say.centre}</p>
      <dl className="flex flex-col gap-1">
        {lines.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-14 leading-snug text-ink-soft">{label}</dt>
            <dd className="number leading-snug">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={lines.map(({ label, value }) => `${label}\t${value}`).join('\n')} />
      </div>
      <p className="text-14 leading-normal text-ink-soft">{say.freeze}</p>
    </MapBox>
  );
}

/** Follows the pointer over the map; Shift holds it, so that it can be copied. */
function useWatchedPosition(): { readonly position: Position | null; readonly isPointer: boolean } {
  const { current: map } = useMap();
  const [watched, setWatched] = useState<{ position: Position | null; isPointer: boolean }>({
    position: null,
    isPointer: false,
  });
  useEffect(() => {
    if (map === undefined) return;
    const atCentre = () => {
      const { lng, lat } = map.getCenter();
      setWatched({ position: [lng, lat], isPointer: false });
    };
    const atPointer = ({ lngLat, originalEvent }: MapMouseEvent) => {
      if (!originalEvent.shiftKey)
        setWatched({ position: [lngLat.lng, lngLat.lat], isPointer: true });
    };
    atCentre();
    map.on('move', atCentre);
    map.on('mousemove', atPointer);
    return () => {
      map.off('move', atCentre);
      map.off('mousemove', atPointer);
    };
  }, [map]);
  return watched;
}

function useCoordinateLines(code: string, position: Position | null, words: Words) {
  const say = words.mapTools.grid;
  // The projection library is fetched when it is first asked for.
  const plane = useQuery({
    queryKey: ['plane-coordinates'],
    queryFn: () => import('./plane-coordinates.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (position === null) return [];
  const [lng, lat] = position;
  const zone = planeZoneAt(code, position);
  const degrees = [
    { label: say.latLng, value: words.map.north(lat.toFixed(6), lng.toFixed(6)) },
    { label: say.dms, value: `${degreesText(lat, 1)} ${degreesText(lng, 1)}` },
  ];
  if (zone === null) return [...degrees, { label: 'JGD2011', value: say.outOfJapan }];
  if (plane.data === undefined) return degrees;
  const { xMeters, yMeters } = plane.data.toPlane(position, zone);
  const roman = words.language === 'ja' ? String(zone.zone) : romanZone(zone);
  return [
    ...degrees,
    {
      label: `${say.plane(roman)} ${say.planeNote(String(epsgCode(zone)))}`,
      value: `${say.x(xMeters.toFixed(1))} ${say.y(yMeters.toFixed(1))}`,
    },
  ];
}
