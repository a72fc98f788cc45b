import type { ShelterKind } from '../shelter/shelter.ts';
import type { Means, PlanContent, PlanPlace, PlanSupporter } from './plan.ts';

/** What a proposal gives to one person's plan. */
export interface ProposedPart {
  readonly destination: {
    readonly shelterId: string;
    readonly kind: ShelterKind;
    readonly name: string;
    readonly address: string | null;
    readonly phone: string | null;
    readonly position: readonly [number, number] | null;
  } | null;
  readonly supporter: {
    readonly name: string;
    readonly phone: string | null;
    readonly address: string | null;
    readonly position: readonly [number, number];
  } | null;
  /** The profile that the ways were found by; null where it only stood in. */
  readonly profileId: string | null;
}

const MEANS_OF: Readonly<Record<string, Means>> = {
  'walking-elderly': 'on-foot',
  'walking-impaired': 'on-foot',
  'wheelchair-assisted': 'wheelchair',
  stretcher: 'stretcher',
  car: 'car',
  'welfare-taxi': 'welfare-taxi',
};

/**
 * A plan with what was proposed. The former destination becomes the second choice where there is none, and a
 * route to it goes, as it leads elsewhere. Nobody who is in the plan is put out of it or named twice.
 */
export function takeOver(content: PlanContent, part: ProposedPart): PlanContent {
  const { destination, supporter, profileId } = part;
  const means = content.means ?? (profileId === null ? null : (MEANS_OF[profileId] ?? null));
  const withMeans = { ...content, means };
  const placed =
    destination === null || destination.shelterId === content.destination?.shelterId
      ? withMeans
      : {
          ...withMeans,
          destination: {
            kind:
              destination.kind === 'welfare-shelter'
                ? ('welfare-shelter' as const)
                : ('shelter' as const),
            shelterId: destination.shelterId,
            name: destination.name,
            address: destination.address,
            phone: destination.phone,
            place: placeOf(destination.position),
            reason: null,
          },
          secondDestination: content.secondDestination ?? content.destination,
          route: null,
        };
  if (supporter === null || isNamed(content.supporters, supporter)) return placed;
  return { ...placed, supporters: [...placed.supporters, supporterOf(content, supporter)] };
}

function isNamed(
  supporters: readonly PlanSupporter[],
  { name, phone, address }: NonNullable<ProposedPart['supporter']>,
): boolean {
  return supporters.some(
    (one) =>
      one.name === name &&
      (one.phone === null || phone === null || one.phone === phone || one.address === address),
  );
}

function supporterOf(
  { supporters }: PlanContent,
  { name, phone, address, position }: NonNullable<ProposedPart['supporter']>,
): PlanSupporter {
  const ids = new Set(supporters.map(({ id }) => id));
  let number = 1;
  while (ids.has(`proposed-${number}`)) number += 1;
  return {
    id: `proposed-${number}`,
    kind: 'person',
    ...{ name, phone, address, relationship: null, part: null },
    place: placeOf(position),
    ...{ hasVehicle: null, readyMinutes: null },
  };
}

function placeOf(position: readonly [number, number] | null): PlanPlace {
  return position === null
    ? { position: null, accuracy: 'none' }
    : { position: { lng: position[0], lat: position[1] }, accuracy: 'building' };
}
