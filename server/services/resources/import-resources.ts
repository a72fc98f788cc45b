import { randomUUID } from 'node:crypto';
import type { ResourcesImported } from '#contract/resource';
import { type Result, success } from '#domain/problem';
import { withActor } from '../../db/actor.ts';
import {
  findResource,
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
    const known = await listResources(tx, code);
    for (const { id } of rows)
      if (id !== null && !known.some((one) => one.id === id)) {
        const removed = await findResource(tx, code, id);
        if (removed !== null) known.push(removed);
      }
    const changes: ResourceChange[] = [];
    const refused = [...rejects];
    let same = 0;
    for (const row of rows) {
      const standing = standingOf(known, row);
      const id = standing?.id ?? row.id ?? randomUUID();
      if (changes.some((change) => change.id === id)) {
        const reason = { ja: '同じ資源が前の行にあります', en: 'A line before is of the same' };
        refused.push({ line: row.line, reason });
      } else if (standing !== undefined && !standing.isRemoved && isSame(standing, row)) same += 1;
      else
        changes.push({
          ...{ id, version: standing?.version ?? 0, kind: 'import', facts: row.facts },
          ...{ at: now, by: actor.name },
        });
    }
    if (isApplied && changes.length > 0) await storeResources(tx, code, changes);
    const added = changes.filter(({ version }) => version === 0).length;
    return success({
      ...{ isApplied, read: rows.length + rejects.length, added, same },
      changed: changes.length - added,
      rejects: refused.sort((a, b) => a.line - b.line),
    });
  });
}

function standingOf(known: readonly ResourceRecord[], { id, facts }: FileRow) {
  if (id !== null) return known.find((one) => one.id === id);
  return known.find(
    (one) => one.facts.name === facts.name && one.facts.category === facts.category,
  );
}

const isSame = ({ id, facts }: ResourceRecord, row: FileRow) =>
  JSON.stringify(cellsOf(id, facts)) === JSON.stringify(cellsOf(id, row.facts));
