import type { Endpoint } from './endpoint.ts';
import { accessEndpoints } from './routes/access.ts';
import { accountEndpoints } from './routes/accounts.ts';
import { auditEndpoints } from './routes/audit.ts';
import { baseMapEndpoints } from './routes/base-maps.ts';
import { chartEndpoints } from './routes/charts.ts';
import { closureScenarioEndpoints } from './routes/closure-scenarios.ts';
import { criteriaEndpoints } from './routes/criteria.ts';
import { criteriaDeskEndpoints } from './routes/criteria-desk.ts';
import { dataEndpoints } from './routes/data.ts';
import { datasetDecisionEndpoints } from './routes/dataset-decisions.ts';
import { drillAfterEndpoints } from './routes/drill-after.ts';
import { drillFileEndpoints } from './routes/drill-files.ts';
import { drillPublicationEndpoints } from './routes/drill-publication.ts';
import { drillRouteEndpoints } from './routes/drill-routes.ts';
import { drillRunEndpoints } from './routes/drill-run.ts';
import { drillTemplateEndpoints } from './routes/drill-templates.ts';
import { drillEndpoints } from './routes/drills.ts';
import { fireCheckEndpoints } from './routes/fire-check.ts';
import { fireStationEndpoints } from './routes/fire-stations.ts';
import { guideEndpoints } from './routes/guide.ts';
import { importEndpoints } from './routes/imports.ts';
import { inViewEndpoints } from './routes/in-view.ts';
import { jobEndpoints } from './routes/jobs.ts';
import { municipalityEndpoints } from './routes/municipality.ts';
import { openDataEndpoints } from './routes/open-data.ts';
import { peopleDeskEndpoints } from './routes/people-desk.ts';
import { planPaperEndpoints } from './routes/plan-papers.ts';
import { planPrintEndpoints } from './routes/plan-prints.ts';
import { planProposalEndpoints } from './routes/plan-proposals.ts';
import { planReviewEndpoints } from './routes/plan-reviews.ts';
import { planEndpoints } from './routes/plans.ts';
import { publicDrillEndpoints } from './routes/public-drills.ts';
import { relayOfficeEndpoints } from './routes/relay-offices.ts';
import { relaySheetEndpoints } from './routes/relay-sheets.ts';
import { residentEndpoints } from './routes/residents.ts';
import { resourceEndpoints } from './routes/resources.ts';
import { responseEndpoints } from './routes/responses.ts';
import { retentionEndpoints } from './routes/retention.ts';
import { routingEndpoints } from './routes/routing.ts';
import { sampleEndpoints } from './routes/samples.ts';
import { scenarioEndpoints } from './routes/scenarios.ts';
import { searchEndpoints } from './routes/search.ts';
import { sessionEndpoints } from './routes/session.ts';
import { shelterEndpoints } from './routes/shelters.ts';
import { siteOverrideEndpoints } from './routes/site-overrides.ts';
import { sitePhotoEndpoints } from './routes/site-photos.ts';
import { ssoEndpoints } from './routes/sso.ts';
import { tileEndpoints } from './routes/tiles.ts';
import { travelProfileEndpoints } from './routes/travel-profiles.ts';
import { uploadEndpoints } from './routes/uploads.ts';
import { warningEndpoints } from './routes/warnings.ts';
import { wholeChainEndpoints } from './routes/whole-chain.ts';
import { zoneEndpoints } from './routes/zones.ts';

/** Everything under /api that answers with data. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...sessionEndpoints,
  ...ssoEndpoints,
  ...accountEndpoints,
  ...municipalityEndpoints,
  ...accessEndpoints,
  ...auditEndpoints,
  ...retentionEndpoints,
  ...warningEndpoints,
  ...residentEndpoints,
  ...planEndpoints,
  ...responseEndpoints,
  ...drillEndpoints,
  ...drillTemplateEndpoints,
  ...drillRunEndpoints,
  ...drillFileEndpoints,
  ...drillRouteEndpoints,
  ...drillAfterEndpoints,
  ...drillPublicationEndpoints,
  ...publicDrillEndpoints,
  ...guideEndpoints,
  ...relaySheetEndpoints,
  ...resourceEndpoints,
  ...planPaperEndpoints,
  ...planPrintEndpoints,
  ...planReviewEndpoints,
  ...peopleDeskEndpoints,
  ...searchEndpoints,
  ...shelterEndpoints,
  ...zoneEndpoints,
  ...scenarioEndpoints,
  ...routingEndpoints,
  ...wholeChainEndpoints,
  ...planProposalEndpoints,
  ...closureScenarioEndpoints,
  ...fireCheckEndpoints,
  ...fireStationEndpoints,
  ...relayOfficeEndpoints,
  ...travelProfileEndpoints,
  ...siteOverrideEndpoints,
  ...sitePhotoEndpoints,
  ...criteriaEndpoints,
  ...criteriaDeskEndpoints,
  ...dataEndpoints,
  ...uploadEndpoints,
  ...importEndpoints,
  ...datasetDecisionEndpoints,
  ...sampleEndpoints,
  ...jobEndpoints,
  ...tileEndpoints,
  ...baseMapEndpoints,
  ...inViewEndpoints,
  ...chartEndpoints,
  ...openDataEndpoints,
];
