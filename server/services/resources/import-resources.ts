import { randomUUID } from 'node:crypto';
import type { ResourcesImported } from '#contract/resource';
import { type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import {
  findResources,
  listResources,
  type ResourceChange,
  type ResourceRecord,
  storeResources,
} from '../../db/queries/resources.ts';
import type { ResourceSources } from './change-resources.ts';
import { cellsOf, type FileRow, readResourceFile } from './resource-file.ts';

/**
 * Takes a file over: a row is the resource of its id, else the one of its name and category, else a new one.
 * What the file does not name stays as it is. Without `isApplied` it is told what would come of it.
 */
export async function importResources(
  { database, actor, now }: ResourceSources,
  code: string,
  content: Buffer,
  isApplied: boolean,
): Promise<Result<ResourcesImported>> {
  const file = readResourceFile(content);
  if (!file.ok) return file;
  const { rows, rejects } = file.value;
  return withActor(database, actor, code, async (tx) => {
    const ids = rows.flatMap(({ id }) => id ?? []);
    const standingOf = finder(await listResources(tx, code), await findResources(tx, code, ids));
    const changes = new Map<string, ResourceChange & Pick<FileRow, 'line'>>();
    const refused = [...rejects];
    const refuse = (line: number, ja: string, en: string) =>
      refused.push({ line, reason: { ja, en } });
    let same = 0;
    for (const row of rows) {
      const standing = standingOf(row);
      const id = standing?.id ?? row.id ?? randomUUID();
      if (changes.has(id))
        refuse(row.line, '同じ資源が前の行にあります', 'A line before is of the same');
      else if (standing !== undefined && !standing.isRemoved && isSame(standing, row)) same += 1;
      else
        changes.set(id, {
          ...{ id, version: standing?.version ?? 0, kind: 'import', facts: row.facts },
          ...{ at: now, by: actor.name, line: row.line },
        });
    }
    const all = [...changes.values()];
    const stored = new Set(isApplied ? await storeResources(tx, code, all) : changes.keys());
    for (const { id, line } of all)
      if (!stored.has(id))
        refuse(
          line,
          '取り込んでいる間に他の人が先に変更しました。今の内容と見比べてください',
          'Somebody else changed it meanwhile; compare with what stands now',
        );
    const added = all.filter(({ id, version }) => version === 0 && stored.has(id)).length;
    return success({
      ...{ isApplied, read: rows.length + rejects.length, added, same },
      changed: stored.size - added,
      rejects: refused.sort((a, b) => a.line - b.line),
    });
  });
}

/** The resource that a row is about: that of its id, else the first on the list of its name and category. */
function finder(listed: readonly ResourceRecord[], named: readonly ResourceRecord[]) {
  const nameOf = ({ name, category }: FileRow['facts']) => `${category} ${name}`;
  const byId = new Map(named.map((one) => [one.id, one]));
  const byName = new Map([...listed].reverse().map((one) => [nameOf(one.facts), one]));
  return ({ id, facts }: FileRow) => (id !== null ? byId.get(id) : byName.get(nameOf(facts)));
}

const isSame = ({ id, facts }: ResourceRecord, row: FileRow) =>
  JSON.stringify(cellsOf(id, facts)) === JSON.stringify(cellsOf(id, row.facts));
