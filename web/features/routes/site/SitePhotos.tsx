import { useEffect, useState } from 'react';
import type { SiteOverrideOnWire } from '#contract/site-override';
import { useMay } from '../../../api/access.ts';
import { fetchSitePhoto, setSitePhotoRemoved } from '../../../api/fire.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSiteWords } from '../use-fire-words.ts';
import { useSite } from './use-site.ts';

/** Photos of a road: each is fetched when somebody wants to see it, as each look is written down. */
export function SitePhotos(props: {
  readonly code: string;
  readonly override: SiteOverrideOnWire;
}) {
  const { code, override } = props;
  const words = useWords();
  const say = useSiteWords().form;
  const may = useMay();
  const { refresh } = useSite(code);
  const [isFailed, setFailed] = useState(false);
  const remove = async (photoId: string) => {
    setFailed(false);
    try {
      await setSitePhotoRemoved(code, override.id, photoId, true);
      await refresh();
      offerUndo({
        text: say.photoRemoved,
        undo: async () => {
          await setSitePhotoRemoved(code, override.id, photoId, false);
          await refresh();
        },
      });
    } catch {
      setFailed(true);
    }
  };
  if (override.photos.length === 0) return null;
  return (
    <ul aria-label={say.photo} className="flex flex-col gap-2">
      {override.photos.map((photo, at) => {
        const number = String(at + 1);
        return (
          <li key={photo.id} className="flex flex-wrap items-center gap-2 text-14">
            <Photo code={code} overrideId={override.id} photoId={photo.id} number={number} />
            <span className="number text-ink-soft">
              {say.photoTaken(photo.addedBy, words.moment(photo.addedAt))}
            </span>
            {may('site-overrides.change') && (
              <Button
                variant="quiet"
                className="px-2 text-14"
                onPress={() => void remove(photo.id)}
              >
                {say.photoRemove(number)}
              </Button>
            )}
          </li>
        );
      })}
      {isFailed && (
        <li role="alert" className="text-14 text-danger">
          {say.failed}
        </li>
      )}
    </ul>
  );
}

function Photo(props: {
  readonly code: string;
  readonly overrideId: string;
  readonly photoId: string;
  readonly number: string;
}) {
  const { code, overrideId, photoId, number } = props;
  const say = useSiteWords().form;
  const [address, setAddress] = useState<string | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);
  if (address !== null)
    return (
      <img
        src={address}
        alt={say.photoAlt(number)}
        className="max-h-80 max-w-full rounded-8 border border-line"
      />
    );
  const show = () =>
    fetchSitePhoto(code, overrideId, photoId).then(
      (photo) => setAddress(URL.createObjectURL(photo)),
      () => setFailed(true),
    );
  return (
    <>
      <Button className="px-2 text-14" onPress={() => void show()}>
        {say.photoShow(number)}
      </Button>
      {isFailed && <span role="alert">{say.photoUnseen}</span>}
    </>
  );
}
