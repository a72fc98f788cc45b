import { ASSESSMENT_CHANGES, type ImportPreview } from '#contract/dataset';
import { withActor } from '../db/actor.ts';
import {
  type ChangedSubject,
  countChanges,
  replaceChanges,
} from '../db/queries/dataset-changes.ts';
import {
  findDatasetInForce,
  listDatasetsInForce,
  type NewDataset,
} from '../db/queries/datasets.ts';
import { findMunicipality } from '../db/queries/municipalities.ts';
import {
  listStagedPeople,
  listStagedShelters,
  NEW_PERSON_PREFIX,
} from '../db/queries/staged-subjects.ts';
import { listResidentSubjects, listShelterSubjects, type Subject } from '../db/queries/subjects.ts';
import { assessmentDifference } from './assessment-difference.ts';
import type { ServiceContext } from './context.ts';
import { judgeSubjects } from './judge-subjects.ts';

/**
 * Who would come to be inside, no longer be inside, or be undetermined if a staged dataset went into
 * force: the ordinary check over what would be in force then. Kept beside the dataset; null where no
 * judgement rests on data of the kind by itself.
 */
export async function previewDataset(
  context: ServiceContext,
  dataset: NewDataset,
  scope: string,
): Promise<ImportPreview | null> {
  const { database, actor } = context;
  const { municipalityCode, kind } = dataset;
  if (kind !== 'zones' && kind !== 'roster' && kind !== 'shelters') return null;
  const municipality = await findMunicipality(database, municipalityCode);
  if (municipality === null) return null;
  const subjects = await withActor(database, actor, municipalityCode, async (tx) => {
    if (kind === 'roster') return listStagedPeople(tx, dataset);
    if (kind === 'shelters') return listStagedShelters(tx, dataset);
    return [
      ...(await listResidentSubjects(tx, municipalityCode, null)),
      ...(await listShelterSubjects(tx, municipalityCode)),
    ];
  });
  const zoneDatasetIds = await zonesThen(context, dataset, scope);
  const judged = await judgeSubjects(
    database,
    municipalityCode,
    zoneDatasetIds,
    subjects,
    municipality.marginMeters,
  );
  const changes = changesOf(subjects, judged);
  await withActor(database, actor, municipalityCode, (tx) => replaceChanges(tx, dataset, changes));
  const isShelter = ({ subjectKind }: ChangedSubject) => subjectKind === 'shelter';
  return {
    people: countChanges(changes.filter((one) => !isShelter(one))),
    shelters: countChanges(changes.filter(isShelter)),
  };
}

/** The datasets of zones that would be in force. */
async function zonesThen(
  { database }: ServiceContext,
  { municipalityCode, kind, datasetId }: NewDataset,
  scope: string,
): Promise<string[]> {
  const now = await listDatasetsInForce(database, municipalityCode, 'zones');
  const ids = now.map(({ id }) => id);
  if (kind !== 'zones') return ids;
  const former = await findDatasetInForce(database, municipalityCode, 'zones', scope);
  return [...ids.filter((id) => id !== former?.id), datasetId];
}

function changesOf(
  subjects: readonly Subject[],
  judged: Awaited<ReturnType<typeof judgeSubjects>>,
): ChangedSubject[] {
  const kinds = ['resident', 'shelter'] as const;
  return kinds.flatMap((kind) => {
    const now = new Map(
      judged.flatMap((one) => (one.kind === kind ? [[one.id, one.judgement] as const] : [])),
    );
    const difference = assessmentDifference(
      subjects.flatMap((subject) => {
        const judgement = now.get(subject.id);
        return subject.kind === kind && judgement !== undefined
          ? [{ id: subject.id, former: subject.former, now: judgement }]
          : [];
      }),
    );
    return ASSESSMENT_CHANGES.flatMap((change) =>
      difference[change].map((id) => ({ ...subjectOf(kind, id), change })),
    );
  });
}

function subjectOf(
  kind: 'resident' | 'shelter',
  id: string,
): Pick<ChangedSubject, 'subjectKind' | 'subjectId'> {
  return id.startsWith(NEW_PERSON_PREFIX)
    ? { subjectKind: 'roster-number', subjectId: id.slice(NEW_PERSON_PREFIX.length) }
    : { subjectKind: kind, subjectId: id };
}
