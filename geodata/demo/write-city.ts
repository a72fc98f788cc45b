import { geojsonText, type WrittenFile, writeOut } from './files/write.ts';
import { homePicker } from './people/homes.ts';
import { makePeople } from './people/people.ts';
import { rosterCsv } from './people/roster-file.ts';
import { districtFeatures } from './places/districts.ts';
import { fireStationFeatures } from './places/fire-stations.ts';
import { blockCsv, townCsv } from './places/gazetteer-files.ts';
import { emergencySiteCsv, shelterCsv } from './places/shelter-files.ts';
import { placeShelters } from './places/shelters.ts';
import { nameStreams } from './places/streams.ts';
import { welfareCsv } from './places/welfare-file.ts';
import type { City } from './plan-city.ts';
import type { OnDemoStep } from './progress.ts';
import type { Random } from './random.ts';
import { bridgeFinder } from './streets/bridges.ts';
import { roadFeatures } from './streets/road-features.ts';
import { writeBasemap } from './tiles/basemap.ts';
import { buildingsIn } from './zones/building-index.ts';
import { zoneFeatures } from './zones/zone-records.ts';

/** Writes the city's files, every one in the layout that its importer knows. */
export async function writeCity(
  city: City,
  directory: string,
  random: Random,
  onProgress: OnDemoStep,
): Promise<{ files: WrittenFile[]; counts: Record<string, number> }> {
  const { buildings, addresses, towns, zones, chains, districts, size } = city;
  await onProgress({ ja: 'データを書き出しています', en: 'Writing the data', done: 0.8 });
  const streams = nameStreams(city.terrain, city.nameFor);
  const zoneList = zoneFeatures(
    zones,
    {
      townOf: ({ building }) => addresses.get(building)?.town.name ?? '',
      streamAt: streams.nameAt,
    },
    random.fork('zones'),
  );
  const inRed = new Set(
    zones.flatMap(({ red }) => buildingsIn(city.buildingIndex, buildings, red)),
  );
  const inYellow = new Set(
    zones.flatMap(({ yellow }) => buildingsIn(city.buildingIndex, buildings, yellow)),
  );
  const facilities = placeShelters(
    {
      terrain: city.terrain,
      buildings,
      addresses,
      districts: districts.list,
      districtOf: city.districtOf,
      inYellow: (building) => inYellow.has(building),
    },
    size.shelters,
    random.fork('shelters'),
  );
  const pickHome = homePicker(city, inRed, inYellow, random.fork('homes'));
  const people = makePeople(size.residents, pickHome, random.fork('people'));
  const isBridge = bridgeFinder(chains, streams.lines);
  const write = (file: string, content: string) => writeOut(directory, file, content);
  const files = [
    await write('zones.geojson', geojsonText('zones', zoneList)),
    await write('districts.geojson', geojsonText('districts', districtFeatures(districts.list))),
    await write('gazetteer-blocks.csv', blockCsv(towns)),
    await write('gazetteer-towns.csv', townCsv(towns)),
    await write('emergency-sites.csv', emergencySiteCsv(facilities, addresses)),
    await write('shelters.csv', shelterCsv(facilities, addresses, random.fork('shelter-list'))),
    await write(
      'welfare-shelters.csv',
      welfareCsv(buildings, addresses, size.welfareShelters, random.fork('welfare')),
    ),
    await write('fire-stations.geojson', geojsonText('fire-stations', fireStationFeatures(city))),
    await write(
      'roads.geojson',
      geojsonText('roads', roadFeatures(chains, isBridge, city.terrain)),
    ),
    await write(
      'roster.csv',
      rosterCsv(
        people,
        {
          buildings,
          addresses,
          districts: districts.list,
          numberLetter: size.numberLetter ?? 'R',
        },
        random.fork('roster'),
      ),
    ),
  ];
  await onProgress({ ja: '地図タイルをつくっています', en: 'Making map tiles', done: 0.86 });
  files.push(...(await writeBasemap(city, streams, isBridge, directory)));
  const reds = zoneList.filter(({ properties }) => Number(properties.A33_002) % 2 === 0).length;
  return {
    files,
    counts: {
      roadNodes: city.roads.network.nodes.length,
      roadEdges: city.roads.network.edges.length,
      roads: chains.length,
      buildings: buildings.length,
      buildingsInRed: inRed.size,
      buildingsInYellow: inYellow.size,
      yellowZones: zoneList.length - reds,
      redZones: reds,
      slopeZones: zones.filter(({ phenomenon }) => phenomenon === 'slope-failure').length,
      debrisFlowZones: zones.filter(({ phenomenon }) => phenomenon === 'debris-flow').length,
      landslideZones: zones.filter(({ phenomenon }) => phenomenon === 'landslide').length,
      districts: districts.list.length,
      towns: towns.length,
      blocks: towns.reduce((sum, { blocks }) => sum + blocks.length, 0),
      shelterFacilities: facilities.length,
      emergencySites: facilities.filter(({ isSite }) => isSite).length,
      shelters: facilities.filter(({ isShelter }) => isShelter).length,
      residents: people.length,
      residentsInRed: people.filter(({ home }) => inRed.has(home)).length,
      residentsInYellow: people.filter(({ home }) => inYellow.has(home)).length,
    },
  };
}
