import { CITY } from '../city.ts';

/** Some streets of the fictional city as OSM XML: one of each thing that the importer knows. */
export function osmSample(): string {
  const nodes = NODES.map(
    ([lng, lat, barrier], at) =>
      `  <node id="${at + 1}" lat="${lat}" lon="${lng}">${barrier === undefined ? '' : tag('barrier', barrier)}</node>`,
  );
  const ways = WAYS.map(([refs, tags], at) => {
    const list = refs.map((ref) => `<nd ref="${ref}"/>`);
    return `  <way id="${at + 1}">${list.join('')}${Object.entries(tags)
      .map(([key, value]) => tag(key, value))
      .join('')}</way>`;
  });
  const relation = `  <relation id="1"><member type="way" ref="1" role="from"/><member type="node" ref="2" role="via"/><member type="way" ref="3" role="to"/>${tag('type', 'restriction')}${tag('restriction', 'no_left_turn')}</relation>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="${CITY.name} (架空)">\n${[...nodes, ...ways, relation].join('\n')}\n</osm>\n`;
}

function tag(key: string, value: string): string {
  return `<tag k="${key}" v="${value}"/>`;
}

const NODES: readonly (readonly [lng: number, lat: number, barrier?: string])[] = [
  [135.21, 31.41],
  [135.212, 31.41],
  [135.214, 31.41],
  [135.212, 31.412],
  [135.212, 31.408],
  [135.213, 31.4125, 'bollard'],
  [135.2145, 31.413],
];

const WAYS: readonly (readonly [
  nodes: readonly number[],
  tags: Readonly<Record<string, string>>,
])[] = [
  [[1, 2], { highway: 'secondary', name: '汐路通り', width: '7.5', lanes: '2' }],
  [[2, 3], { highway: 'secondary', name: '汐路通り', bridge: 'yes', maxweight: '14' }],
  [[2, 4], { highway: 'residential', oneway: 'yes', width: '3.8', surface: 'asphalt' }],
  [[2, 5], { highway: 'steps', step_count: '48', handrail: 'yes' }],
  [[4, 6, 7], { highway: 'path', surface: 'ground', wheelchair: 'no' }],
];
