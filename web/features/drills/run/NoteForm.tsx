import { useState } from 'react';
import { DRILL_PHOTO_MEDIA_TYPES } from '#contract/drill-run';
import { formatNumber } from '../../../i18n/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { keepPhoto, sendWaiting } from './outbox.ts';
import { MOST_PHOTO_MEGABYTES, photoProblem, toKeep } from './photo.ts';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** A note on a step, and photos of it; what cannot be kept is said before anything of it is read. */
export function NoteForm(props: { readonly stepId: string | null; readonly onClose: () => void }) {
  const say = useRunWords().steps;
  const { write, account, code, run } = useRun();
  const [text, setText] = useState('');
  const [news, setNews] = useState<{ readonly text: string; readonly isWrong: boolean } | null>(
    null,
  );
  const take = async (photo: File) => {
    const problem = photoProblem(photo);
    if (problem !== null) {
      const size = formatNumber(Math.round(photo.size / 2 ** 20));
      const wrong =
        problem === 'too-large'
          ? say.photoTooLarge(photo.name, size, formatNumber(MOST_PHOTO_MEGABYTES))
          : say.photoNot(photo.name);
      return setNews({ text: wrong, isWrong: true });
    }
    const photoId = crypto.randomUUID();
    const of = { account, code, drillId: run.drillId };
    const isKept = await keepPhoto(of, photoId, await toKeep(photo));
    if (!isKept) return setNews({ text: say.photoNotKept, isWrong: true });
    write({ kind: 'photo', stepId: props.stepId, photoId, caption: text.trim() }, say.photoKept);
    setNews({ text: say.photoKept, isWrong: false });
    setTimeout(() => void sendWaiting(), 0);
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') return;
        write({ kind: 'note', stepId: props.stepId, text: text.trim() }, say.noted);
        props.onClose();
      }}
    >
      <LabelledField label={say.note}>
        {(ids) => (
          <textarea
            {...ids}
            className={FIELD_STYLE}
            rows={2}
            value={text}
            maxLength={1000}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </LabelledField>
      <LabelledField label={say.photo} hint={say.photoHint(formatNumber(MOST_PHOTO_MEGABYTES))}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept={DRILL_PHOTO_MEDIA_TYPES.join()}
            capture="environment"
            className="min-h-12 w-full py-1.5 file:mr-3 file:min-h-12 file:rounded-8 file:border file:border-line-strong file:bg-surface file:px-4"
            onChange={({ target }) => {
              const [photo] = target.files ?? [];
              if (photo !== undefined) void take(photo);
              // The same picture can be taken once more.
              target.value = '';
            }}
          />
        )}
      </LabelledField>
      <p
        role={news?.isWrong ? 'alert' : 'status'}
        className={news?.isWrong ? 'font-bold text-error' : 'text-14'}
      >
        {news?.text}
      </p>
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
