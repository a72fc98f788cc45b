import type { TravelProfile } from './profile.ts';

/**
 * What a city says of a profile in place of the standard: figures differ by city (fire vehicles above all).
 * Which ways are gone at all (mode, kinds of roads, steps, one-way streets) stays with the profile.
 */
export interface ProfileFigures {
  /** Clear width of the road that is needed; null: no need. */
  readonly widthMeters: number | null;
  readonly heightMeters: number | null;
  readonly weightTonnes: number | null;
  /** Steeper than this somebody has to look. */
  readonly slopePercent: number | null;
  /** All speeds of the standard, times this. */
  readonly speedFactor: number;
  /** The speed at night as a part of that by day. */
  readonly nightFactor: number;
  /** Where the figures come from, e.g. a standard of the department; shown beside them. */
  readonly source: string;
}

/** By id of the profile; those that are not in it are as the standard has them. */
export type EditedFigures = Readonly<Record<string, ProfileFigures>>;

/** The figures of the standard, in the form in which they are edited. */
export function standardFigures({ needs, nightFactor }: TravelProfile): ProfileFigures {
  const { widthMeters, heightMeters, weightTonnes, slopePercent } = needs;
  const figures = { widthMeters, heightMeters, weightTonnes, slopePercent };
  return { ...figures, speedFactor: 1, nightFactor, source: '' };
}

/** A profile with the figures of the city. */
export function withFigures(
  profile: TravelProfile,
  figures: ProfileFigures | undefined,
): TravelProfile {
  if (figures === undefined) return profile;
  const { speedFactor, nightFactor, source: _, ...needs } = figures;
  const speeds = Object.fromEntries(
    Object.entries(profile.speeds).map(([kind, speed]) => [
      kind,
      speed === null ? null : speed * speedFactor,
    ]),
  ) as Record<keyof TravelProfile['speeds'], number | null>;
  return { ...profile, speeds, nightFactor, needs: { ...profile.needs, ...needs } };
}
