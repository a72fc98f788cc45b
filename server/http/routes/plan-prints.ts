import { z } from 'zod';
import { municipalityCodeSchema } from '#contract/common';
import { orderPrintsSchema, planExportQuerySchema, printsSchema } from '#contract/plan-paper';
import { bundleHelpers } from '#domain/plan/helper-bundles';
import { mayPrint } from '#domain/plan/papers';
import type { Actor } from '../../db/actor.ts';
import { seenPlans } from '../../services/paper/lists-on-paper.ts';
import type { BatchState } from '../../services/paper/print-desk.ts';
import type { MunicipalityVersions } from '../../services/read/data-versions.ts';
import type { AppContext } from '../context.ts';
import { type Endpoint, fail, municipalEndpoint, ok } from '../endpoint.ts';
import { plansCsv, plansWorkbook } from '../presenters/plan-file.ts';
import { printsZip } from '../presenters/prints-zip.ts';
import { httpProblem } from '../problems.ts';

const PLANS = '/api/municipalities/:code/plans';
const params = z.object({ code: municipalityCodeSchema, id: z.uuid() });

const MEDIA_TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

interface Asked {
  readonly context: AppContext;
  readonly municipality: MunicipalityVersions;
  readonly actor: Actor;
}

const of = { tag: 'plans', personal: true, access: 'plans.print' } as const;
const ofOne = { ...of, params, problems: ['prints.unknown'] } as const;
const UNKNOWN = () => fail(httpProblem('prints.unknown'));

const findPrints = ({ context, municipality, actor }: Asked, id: string) =>
  context.paper.desk.find(id, municipality.code, actor.accountId);

export const planPrintEndpoints: readonly Endpoint[] = [
  municipalEndpoint({
    ...of,
    method: 'post',
    path: `${PLANS}/prints`,
    summary: {
      ja: '多くの計画をまとめて印刷(計画ごとに一つのPDF。再起動のあとも続く)',
      en: 'Print many plans, each into a PDF of its own; goes on after a restart',
    },
    body: orderPrintsSchema,
    status: 202,
    response: printsSchema,
    audit: 'people.print',
    async handle({ context, municipality, actor, body: { paper, districts, stages } }) {
      if (!mayPrint(actor.role, paper)) return fail(httpProblem('access.denied'));
      const found = (await seenPlans(context.paper.sources, municipality, actor, null)).filter(
        ({ row, plan }) =>
          (districts === null || districts.includes(row.district ?? '')) &&
          (stages === null || stages.includes(plan.stage)),
      );
      const people = found.map(({ row }) => row.id);
      const ofHelpers = paper === 'supporter';
      const helpers = ofHelpers ? bundleHelpers(found.map(({ plan }) => plan)) : undefined;
      const residentIds = helpers?.map(({ parts }) => parts[0]!.residentId) ?? people;
      const { accountId, role } = actor;
      const orderedAt = context.clock().toISOString();
      const order = { municipalityCode: municipality.code, accountId, role, paper };
      const listed = helpers?.map(({ parts, ...helper }) => ({ ...helper, parts: [...parts] }));
      const state = await context.paper.desk.order({
        ...{ ...order, residentIds, orderedAt },
        ...(listed !== undefined && { helpers: listed }),
      });
      return ok({ ...state, withFindings: 0, notPrinted: 0 }, people);
    },
  }),
  municipalEndpoint({
    ...ofOne,
    method: 'get',
    path: `${PLANS}/prints/:id`,
    summary: { ja: 'まとめての印刷の進み具合', en: 'How far an order of prints is' },
    response: printsSchema,
    async handle(asked) {
      const found = await findPrints(asked, asked.params.id);
      if (found === null) return UNKNOWN();
      return ok(stateView(found.state, [...(await found.folder.done()).values()]));
    },
  }),
  municipalEndpoint({
    ...ofOne,
    method: 'get',
    path: `${PLANS}/prints/:id/plans.zip`,
    summary: {
      ja: '印刷した計画をZIPで(一覧つき。1日で消える)',
      en: 'The printed plans as ZIP with a list; they are removed after a day',
    },
    response: { mediaType: 'application/zip' },
    audit: 'people.print',
    async handle(asked) {
      const { context, municipality, actor } = asked;
      const found = await findPrints(asked, asked.params.id);
      if (found === null) return UNKNOWN();
      const { order, folder } = found;
      // Whose plan may not be seen any more is not handed out either.
      const seen = await seenPlans(context.paper.sources, municipality, actor, null);
      const parts = order.helpers?.flatMap((helper) => helper.parts) ?? [];
      const ofHelpers = parts.map(({ residentId }) => residentId);
      const wanted = new Set(order.helpers === undefined ? order.residentIds : ofHelpers);
      const people = seen.map(({ row }) => row).filter(({ id }) => wanted.has(id));
      const names = new Map(people.map((row) => [row.id, row]));
      const zip = printsZip({ order, folder, done: await folder.done(), names });
      return ok(zip, [...names.keys()]);
    },
  }),
  municipalEndpoint({
    ...ofOne,
    method: 'delete',
    path: `${PLANS}/prints/:id`,
    summary: { ja: 'まとめての印刷をやめて消す', en: 'Call an order of prints off, and remove it' },
    response: printsSchema,
    async handle(asked) {
      const found = await findPrints(asked, asked.params.id);
      if (found === null) return UNKNOWN();
      await asked.context.paper.desk.remove(asked.params.id);
      return ok({ ...found.state, state: 'cancelled', withFindings: 0, notPrinted: 0 });
    },
  }),
  ...(['csv', 'xlsx'] as const).map((kind) =>
    municipalEndpoint({
      ...of,
      method: 'get',
      path: `${PLANS}.${kind}`,
      summary:
        kind === 'csv'
          ? {
              ja: '計画の一覧をCSVで(役割と同意に応じた列)',
              en: 'Plans as CSV, by role and consent',
            }
          : { ja: '計画の一覧をExcelで', en: 'Plans as an Excel workbook' },
      query: planExportQuerySchema,
      response: { mediaType: MEDIA_TYPES[kind] },
      audit: 'people.export',
      byLanguage: true,
      async handle({ context, municipality, actor, query: { district } }) {
        const found = await seenPlans(context.paper.sources, municipality, actor, null);
        const plans = found
          .filter(({ row }) => district === undefined || district.includes(row.district ?? ''))
          .map(({ row, plan }) => ({ ...plan, row }));
        const write = kind === 'csv' ? plansCsv : plansWorkbook;
        const file = write(plans, actor.role, `plans-${municipality.code}`);
        return ok(
          file,
          plans.map(({ row }) => row.id),
        );
      },
    }),
  ),
];

function stateView(
  state: BatchState,
  done: readonly { readonly pages: number | null; readonly findings: readonly unknown[] }[],
) {
  return {
    ...state,
    withFindings: done.filter(({ findings }) => findings.length > 0).length,
    notPrinted: done.filter(({ pages }) => pages === null).length,
  };
}
