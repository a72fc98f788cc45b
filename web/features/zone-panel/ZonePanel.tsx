import { useQuery } from '@tanstack/react-query';
import { PHENOMENA, ZONE_CLASSES } from '#domain/hazard/zone';
import { zoneQuery } from '../../api/queries.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { seedScenario } from '../../state/scenario-seed.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { PanelFrame } from '../../ui/PanelFrame.tsx';
import { PanelProblem } from '../../ui/PanelProblem.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';
import { ZoneSwatch } from '../../ui/ZoneSwatch.tsx';
import { ZoneSubjects } from './ZoneSubjects.tsx';

interface ZonePanelProps {
  readonly code: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** One zone: number, name, phenomenon, class, date of notice, and how many people are in it. */
export function ZonePanel({ code, id, onClose }: ZonePanelProps) {
  const words = useWords();
  const { panel, terms } = words;
  const query = useQuery(zoneQuery(code, id));
  const zone = query.data;
  if (zone === undefined) return <PanelProblem kind={panel.zone} query={query} onClose={onClose} />;
  const phenomenon = PHENOMENA.find((name) => name === zone.phenomenon);
  const zoneClass = ZONE_CLASSES.find((name) => name === zone.zoneClass);
  return (
    <PanelFrame
      kind={zoneClass === undefined ? panel.zone : terms.zoneClass[zoneClass]}
      title={zone.zoneName ?? zone.zoneNumber ?? panel.zone}
      subtitle={phenomenon === undefined ? undefined : terms.phenomenon[phenomenon]}
      mark={
        phenomenon !== undefined &&
        zoneClass !== undefined && (
          <ZoneSwatch zoneClass={zoneClass} phenomenon={phenomenon} className="mt-2 h-8 w-11" />
        )
      }
      onClose={onClose}
    >
      <PanelSection title={panel.peopleInside}>
        <p className="number text-28 leading-none font-bold">
          {zone.residentsInside === null
            ? terms.hiddenCount
            : terms.people(formatNumber(zone.residentsInside))}
        </p>
        <Button
          onPress={() => {
            seedScenario(id);
            changeView({ place: 'scenarios', scenario: 'new', tab: 'list' });
          }}
        >
          {words.zoneSubjects.asScenario}
        </Button>
        {zone.redNotSurveyed && <Caution>{panel.notSurveyed}</Caution>}
      </PanelSection>
      <PanelSection title={panel.zone}>
        <Facts>
          <FactRow label={panel.phenomenon}>
            {phenomenon === undefined ? terms.unknown : terms.phenomenon[phenomenon]}
          </FactRow>
          <FactRow label={panel.zoneNumber}>
            <span className="number">{zone.zoneNumber ?? terms.unknown}</span>
          </FactRow>
          <FactRow label={panel.zoneName}>{zone.zoneName ?? terms.unknown}</FactRow>
          <FactRow label={words.zoneSubjects.area}>
            <span className="number">
              {words.zoneSubjects.squareMeters(formatNumber(Math.round(zone.areaSquareMeters)))}
            </span>
          </FactRow>
          <FactRow label={panel.place}>{zone.place ?? terms.unknown}</FactRow>
          <FactRow label={panel.notice}>
            {zone.noticeDate === null ? terms.unknown : words.date(zone.noticeDate)}
          </FactRow>
          <FactRow label={panel.dataset}>
            {zone.datasetAsOf === null ? words.map.zoneDate.undated : words.date(zone.datasetAsOf)}
          </FactRow>
          <FactRow label={panel.credit}>{zone.credit ?? terms.unknown}</FactRow>
          {zone.repaired !== null && <FactRow label={panel.repaired}>{zone.repaired}</FactRow>}
        </Facts>
      </PanelSection>
      <ZoneSubjects code={code} id={id} />
    </PanelFrame>
  );
}
