/** What the legend switches on and off, in the order it lists them. Also the names in the address bar. */
export const LAYER_IDS = [
  'residents',
  'emergency-sites',
  'shelters',
  'welfare-shelters',
  'zones-red',
  'zones-yellow',
  'zones-before-designation',
  'districts',
  'hillshade',
] as const;
export type LayerId = (typeof LAYER_IDS)[number];
