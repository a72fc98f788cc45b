import { useOwnFacilities } from '../../api/own-facilities.ts';
import { useWords } from '../../i18n/use-words.ts';

/** Of which facility the account is. */
export default function OwnFacilities() {
  const words = useWords();
  const facilities = useOwnFacilities();
  return facilities.length === 0 ? null : (
    <p className="font-bold">{facilities.join(words.comma)}</p>
  );
}
