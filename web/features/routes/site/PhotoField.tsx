import { MOST_PHOTOS, PHOTO_MEDIA_TYPES } from '#contract/site-override';
import { Button } from '../../../ui/Button.tsx';
import { LabelledField } from '../../../ui/LabelledField.tsx';
import { useSiteWords } from '../use-fire-words.ts';
import type { SiteDraft } from './site-draft.ts';

/** Photos to be sent with the record; a tablet takes them with its camera. */
export function PhotoField(props: {
  readonly draft: SiteDraft;
  readonly change: (part: Partial<SiteDraft>) => void;
}) {
  const { draft, change } = props;
  const say = useSiteWords().form;
  return (
    <div className="flex flex-col gap-2">
      <LabelledField label={say.photo} hint={say.photoHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept={PHOTO_MEDIA_TYPES.join()}
            capture="environment"
            multiple
            className="min-h-11 w-full py-1.5 file:mr-3 file:min-h-11 file:rounded-8 file:border file:border-line-strong file:bg-surface file:px-4"
            onChange={({ target }) => {
              const photos = [...draft.photos, ...(target.files ?? [])].slice(0, MOST_PHOTOS);
              // The same picture can be taken once more after it was taken away.
              target.value = '';
              change({ photos });
            }}
          />
        )}
      </LabelledField>
      {draft.photos.length > 0 && (
        <>
          <p role="status" className="number text-14">
            {say.photoWaiting(String(draft.photos.length))}
          </p>
          <ul>
            {draft.photos.map((photo, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: two photos may be called the same
                key={at}
                className="flex items-center gap-2 border-b border-line text-14"
              >
                <span className="min-w-0 flex-1 break-all">{photo.name}</span>
                <Button
                  variant="quiet"
                  className="px-2 text-14"
                  onPress={() => change({ photos: draft.photos.toSpliced(at, 1) })}
                >
                  {say.photoRemove(String(at + 1))}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
