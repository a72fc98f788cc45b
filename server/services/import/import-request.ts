import type { DatasetDifference, ImportSource } from '#contract/dataset';
import type { Bilingual } from '#geodata/item';
import type { SourceOptions } from '#geodata/registry';
import type { Reject } from '../../db/queries/rejects.ts';
import type { LongWork } from '../context.ts';

export interface RepairedRecord {
  readonly recordNumber: number;
  readonly repairs: readonly Bilingual[];
}

export interface ImportRequest extends LongWork {
  readonly municipalityCode: string;
  readonly source: ImportSource;
  /** Paths of the files that make up one dataset. */
  readonly files: readonly string[];
  /** As the officer knows the files, where the paths are those of uploads. */
  readonly fileNames?: readonly string[] | undefined;
  /**
   * Datasets of one kind and scope replace each other; otherwise the content says the scope. Refused
   * for a roster: there is one list of people, and whoever is not on it is archived.
   */
  readonly scope?: string | undefined;
  /** The areas are the municipality's boundary and no districts. */
  readonly isBoundary?: boolean | undefined;
  readonly options?: SourceOptions | undefined;
  /** 出典, where it is not what files of this source usually are. */
  readonly credit?: string | undefined;
  /** Reports what an import would do and leaves nothing behind. */
  readonly dryRun?: boolean | undefined;
  /**
   * Stages everything and waits for a decision (`applyHeldDataset`, `dropHeldDataset`): what it would
   * change can be looked at meanwhile, and outlives this process.
   */
  readonly hold?: boolean | undefined;
  /** That no zone lies in the municipality is right: zone data without any zone in it is taken. */
  readonly confirmsNoZones?: boolean | undefined;
  /** Id of the dataset to be; a new one where it is left out. */
  readonly datasetId?: string | undefined;
  /** Asked when the difference is known and nothing is changed yet. */
  readonly confirm?: ((difference: DatasetDifference) => Promise<boolean>) | undefined;
  /** Called with each rejected record; a dry run stores none. */
  readonly onReject?: ((reject: Reject) => void) | undefined;
  /** Called with each record that was taken but mended. */
  readonly onRepair?: ((record: RepairedRecord) => void) | undefined;
  /** Leave out the check and the ranking that follow (several imports in a row). */
  readonly withoutFollowUp?: boolean | undefined;
}
