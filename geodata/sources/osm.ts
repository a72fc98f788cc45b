import { type ImportItem, type OpenedSource, UnknownLayoutError } from '#geodata/item';
import type { RoadRecord } from '#geodata/mappers/road-record';
import { addElevation } from '#geodata/steps/add-elevation';
import { WGS84 } from '#geodata/steps/crs';
import { openInputs } from '#geodata/steps/open-inputs';
import { CollectedWays } from '#geodata/steps/osm/collect-ways';
import { Junctions } from '#geodata/steps/osm/junctions';
import { EXPECTED_OSM, OSM_FOUND } from '#geodata/steps/osm/osm-visitor';
import { PlacedNodes } from '#geodata/steps/osm/place-nodes';
import { readOsm, sniffOsm } from '#geodata/steps/osm/read-osm';
import { halved } from '#geodata/steps/read-twice';
import { FeatureFindings } from '#geodata/steps/source-feature';
import { roadItems } from './osm-records.ts';
import type { SourceOptions } from './source-options.ts';

const CREDIT = '© OpenStreetMap contributors';
const LICENCE = 'Open Database License (ODbL) 1.0';

/**
 * Roads of OpenStreetMap files (PBF or XML). Each way that is a road, each barrier on one and each rule
 * of turning is a record. The files are read twice: for the ways, then for where their nodes lie.
 * Memory: the roads (some 300 bytes a node of theirs) and one block of a file, whatever else is in it.
 *
 * @throws UnknownLayoutError while the items are read, before the first, where a file is not whole.
 */
export function openOsm(
  files: readonly string[],
  options: SourceOptions = {},
): OpenedSource<RoadRecord> {
  const findings = new FeatureFindings();
  return {
    items: addElevation(readRoads(files, options, findings), options.elevationTiles),
    metadata: () => ({
      asOf: options.asOf ?? findings.asOf,
      encoding: [...findings.encodings].join(', ') || null,
      crs: [...findings.crsLabels].join(', ') || null,
      credit: CREDIT,
      licence: LICENCE,
      notes: [...findings.notes],
    }),
  };
}

/** Whether the files are OpenStreetMap's, by their first bytes. */
export async function isOsm(paths: readonly string[]): Promise<boolean> {
  const inputs = await openInputs(paths);
  try {
    for (const file of inputs.files) if ((await sniffOsm(file)) === null) return false;
    return inputs.files.length > 0;
  } finally {
    inputs.close();
  }
}

async function* readRoads(
  paths: readonly string[],
  options: SourceOptions,
  findings: FeatureFindings,
): AsyncGenerator<ImportItem<RoadRecord>> {
  const inputs = await openInputs(paths);
  try {
    const onBytes = halved(options.onBytes);
    const collected = new CollectedWays();
    for (const file of inputs.files) {
      const { format, asOf } = await readOsm(file, collected, onBytes);
      findings.add(WGS84, format);
      // Of several files the oldest: all is at least as new.
      if (asOf !== null && (findings.asOf === null || asOf < findings.asOf)) findings.asOf = asOf;
    }
    if (collected.records === 0) throw new UnknownLayoutError(EXPECTED_OSM, OSM_FOUND.noElements);
    const nodes = new PlacedNodes(collected.nodes);
    for (const file of inputs.files) await readOsm(file, nodes, onBytes);
    if (nodes.moved > 0)
      findings.note({
        ja: `同じ番号で位置の違う点が ${nodes.moved} 件ありました(先のものを使いました)`,
        en: `${nodes.moved} nodes came twice at different places (the first was used)`,
      });
    const vias = collected.restrictions.flatMap(({ reading }) =>
      reading.kind === 'restriction' ? [collected.nodes.find(reading.restriction.viaNode)] : [],
    );
    const known = vias.filter((place) => place !== -1);
    const junctions = new Junctions(nodes, collected.ways, [...known, ...nodes.barriers.keys()]);
    yield* roadItems(collected, nodes, junctions, options.clip);
  } finally {
    inputs.close();
  }
}
