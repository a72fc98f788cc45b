import type { Position } from '../../geo/position.ts';

/**
 * Something that happened in a drill, as a tablet wrote it down. Events are only ever added; taking one back
 * is an event too. `deviceId` and `sequence` name it.
 */
export interface RunEvent {
  readonly deviceId: string;
  /** Counted by the device from 1 on; it goes on over restarts. */
  readonly sequence: number;
  /** The clock of the device, milliseconds since 1970, right or wrong. */
  readonly deviceMillis: number;
  /** Server's clock less the device's, as last measured before; null = not measured yet. */
  readonly offsetMillis: number | null;
  /** The participant who held the device; null = not said. */
  readonly participantId: string | null;
  readonly body: RunEventBody;
}

export type RunEventBody =
  | { readonly kind: 'drill-start' }
  | { readonly kind: 'drill-end' }
  | { readonly kind: 'start'; readonly stepId: string }
  | { readonly kind: 'done'; readonly stepId: string }
  | { readonly kind: 'problem'; readonly stepId: string | null; readonly text: string }
  | { readonly kind: 'note'; readonly stepId: string | null; readonly text: string }
  | {
      readonly kind: 'photo';
      readonly stepId: string | null;
      readonly photoId: string;
      readonly caption: string;
    }
  | {
      readonly kind: 'arrival';
      /** null = somebody whom nobody expected. */
      readonly personId: string | null;
      readonly shelterId: string;
      readonly companions: number;
    }
  | { readonly kind: 'not-coming'; readonly personId: string }
  | { readonly kind: 'attendance'; readonly participantId: string; readonly isThere: boolean }
  | { readonly kind: 'position'; readonly participantId: string; readonly position: Position }
  | { readonly kind: 'inject'; readonly injectId: string }
  | { readonly kind: 'undo'; readonly event: EventName };

export interface EventName {
  readonly deviceId: string;
  readonly sequence: number;
}

export type EventKind = RunEventBody['kind'];

/** An event whose body is of one of some kinds. */
export type EventOf<Kind extends EventKind> = RunEvent & {
  readonly body: Extract<RunEventBody, { readonly kind: Kind }>;
};

export const nameOf = ({ deviceId, sequence }: EventName): string =>
  JSON.stringify([deviceId, sequence]);
