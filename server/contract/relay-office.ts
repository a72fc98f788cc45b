import { z } from 'zod';
import { OFFICE_KINDS } from '#domain/relay/listed-office';

const said = {
  name: z.string().trim().min(1).max(100),
  kind: z.enum(OFFICE_KINDS),
  /** Names of those that it works in; none = all of the municipality. */
  districts: z.array(z.string().min(1).max(100)).max(500),
};
const version = z.number().int();

/** `POST …/relay-offices` */
export const newRelayOfficeSchema = z.strictObject(said);
/** `PUT …/relay-offices/:id` */
export const changeRelayOfficeSchema = z.strictObject({ version, ...said });
/** `PUT …/relay-offices/:id/closed`: one that is closed is kept, so that this can be taken back. */
export const closeRelayOfficeSchema = z.strictObject({ version, isClosed: z.boolean() });

const relayOfficeSchema = z.object({
  id: z.uuid(),
  version,
  name: z.string(),
  kind: z.enum(OFFICE_KINDS),
  districts: z.array(z.string()),
  isClosed: z.boolean(),
  /** Accounts that are of it and can sign in: without one no sheet can be written to it. */
  members: z.number().int(),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type RelayOfficeOnWire = z.output<typeof relayOfficeSchema>;

/** Those that are open first. */
export const relayOfficeListSchema = z.object({ offices: z.array(relayOfficeSchema) });
