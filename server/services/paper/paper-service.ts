import { mayPrint } from '#domain/plan/papers';
import { type Actor, SYSTEM } from '../../db/actor.ts';
import { findAccount } from '../../db/queries/accounts/accounts.ts';
import type { Sheet } from '../../output/paper/sheet.ts';
import type { TypesetSheet } from '../../output/paper/typesetter.ts';
import { actorOfAccount } from '../accounts/session-actor.ts';
import type { MunicipalityVersions, ReadVersions } from '../read/data-versions.ts';
import type { BatchOrder } from './batch-folder.ts';
import { helperOnPaper, reckonParts } from './helper-on-paper.ts';
import { PrintDesk } from './print-desk.ts';
import { PrintThread } from './print-thread.ts';
import { type PaperSources, readPlanOnPaper } from './read-plan-on-paper.ts';
import { sheetFor } from './sheet-for.ts';

/** What is printed by this process: single sheets, and batches of them. */
export class PaperService {
  readonly sources: PaperSources;
  readonly desk: PrintDesk;
  readonly #thread = new PrintThread();
  readonly #readVersions: ReadVersions;

  constructor(sources: PaperSources, readVersions: ReadVersions, onBug: (error: unknown) => void) {
    this.sources = sources;
    this.#readVersions = readVersions;
    const openWork = (order: BatchOrder) => this.#openWork(order);
    this.desk = new PrintDesk({ dataDir: sources.dataDir, openWork, onBug });
  }

  typeset(sheet: Sheet): Promise<TypesetSheet> {
    return this.#thread.typeset(sheet);
  }

  async close(): Promise<void> {
    await this.desk.stop();
    await this.#thread.close();
  }

  /** As the account stands now: a batch that goes on later prints nothing that was taken away since. */
  async #openWork({ municipalityCode, accountId, role, paper, helpers }: BatchOrder) {
    const municipality = await this.#readVersions(municipalityCode);
    const isSystem = accountId === null && role === 'system';
    const whose = isSystem ? SYSTEM : await this.#actorOf(accountId);
    if (municipality === null || whose === null || !mayPrint(whose.role, paper)) return null;
    const typeset = (sheet: Sheet) => this.typeset(sheet);
    if (paper === 'supporter') {
      const sheetOf = await this.#helperSheets(municipality, whose, helpers ?? []);
      return { typeset, sheetOf };
    }
    return {
      typeset,
      sheetOf: async (residentId: string) => {
        const plan = await readPlanOnPaper(this.sources, municipality, whose, residentId);
        const sheet = plan === null ? null : sheetFor(paper, plan, undefined);
        return sheet?.ok === true ? sheet.value : null;
      },
    };
  }

  async #helperSheets(
    municipality: MunicipalityVersions,
    actor: Actor,
    helpers: NonNullable<BatchOrder['helpers']>,
  ) {
    const { sources } = this;
    const { database, routing } = sources;
    const { signal } = new AbortController();
    const reckoned = await reckonParts({
      ...{ context: { database, actor }, routing, municipality, signal },
    });
    if (!reckoned.ok) throw new Error(reckoned.problem.en);
    return async (_residentId: string, index: number) => {
      const bundle = helpers[index];
      return bundle === undefined
        ? null
        : helperOnPaper(sources, municipality, actor, bundle, reckoned.value);
    };
  }

  async #actorOf(accountId: string | null) {
    if (accountId === null) return null;
    const account = await findAccount(this.sources.database, accountId);
    return account === null || account.isDisabled ? null : actorOfAccount(accountId, account);
  }
}
