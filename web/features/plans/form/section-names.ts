/** The parts of the form, in its order. */
export const SECTION_NAMES = [
  'contacts',
  'home',
  'body',
  'devices',
  'care',
  'supporters',
  'means',
  'destination',
  'second',
  'route',
  'departure',
  'items',
  'signatures',
  'notes',
] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

export const isSectionName = (text: string): text is SectionName =>
  (SECTION_NAMES as readonly string[]).includes(text);
