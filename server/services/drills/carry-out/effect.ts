import type { Role } from '#domain/access/roles';
import { type Access, mayUse } from '#domain/access/rules';
import type { FindingChange } from '#domain/drill/evaluate/finding';
import type { Bilingual } from '#domain/resident/labels';
import type { CarriedOut } from '../../../db/entities/drill-after.ts';

/** What carrying out needs beside the drill. */
export interface FindingToCarryOut {
  readonly drillId: string;
  readonly drillTitle: string;
  readonly drillDate: string;
  readonly text: string;
}
export type Effect = Pick<CarriedOut, 'effects' | 'undo'>;

/** By which rule each change is made; the drill itself may be planned by whoever asks. */
const NEEDS: Readonly<Record<FindingChange['kind'], Access>> = {
  none: 'drills.plan',
  template: 'drills.plan',
  'route-closure': 'site-overrides.change',
  shelter: 'places.change',
  plans: 'consent.change',
};
const NOT_FOR_ROLE: Bilingual = {
  ja: 'この変更は、防災担当または福祉担当が反映します',
  en: 'An officer for disaster prevention or welfare carries this out',
};

export const whyNotForMe = (
  role: Role | 'system',
  kind: FindingChange['kind'],
): Bilingual | null =>
  mayUse(role, NEEDS[kind]) && mayUse(role, 'drills.plan') ? null : NOT_FOR_ROLE;
