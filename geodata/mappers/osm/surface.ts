import type { Road } from '#domain/road/road';
import type { OsmTags } from '#geodata/steps/osm/osm-visitor';

/** Ground that wheels roll on (https://wiki.openstreetmap.org/wiki/Key:surface). */
const PAVED =
  /^(?:paved|asphalt|chipseal|concrete|paving_stones|grass_paver|sett|bricks?|cobblestone|unhewn_cobblestone|metal|metal_grid|wood|tiles?|rubber|tartan|acrylic)(?::|$)/;
const UNPAVED =
  /^(?:unpaved|compacted|fine_gravel|gravel|shells|rock|pebblestone|ground|dirt|earth|grass|mud|sand|woodchips|snow|ice|salt|clay|stepping_stones|stone)(?::|$)/;

export function surfaceOf(tags: OsmTags): Road['surface'] {
  // Of several (`asphalt;gravel`) the worse one.
  const said = (tags.get('surface') ?? '').split(';').map((one) => one.trim());
  if (said.some((one) => UNPAVED.test(one))) return 'unpaved';
  return said.some((one) => PAVED.test(one)) ? 'paved' : 'unknown';
}
