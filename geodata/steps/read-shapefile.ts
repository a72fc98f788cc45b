import { Readable } from 'node:stream';
import { open } from 'shapefile';
import { type Bilingual, UnknownLayoutError } from '#geodata/item';
import type { Layer } from './choose-layers.ts';
import { type Crs, crsByWkt, JGD2011, planeZoneCrs } from './crs.ts';
import { baseName, extension, type InputFile, readBytes, readStart } from './input-file.ts';
import { isLatitude, isLongitude } from './read-ring.ts';
import type { FeatureFindings, FeatureOptions, SourceFeature } from './source-feature.ts';
import { detectDbfEncoding, encodingOfCpg } from './text-encoding.ts';

const EXPECTED: Bilingual = {
  ja: '壊れていない Shapefile(.shp と .dbf の組)',
  en: 'a sound Shapefile (.shp with its .dbf)',
};
const EXPECTED_CRS: Bilingual = {
  ja: '座標系が JGD2011・JGD2000・WGS 84 とわかる .prj(ない場合は平面直角座標系の系番号の指定)。旧日本測地系は変換してから取り込んでください',
  en: 'a .prj of JGD2011, JGD2000 or WGS 84, or the plane rectangular zone as an option; convert data on the old Tokyo datum first',
};

/**
 * Features of a Shapefile, streamed; .dbf, .cpg and .prj are looked for beside it.
 *
 * @throws UnknownLayoutError where parts are missing or broken, or the system is unknown.
 */
export async function* readShapefile(
  { file, companions }: Layer,
  options: FeatureOptions,
  findings: FeatureFindings,
): AsyncGenerator<SourceFeature> {
  const companion = (end: string): InputFile | undefined =>
    companions.find(({ name }) => extension(name) === end);
  const dbf = companion('.dbf');
  if (dbf === undefined)
    throw new UnknownLayoutError(EXPECTED, {
      ja: `${baseName(file.name)}(組になる .dbf がありません)`,
      en: `${baseName(file.name)} without .dbf`,
    });
  const encoding = options.encoding ?? (await findEncoding(dbf, companion('.cpg')));
  const source = await sound(
    open(toStream(file, options), toStream(dbf, options), { encoding }),
    file,
  );
  try {
    const crs = await findCrs(options, companion('.prj'), source.bbox, file);
    findings.add(crs, encoding === 'shift_jis' ? 'Shift_JIS (CP932)' : encoding.toUpperCase());
    for (let recordNumber = 1; ; recordNumber += 1) {
      const { done, value } = await sound(source.read(), file);
      if (done) return;
      const properties = value.properties ?? {};
      yield {
        recordNumber,
        properties,
        geometry: value.geometry,
        crs,
        defect: null,
        raw: () => JSON.stringify(properties),
      };
    }
  } finally {
    await source.cancel();
  }
}

/** The package throws plain errors of many kinds at bytes that are no Shapefile. */
async function sound<T>(reading: Promise<T>, file: InputFile): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    throw new UnknownLayoutError(EXPECTED, {
      ja: `${baseName(file.name)} が壊れています(もう一度ダウンロードしてください)`,
      en: `${baseName(file.name)} is broken (${String(error)})`,
    });
  }
}

function toStream(file: InputFile, { onBytes }: FeatureOptions): Readable {
  return Readable.from(readBytes(file, onBytes), { objectMode: false });
}

async function findEncoding(dbf: InputFile, cpg: InputFile | undefined): Promise<string> {
  const said = cpg === undefined ? null : encodingOfCpg(await readText(cpg));
  return said ?? (await detectDbfEncoding(dbf));
}

async function findCrs(
  { planeZone }: FeatureOptions,
  prj: InputFile | undefined,
  bbox: readonly number[],
  file: InputFile,
): Promise<Crs> {
  if (planeZone !== undefined) return planeZoneCrs(planeZone);
  if (prj !== undefined) {
    const wkt = await readText(prj);
    const crs = crsByWkt(wkt);
    if (crs === null) throw new UnknownLayoutError(EXPECTED_CRS, wkt.slice(0, 80));
    return crs;
  }
  const [west, south, east, north] = bbox;
  const looksGeographic =
    [west, east].every((degrees) => isLongitude(degrees ?? Number.NaN)) &&
    [south, north].every((degrees) => isLatitude(degrees ?? Number.NaN));
  if (looksGeographic) return JGD2011;
  throw new UnknownLayoutError(EXPECTED_CRS, {
    ja: `${baseName(file.name)}(.prj がありません。x は ${west}〜${east})`,
    en: `${baseName(file.name)} without .prj (x ${west} … ${east})`,
  });
}

async function readText(file: InputFile): Promise<string> {
  return (await readStart(file, 1 << 16)).toString('utf8');
}
