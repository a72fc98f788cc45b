import { useState } from 'react';
import { DropZone, FileTrigger, isFileDropItem } from 'react-aria-components';
import { IMPORT_SOURCES, type ImportSource } from '#contract/dataset';
import { useWords } from '../../i18n/use-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

interface ImportChoiceProps {
  readonly onStart: (source: ImportSource, files: readonly File[], isDryRun: boolean) => void;
}

/** Which files, of which kind, and whether to check only. */
export function ImportChoice({ onStart }: ImportChoiceProps) {
  const words = useWords();
  const say = words.data.import;
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState<ImportSource>('ksj-a33');
  const [isDryRun, setDryRun] = useState(false);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <DropZone
        aria-label={say.drop}
        className="flex min-h-44 flex-col items-center justify-center gap-3 rounded-8 border-2 border-dashed border-line-strong bg-surface-soft p-4 data-drop-target:border-action data-drop-target:bg-action-soft"
        onDrop={async (event) => {
          const dropped = event.items.filter(isFileDropItem);
          setFiles(await Promise.all(dropped.map((item) => item.getFile())));
        }}
      >
        <Icon name="upload" className="size-8 text-ink-soft" />
        <p className="font-bold">{say.drop}</p>
        <FileTrigger allowsMultiple onSelect={(chosen) => setFiles([...(chosen ?? [])])}>
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
      <div className="flex flex-col gap-4">
        <label className="flex flex-col gap-1">
          <span className="font-bold">{say.source}</span>
          <select
            value={source}
            className="h-12 rounded-8 border border-line-strong bg-surface px-3"
            onChange={(event) => {
              const chosen = IMPORT_SOURCES.find((name) => name === event.target.value);
              if (chosen !== undefined) setSource(chosen);
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
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-action"
            checked={isDryRun}
            onChange={(event) => setDryRun(event.target.checked)}
          />
          {say.dryRun}
        </label>
        <Button
          variant="primary"
          isDisabled={files.length === 0}
          onPress={() => onStart(source, files, isDryRun)}
        >
          {isDryRun ? say.check : say.start}
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
