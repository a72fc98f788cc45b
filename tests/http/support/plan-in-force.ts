import { planContentSchema } from '#contract/plan';
import { CONSENT_PURPOSES } from '#domain/access/consent';
import { EMPTY_PLAN, type PlanContent } from '#domain/plan/plan';
import type { PlanStep } from '#domain/plan/step-names';
import { SYSTEM } from '../../../server/db/actor.ts';
import type { Database } from '../../../server/db/database.ts';
import { saveConsent } from '../../../server/services/consents.ts';
import { savePlan } from '../../../server/services/plans/save-plan.ts';
import { takePlanStep } from '../../../server/services/plans/take-plan-step.ts';
import { at, CODE } from './city.ts';
import { TODAY } from './http-bench.ts';

/** From the houses in the east to the park, with a neighbour, along one lane. */
const parkPlan = (shelterId: string): PlanContent => ({
  ...EMPTY_PLAN,
  supporters: [
    {
      ...{ id: 's1', kind: 'person', name: '見本 次郎', relationship: '隣人', phone: null },
      ...{ address: null, part: '付き添い', hasVehicle: false, readyMinutes: 5 },
      place: { position: lngLat(at(900, 100)), accuracy: 'building' },
    },
  ],
  means: 'on-foot',
  destination: {
    ...{ kind: 'shelter', shelterId, name: '浜手公園', address: null, phone: null },
    ...{ reason: null, place: { position: lngLat(at(900, 200)), accuracy: 'building' } },
  },
  route: {
    ...{ profile: 'walking-elderly', origin: 'proposed', isNight: false, via: [] },
    line: [at(900, 0), at(900, 200)],
    ...{ lengthMeters: 200, durationSeconds: 300, redMeters: 0, anyMeters: 0, unknownMeters: 0 },
    roads: [{ source: 'osm', id: 'way/12/0', name: '公園の小道', middle: at(900, 85) }],
    ...{ roadsAsOf: null, zonesAsOf: null },
  },
});

function lngLat([lng, lat]: readonly [number, number]) {
  return { lng, lat };
}

/** Brings such a plan into force as the program does, step by step; the id of the park is answered. */
export async function putInForce(database: Database, id: string): Promise<string> {
  const sources = { database, actor: SYSTEM, now: new Date(`${TODAY}T01:00:00Z`) };
  const unsaid = { reason: null, reviewReason: null, endReason: null };
  const steps: readonly PlanStep[] = ['record-agreement', 'begin-draft'];
  const after: readonly PlanStep[] = ['check-route', 'agree', 'share', 'put-in-force'];
  let version = 0;
  const take = async (step: PlanStep) => {
    const taken = await takePlanStep(sources, CODE, id, { ...unsaid, step, version });
    if (!taken.ok) throw new Error(`${step}: ${taken.problem.en}`);
    version += 1;
  };
  const service = { database, actor: SYSTEM, today: TODAY };
  for (const purpose of CONSENT_PURPOSES) {
    const consent = await saveConsent(
      service,
      CODE,
      { residentId: id, purpose },
      {
        ...{ version: 0, state: 'agreed', decidedOn: '2026-11-01', explainedBy: '架空 説明者' },
        ...{ onPaper: true, shelterIds: [] },
      },
    );
    if (!consent.ok) throw new Error(consent.problem.en);
  }
  for (const step of steps) await take(step);
  const [park] = await database.query<{ id: string }>(
    `SELECT id FROM shelter WHERE name = '浜手公園'`,
  );
  const shelterId = park?.id ?? '';
  const whole = planContentSchema.parse(parkPlan(shelterId));
  const saved = await savePlan(sources, CODE, id, {
    ...{ contentVersion: 0, content: whole, note: null },
  });
  if (saved.kind !== 'saved') throw new Error(saved.kind);
  version += 1;
  for (const step of after) await take(step);
  return shelterId;
}
