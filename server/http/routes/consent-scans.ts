import { z } from 'zod';
import {
  consentsSchema,
  MOST_SCAN_BYTES,
  removeScanSchema,
  SCAN_MEDIA_TYPES,
} from '#contract/access';
import { municipalityCodeSchema } from '#contract/common';
import { CONSENT_PURPOSES } from '#domain/access/consent';
import { addConsentScan, readConsentScan, setScanRemoved } from '../../services/consent-scans.ts';
import { readConsents } from '../../services/consents.ts';
import type { ServiceContext } from '../../services/context.ts';
import { serviceOf } from '../adopt-side.ts';
import { bodyOf } from '../body-of.ts';
import { type BodyWriter, type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { fromDomainProblem, httpProblem } from '../problems.ts';

const PATH = '/api/municipalities/:code/residents/:id/consents/:purpose/scans';
const params = z.object({
  code: municipalityCodeSchema,
  id: z.uuid(),
  purpose: z.enum(CONSENT_PURPOSES),
});
const withScan = params.extend({ scanId: z.uuid() });

export const consentScanEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    method: 'post',
    path: PATH,
    access: 'consent.change',
    tag: 'access',
    summary: {
      ja: '同意の書面を添付(PDF、PNG、JPEG。10メガバイトまで)',
      en: 'Attach the paper of a consent (PDF, PNG, JPEG; up to 10 MB)',
    },
    params,
    accepts: SCAN_MEDIA_TYPES,
    status: 201,
    response: consentsSchema,
    personal: true,
    audit: 'consent.see',
    changes: { action: 'consent.change', people: ({ params: { id } }) => [id] },
    problems: ['resident.unknown', 'request.too-large'],
    async handle({ context, actor, request, params: { code, id, purpose } }) {
      const content = await bodyOf(request, MOST_SCAN_BYTES);
      if (content === null) return fail(httpProblem('request.too-large'));
      const service = serviceOf(context, actor);
      const added = await addConsentScan(service, code, { residentId: id, purpose }, content);
      return added.ok ? consentsOf(service, code, id) : fail(fromDomainProblem(added.problem));
    },
  }),
  municipalEndpoint({
    method: 'get',
    path: `${PATH}/:scanId`,
    access: 'consent.see',
    tag: 'access',
    summary: { ja: '同意の書面', en: 'The paper of a consent' },
    params: withScan,
    response: { mediaType: 'application/octet-stream' },
    personal: true,
    audit: 'consent.see',
    problems: ['consent-scan.unknown'],
    async handle({ context, actor, params: { code, id, purpose, scanId } }) {
      const key = { residentId: id, purpose, id: scanId };
      const scan = await readConsentScan(serviceOf(context, actor), code, key);
      if (!scan.ok) return fail(fromDomainProblem(scan.problem));
      const { mediaType, content } = scan.value;
      const name = `consent.${mediaType.slice(mediaType.indexOf('/') + 1)}`;
      // A download, never a page of ours: what is in the file is not looked at.
      const write: BodyWriter = (_request, response) => {
        response.attachment(name).type(mediaType).send(content);
      };
      return ok(write, [id]);
    },
  }),
  municipalEndpoint({
    method: 'put',
    path: `${PATH}/:scanId/removed`,
    access: 'consent.change',
    tag: 'access',
    summary: {
      ja: '同意の書面の取り外し、またはその取り消し',
      en: 'Take the paper of a consent away, or that back',
    },
    params: withScan,
    body: removeScanSchema,
    response: consentsSchema,
    personal: true,
    audit: 'consent.see',
    changes: { action: 'consent.change', people: ({ params: { id } }) => [id] },
    problems: ['consent-scan.unknown'],
    async handle({ context, actor, params: { code, id, purpose, scanId }, body }) {
      const service = serviceOf(context, actor);
      const key = { residentId: id, purpose, id: scanId };
      const done = await setScanRemoved(service, code, key, body.isRemoved);
      return done.ok ? consentsOf(service, code, id) : fail(fromDomainProblem(done.problem));
    },
  }),
];

async function consentsOf(service: ServiceContext, code: string, id: string) {
  const consents = await readConsents(service, code, id);
  return consents === null ? fail(httpProblem('resident.unknown')) : ok(consents, [id]);
}
