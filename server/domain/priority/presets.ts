import type { PriorityCriteria } from './criteria.ts';
import { modelCity2025 } from './presets/model-city-2025.ts';
import { nationalGuideline2021 } from './presets/national-guideline-2021.ts';
import { redZonePolicy } from './presets/red-zone-policy.ts';

/** The criteria that ship with the software; the first one ranks until a city chooses another. */
export const PRESETS: readonly PriorityCriteria[] = [
  redZonePolicy,
  nationalGuideline2021,
  modelCity2025,
];
export const DEFAULT_CRITERIA_ID = redZonePolicy.id;
