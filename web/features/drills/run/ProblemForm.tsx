import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** What is the matter with a step: by one press, or in words. */
export function ProblemForm(props: {
  readonly stepId: string | null;
  readonly onClose: () => void;
}) {
  const say = useRunWords().steps;
  const { write } = useRun();
  const [text, setText] = useState('');
  const record = (said: string) => {
    write({ kind: 'problem', stepId: props.stepId, text: said }, say.problemNoted);
    props.onClose();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') record(text.trim());
      }}
    >
      <div className="flex flex-wrap gap-2">
        {say.phrases.map((phrase) => (
          <Button key={phrase} className="min-h-12" onPress={() => record(phrase)}>
            {phrase}
          </Button>
        ))}
      </div>
      <LabelledField label={say.what}>
        {(ids) => (
          <input
            {...ids}
            className={`${FIELD_STYLE} min-h-12`}
            value={text}
            maxLength={1000}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </LabelledField>
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="primary"
          className="min-h-12"
          isDisabled={text.trim() === ''}
        >
          {say.record}
        </Button>
        <Button className="min-h-12" onPress={props.onClose}>
          {say.cancel}
        </Button>
      </div>
    </form>
  );
}
