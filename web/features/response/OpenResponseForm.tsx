import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { RESPONSE_KINDS, type ResponseKind } from '#domain/plan/response';
import { type RefusedLevelLine, readLevels } from '#domain/plan/response-levels';
import { WARNING_LEVELS, type WarningLevel } from '#domain/warning/warning-level';
import { responsesQuery } from '../../api/open-responses.ts';
import { districtsQuery } from '../../api/queries.ts';
import { openResponse, responseQuery } from '../../api/response.ts';
import { warningsQuery } from '../../api/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { DistrictChecks } from '../../ui/DistrictChecks.tsx';
import { RefusedLevelLines } from '../../ui/LevelLines.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { textOfBytes } from '../../ui/text-of-file.ts';
import { DisclosureNote } from './DisclosureNote.tsx';
import { useResponseWords } from './use-response-words.ts';

type LevelChoice = 'in-force' | 'list' | WarningLevel;

/** Kind, districts, and by which levels: those in force, one for all, or a list by district. */
export function OpenResponseForm(props: {
  readonly code: string;
  readonly onDone: (id: string | null) => void;
}) {
  const { code, onDone } = props;
  const say = useResponseWords();
  const queryClient = useQueryClient();
  const inForce = useQuery(warningsQuery(code)).data?.warnings[0]?.levels ?? [];
  const names = (useQuery(districtsQuery(code)).data?.districts ?? []).map(({ name }) => name);
  const [kind, setKind] = useState<ResponseKind>('rehearsal');
  const [districts, setDistricts] = useState<string[] | null>(null);
  const [choice, setChoice] = useState<LevelChoice | null>(null);
  const [list, setList] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<readonly RefusedLevelLine[]>([]);
  const [levelId, listId, problemId] = [useId(), useId(), useId()];
  const chosen = choice ?? (inForce.length > 0 ? 'in-force' : 3);
  const open = useMutation({
    mutationFn: (levels: Parameters<typeof openResponse>[1]['levels']) =>
      openResponse(code, { kind, districts, levels }),
    onSuccess: async (detail) => {
      queryClient.setQueryData(responseQuery(code, detail.id).queryKey, detail);
      await queryClient.invalidateQueries({ queryKey: responsesQuery(code).queryKey });
      onDone(detail.id);
    },
  });
  const submit = () => {
    setProblem(null);
    setRefused([]);
    if (districts?.length === 0) return setProblem(say.form.districtMissing);
    if (chosen === 'in-force') return open.mutate([...inForce]);
    if (chosen !== 'list') return open.mutate([{ level: chosen, districts: null }]);
    const read = readLevels(list, names);
    if (read.ok)
      return open.mutate(
        read.levels.map(({ level, districts: where }) => ({
          level,
          districts: where && [...where],
        })),
      );
    setRefused(read.refused);
  };
  const radio = (name: string, label: string, isChecked: boolean, choose: () => void) => (
    <label key={label} className="flex min-h-11 items-center gap-2">
      <input
        type="radio"
        name={name}
        className="size-5 accent-action"
        checked={isChecked}
        onChange={choose}
      />
      {label}
    </label>
  );
  return (
    <form
      aria-label={say.form.title}
      className="not-printed m-4 flex flex-col gap-4 rounded-12 border border-line-strong p-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3 className="text-18 font-bold">{say.form.title}</h3>
      <fieldset>
        <legend className="font-bold">{say.form.kind}</legend>
        {[...RESPONSE_KINDS]
          .reverse()
          .map((one) => radio('kind', say.form.kinds[one], kind === one, () => setKind(one)))}
        {kind === 'real' && <DisclosureNote code={code} />}
      </fieldset>
      <fieldset>
        <legend className="font-bold">{say.form.districts}</legend>
        {radio('districts', say.form.everywhere, districts === null, () => setDistricts(null))}
        {names.length > 0 &&
          radio('districts', say.form.chosen, districts !== null, () => setDistricts([]))}
        {districts !== null && (
          <DistrictChecks names={names} chosen={districts} onChange={setDistricts} />
        )}
      </fieldset>
      <label htmlFor={levelId} className="flex flex-col gap-1 font-bold">
        {say.form.levels}
        <select
          id={levelId}
          className="h-11 rounded-8 border border-line-strong bg-surface px-2 font-normal"
          value={String(chosen)}
          onChange={({ target: { value } }) =>
            setChoice(
              value === 'in-force' || value === 'list'
                ? value
                : (WARNING_LEVELS.find((level) => String(level) === value) ?? 3),
            )
          }
        >
          {inForce.length > 0 && <option value="in-force">{say.form.inForce}</option>}
          {WARNING_LEVELS.map((level) => (
            <option key={level} value={level}>
              {say.form.everywhereAt(level)}
            </option>
          ))}
          {names.length > 0 && <option value="list">{say.form.byList}</option>}
        </select>
      </label>
      {inForce.length === 0 && <p className="text-14 text-ink-soft">{say.form.noneInForce}</p>}
      {chosen === 'list' && (
        <div className="flex flex-col gap-2">
          <label htmlFor={listId} className="font-bold">
            {say.form.list}
          </label>
          <p className="text-14 text-ink-soft">{say.form.listHint}</p>
          <textarea
            id={listId}
            rows={5}
            className="rounded-8 border border-line-strong bg-surface p-2"
            value={list}
            aria-invalid={refused.length > 0}
            aria-describedby={problemId}
            onChange={(event) => setList(event.target.value)}
          />
          <input
            type="file"
            aria-label={say.form.byList}
            accept=".csv,text/csv,text/plain"
            onChange={({ target }) =>
              void target.files?.[0]?.arrayBuffer().then((bytes) => setList(textOfBytes(bytes)))
            }
          />
        </div>
      )}
      <p id={problemId} role="alert" className="font-bold text-error empty:hidden">
        {problem}
      </p>
      <RefusedLevelLines refused={refused} />
      {open.isError && <LoadError error={open.error} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={open.isPending}>
          {say.form.submit}
        </Button>
        <Button onPress={() => onDone(null)}>{say.form.cancel}</Button>
      </div>
    </form>
  );
}
