import type { ResidentRow } from '#contract/resident';
import { residentPageSchema } from '#contract/resident';
import { requestJson } from '../../api/client.ts';
import type { ResidentListKey } from '../../api/queries.ts';
import { residentSearch } from '../../api/resident-search.ts';

/** Some sixty pages: more is a matter for a file. */
const MOST_PRINTED = 2_000;
const PAGE = 200;

export interface PrintedPeople {
  readonly rows: readonly ResidentRow[];
  readonly total: number;
}

/** The list in its order, as far as it is printed. */
export async function loadPeople(code: string, list: ResidentListKey): Promise<PrintedPeople> {
  const rows: ResidentRow[] = [];
  let total = 0;
  do {
    const search = residentSearch(list, rows.length, PAGE);
    const page = await requestJson(
      residentPageSchema,
      `/municipalities/${code}/residents?${search}`,
    );
    total = page.total;
    rows.push(...page.rows);
    if (page.rows.length === 0) break;
  } while (rows.length < Math.min(total, MOST_PRINTED));
  return { rows, total };
}
