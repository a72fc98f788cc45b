import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ColumnMapping, RecognisedUpload } from '#contract/data-decisions';
import { IMPORT_SOURCES, type ImportSource } from '#contract/dataset';
import type { ImportOptionTexts } from '#contract/import';
import { dropUpload, startImport, uploadColumnsQuery } from '../../api/imports.ts';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { ColumnMappingForm, missingFields } from './ColumnMappingForm.tsx';
import { fileSize } from './file-size.ts';
import { ImportOptionFields } from './ImportOptionFields.tsx';
import { PreviewTable } from './PreviewTable.tsx';

interface UploadCardProps {
  readonly code: string;
  readonly upload: RecognisedUpload;
  readonly onGone: (uploadId: string) => void;
}

const isMapped = (source: ImportSource | null) =>
  source === 'roster' || source === 'welfare-shelters';

/** Files that belong together: what they are, how they are read, and the way on. */
export function UploadCard({ code, upload, onGone }: UploadCardProps) {
  const words = useImportWords();
  const say = words.imports;
  const { uploadId } = upload;
  const [source, setSource] = useState<ImportSource | null>(upload.candidates[0] ?? null);
  const [options, setOptions] = useState<ImportOptionTexts>({});
  const [chosen, setChosen] = useState<ColumnMapping['columns'] | null>(null);
  const found = useQuery({
    ...uploadColumnsQuery(code, uploadId, source ?? ''),
    enabled: isMapped(source),
  });
  const columns = chosen ?? found.data?.proposed.columns ?? null;
  const missing =
    isMapped(source) && found.data && columns ? missingFields(found.data, columns) : [];
  const start = useMutation({
    mutationFn: (kind: ImportSource) =>
      startImport(code, uploadId, {
        source: kind,
        options,
        columns: isMapped(kind) ? columns : null,
      }),
    onSuccess: ({ id }) => {
      onGone(uploadId);
      changeView({ importId: id });
    },
  });
  const drop = useMutation({
    mutationFn: () => dropUpload(code, uploadId),
    onSettled: () => onGone(uploadId),
  });
  const names = upload.files.map(({ name }) => name).join(words.language === 'ja' ? '、' : ', ');
  const size = upload.files.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <article aria-label={names} className="flex flex-col gap-4 rounded-8 border border-line p-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 className="min-w-0 font-bold break-words">{names}</h4>
        <p className="number text-14 text-ink-soft">{fileSize(size)}</p>
      </header>
      {upload.reason !== null && source === null && (
        <div role="alert" className="flex flex-col gap-1">
          <p className="font-bold text-error">{say.notRecognised}</p>
          <p className="text-14">{words.pick(upload.reason)}</p>
        </div>
      )}
      <label className="flex max-w-xl flex-col gap-1">
        <span className="text-14">
          {upload.candidates.length > 0 ? say.recognised : say.source}
        </span>
        <select
          value={source ?? ''}
          className="h-12 w-full rounded-8 border border-line-strong bg-surface px-3"
          onChange={({ target }) => {
            setSource(IMPORT_SOURCES.find((name) => name === target.value) ?? null);
            setOptions({});
            setChosen(null);
          }}
        >
          {source === null && <option value="">{say.chooseSource}</option>}
          {[...new Set([...upload.candidates, ...IMPORT_SOURCES])].map((name) => (
            <option key={name} value={name}>
              {words.data.sources[name]}
            </option>
          ))}
        </select>
      </label>
      <PreviewTable name={names} preview={upload.preview} />
      {isMapped(source) && found.isError && <LoadError error={found.error} />}
      {isMapped(source) && found.data !== undefined && columns !== null && (
        <details
          className="rounded-8 border border-line px-4"
          open={upload.candidates[0] !== source}
        >
          <summary className="min-h-11 cursor-pointer py-2.5 font-bold">{say.columns.open}</summary>
          <ColumnMappingForm found={found.data} columns={columns} onChange={setChosen} />
        </details>
      )}
      {source !== null && (
        <ImportOptionFields source={source} options={options} onChange={setOptions} />
      )}
      {start.isError && <LoadError error={start.error} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="primary"
          isDisabled={source === null || missing.length > 0 || found.isFetching}
          isPending={start.isPending}
          onPress={() => source !== null && start.mutate(source)}
        >
          {say.next}
        </Button>
        <Button onPress={() => drop.mutate()}>{say.remove}</Button>
        <p className="text-14 text-ink-soft">{say.nextNote}</p>
      </div>
    </article>
  );
}
