import type { Phenomenon } from '#domain/hazard/zone';

/**
 * Hues of the zones in the national overlay map (重ねるハザードマップ, legend images of
 * https://disaportal.gsi.go.jp/hazardmap/copyright/opendata.html): each phenomenon has its own red and
 * its own yellow there.
 */
export const ZONE_COLORS: Readonly<Record<'red' | 'yellow', Readonly<Record<Phenomenon, string>>>> =
  {
    red: { 'slope-failure': '#fa2800', 'debris-flow': '#a50021', landslide: '#b40028' },
    yellow: { 'slope-failure': '#fae600', 'debris-flow': '#e6c832', landslide: '#ff9900' },
  };

export interface MapColors {
  readonly sea: string;
  readonly land: string;
  readonly forest: string;
  readonly farmland: string;
  readonly urban: string;
  readonly water: string;
  readonly waterway: string;
  readonly contour: string;
  readonly contourIndex: string;
  readonly building: string;
  readonly buildingLine: string;
  readonly road: string;
  readonly roadCasing: string;
  readonly roadMajor: string;
  readonly shade: string;
  readonly light: string;
  readonly districtLine: string;
  readonly boundaryLine: string;
  readonly districtText: string;
  readonly text: string;
  readonly textSoft: string;
  readonly waterText: string;
  readonly halo: string;
  readonly redLine: string;
  readonly yellowLine: string;
  readonly ink: string;
  readonly onInk: string;
  readonly select: string;
  readonly danger: string;
  /** Around what stands near a zone. */
  readonly near: string;
  /** Dots of shelters far out. */
  readonly shelter: string;
}

/** Pale grey-green, so that zones stand out. */
export const LIGHT_COLORS: MapColors = {
  sea: '#d8e3e8',
  land: '#eff2ec',
  forest: '#e0e8db',
  farmland: '#ebefdf',
  urban: '#f2f2ef',
  water: '#c6d9e2',
  waterway: '#a9c6d4',
  contour: '#ccd6c6',
  contourIndex: '#b3c1ac',
  building: '#dcdfd8',
  buildingLine: '#c3c8be',
  road: '#ffffff',
  roadCasing: '#c4cbc2',
  roadMajor: '#fdfaf0',
  shade: '#5d6f62',
  light: '#ffffff',
  districtLine: '#7d8a83',
  boundaryLine: '#4b5852',
  districtText: '#3b4842',
  text: '#3b4842',
  textSoft: '#5f6d66',
  waterText: '#4b7186',
  halo: '#ffffffe6',
  redLine: '#a50021',
  yellowLine: '#b08d00',
  ink: '#1a1a1a',
  onInk: '#ffffff',
  select: '#0017c1',
  danger: '#a50021',
  near: '#e08700',
  shelter: '#115a36',
};

export const DARK_COLORS: MapColors = {
  sea: '#10171b',
  land: '#1f2523',
  forest: '#1b2420',
  farmland: '#232923',
  urban: '#262a29',
  water: '#162229',
  waterway: '#2a4250',
  contour: '#2c3631',
  contourIndex: '#38443e',
  building: '#333a37',
  buildingLine: '#414a46',
  road: '#454d49',
  roadCasing: '#191e1c',
  roadMajor: '#57605b',
  shade: '#000000',
  light: '#56635c',
  districtLine: '#7f8c85',
  boundaryLine: '#b3bfb8',
  districtText: '#c8d2cc',
  text: '#c8d2cc',
  textSoft: '#98a49d',
  waterText: '#7fa6ba',
  halo: '#101413e6',
  redLine: '#ff6b7d',
  yellowLine: '#e0bd3a',
  ink: '#f2f4f3',
  onInk: '#16191b',
  select: '#9db7f9',
  danger: '#ff8a99',
  near: '#ffb84d',
  shelter: '#51b883',
};
