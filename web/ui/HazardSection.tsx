import { useState } from 'react';
import type { z } from 'zod';
import type { hazardJudgementSchema, zoneJudgementSchema } from '#contract/resident';
import { isRed } from '#domain/hazard/zone';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { traceZone, useTracedZone } from '../state/traced-zone.ts';
import { HazardReasons, type JudgedPosition } from './HazardReasons.tsx';
import { Icon } from './Icon.tsx';
import { PanelSection } from './PanelSection.tsx';
import { ZoneSwatch } from './ZoneSwatch.tsx';

type HazardJudgement = z.output<typeof hazardJudgementSchema>;
type ZoneJudgement = z.output<typeof zoneJudgementSchema>;

interface HazardSectionProps {
  readonly hazard: HazardJudgement;
  /** The person or shelter: choosing a zone draws the line from there. Without one it opens the zone. */
  readonly subjectId?: string;
  /** Null for a facility, whose list says where it is. */
  readonly position?: JudgedPosition | null;
  readonly onOpenZone: (zoneId: string) => void;
}

/** A place known to the town only has dozens of zones around. */
const MOST_ZONES = 4;

/** The judgement in a sentence, the zones it rests on with their metres, and the date of the data. */
export function HazardSection(props: HazardSectionProps) {
  const { hazard, subjectId, position = null, onOpenZone } = props;
  const words = useWords();
  const chosenZoneId = useTracedZone(subjectId ?? null);
  const tracedZoneId = chosenZoneId ?? hazard.zones[0]?.zoneId;
  const [isWhole, setWhole] = useState(false);
  return (
    <PanelSection title={words.panel.hazard}>
      <p className={`border-l-4 py-1 pl-3 text-18 leading-relaxed font-bold ${toneOf(hazard)}`}>
        {words.pick(hazard.sentence)}
      </p>
      {hazard.relation === 'outside' && (
        <p className="text-14 text-ink-soft">{words.panel.outsideNote}</p>
      )}
      {hazard.zones.length > 0 && subjectId !== undefined && (
        <p className="text-14 text-ink-soft">{words.reasons.traceHint}</p>
      )}
      {hazard.zones.length > 0 && (
        <ul className="flex flex-col">
          {hazard.zones.slice(0, isWhole ? undefined : MOST_ZONES).map((zone) => (
            <li key={zone.zoneId} className="flex border-b border-line last:border-b-0">
              <button
                type="button"
                aria-pressed={subjectId === undefined ? undefined : zone.zoneId === tracedZoneId}
                className="focus-inset flex min-w-0 flex-1 items-start gap-3 border-l-4 border-transparent py-2 pr-1 pl-2 text-left hover:bg-surface-soft aria-pressed:border-action aria-pressed:bg-action-soft"
                onClick={() =>
                  subjectId === undefined
                    ? onOpenZone(zone.zoneId)
                    : traceZone(subjectId, zone.zoneId)
                }
              >
                <ZoneSwatch
                  zoneClass={zone.zoneClass}
                  phenomenon={zone.phenomenon}
                  className="mt-1 h-5 w-7"
                />
                <ZoneWords zone={zone} words={words} />
              </button>
              {subjectId !== undefined && (
                <button
                  type="button"
                  aria-label={words.reasons.openZone(zone.zoneName ?? words.panel.zone)}
                  title={words.reasons.openZone(zone.zoneName ?? words.panel.zone)}
                  className="focus-inset inline-flex w-11 shrink-0 items-center justify-center rounded-4 text-action hover:bg-action-soft"
                  onClick={() => onOpenZone(zone.zoneId)}
                >
                  <Icon name="right" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {hazard.zones.length > MOST_ZONES && !isWhole && (
        <button
          type="button"
          className="min-h-9 self-start rounded-4 text-14 text-action underline underline-offset-4"
          onClick={() => setWhole(true)}
        >
          {words.panel.moreZones(formatNumber(hazard.zones.length - MOST_ZONES))}
        </button>
      )}
      <p className="text-14 leading-normal text-ink-soft">{restsOn(hazard, words)}</p>
      {subjectId !== undefined && <HazardReasons hazard={hazard} position={position} />}
    </PanelSection>
  );
}

function ZoneWords({ zone, words }: { readonly zone: ZoneJudgement; readonly words: Words }) {
  const metres = words.metersText(zone.signedDistanceMeters);
  const distance =
    zone.signedDistanceMeters <= 0 ? words.panel.inside(metres) : words.panel.outside(metres);
  return (
    <span className="min-w-0 flex-1 leading-normal">
      <span className="block">
        {words.terms.phenomenon[zone.phenomenon]}
        <span className="text-14 text-ink-soft"> {words.terms.zoneClass[zone.zoneClass]}</span>
      </span>
      <span className="number block text-14">
        {words.terms.relation[zone.relation]}
        {words.dot}
        {distance}
      </span>
      <span className="block text-14 text-ink-soft">
        {[
          zone.zoneName,
          zone.noticeDate === null ? null : words.panel.noticeDate(words.date(zone.noticeDate)),
        ]
          .filter((part) => part !== null)
          .join(words.dot)}
      </span>
      {zone.redNotSurveyed && !isRed(zone.zoneClass) && (
        <span className="block text-14 text-caution">{words.panel.notSurveyed}</span>
      )}
    </span>
  );
}

function restsOn(hazard: HazardJudgement, words: Words): string {
  const dates = hazard.zoneDataAsOf.map((asOf) =>
    asOf === null ? words.map.zoneDate.undated : words.map.zoneDate.asOf(words.date(asOf)),
  );
  return [
    words.panel.zoneData(dates.length === 0 ? words.map.zoneDate.none : dates.join(words.comma)),
    words.panel.margin(words.metersText(hazard.marginMeters)),
    hazard.assessedAt === null
      ? words.panel.notAssessed
      : words.panel.assessedAt(words.moment(hazard.assessedAt)),
  ].join(words.dot);
}

function toneOf({ redRelation, relation }: HazardJudgement): string {
  if (redRelation === 'inside') return 'border-danger text-danger';
  if (redRelation === 'undetermined' || relation === 'undetermined')
    return 'border-ink border-dashed';
  if (relation === 'inside' || redRelation === 'near') return 'border-caution-line';
  return 'border-line-strong';
}
