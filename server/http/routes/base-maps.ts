import { baseMapListSchema } from '#contract/base-map';
import { listBaseMaps } from '../../services/read/base-maps.ts';
import { type Endpoint, endpoint, ok } from '../endpoint.ts';

export const baseMapEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/base-maps',
    access: 'municipality',
    tag: 'map',
    summary: {
      ja: '選べる背景地図(PMTilesファイルと、設定された地理院タイル)',
      en: 'Base maps to choose from: PMTiles files, and GSI tiles where configured',
    },
    response: baseMapListSchema,
    async handle({ context: { settings } }) {
      return ok(await listBaseMaps(settings.dataDir, settings.gsiTiles));
    },
  }),
];
