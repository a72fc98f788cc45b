import { useState } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { IMPORT_SOURCES, type ImportSource } from '#contract/dataset';
import type { ImportOptionTexts } from '#contract/import';
import type { ImportOrder } from '../../api/import-job.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { ImportOptionFields } from './ImportOptionFields.tsx';
import { FILE_ENDINGS } from './import-option-fields.ts';

interface ImportChoiceProps {
  readonly onStart: (order: ImportOrder, isDryRun: boolean) => void;
}

/**
 * Which files, of which kind, and whether to check only. A roster is always checked first: who is new and
 * who is gone is to be seen before it applies.
 */
export function ImportChoice({ onStart }: ImportChoiceProps) {
  const words = useWords();
  const say = words.data.import;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState<ImportSource>('ksj-a33');
  const [wantsCheck, setWantsCheck] = useState(false);
  const [options, setOptions] = useState<ImportOptionTexts>({});
  const isRoster = source === 'roster';
  const isDryRun = isRoster || wantsCheck;
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <DropZone
        aria-label={say.drop}
        className="flex min-h-44 min-w-0 flex-col items-center justify-center gap-3 rounded-8 border-2 border-dashed border-line-strong bg-surface-soft p-4 data-drop-target:border-action data-drop-target:bg-action-soft"
        onDrop={async (event) => {
          const dropped = event.items.filter(isFileDropItem);
          setFiles(await Promise.all(dropped.map((item) => item.getFile())));
        }}
      >
        <Icon name="upload" className="size-8 text-ink-soft" />
        <p className="font-bold">{say.drop}</p>
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={FILE_ENDINGS[source]}
          onSelect={(chosen) => setFiles([...(chosen ?? [])])}
        >
          <Button variant="secondary">{say.choose}</Button>
        </FileTrigger>
        <ul className="w-full">
          {files.map((file) => (
            <li key={file.name} className="flex items-center gap-2">
              <Icon name="file" className="size-5 text-ink-soft" />
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="number text-14 text-ink-soft">{fileSize(file.size)}</span>
              <button
                type="button"
                aria-label={say.remove(file.name)}
                className="inline-flex size-9 items-center justify-center rounded-8 hover:bg-surface-strong"
                onClick={() => setFiles(files.filter((other) => other !== file))}
              >
                <Icon name="close" className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      </DropZone>
      <div className="flex min-w-0 flex-col gap-4">
        <label className="flex flex-col gap-1">
          <span className="font-bold">{say.source}</span>
          <select
            value={source}
            className="h-12 w-full rounded-8 border border-line-strong bg-surface px-3"
            onChange={(event) => {
              const chosen = IMPORT_SOURCES.find((name) => name === event.target.value);
              if (chosen === undefined) return;
              setSource(chosen);
              setOptions({});
            }}
          >
            {IMPORT_SOURCES.map((name) => (
              <option key={name} value={name}>
                {words.data.sources[name]}
              </option>
            ))}
          </select>
          <span className="text-14 text-ink-soft">{words.data.sourceFiles[source]}</span>
        </label>
        <ImportOptionFields source={source} options={options} onChange={setOptions} />
        {isRoster ? (
          <p>{say.rosterFirst}</p>
        ) : (
          <Checkbox label={say.dryRun} isChecked={wantsCheck} onChange={setWantsCheck} />
        )}
        <Button
          variant="primary"
          isDisabled={files.length === 0}
          onPress={() => onStart({ source, files, options }, isDryRun)}
        >
          {isRoster ? say.checkRoster : isDryRun ? say.check : say.start}
          {files.length > 0 && <span className="font-normal">({say.files(files.length)})</span>}
        </Button>
      </div>
    </div>
  );
}

function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
