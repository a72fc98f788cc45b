import { PHENOMENA } from '#domain/hazard/zone';
import { SHELTER_KINDS } from '#domain/shelter/shelter';
import type { Words } from '../../i18n/words.ts';
import { LIGHT_COLORS, ZONE_COLORS } from '../../map/colors.ts';
import type { LayerId } from '../../map/layers/layer-ids.ts';

/** How a row's mark is drawn. */
export type LegendMark =
  | { readonly kind: 'image'; readonly image: string; readonly ring: string | null }
  | {
      readonly kind: 'area';
      readonly fill: string;
      readonly hatch: string | null;
      readonly line: string;
      readonly isDashed: boolean;
    }
  | { readonly kind: 'line'; readonly line: string };
export interface LegendRow {
  readonly mark: LegendMark;
  readonly label: string;
}

const SHELTER_LAYERS = {
  'emergency-site': 'emergency-sites',
  shelter: 'shelters',
  'welfare-shelter': 'welfare-shelters',
} as const satisfies Record<(typeof SHELTER_KINDS)[number], LayerId>;

/** The legend of a sheet: what is switched on, and no other. */
export function legendRows(hidden: readonly LayerId[], words: Words): LegendRow[] {
  const isShown = (id: LayerId) => !hidden.includes(id);
  return [
    ...(isShown('residents') ? residentRows(words) : []),
    ...(['red', 'yellow'] as const).flatMap((hue) =>
      isShown(`zones-${hue}`) ? zoneRows(hue, words) : [],
    ),
    ...(isShown('zones-before-designation') ? [beforeRow(words)] : []),
    ...shelterRows(isShown, words),
    ...(isShown('districts')
      ? [
          {
            mark: { kind: 'line', line: LIGHT_COLORS.districtLine } as const,
            label: words.map.layers.districts,
          },
        ]
      : []),
  ];
}

const image = (name: string, ring: string | null = null): LegendMark => ({
  kind: 'image',
  image: name,
  ring,
});

function residentRows({ map: { entries }, terms }: Words): LegendRow[] {
  return [
    ...[1, 2, 3].map((tier) => ({
      mark: image(`resident-${tier}-outside-outside-0`),
      label: terms.tier(tier),
    })),
    { mark: image('resident-4-outside-outside-0'), label: entries.tierOthers },
    { mark: image('resident-3-inside-inside-0'), label: entries.insideRed },
    { mark: image('resident-3-outside-inside-0'), label: entries.insideYellow },
    { mark: image('resident-3-near-near-0'), label: entries.near },
    { mark: image('resident-3-undetermined-undetermined-0'), label: entries.undetermined },
    { mark: image('resident-3-outside-outside-1'), label: entries.power },
  ];
}

function zoneRows(hue: 'red' | 'yellow', words: Words): LegendRow[] {
  return PHENOMENA.map((phenomenon) => ({
    mark: {
      kind: 'area',
      fill: ZONE_COLORS[hue][phenomenon],
      hatch: hue === 'red' ? `hatch-${phenomenon}-light` : null,
      line: hue === 'red' ? LIGHT_COLORS.redLine : LIGHT_COLORS.yellowLine,
      isDashed: false,
    },
    label: `${words.map.layers[`zones-${hue}`]} ${words.terms.phenomenon[phenomenon]}`,
  }));
}

function beforeRow(words: Words): LegendRow {
  return {
    mark: {
      kind: 'area',
      fill: ZONE_COLORS.red['debris-flow'],
      hatch: null,
      line: LIGHT_COLORS.redLine,
      isDashed: true,
    },
    label: words.map.layers['zones-before-designation'],
  };
}

function shelterRows(isShown: (id: LayerId) => boolean, words: Words): LegendRow[] {
  const kinds = SHELTER_KINDS.filter((kind) => isShown(SHELTER_LAYERS[kind]));
  const first = kinds[0];
  if (first === undefined) return [];
  return [
    ...kinds.map((kind) => ({
      mark: image(`shelter-${kind}-yes`),
      label: words.map.layers[SHELTER_LAYERS[kind]],
    })),
    {
      mark: image(`shelter-${first}-yes`, LIGHT_COLORS.danger),
      label: words.map.entries.shelterInside,
    },
    {
      mark: image(`shelter-${first}-yes`, LIGHT_COLORS.near),
      label: words.map.entries.shelterNear,
    },
    { mark: image(`shelter-${first}-no`), label: words.map.entries.notForLandslide },
  ];
}
