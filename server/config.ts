import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { GSI_TILE_SETS, type GsiTileSet } from '#contract/base-map';
import { failure, PROBLEMS, type Result, success } from '#domain/problem';
import { type OidcSettings, readOidc } from './config-oidc.ts';

/** Requests of one minute. */
export interface RequestLimits {
  /** Of one session: everything that it asks, tiles of the map included. */
  readonly perSession: number;
  /** Of one address without a session: a whole office that signs in comes from one. */
  readonly perAddress: number;
  /** Of one session: what changes something. */
  readonly writes: number;
  /** Of one session: what costs much, or gives much away at once. */
  readonly heavy: number;
}

export interface Config {
  readonly port: number;
  /** Under which address browsers find the application, e.g. https://michi.example.jp; null: as it listens. */
  readonly publicOrigin: string | null;
  /** Proxies whose X-Forwarded headers are believed. */
  readonly trustProxy: string | null;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  readonly requestLimits: RequestLimits;
  /** Where it listens; other than a loopback address only behind a proxy that speaks TLS (docs/operations.md). */
  readonly host: string;
  /** Absolute path of everything the application keeps: embedded database, base maps, uploads. */
  readonly dataDir: string;
  /** Absolute path of the built client; null for the one that lies beside the program. */
  readonly webDir: string | null;
  /** A PostgreSQL with PostGIS to use in place of the embedded one. */
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** Greatest size of the files of one upload together. */
  readonly maxUploadMegabytes: number;
  /** Tiles of 国土地理院 that browsers may ask for: the only thing that is ever fetched outside. */
  readonly gsiTiles: readonly GsiTileSet[];
  /** What back-ups are encrypted with, or the file that holds it; null where it was not set. */
  readonly backupKey: string | null;
  readonly backupKeyFile: string | null;
  /** What the secrets of second factors are sealed by, or the file that holds it. */
  readonly secondFactorKey: string | null;
  readonly secondFactorKeyFile: string | null;
  /** The city's single sign-on; null where accounts are local ones alone. */
  readonly oidc: OidcSettings | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** Networks that express knows by name. */
const NAMED_PROXIES: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|localhost)$/;

const perMinute = z.coerce.number().int().min(1).max(1_000_000);

/** What was not set is what an empty value means: a line `PORT=` in a file asks for the default. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine(isOrigin)
    .optional(),
  TRUST_PROXY: z.string().refine(isProxyList).optional(),
  // Use is written down by the minute: a shorter time would end sessions that are in use.
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(2).max(1440).default(30),
  SESSION_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  // A map that is panned asks for some hundred tiles a minute.
  REQUESTS_PER_MINUTE: perMinute.default(6000),
  ADDRESS_REQUESTS_PER_MINUTE: perMinute.default(3000),
  WRITES_PER_MINUTE: perMinute.default(600),
  HEAVY_REQUESTS_PER_MINUTE: perMinute.default(300),
  DATA_DIR: z.string().default('data'),
  WEB_DIR: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  MAX_UPLOAD_MEGABYTES: z.coerce.number().int().min(1).max(100_000).default(1024),
  GSI_TILES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(GSI_TILE_SETS)))
    .default([]),
  BACKUP_KEY: z.string().optional(),
  BACKUP_KEY_FILE: z.string().optional(),
  SECOND_FACTOR_KEY: z.string().optional(),
  SECOND_FACTOR_KEY_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** Reads the settings; the only place that looks at the environment. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Result<Config> {
  const given = Object.entries(environment).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const parsed = schema.safeParse(Object.fromEntries(given));
  const oidc = readOidc(Object.fromEntries(given));
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
    return failure(PROBLEMS.badConfig(names.join(', ')));
  }
  if ('wrong' in oidc) return failure(PROBLEMS.badConfig(oidc.wrong.join(', ')));
  const { DATA_DIR, WEB_DIR, DATABASE_URL, ...set } = parsed.data;
  if (set.PUBLIC_ORIGIN?.startsWith('https:') && set.TRUST_PROXY === undefined)
    return failure(PROBLEMS.originWithoutProxy());
  return success({
    port: set.PORT,
    host: set.HOST,
    publicOrigin: set.PUBLIC_ORIGIN ?? null,
    trustProxy: set.TRUST_PROXY ?? null,
    sessionIdleMinutes: set.SESSION_IDLE_MINUTES,
    sessionHours: set.SESSION_HOURS,
    requestLimits: {
      perSession: set.REQUESTS_PER_MINUTE,
      perAddress: set.ADDRESS_REQUESTS_PER_MINUTE,
      writes: set.WRITES_PER_MINUTE,
      heavy: set.HEAVY_REQUESTS_PER_MINUTE,
    },
    dataDir: resolve(DATA_DIR),
    webDir: WEB_DIR === undefined ? null : resolve(WEB_DIR),
    databaseUrl: DATABASE_URL ?? null,
    databasePoolSize: set.DATABASE_POOL_SIZE,
    maxUploadMegabytes: set.MAX_UPLOAD_MEGABYTES,
    gsiTiles: set.GSI_TILES,
    backupKey: set.BACKUP_KEY ?? null,
    backupKeyFile: set.BACKUP_KEY_FILE === undefined ? null : resolve(set.BACKUP_KEY_FILE),
    secondFactorKey: set.SECOND_FACTOR_KEY ?? null,
    secondFactorKeyFile:
      set.SECOND_FACTOR_KEY_FILE === undefined ? null : resolve(set.SECOND_FACTOR_KEY_FILE),
    oidc: oidc.settings,
    logLevel: set.LOG_LEVEL,
  });
}

export const isLoopbackHost = (host: string): boolean => LOOPBACK.test(host);

/** Addresses, networks, or names of networks, with commas between: never just everybody. */
function isProxyList(text: string): boolean {
  return text.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    if (bits === undefined && NAMED_PROXIES.has(address)) return true;
    const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
    const isInRange = bits === undefined || (/^[1-9]\d*$/.test(bits) && Number(bits) <= most);
    return most > 0 && isInRange && more.length === 0;
  });
}

/** Nothing behind the port, as browsers write it in `Origin`. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
