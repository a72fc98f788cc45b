import type { ReactNode } from 'react';
import type { InView } from '#contract/in-view';
import type { Summary } from '#contract/municipality';
import type { Relation } from '#domain/hazard/relation';
import { PHENOMENA } from '#domain/hazard/zone';
import type { ShelterKind } from '#domain/shelter/shelter';
import type { Words } from '../../i18n/words.ts';
import type { LayerId } from '../../map/layers/layer-ids.ts';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { ShelterMark } from '../../ui/ShelterMark.tsx';
import { ZoneSwatch } from '../../ui/ZoneSwatch.tsx';

export interface LegendEntry {
  readonly key: string;
  readonly mark: ReactNode;
  readonly label: string;
  readonly count: number | null;
}
export interface LegendGroup {
  readonly id: LayerId;
  readonly mark: ReactNode;
  readonly count: number | null;
  readonly entries: readonly LegendEntry[];
}
export interface LegendData {
  readonly summary: Summary | undefined;
  /** What the part of the map that is seen holds; undefined until it is known. */
  readonly inView: InView | undefined;
  readonly districtCount: number | null;
  readonly hasBaseMap: boolean;
}

/** What the legend lists, in the order of importance, each group with what it counts. */
export function legendGroups(data: LegendData, words: Words): LegendGroup[] {
  return [
    residentGroup(data, words),
    zoneGroup('zones-red', data, words),
    zoneGroup('zones-yellow', data, words),
    {
      id: 'zones-before-designation',
      mark: <ZoneSwatch zoneClass="red-before-designation" phenomenon="debris-flow" />,
      count: zoneCount(data, ({ zoneClass }) => zoneClass.endsWith('before-designation')),
      entries: [],
    },
    shelterGroup('emergency-sites', 'emergency-site', data, words),
    shelterGroup('shelters', 'shelter', data, words),
    shelterGroup('welfare-shelters', 'welfare-shelter', data, words),
    {
      id: 'districts',
      mark: <LineMark dash="6 2 1 2" />,
      count: data.districtCount,
      entries: [],
    },
    ...(data.hasBaseMap
      ? [{ id: 'hillshade' as const, mark: <ReliefMark />, count: null, entries: [] }]
      : []),
  ];
}

function residentGroup({ summary, inView }: LegendData, words: Words): LegendGroup {
  const mark = (tier: number, red: 'inside' | 'outside' | 'near' | 'undetermined') => (
    <PersonMark tier={tier} red={red} relation={red} power={false} className="size-6" />
  );
  const { entries, terms } = { entries: words.map.entries, terms: words.terms };
  const people = inView?.residents;
  const tiers = (summary?.byTier ?? []).map(({ tier, label }) => ({
    key: `tier-${tier}`,
    mark: mark(tier, 'outside'),
    label: `${terms.tier(tier)} ${words.pick(label)}`,
    count: people === undefined ? null : (people.byTier[tier] ?? 0),
  }));
  const fills = [
    {
      key: 'inside',
      mark: mark(3, 'inside'),
      label: entries.insideRed,
      count: people?.insideRed ?? null,
    },
    {
      key: 'yellow',
      mark: (
        <PersonMark tier={3} red="outside" relation="inside" power={false} className="size-6" />
      ),
      label: entries.insideYellow,
      count: people?.insideYellow ?? null,
    },
    { key: 'near', mark: mark(3, 'near'), label: entries.near, count: people?.near ?? null },
    {
      key: 'undetermined',
      mark: mark(3, 'undetermined'),
      label: entries.undetermined,
      count: people?.undetermined ?? null,
    },
    {
      key: 'power',
      mark: <PersonMark tier={3} red="outside" relation="outside" power className="size-6" />,
      label: entries.power,
      count: people?.powerDependent ?? null,
    },
    {
      key: 'cluster',
      mark: (
        <span className="inline-flex size-6 items-center justify-center rounded-full bg-ink text-14 leading-none font-bold text-surface">
          ▲
        </span>
      ),
      label: entries.cluster,
    },
  ].map((entry) => ({ count: null, ...entry }));
  return {
    id: 'residents',
    mark: mark(1, 'inside'),
    count: people?.total ?? null,
    entries: [...tiers, ...fills],
  };
}

function zoneGroup(id: 'zones-red' | 'zones-yellow', data: LegendData, words: Words): LegendGroup {
  const zoneClass = id === 'zones-red' ? 'red' : 'yellow';
  return {
    id,
    mark: <ZoneSwatch zoneClass={zoneClass} phenomenon="slope-failure" />,
    count: zoneCount(data, (zone) => zone.zoneClass === zoneClass),
    entries: PHENOMENA.map((phenomenon) => ({
      key: phenomenon,
      mark: <ZoneSwatch zoneClass={zoneClass} phenomenon={phenomenon} className="h-4 w-6" />,
      label: words.terms.phenomenon[phenomenon],
      count: zoneCount(
        data,
        (zone) => zone.zoneClass === zoneClass && zone.phenomenon === phenomenon,
      ),
    })),
  };
}

function zoneCount(
  { inView }: LegendData,
  meets: (zone: InView['zones'][number]) => boolean,
): number | null {
  return inView?.zones.filter(meets).reduce((sum, { count }) => sum + count, 0) ?? null;
}

function shelterGroup(
  id: LayerId,
  kind: ShelterKind,
  { inView }: LegendData,
  words: Words,
): LegendGroup {
  const countOf = (relation: Relation | null) =>
    inView?.shelters
      .filter((row) => row.kind === kind && (relation === null || row.relation === relation))
      .reduce((sum, { count }) => sum + count, 0) ?? null;
  return {
    id,
    mark: <ShelterMark kind={kind} landslide="yes" />,
    count: countOf(null),
    entries: [
      ...(['inside', 'near'] as const).map((relation) => ({
        key: relation,
        mark: <RingMark kind={kind} relation={relation} />,
        label:
          relation === 'inside' ? words.map.entries.shelterInside : words.map.entries.shelterNear,
        count: countOf(relation),
      })),
      {
        key: 'not',
        mark: <ShelterMark kind={kind} landslide="no" />,
        label: words.map.entries.notForLandslide,
        count: null,
      },
    ],
  };
}

/** A shelter with the ring that it has on the map. */
function RingMark(props: { readonly kind: ShelterKind; readonly relation: 'inside' | 'near' }) {
  const tone = props.relation === 'inside' ? 'border-danger' : 'border-[#e08700]';
  return (
    <span
      className={`inline-flex size-7 items-center justify-center rounded-full border-3 ${tone}`}
    >
      <ShelterMark kind={props.kind} landslide="yes" className="size-4" />
    </span>
  );
}

function LineMark({ dash }: { readonly dash: string }) {
  return (
    <svg viewBox="0 0 28 20" className="h-5 w-7" aria-hidden="true">
      <path d="M2 10H26" className="stroke-ink-soft" strokeWidth="2" strokeDasharray={dash} />
    </svg>
  );
}

function ReliefMark() {
  return (
    <svg viewBox="0 0 28 20" className="h-5 w-7" aria-hidden="true">
      <path d="M2 17 10 4l6 9 3-4 7 8Z" className="fill-line" />
      <path d="M10 4l6 9 3-4 7 8H12Z" className="fill-ink-soft" />
    </svg>
  );
}
