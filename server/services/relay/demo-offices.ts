import type { Role } from '#domain/access/roles';
import type { OfficeKind } from '#domain/relay/listed-office';
import { SYSTEM } from '../../db/actor.ts';
import type { Transaction } from '../../db/database.ts';
import { insertListedOffice } from '../../db/queries/relay-offices.ts';

/** Offices of the fictional city; each has an account of its own that sees by the role's rights and no more. */
export const DEMO_OFFICES: readonly {
  readonly id: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly loginName: string;
  readonly displayName: string;
  readonly role: Role;
  /** Whether the account is for the districts of the demo's district organisation, or for all. */
  readonly isLocal: boolean;
}[] = [
  {
    ...{ id: '00000000-0000-4000-8000-00000000f001', name: '架空 北市民センター' },
    ...{ kind: 'civic-centre', loginName: 'demo-civic-centre', isLocal: true },
    ...{ displayName: '架空 窓口(市民センター)', role: 'district-organisation' },
  },
  {
    ...{ id: '00000000-0000-4000-8000-00000000f002', name: '架空市社会福祉協議会' },
    ...{ kind: 'social-welfare-council', loginName: 'demo-social-welfare-council' },
    ...{ displayName: '架空 地域(市社協)', role: 'district-organisation', isLocal: false },
  },
  {
    ...{ id: '00000000-0000-4000-8000-00000000f003', name: '架空市民生委員児童委員協議会' },
    ...{ kind: 'welfare-commissioners', loginName: 'demo-welfare-commissioners' },
    ...{ displayName: '架空 見守(民生委員児童委員)', role: 'district-organisation', isLocal: true },
  },
  {
    ...{ id: '00000000-0000-4000-8000-00000000f004', name: '架空五師士会' },
    ...{ kind: 'professionals', loginName: 'demo-professionals', isLocal: false },
    // Of nobody in particular: sheets about places reach it, and none by name.
    ...{ displayName: '架空 往診(五師士会)', role: 'supporter' },
  },
];

export async function makeDemoOffices(tx: Transaction, code: string): Promise<void> {
  for (const { id, name, kind } of DEMO_OFFICES)
    await insertListedOffice(tx, code, id, { name, kind, districts: [] }, SYSTEM);
}
