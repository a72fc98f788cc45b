import type { Database } from '../../db/database.ts';
import { selectMoments } from '../../db/queries/responses.ts';
import { LiveFeed } from '../live/live-feed.ts';
import type { ReadVersions } from '../read/data-versions.ts';
import { FeedChannel } from './feed-channel.ts';

/** What is said in responses. */
export function responseFeed(
  database: Database,
  readVersions: ReadVersions,
  databaseUrl: string | null,
  onTrouble: (error: unknown) => void,
): LiveFeed {
  const source = {
    notified: 'michishirube_response',
    open: (code: string, id: string) => new FeedChannel(database, readVersions, code, id),
    selectMoments: (ids: readonly string[]) => selectMoments(database, ids),
  };
  return new LiveFeed(database, databaseUrl, source, onTrouble);
}
