import { useQuery } from '@tanstack/react-query';
import { judgePlaceQuery } from '../../api/search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { addressOf } from '../../state/found-address.ts';
import { parsePointId } from '../../state/point-id.ts';
import { changeView } from '../../state/use-view.ts';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { HazardSection } from '../../ui/HazardSection.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { EmptyState } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';

interface PointPanelProps {
  readonly code: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** How an address that was looked up lies to the zones, in words. */
export function PointPanel({ code, id, onClose }: PointPanelProps) {
  const words = useWords();
  const say = words.point;
  const place = parsePointId(id);
  const frame = {
    kind: say.kind,
    title: addressOf(id) ?? say.noLabel,
    mark: <Icon name="target" className="mt-1 size-8 text-ink-soft" />,
    onClose,
  };
  if (place === null)
    return (
      <PanelFrame {...frame}>
        <EmptyState title={words.panel.notFound} text="" />
      </PanelFrame>
    );
  const [lng, lat] = place.position;
  return (
    <PanelFrame {...frame}>
      <Judgement code={code} id={id} />
      <PanelSection title={words.panel.position}>
        <Facts>
          <FactRow label={say.accuracy}>{words.terms.accuracy[place.accuracy]}</FactRow>
          <FactRow label={say.radius}>
            {words.search.radius(words.metersText(place.radiusMeters))}
          </FactRow>
          <FactRow label={say.coordinates}>
            <span className="number">{words.map.north(lat.toFixed(5), lng.toFixed(5))}</span>
          </FactRow>
        </Facts>
        <p className="text-14 text-ink-soft">{say.note}</p>
      </PanelSection>
    </PanelFrame>
  );
}

function Judgement({ code, id }: { readonly code: string; readonly id: string }) {
  const place = parsePointId(id);
  const judged = useQuery({
    ...judgePlaceQuery(code, place ?? { position: [0, 0], accuracy: 'town', radiusMeters: 0 }),
    enabled: place !== null,
  });
  if (judged.data !== undefined)
    return (
      <HazardSection
        hazard={judged.data}
        onOpenZone={(zoneId) => changeView({ selection: { kind: 'zone', id: zoneId } })}
      />
    );
  return judged.isError ? (
    <LoadError error={judged.error} onRetry={() => void judged.refetch()} />
  ) : (
    <SkeletonLines count={5} className="p-5" />
  );
}
