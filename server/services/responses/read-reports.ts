import type { ReportList } from '#contract/response';
import { RESPONSE_FAILURES } from '#domain/plan/response-failures';
import { failure, type Result, success } from '#domain/problem';
import { type Actor, withActor } from '../../db/actor.ts';
import type { Database } from '../../db/database.ts';
import { selectReports } from '../../db/queries/response-reports.ts';
import { findResponse } from '../../db/queries/responses.ts';
import type { MunicipalityVersions } from '../read/data-versions.ts';
import { valuesInForce } from '../read/overridden-shelter.ts';
import type { Readers } from '../read/readers.ts';

const MOST = 1000;

/** All that was said in a response of one person (null = of everybody whom the actor sees). */
export async function readReports(
  sources: { readonly database: Database; readonly readers: Readers; readonly actor: Actor },
  municipality: MunicipalityVersions,
  id: string,
  personId: string | null,
): Promise<Result<ReportList>> {
  const { database, readers, actor } = sources;
  const { code } = municipality;
  const found = await withActor(database, actor, code, async (tx) =>
    (await findResponse(tx, code, id)) === null
      ? null
      : selectReports(tx, code, id, personId, MOST),
  );
  if (found === null) return failure(RESPONSE_FAILURES.unknown());
  const shelters = await readers.shelters(municipality);
  const names = new Map(shelters.map((one) => [one.id, valuesInForce(one).name]));
  return success({
    reports: found.map(({ at, receivedAt, role, moment: _, ...report }) => ({
      ...{ ...report, at: at.toISOString(), receivedAt: receivedAt.toISOString() },
      shelterName: report.shelterId === null ? null : (names.get(report.shelterId) ?? null),
      reportedRole: role,
    })),
  });
}
