import { useState } from 'react';
import type { z } from 'zod';
import type { hazardJudgementSchema, zoneJudgementSchema } from '#contract/resident';
import { metresText } from '#domain/geo/metres-text';
import { isRed } from '#domain/hazard/zone';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import type { Words } from '../i18n/words.ts';
import { PanelSection } from './PanelSection.tsx';
import { ZoneSwatch } from './ZoneSwatch.tsx';

type HazardJudgement = z.output<typeof hazardJudgementSchema>;
type ZoneJudgement = z.output<typeof zoneJudgementSchema>;

interface HazardSectionProps {
  readonly hazard: HazardJudgement;
  readonly onOpenZone: (zoneId: string) => void;
}

/** A place known to the town only has dozens of zones around. */
const MOST_ZONES = 4;

/** The judgement in a sentence, the zones it rests on with their metres, and the date of the data. */
export function HazardSection({ hazard, onOpenZone }: HazardSectionProps) {
  const words = useWords();
  const [isWhole, setWhole] = useState(false);
  return (
    <PanelSection title={words.panel.hazard}>
      <p className={`border-l-4 py-1 pl-3 text-18 leading-relaxed font-bold ${toneOf(hazard)}`}>
        {words.pick(hazard.sentence)}
      </p>
      {hazard.relation === 'outside' && (
        <p className="text-14 text-ink-soft">{words.panel.outsideNote}</p>
      )}
      {hazard.zones.length > 0 && (
        <ul className="flex flex-col">
          {hazard.zones.slice(0, isWhole ? undefined : MOST_ZONES).map((zone) => (
            <li key={zone.zoneId} className="border-b border-line last:border-b-0">
              <button
                type="button"
                className="focus-inset flex w-full items-start gap-3 px-1 py-2 text-left hover:bg-surface-soft"
                onClick={() => onOpenZone(zone.zoneId)}
              >
                <ZoneSwatch
                  zoneClass={zone.zoneClass}
                  phenomenon={zone.phenomenon}
                  className="mt-1 h-5 w-7"
                />
                <ZoneWords zone={zone} words={words} />
              </button>
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
        {words.terms.relation[zone.relation]} ・ {distance}
      </span>
      <span className="block text-14 text-ink-soft">
        {[
          zone.zoneName,
          zone.noticeDate === null ? null : words.panel.noticeDate(words.date(zone.noticeDate)),
        ]
          .filter((part) => part !== null)
          .join(' ・ ')}
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
    words.panel.zoneData(dates.length === 0 ? words.map.zoneDate.none : dates.join('、')),
    words.panel.margin(words.metersText(hazard.marginMeters)),
    hazard.assessedAt === null
      ? words.panel.notAssessed
      : words.panel.assessedAt(words.moment(hazard.assessedAt)),
  ].join(' ・ ');
}

function toneOf({ redRelation, relation }: HazardJudgement): string {
  if (redRelation === 'inside') return 'border-danger text-danger';
  if (redRelation === 'undetermined' || relation === 'undetermined')
    return 'border-ink border-dashed';
  if (relation === 'inside' || redRelation === 'near') return 'border-caution-line';
  return 'border-line-strong';
}

/** Signed metres as a short label on the map. */
export function boundaryLabel(signedDistanceMeters: number): string {
  return `${metresText(signedDistanceMeters)}m`;
}
