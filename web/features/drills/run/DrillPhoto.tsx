import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchDrillPhoto } from '../../../api/drill-run.ts';
import { Button } from '../../../ui/Button.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { useRun } from './use-run.ts';
import { useRunWords } from './use-run-words.ts';

/** A photo, fetched when somebody wants to see it, as each look is written down. */
export function DrillPhoto({ photoId }: { readonly photoId: string }) {
  const say = useRunWords().log;
  const { code, run } = useRun();
  const show = useMutation({
    mutationFn: async () => URL.createObjectURL(await fetchDrillPhoto(code, run.drillId, photoId)),
  });
  const url = show.data;
  useEffect(() => (url === undefined ? undefined : () => URL.revokeObjectURL(url)), [url]);
  if (url !== undefined) return <img src={url} alt={say.kinds.photo} className="max-h-80" />;
  return (
    <>
      <Button className="min-h-12 text-14" isPending={show.isPending} onPress={() => show.mutate()}>
        {say.showPhoto}
      </Button>
      <Refusal error={show.error} />
    </>
  );
}
