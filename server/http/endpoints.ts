import type { Endpoint } from './endpoint.ts';
import { criteriaEndpoints } from './routes/criteria.ts';
import { criteriaDeskEndpoints } from './routes/criteria-desk.ts';
import { dataEndpoints } from './routes/data.ts';
import { importEndpoints } from './routes/imports.ts';
import { jobEndpoints } from './routes/jobs.ts';
import { municipalityEndpoints } from './routes/municipality.ts';
import { residentEndpoints } from './routes/residents.ts';
import { searchEndpoints } from './routes/search.ts';
import { placeEndpoints } from './routes/shelters.ts';
import { tileEndpoints } from './routes/tiles.ts';
import { warningEndpoints } from './routes/warnings.ts';

/** Everything under /api that answers with data. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...municipalityEndpoints,
  ...warningEndpoints,
  ...residentEndpoints,
  ...searchEndpoints,
  ...placeEndpoints,
  ...criteriaEndpoints,
  ...criteriaDeskEndpoints,
  ...dataEndpoints,
  ...importEndpoints,
  ...jobEndpoints,
  ...tileEndpoints,
];
