import type { Endpoint } from './endpoint.ts';
import { criteriaEndpoints } from './routes/criteria.ts';
import { criteriaDeskEndpoints } from './routes/criteria-desk.ts';
import { dataEndpoints } from './routes/data.ts';
import { jobEndpoints } from './routes/jobs.ts';
import { municipalityEndpoints } from './routes/municipality.ts';
import { residentEndpoints } from './routes/residents.ts';
import { placeEndpoints } from './routes/shelters.ts';
import { tileEndpoints } from './routes/tiles.ts';

/** Everything under /api that answers with data. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...municipalityEndpoints,
  ...residentEndpoints,
  ...placeEndpoints,
  ...criteriaEndpoints,
  ...criteriaDeskEndpoints,
  ...dataEndpoints,
  ...jobEndpoints,
  ...tileEndpoints,
];
