/** A square of side `size` degrees whose south-western corner is at `[west, south]`, closed. */
export function square(west: number, south: number, size: number): [number, number][] {
  return [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ];
}

export interface FeatureParts {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly geometry?: unknown;
}

/** A KSJ A33 feature; the attributes are those of a yellow slope failure where nothing else is said. */
export function zoneFeature({ properties, geometry }: FeatureParts = {}): object {
  return {
    type: 'Feature',
    properties: {
      A33_001: 1,
      A33_002: 1,
      A33_003: '34',
      A33_004: '213-001',
      A33_005: '汐路一丁目',
      A33_006: '汐路市汐路一丁目',
      A33_007: '2012/2/28',
      A33_008: 0,
      ...properties,
    },
    geometry:
      geometry === undefined ? { type: 'Polygon', coordinates: [square(132, 34, 0.01)] } : geometry,
  };
}

export function collection(features: readonly object[], members: object = {}): string {
  return JSON.stringify({ type: 'FeatureCollection', ...members, features });
}
