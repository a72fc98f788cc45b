import { createHash } from 'node:crypto';
import type { MunicipalitySettings } from '#contract/municipality';
import type { Queryable } from '../../db/database.ts';
import type { Topic } from '../../db/entities/municipality.ts';
import { selectVersions } from '../../db/queries/read/versions.ts';
import { coalesce } from './coalesce.ts';

export type { Topic };

/** A municipality as it stood when it was asked, with the version of each of its topics. */
export interface MunicipalityVersions {
  readonly code: string;
  readonly name: string;
  readonly settings: MunicipalitySettings;
  readonly version: number;
  readonly epoch: string;
  readonly topics: Readonly<Partial<Record<Topic, number>>>;
  /** Ids of the disaster modes that are open now: they end by themselves, so no version tells of it. */
  readonly disasterModes: readonly string[];
  /** Moves when a closure of a road begins or ends, or an override expires: no version tells of it either. */
  readonly siteMoment: number;
}

/** Null where there is no such municipality. Readers at the same time share one query. */
export type ReadVersions = (code: string) => Promise<MunicipalityVersions | null>;

export function versionReader(database: Queryable): ReadVersions {
  return coalesce(async (code) => {
    const rows = await selectVersions(database, code);
    const [first] = rows;
    if (first === undefined) return null;
    const topics = rows.flatMap(({ topic, topic_version }) =>
      topic === null || topic_version === null ? [] : [[topic, topic_version] as const],
    );
    return {
      code,
      name: first.name,
      settings: {
        marginMeters: first.margin_meters,
        criteriaId: first.criteria_id,
        zoneDataLimitYears: first.zone_data_limit_years,
      },
      version: first.version,
      epoch: first.epoch,
      disasterModes: first.disaster_modes,
      siteMoment: first.site_moment,
      topics: Object.fromEntries(topics),
    };
  });
}

/** A short text that changes whenever one of the topics does. */
export function versionToken(versions: MunicipalityVersions, topics: readonly Topic[]): string {
  const parts = topics.map((topic) => {
    if (topic === 'settings') return `settings ${versions.version}`;
    if (topic === 'site-overrides')
      return `${topic} ${versions.topics[topic] ?? 0} ${versions.siteMoment}`;
    const modes = topic === 'consent' ? ` ${versions.disasterModes.join()}` : '';
    return `${topic} ${versions.topics[topic] ?? 0}${modes}`;
  });
  const text = [versions.code, versions.epoch, ...parts].join('\n');
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
