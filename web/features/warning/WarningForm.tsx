import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Warning } from '#contract/warning';
import {
  WARNING_LEVEL_NAMES,
  WARNING_LEVELS,
  type WarningLevel,
} from '#domain/warning/warning-level';
import { districtsQuery } from '../../api/queries.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LevelsFile } from '../../ui/LevelLines.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { LevelRow } from './LevelRow.tsx';

export type NewLevels = Pick<Warning, 'levels' | 'note' | 'setBy'>;
/** Districts of each level; null = everywhere, undefined = not in force. */
type Chosen = Readonly<Partial<Record<WarningLevel, readonly string[] | null>>>;

interface WarningFormProps {
  readonly code: string;
  /** What is in force now: the form begins with it. */
  readonly first: NewLevels;
  readonly isSaving: boolean;
  readonly onSave: (next: NewLevels) => void;
  readonly onCancel: () => void;
}

/** Each level: not in force, in the whole city or in chosen districts. */
export function WarningForm({ code, first, isSaving, onSave, onCancel }: WarningFormProps) {
  const words = useWords();
  const say = words.settings.warning;
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(first.levels.map(({ level, districts }) => [level, districts])),
  );
  const [note, setNote] = useState('');
  const [setBy, setSetBy] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const query = useQuery(districtsQuery(code));
  const districts = query.data?.districts ?? [];
  const [noteId, nameId] = [useId(), useId()];
  const save = () => {
    const levels = WARNING_LEVELS.flatMap((level) => {
      const where = chosen[level];
      if (where === undefined) return [];
      return [{ level, districts: where === null ? null : [...where] }];
    });
    const isMissing = levels.some(({ districts: where }) => where?.length === 0);
    setIncomplete(isMissing);
    if (!isMissing) onSave({ levels, note, setBy });
  };
  // Choices that came later would move what the keyboard is on.
  if (query.isPending) return <SkeletonLines count={6} />;
  return (
    <form
      aria-label={say.formTitle}
      className="flex flex-col gap-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {WARNING_LEVELS.toReversed().map((level) => (
        <LevelRow
          key={level}
          level={level}
          name={words.pick(WARNING_LEVEL_NAMES[level])}
          where={chosen[level]}
          districts={districts.map(({ name }) => name)}
          onChange={(where) => setChosen((before) => ({ ...before, [level]: where }))}
        />
      ))}
      {districts.length > 0 && (
        <LevelsFile
          districts={districts.map(({ name }) => name)}
          onRead={(levels) =>
            setChosen(Object.fromEntries(levels.map((one) => [one.level, one.districts])))
          }
        />
      )}
      {query.isSuccess && districts.length === 0 && (
        <p className="text-ink-soft">{say.noDistricts}</p>
      )}
      <label htmlFor={noteId} className="flex flex-col gap-1">
        {say.note}
        <input
          id={noteId}
          maxLength={500}
          className="h-11 rounded-8 border border-line-strong bg-surface px-3"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <label htmlFor={nameId} className="flex flex-col gap-1">
        {say.setBy}
        <input
          id={nameId}
          required
          maxLength={100}
          className="h-11 rounded-8 border border-line-strong bg-surface px-3"
          value={setBy}
          onChange={(event) => setSetBy(event.target.value)}
        />
      </label>
      {isIncomplete && (
        <p role="alert" className="font-bold text-error">
          {say.districtMissing}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={isSaving}>
          {isSaving ? say.saving : say.save}
        </Button>
        {first.levels.length > 0 && <Button onPress={() => setChosen({})}>{say.lift}</Button>}
        <Button onPress={onCancel}>{say.cancel}</Button>
      </div>
    </form>
  );
}
