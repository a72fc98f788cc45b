/**
 * Force of the earth of a failing slope against a house, by 国土交通省告示 第332号 (2001) with the
 * constants that surveys mostly use. Angles in radians, lengths in metres, forces in kN/m².
 */
const MOVING_DENSITY = 1.8;
const GRAVITY = 9.8;
const MOVING_HEIGHT = 1;
const SPECIFIC_WEIGHT = 2.6;
const CONCENTRATION = 0.5;
const FLUID_RESISTANCE = 0.025;
const INNER_FRICTION = (35 * Math.PI) / 180;

/** What an ordinary house withstands, 35.3 / (H·(5.6 − H)) kN/m² at a height H of the earth of 1 m. */
const HOUSE_STRENGTH = 35.3 / (MOVING_HEIGHT * (5.6 - MOVING_HEIGHT));

const LIFT = (SPECIFIC_WEIGHT - 1) * CONCENTRATION;
const DAMPING = (2 / (LIFT + 1)) * FLUID_RESISTANCE;

function drive(slope: number): number {
  return Math.cos(slope) * (Math.tan(slope) - (LIFT / (LIFT + 1)) * Math.tan(INNER_FRICTION));
}

export interface SlopeForm {
  readonly heightMeters: number;
  readonly slopeRadians: number;
  /** Gradient of the ground below the foot. */
  readonly belowRadians: number;
}

/** Force at a distance from the foot of the slope. */
export function movingForce(form: SlopeForm, meters: number): number {
  const { heightMeters, slopeRadians, belowRadians } = form;
  const fall =
    1 - Math.exp((-2 * DAMPING * heightMeters) / (MOVING_HEIGHT * Math.sin(slopeRadians)));
  const atFoot =
    (drive(slopeRadians) / DAMPING) * fall * Math.cos(slopeRadians - belowRadians) ** 2;
  const decay = Math.exp((-2 * DAMPING * meters) / MOVING_HEIGHT);
  const onTheFlat = (drive(belowRadians) / DAMPING) * (1 - decay);
  return MOVING_DENSITY * GRAVITY * MOVING_HEIGHT * (atFoot * decay + onTheFlat);
}

/** Metres below the foot up to which the force would wreck a house; 0 where it does so nowhere. */
export function wreckingMeters(form: SlopeForm, mostMeters: number): number {
  if (movingForce(form, 0) <= HOUSE_STRENGTH) return 0;
  let from = 0;
  let to = mostMeters;
  if (movingForce(form, to) > HOUSE_STRENGTH) return to;
  while (to - from > 0.1) {
    const middle = (from + to) / 2;
    if (movingForce(form, middle) > HOUSE_STRENGTH) from = middle;
    else to = middle;
  }
  return from;
}
