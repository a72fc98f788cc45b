import { CARE_LEVEL_LABELS } from '#domain/resident/care-level';
import type { ResidentFacts } from '#domain/resident/facts';
import { type Bilingual, DISABILITY_LABELS } from '#domain/resident/labels';

/** How somebody is taken to move, by the id of a profile, and by what fact. */
export interface ProfileByFacts {
  readonly profileId: string;
  readonly because: Bilingual;
}

const LEGS = new Set(['lower-limb', 'trunk', 'limb']);

/**
 * How somebody moves, by the graver of care level and disability of the legs; null where neither is known.
 * 要介護5 is lying in bed, 3 and 4 cannot stand and walk alone, 要支援 and 1 and 2 with difficulty.
 * 下肢・体幹 of grades 1 and 2: cannot walk or hardly (身体障害者福祉法施行規則 別表第5号).
 *
 * Source: 要介護認定 gives hours of care and no way of moving: planning values (?), shown with their fact
 * and changed on the screen.
 */
export function profileFor({
  careLevel,
  disabilities,
}: Pick<ResidentFacts, 'careLevel' | 'disabilities'>): ProfileByFacts | null {
  const level = careLevel.value;
  const leg = disabilities.value?.find(({ kind }) => LEGS.has(kind)) ?? null;
  const by = (profileId: string, because: Bilingual) => ({ profileId, because });
  if (level === '25') return by('stretcher', CARE_LEVEL_LABELS[level]);
  if (leg !== null && (leg.grade === '1' || leg.grade === '2'))
    return by('wheelchair-assisted', {
      ja: `${DISABILITY_LABELS[leg.kind].ja}${leg.grade}級`,
      en: `${DISABILITY_LABELS[leg.kind].en}, grade ${leg.grade}`,
    });
  if (level === '23' || level === '24') return by('wheelchair-assisted', CARE_LEVEL_LABELS[level]);
  if (leg !== null) return by('walking-impaired', DISABILITY_LABELS[leg.kind]);
  const isFit = level === '01' || level === '06';
  // Of whom no disability is asked, nobody knows that the legs carry them.
  if (level === null || (isFit && disabilities.value === null)) return null;
  return by(isFit ? 'walking-elderly' : 'walking-impaired', CARE_LEVEL_LABELS[level]);
}
