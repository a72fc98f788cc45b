import type { MultiPolygon } from '#domain/geo/position';
import type { RosterMapping } from '#geodata/mappers/roster-mapping';
import type { WelfareMapping } from '#geodata/mappers/shelter-welfare-columns';
import type { CsvEncoding } from '#geodata/steps/read-csv-encoding';

/** What a reader may be told; each takes what concerns it. */
export interface SourceOptions {
  /** Plane rectangular zone 1–19 of the coordinates; it overrules what the file says. */
  readonly planeZone?: number | undefined;
  /** Zones that do not touch this area are skipped, and roads that are far from its box. */
  readonly clip?: MultiPolygon | undefined;
  /** YYYY-MM-DD that the data stand for; it overrules what the file says. */
  readonly asOf?: string | null | undefined;
  /** Encoding of a CSV or of the attributes of a Shapefile; otherwise it is detected. */
  readonly encoding?: CsvEncoding | undefined;
  /** Districts: path of a CSV with the columns `area` and `district`. */
  readonly areaDistricts?: string | undefined;
  /** Districts: attribute that holds the name; otherwise one of the usual ones. */
  readonly nameAttribute?: string | undefined;
  /** Roster: which header holds which fact. */
  readonly mapping?: RosterMapping | undefined;
  /** Welfare shelters: which header of the file holds what stands under a header of the template. */
  readonly welfareMapping?: WelfareMapping | undefined;
  /** Roster: sheet of a workbook by name, or by number from 1. */
  readonly sheet?: string | number | undefined;
  /** Roads: folder of GSI's elevation tiles as {z}/{x}/{y}.png. */
  readonly elevationTiles?: string | undefined;
  /**
   * Bytes on disk that were read since the last call. Their sum is at most the size of the files: what
   * is left aside in a ZIP is not counted.
   */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}
