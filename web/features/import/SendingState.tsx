import { ApiError } from '../../api/client.ts';
import { FileChangedError } from '../../api/upload-files.ts';
import { type ImportWords, useImportWords } from '../../i18n/use-import-words.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { fileSize } from './file-size.ts';
import { TooMuchError, type Uploads } from './use-uploads.ts';

/** How far the sending is, or why it failed and what was kept. */
export function SendingState({ uploads }: { readonly uploads: Uploads }) {
  const say = useImportWords().imports;
  const { share, error, files } = uploads;
  if (share !== null) {
    const title = share < 1 ? say.sending(String(Math.floor(share * 100))) : say.recognising;
    return (
      <div className="flex flex-col gap-3">
        <ProgressBar title={title} share={share < 1 ? share : null} />
        <Button className="w-fit" onPress={uploads.stop}>
          {say.stopSending}
        </Button>
      </div>
    );
  }
  if (error === null) return null;
  const text = wordsOf(error, say);
  if (text === null) return <LoadError error={error} />;
  return (
    <div role="alert" className="flex flex-col items-start gap-3">
      <p className="font-bold text-error">{text}</p>
      {!(error instanceof TooMuchError || error instanceof FileChangedError) && (
        <Button variant="secondary" onPress={() => uploads.send(files)}>
          {say.sendAgain}
        </Button>
      )}
    </div>
  );
}

/** null where the server said why. */
function wordsOf(error: Error, say: ImportWords['imports']): string | null {
  if (error instanceof TooMuchError)
    return say.tooLarge(fileSize(error.bytes), fileSize(error.maxBytes));
  if (error instanceof FileChangedError) return say.changed(error.fileName);
  return error instanceof ApiError && error.status === 0 ? say.offline : null;
}
