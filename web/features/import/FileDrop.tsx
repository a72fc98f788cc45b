import {
  type DirectoryDropItem,
  DropZone,
  type FileDropItem,
  FileTrigger,
  isDirectoryDropItem,
  isFileDropItem,
} from 'react-aria-components';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** Where files and whole folders are put in; each can also be chosen by button. */
export function FileDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const say = useImportWords().imports;
  return (
    <DropZone
      aria-label={say.drop}
      className="flex min-h-40 min-w-0 flex-col items-center justify-center gap-3 rounded-8 border-2 border-dashed border-line-strong bg-surface-soft p-4 text-center data-drop-target:border-action data-drop-target:bg-action-soft"
      onDrop={async ({ items }) => {
        const found = await Promise.all(
          items.map((item) =>
            isFileDropItem(item) || isDirectoryDropItem(item) ? filesOf(item) : [],
          ),
        );
        onFiles(found.flat());
      }}
    >
      <Icon name="upload" className="size-8 text-ink-soft" />
      <p className="font-bold">{say.drop}</p>
      <p className="text-14 text-ink-soft">{say.dropHint}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <FileTrigger allowsMultiple onSelect={(chosen) => onFiles([...(chosen ?? [])])}>
          <Button variant="secondary">{say.chooseFiles}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(chosen) => onFiles([...(chosen ?? [])])}>
          <Button>{say.chooseFolder}</Button>
        </FileTrigger>
      </div>
    </DropZone>
  );
}

/** A file, or all files of a folder and of those in it. */
async function filesOf(item: FileDropItem | DirectoryDropItem): Promise<File[]> {
  if (item.kind === 'file') return [await item.getFile()];
  const files: File[] = [];
  for await (const entry of item.getEntries()) files.push(...(await filesOf(entry)));
  return files;
}
