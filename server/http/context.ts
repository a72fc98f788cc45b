import type { Request } from 'express';
import type { Logger } from 'pino';
import type { DemoAccount } from '#contract/account';
import type { GsiTileSet } from '#contract/base-map';
import type { RequestLimits } from '../config.ts';
import type { OidcSettings } from '../config-oidc.ts';
import type { Actor } from '../db/actor.ts';
import type { DatabaseConfig } from '../db/data-source.ts';
import type { Database } from '../db/database.ts';
import { createSingleSignOn, type SingleSignOn } from '../services/accounts/oidc.ts';
import type { SecretSealer } from '../services/accounts/secret-sealer.ts';
import { isOpen, type SessionLimits } from '../services/accounts/session-actor.ts';
import { ChartDesk } from '../services/charts/chart-desk.ts';
import { drillFeed } from '../services/drills/drill-feed.ts';
import type { LiveFeed } from '../services/live/live-feed.ts';
import { PaperService } from '../services/paper/paper-service.ts';
import { type ReadVersions, versionReader } from '../services/read/data-versions.ts';
import { candidateReader, type ReadCandidates } from '../services/read/position-candidates.ts';
import { createReaders, type Readers } from '../services/read/readers.ts';
import { createSearch, type SearchEverything } from '../services/read/search/search-everything.ts';
import { type ReadTrialBase, trialBaseReader } from '../services/read/trial-bases.ts';
import { responseFeed } from '../services/responses/response-feed.ts';
import { RoutingService } from '../services/routing/routing-service.ts';
import { siteStateReader } from '../services/routing/site-state.ts';
import { TileService } from '../tiles/tile-service.ts';
import { EventStreams } from './event-stream.ts';
import { JobRegistry } from './jobs.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { PlanReviewer } from './plan-reviewer.ts';
import { actorOfSession, sessionOf } from './session.ts';
import { UploadStore } from './upload-store.ts';

export interface AppSettings {
  /** How threads of heavy work open the database for themselves. */
  readonly databaseConfig: DatabaseConfig;
  /** Where base maps and uploads are. */
  readonly dataDir: string;
  /** The built web client. */
  readonly webDir: string;
  /** Tiles of 国土地理院 that browsers may ask for; none unless the operator set them. */
  readonly gsiTiles: readonly GsiTileSet[];
  /** Greatest size of all files of one upload together. */
  readonly maxUploadBytes: number;
  /** The city's single sign-on; null where there is none. */
  readonly oidc: OidcSettings | null;
  /** Checks every JSON answer against its schema before it is sent: for tests. */
  readonly checkAnswers: boolean;
  readonly sessionLimits: SessionLimits;
  readonly requestLimits: RequestLimits;
  /** Seals the secrets of second factors. */
  readonly sealer: SecretSealer;
  /** Under which address browsers find the application, where that is not this machine's own. */
  readonly publicOrigin: string | null;
  /** Whether others than this computer can connect. */
  readonly isLoopback: boolean;
  /** Proxies whose word on where a request comes from is believed, as express takes them. */
  readonly trustProxy: string | null;
  /** Stand on the sign-in page, with their passwords: made-up people of the made-up city. */
  readonly demoAccounts: readonly DemoAccount[];
}

/** What requests are answered with; one for each running application. */
export interface AppContext {
  readonly database: Database;
  readonly settings: AppSettings;
  readonly logger: Logger;
  readonly clock: () => Date;
  readonly readVersions: ReadVersions;
  readonly readers: Readers;
  readonly readTrialBase: ReadTrialBase;
  readonly readCandidates: ReadCandidates;
  readonly search: SearchEverything;
  readonly routing: RoutingService;
  readonly tiles: TileService;
  readonly paper: PaperService;
  readonly charts: ChartDesk;
  readonly jobs: JobRegistry;
  readonly planReviewer: PlanReviewer;
  readonly uploads: UploadStore;
  readonly streams: EventStreams;
  readonly responses: LiveFeed;
  readonly drills: LiveFeed;
  readonly metrics: Metrics;
  readonly sso: SingleSignOn | null;
  /** On whose behalf a request is answered. */
  actorOf(request: Request): Actor;
  /** Whether whoever asked may still see what goes on being sent; as that actor, where one is given. */
  isStillIn(request: Request, actor?: Actor): Promise<boolean>;
  isStopping(): boolean;
  /** Ends streams and jobs; readiness says no from here on. */
  stop(): Promise<void>;
}

export function createContext(
  database: Database,
  settings: AppSettings,
  logger: Logger,
  clock: () => Date = () => new Date(),
): AppContext {
  const readers = createReaders(database, clock);
  const jobs = new JobRegistry((error) => logger.error({ err: error }, 'job failed'));
  const streams = new EventStreams();
  const uploads = new UploadStore();
  const readVersions = versionReader(database);
  const responses = responseFeed(
    database,
    readVersions,
    settings.databaseConfig.databaseUrl,
    (error) => logger.warn({ err: error }, 'responses could not be followed'),
  );
  const drills = drillFeed(database, settings.databaseConfig.databaseUrl, (error) =>
    logger.warn({ err: error }, 'drills could not be followed'),
  );
  const routing = new RoutingService(
    settings.databaseConfig,
    siteStateReader(database, clock),
    (error) => logger.error({ err: error }, 'roads could not be prepared'),
  );
  const reportSso = (error: unknown) => logger.warn({ err: error }, 'single sign-on failed');
  const paper = new PaperService(
    {
      ...{ database, readers, clock, dataDir: settings.dataDir },
      ...{ publicOrigin: settings.publicOrigin, routing },
      loadRoads: (one) => routing.roads(one),
    },
    readVersions,
    (error) => logger.error({ err: error }, 'plans could not be printed'),
  );
  const planReviewer = new PlanReviewer(database, settings.databaseConfig, clock, (error) =>
    logger.error({ err: error }, 'plans could not be reviewed'),
  );
  const charts = new ChartDesk({ database, readers, clock }, routing, readVersions);
  let stopping = false;
  return {
    database,
    settings,
    logger,
    clock,
    readVersions,
    readers,
    readTrialBase: trialBaseReader(database, clock),
    readCandidates: candidateReader(database),
    search: createSearch(database, readers),
    routing,
    paper,
    charts,
    tiles: new TileService(database, readers, (municipality) => routing.roads(municipality)),
    jobs,
    planReviewer,
    uploads,
    streams,
    responses,
    drills,
    metrics: createMetrics(),
    sso: settings.oidc === null ? null : createSingleSignOn(settings.oidc, reportSso),
    actorOf: actorOfSession,
    async isStillIn(request, actor) {
      const session = sessionOf(request);
      return session === null || isOpen(database, settings.sessionLimits, session.id, actor);
    },
    isStopping: () => stopping,
    async stop() {
      stopping = true;
      charts.stop();
      streams.endAll();
      await responses.close();
      await drills.close();
      await jobs.stop();
      await paper.close();
      await planReviewer.stop();
      await routing.close();
      await uploads.removeAll();
    },
  };
}
