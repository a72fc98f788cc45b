import type { NamedHelper } from './helper-key.ts';
import type { DepartureLevel } from './plan.ts';

/** What one plan needs of one helper, in minutes; times are after the level at which it starts. */
export interface Booking {
  readonly planId: string;
  readonly level: DepartureLevel;
  readonly helper: NamedHelper;
  /** Who drives brings the car: it is at two places no more than its driver. */
  readonly withVehicle: boolean;
  /** When the first call goes out at the latest; null = not known. */
  readonly latestStartMinutes: number | null;
  readonly readyMinutes: number | null;
  readonly wayMinutes: number | null;
  readonly preparationMinutes: number | null;
  readonly travelMinutes: number | null;
}
