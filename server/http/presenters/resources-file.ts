import type { ResourceFacts } from '#domain/resource/resource';
import { plainCell } from '../../output/plain-cell.ts';
import { cellsOf, RESOURCE_COLUMNS } from '../../services/resources/resource-file.ts';
import type { BodyWriter } from '../endpoint.ts';
import { csvBody } from './csv-body.ts';

/** Resources as they are imported: what goes out comes in again as it was. */
export function resourcesFile(
  resources: readonly { readonly id: string; readonly facts: ResourceFacts }[],
  name: string,
): BodyWriter {
  return csvBody(name, function* () {
    yield RESOURCE_COLUMNS;
    for (const { id, facts } of resources)
      yield cellsOf(id, facts).map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell));
  });
}
