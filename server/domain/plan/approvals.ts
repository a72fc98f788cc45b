import type { Bilingual } from '../resident/labels.ts';
import type { PlanContent, PlanDestination, PlanSupporter } from './plan.ts';
import type { Approvals } from './record.ts';
import { isSame } from './same.ts';
import { APPROVALS, type Approval } from './step-names.ts';

/** Parts of a plan that somebody gave their word on. */
const PARTS = {
  route: { ja: '経路', en: 'the route' },
  means: { ja: '移動手段', en: 'the means' },
  destination: { ja: '避難先', en: 'the destination' },
  secondDestination: { ja: '第2の避難先', en: 'the second destination' },
  supporters: { ja: '支援者', en: 'the supporters' },
  devices: { ja: '医療機器と電源', en: 'devices and their power' },
  departure: { ja: '避難を始める時期', en: 'when to leave' },
} as const satisfies Readonly<Record<string, Bilingual>>;
type Part = keyof typeof PARTS;

/** What each approval was given of; a change of anything else lets it stand. */
const RESTS_ON: Readonly<Record<Approval, readonly Part[]>> = {
  route: ['route', 'means', 'destination', 'supporters'],
  shelter: ['destination', 'devices', 'supporters'],
  person: ['route', 'means', 'destination', 'secondDestination', 'supporters', 'departure'],
};

/** A telephone number that was put right is another place or another helper for nobody. */
const place = (one: PlanDestination | null) =>
  one === null ? null : [one.kind, one.shelterId, one.name, one.address, one.place.position];
const helper = ({ id, kind, name, place: { position }, part, hasVehicle }: PlanSupporter) => [
  ...[id, kind, name, position, part, hasVehicle],
];

const partOf: Readonly<Record<Part, (content: PlanContent) => unknown>> = {
  route: ({ route }) => route,
  means: ({ means }) => means,
  destination: ({ destination }) => place(destination),
  secondDestination: ({ secondDestination }) => place(secondDestination),
  supporters: ({ supporters }) => supporters.map(helper),
  devices: ({ body }) => body.devices,
  departure: ({ departure }) => [departure.startAt, departure.preparationMinutes],
};

export interface FallenApproval {
  readonly approval: Approval;
  readonly why: Bilingual;
}

/** Which of the approvals that were given a change of the content takes away, and why. */
export function fallenApprovals(
  approvals: Approvals,
  before: PlanContent,
  after: PlanContent,
): FallenApproval[] {
  const changed = (Object.keys(PARTS) as Part[]).filter(
    (part) => !isSame(partOf[part](before), partOf[part](after)),
  );
  return APPROVALS.flatMap((approval) => {
    const parts = RESTS_ON[approval].filter((part) => changed.includes(part));
    if (approvals[approval] === null || parts.length === 0) return [];
    const ja = parts.map((part) => PARTS[part].ja).join('・');
    const en = parts.map((part) => PARTS[part].en).join(', ');
    return [{ approval, why: { ja: `${ja}が変わったため`, en: `Changed since: ${en}` } }];
  });
}

export function withoutApprovals(approvals: Approvals, fallen: readonly Approval[]): Approvals {
  const left = APPROVALS.map(
    (approval) => [approval, fallen.includes(approval) ? null : approvals[approval]] as const,
  );
  return Object.fromEntries(left) as unknown as Approvals;
}
