// biome-ignore-all lint/a11y/useSemanticElements: cells of the grid of ShelterTable
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus
import type { ShelterRow } from '#contract/shelter';
import type { Words } from '../../i18n/words.ts';
import { ShelterMark } from '../../ui/ShelterMark.tsx';
import { shelterMeans, shelterRelation, shelterRemarks } from './shelter-words.ts';

const TONES = {
  inside: 'border-danger font-bold text-danger',
  near: 'border-caution-line font-bold text-caution',
  undetermined: 'border-ink border-dashed',
  outside: 'border-transparent text-ink-soft',
} as const;

/** One shelter: what it is, what is wrong with it, and where it stands towards zones. */
export function ShelterCells(props: {
  readonly shelter: ShelterRow;
  readonly words: Words;
  readonly hasZoneData: boolean;
}) {
  const { shelter, words } = props;
  const remarks = shelterRemarks(shelter, words).join(words.dot);
  const { designatedForLandslide: isFor } = shelter;
  return (
    <>
      <div role="gridcell">
        <ShelterMark
          kind={shelter.kind}
          landslide={isFor === null ? 'unknown' : isFor ? 'yes' : 'no'}
        />
      </div>
      <div role="gridcell" className="min-w-0 pr-2">
        <p className="truncate leading-snug font-bold">{shelter.name}</p>
        <p className="truncate text-14 leading-normal text-ink-soft">
          {[words.terms.shelterKind[shelter.kind], ...shelterMeans(shelter, words)].join(words.dot)}
        </p>
        {remarks !== '' && (
          <p className="truncate text-14 leading-normal text-caution">{remarks}</p>
        )}
      </div>
      <div role="gridcell">
        <span className={`block border-l-4 pl-2 text-14 leading-snug ${TONES[shelter.relation]}`}>
          {shelterRelation(shelter, words, props.hasZoneData)}
        </span>
      </div>
    </>
  );
}
