import { useQuery } from '@tanstack/react-query';
import { warningsQuery } from '../api/settings.ts';
import { useWords } from '../i18n/use-words.ts';
import { warningText } from './warning-text.ts';

/** What warning level is in force, also where there is none; nothing while that is not known. */
export function WarningLine({ code }: { readonly code: string }) {
  const words = useWords();
  const { data } = useQuery(warningsQuery(code));
  if (data === undefined) return null;
  const levels = data.warnings[0]?.levels ?? [];
  return (
    <p className={levels.length === 0 ? 'text-14 text-ink-soft' : 'font-bold'}>
      {warningText(levels, words)}
    </p>
  );
}
