import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShelterDetail } from '#contract/shelter';
import type { ConflictField } from '#domain/shelter/facility-conflicts';
import { ApiError } from '../../api/client.ts';
import { agreeShelter } from '../../api/places.ts';
import { useWords } from '../../i18n/use-words.ts';
import { setEditorName, useEditorName } from '../../state/editor-name.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { fieldWords } from './field-words.ts';
import { useEditShelter } from './use-edit-shelter.ts';

type Conflict = ShelterDetail['conflicts'][number];
interface Props {
  readonly code: string;
  readonly shelter: ShelterDetail;
}

/** Records of one facility side by side; the officer chooses what holds, or that both are right. */
export function ShelterConflicts({ code, shelter }: Props) {
  const words = useWords();
  const say = words.shelterEdit;
  const editedBy = useEditorName();
  return (
    <>
      <LabelledField label={say.decideBy}>
        {(ids) => (
          <input
            {...ids}
            className={FIELD_STYLE}
            value={editedBy}
            onChange={(event) => setEditorName(event.target.value)}
          />
        )}
      </LabelledField>
      {shelter.conflicts.map((conflict) => (
        <ConflictCard key={conflict.id} code={code} shelter={shelter} conflict={conflict} />
      ))}
    </>
  );
}

function ConflictCard({ code, shelter, conflict }: Props & { readonly conflict: Conflict }) {
  const words = useWords();
  const say = words.shelterEdit;
  const client = useQueryClient();
  const editedBy = useEditorName();
  const save = useEditShelter(code);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<unknown>) => {
    if (editedBy.trim() === '') return setProblem(say.required);
    setProblem(null);
    await work().catch((error: unknown) => {
      const problem = error instanceof ApiError ? error.problem : null;
      setProblem(problem === null ? say.failed : words.pick(problem.messages));
    });
  };
  /** Lays the value of one record over the other. */
  const choose = (field: ConflictField, takenFromOther: boolean) => {
    const [from, over] = takenFromOther
      ? [
          conflict,
          { id: shelter.id, version: shelter.edit.version, former: shelter.edit.overrides },
        ]
      : [shelter, { id: conflict.id, version: conflict.editVersion, former: conflict.overrides }];
    const value = from[field];
    if (value === null) return;
    const overrides = { ...over.former, [field]: value };
    const text = say.chosen(say.conflictFields[field]);
    return attempt(() => save({ ...over, overrides, reason: say.chosenReason, editedBy, text }));
  };
  const agree = (field: ConflictField, isAgreed: boolean) =>
    attempt(async () => {
      const body = { otherId: conflict.id, field, isAgreed, decidedBy: editedBy };
      await agreeShelter(code, shelter.id, body);
      await client.invalidateQueries({ queryKey: [code, 'shelters'] });
      await client.invalidateQueries({ queryKey: [code, 'shelter'] });
    });
  const lists = [
    say.otherList(words.terms.shelterKind[shelter.kind]),
    say.otherList(words.terms.shelterKind[conflict.kind]),
  ] as const;
  return (
    <div className="flex flex-col gap-2 rounded-8 border border-line p-3">
      {conflict.fields.includes('position') && conflict.distanceMeters !== null && (
        <Caution>{say.conflictPlace(words.metersText(conflict.distanceMeters))}</Caution>
      )}
      {conflict.fields.map((field) => (
        <fieldset key={field} className="flex flex-col gap-2">
          <legend className="font-bold">{say.conflictFields[field]}</legend>
          <div className="grid grid-cols-2 gap-3">
            {([false, true] as const).map((isOther) => {
              const list = lists[isOther ? 1 : 0];
              return (
                <div key={list + String(isOther)} className="flex flex-col gap-1.5">
                  <span className="text-14 text-ink-soft">
                    {list}
                    {isOther ? '' : `${words.dot}${say.thisList}`}
                  </span>
                  <span className="number break-words">
                    {fieldWords(field, isOther ? conflict : shelter, words)}
                  </span>
                  <Button
                    className="mt-auto"
                    aria-label={say.chooseLabel(say.conflictFields[field], list)}
                    onPress={() => void choose(field, isOther)}
                  >
                    {say.chooseThis}
                  </Button>
                </div>
              );
            })}
          </div>
          <Button
            variant="quiet"
            aria-label={say.bothRightLabel(say.conflictFields[field])}
            onPress={() => void agree(field, true)}
          >
            {say.bothRight}
          </Button>
        </fieldset>
      ))}
      {conflict.agreed.map((field) => (
        <p key={field} className="flex items-center justify-between gap-2 text-14">
          {say.agreed(say.conflictFields[field])}
          <Button onPress={() => void agree(field, false)}>{say.reopen}</Button>
        </p>
      ))}
      {problem !== null && (
        <p role="alert" className="text-14 text-error">
          {problem}
        </p>
      )}
    </div>
  );
}
