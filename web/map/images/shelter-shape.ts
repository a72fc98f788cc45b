import type { ShelterKind } from '#domain/shelter/shelter';

export type LandslideDesignation = 'yes' | 'no' | 'unknown';

/** A pictogram in a box of 24 by 24: strokes and fills in white on a coloured square. */
export interface ShelterShape {
  readonly background: string;
  readonly strokes: readonly string[];
  readonly fills: readonly string[];
  /** A stroke through the sign: not designated for landslide. */
  readonly struck: boolean;
  /** A question mark: the list does not say what it is designated for. */
  readonly unknown: boolean;
}

const HEAD = 'M14.6 4.2a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 1 0 0-3.8Z';
/** A person who runs, after the idea of JIS Z 8210: trunk, arms, legs. */
const RUNNER = ['M13 9.2 11 14.2', 'M13 9.4 9.4 9.8 8 12.2', 'M13 9.6 15.6 11.6 18 11'];
const LEGS = ['M11 14.2 14 16.4 13.6 20', 'M11 14.2 9.6 17.2 6 17.6'];
const GROUND = 'M4 21.2H20';

const PICTOGRAMS: Readonly<Record<ShelterKind, Pick<ShelterShape, 'strokes' | 'fills'>>> = {
  'emergency-site': { strokes: [...RUNNER, ...LEGS, GROUND], fills: [HEAD] },
  shelter: {
    strokes: [
      'M3.6 12 12 4.4 20.4 12',
      'M5.8 11V20.4H18.2V11',
      'M12 13.6V17',
      'M12 14 9.6 15.6M12 14 14.4 15.6',
      'M12 17 10.4 20M12 17 13.6 20',
    ],
    fills: ['M12 9.2a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 1 0 0-3.2Z'],
  },
  'welfare-shelter': {
    strokes: [],
    fills: [
      'M12 20.4C5.6 15.6 3.6 12.6 3.6 9.4a4.5 4.5 0 0 1 8.4-2.3 4.5 4.5 0 0 1 8.4 2.3c0 3.2-2 6.2-8.4 11Z',
    ],
  },
};

const GREEN = '#115a36';
const GREY = '#7b827e';

/** Green as in the standard's signs; grey and struck through where not designated for landslide. */
export function shelterShape(kind: ShelterKind, landslide: LandslideDesignation): ShelterShape {
  return {
    ...PICTOGRAMS[kind],
    background: landslide === 'no' ? GREY : GREEN,
    struck: landslide === 'no',
    unknown: landslide === 'unknown' && kind !== 'welfare-shelter',
  };
}
