import type { Bilingual, ImportReason } from '#geodata/item';
import type { Crs } from './crs.ts';

/** A feature as it stands in a file, its geometry in the file's own system. */
export interface SourceFeature {
  /** Ordinal in its file, from 1. */
  readonly recordNumber: number;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
  readonly crs: Crs;
  /** Why the feature could not be read at all. */
  readonly defect: ImportReason | null;
  /** The feature as it stood in the file, for the download of rejects. */
  raw(): string;
}

export interface FeatureOptions {
  /** Plane rectangular zone 1–19 of the coordinates; it overrules what the file says. */
  readonly planeZone?: number | undefined;
  /** Encoding of the attributes of a Shapefile; otherwise its .cpg, otherwise detected. */
  readonly encoding?: string | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** What was found out about files while reading them. */
export class FeatureFindings {
  readonly crsLabels = new Set<string>();
  readonly encodings = new Set<string>();
  readonly notes: Bilingual[] = [];
  /** Names of the collections: KSJ puts the edition there (`A33-22_33Polygon`). */
  readonly names = new Set<string>();
  /** YYYY-MM-DD that the package says of itself. */
  asOf: string | null = null;

  add(crs: Crs, encoding: string): void {
    this.crsLabels.add(crs.label);
    this.encodings.add(encoding);
    if (crs.note !== null) this.note(crs.note);
  }

  note(note: Bilingual): void {
    if (!this.notes.some(({ en }) => en === note.en)) this.notes.push(note);
  }
}
