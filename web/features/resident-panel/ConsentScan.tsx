import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Consent, type Consents, SCAN_MEDIA_TYPES } from '#contract/access';
import { attachScan, consentsQuery, markScanRemoved, scanAddress } from '../../api/access.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { LoadError } from '../../ui/LoadError.tsx';

interface ConsentScanProps {
  readonly code: string;
  readonly residentId: string;
  readonly consent: Consent;
}

/** The paper of a consent: to be attached, looked at, and taken away again. */
export function ConsentScan({ code, residentId, consent }: ConsentScanProps) {
  const say = useWords().access.consent;
  const queryClient = useQueryClient();
  const { purpose, scan } = consent;
  const show = (saved: Consents) =>
    void queryClient.setQueryData(consentsQuery(code, residentId).queryKey, saved);
  const mark = async (scanId: string, isRemoved: boolean) =>
    show(await markScanRemoved(code, residentId, purpose, scanId, isRemoved));
  const attach = useMutation({
    mutationFn: async (file: File) => {
      const saved = await attachScan(code, residentId, purpose, file);
      show(saved);
      const added = saved.consents.find((one) => one.purpose === purpose)?.scan;
      if (added) offerUndo({ text: say.attached, undo: () => mark(added.id, true) });
    },
  });
  const remove = useMutation({
    mutationFn: async (scanId: string) => {
      await mark(scanId, true);
      offerUndo({ text: say.scanRemoved, undo: () => mark(scanId, false) });
    },
  });
  return (
    <div className="flex flex-col gap-1">
      {scan !== null && (
        <p className="flex flex-wrap items-center gap-x-4">
          {say.scan}
          <a
            className="inline-flex min-h-11 items-center text-action underline underline-offset-4"
            href={scanAddress(code, residentId, purpose, scan.id)}
            download
          >
            {say.openScan(formatNumber(Math.ceil(scan.bytes / 1024)))}
          </a>
          <button
            type="button"
            className="min-h-11 rounded-8 px-2 text-action underline underline-offset-4 hover:bg-action-soft"
            onClick={() => remove.mutate(scan.id)}
          >
            {say.removeScan}
          </button>
        </p>
      )}
      <label className="flex flex-col gap-1 text-14">
        {attach.isPending ? say.attaching : say.attach}
        <input
          type="file"
          accept={SCAN_MEDIA_TYPES.join(',')}
          disabled={attach.isPending}
          className="min-h-11 w-full text-14 file:mr-3 file:min-h-11 file:rounded-8 file:border file:border-line-strong file:bg-surface file:px-3"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file !== undefined) attach.mutate(file);
          }}
        />
      </label>
      {attach.isError && <LoadError error={attach.error} />}
      {remove.isError && <LoadError error={remove.error} />}
    </div>
  );
}
