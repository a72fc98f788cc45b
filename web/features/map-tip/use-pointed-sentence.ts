import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { residentQuery, shelterQuery, zoneQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { PointedFeature } from '../../state/pointed-feature.ts';
import { tipLines } from './tip-words.ts';

/** Stepping fast asks for nothing. */
const SETTLE_MILLIS = 180;

/** What a screen reader hears of the feature that the keyboard rests on, e.g. 要介護4、土石流の特別警戒区域内、境界から12メートル内側. */
export function usePointedSentence(code: string, pointed: PointedFeature | null): string {
  const words = useWords();
  const rested = useRested(pointed?.by === 'keyboard' ? pointed : null);
  const id = rested?.id ?? '';
  const asks = (kind: PointedFeature['kind']) => rested?.kind === kind && rested.id !== null;
  const resident = useQuery({ ...residentQuery(code, id), enabled: asks('resident') });
  const shelter = useQuery({ ...shelterQuery(code, id), enabled: asks('shelter') });
  const zone = useQuery({ ...zoneQuery(code, id), enabled: asks('zone') });
  if (rested === null) return '';
  const separator = words.language === 'ja' ? '、' : ', ';
  const step = rested.step === null ? [] : [words.map.step(rested.step.place, rested.step.total)];
  const spoken = () => {
    if (asks('resident') && resident.data !== undefined) {
      const { careLevel, hazard } = resident.data;
      return [
        careLevel.value === null ? '' : words.careLevel(careLevel.value),
        words.pick(hazard.sentence),
      ];
    }
    if (asks('shelter') && shelter.data !== undefined)
      return [shelter.data.name, words.pick(shelter.data.hazard.sentence)];
    if (asks('zone') && zone.data !== undefined)
      return [...tipLines(rested, words), zone.data.zoneName ?? ''];
    return tipLines(rested, words);
  };
  return [...spoken(), ...step].filter((part) => part !== '').join(separator);
}

function useRested(pointed: PointedFeature | null): PointedFeature | null {
  const [rested, setRested] = useState<PointedFeature | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(pointed), SETTLE_MILLIS);
    return () => clearTimeout(timer);
  }, [pointed]);
  return rested;
}
