import { useId, useState } from 'react';
import { type RefusedLevelLine, readLevels } from '#domain/plan/response-levels';
import type { LevelInForce } from '#domain/warning/warning-level';
import { levelLines as english } from '../i18n/en/level-lines.ts';
import { formatNumber } from '../i18n/format.ts';
import { levelLines as japanese } from '../i18n/ja/level-lines.ts';
import { usePreferences } from '../state/preferences.ts';
import { textOfBytes } from './text-of-file.ts';

const useLevelLineWords = (): typeof japanese =>
  usePreferences().language === 'en' ? english : japanese;

/** Lines of a list of levels that cannot be taken, each with why. */
export function RefusedLevelLines({ refused }: { readonly refused: readonly RefusedLevelLine[] }) {
  const say = useLevelLineWords();
  if (refused.length === 0) return null;
  return (
    <div role="alert" className="text-error">
      <p className="font-bold">{say.refused}</p>
      <ul className="list-disc pl-5">
        {refused.map(({ line, text, why }) => (
          <li key={line}>
            {say.line(String(line), text)}: {say.why[why]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Reads levels by district out of a file, or says of each line why not. */
export function LevelsFile(props: {
  readonly districts: readonly string[];
  readonly onRead: (levels: readonly LevelInForce[]) => void;
}) {
  const say = useLevelLineWords();
  const hintId = useId();
  const [refused, setRefused] = useState<readonly RefusedLevelLine[]>([]);
  const [taken, setTaken] = useState<number | null>(null);
  const read = async (file: File) => {
    const answer = readLevels(textOfBytes(await file.arrayBuffer()), props.districts);
    setRefused(answer.ok ? [] : answer.refused);
    setTaken(
      answer.ok ? answer.levels.reduce((sum, one) => sum + (one.districts?.length ?? 0), 0) : null,
    );
    if (answer.ok) props.onRead(answer.levels);
  };
  return (
    <div className="flex flex-col gap-1">
      <label className="flex flex-col gap-1">
        {say.file}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          className="min-h-11"
          aria-describedby={hintId}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) void read(file);
            // The same file, mended, is read again.
            target.value = '';
          }}
        />
      </label>
      <p id={hintId} className="text-14 text-ink-soft">
        {say.hint}
      </p>
      <RefusedLevelLines refused={refused} />
      <p role="status" className="number font-bold empty:hidden">
        {taken !== null && say.taken(formatNumber(taken))}
      </p>
    </div>
  );
}
