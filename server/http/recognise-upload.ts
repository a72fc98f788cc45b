import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RecognisedUpload } from '#contract/data-decisions';
import { previewTable } from '#geodata/recognise/preview-table';
import { recogniseFiles } from '#geodata/recognise/recognise-files';
import { wrongFile } from '#geodata/recognise/wrong-file';
import { SOURCES } from '#geodata/registry';
import type { AppContext } from './context.ts';
import type { Upload } from './upload.ts';

const PREVIEW_ROWS = 5;

/** Keeps an upload and says what each of its parts is. Where that fails nothing of it is kept. */
export async function keepRecognised(
  { uploads }: AppContext,
  municipalityCode: string,
  received: Upload,
): Promise<RecognisedUpload[]> {
  try {
    const groups = await recogniseFiles(received.files);
    const described = await Promise.all(
      groups.map(async ({ files, candidates }) => ({
        files: await Promise.all(
          files.map(async (file) => ({ name: basename(file), bytes: (await stat(file)).size })),
        ),
        candidates: [...candidates],
        preview: plainTable(await previewTable(files, PREVIEW_ROWS)),
        reason: candidates.length > 0 ? null : await whyNotKnown(files[0]),
      })),
    );
    const kept = await uploads.keep(municipalityCode, received, groups);
    return described.flatMap((one, at) => {
      const uploadId = kept[at]?.id;
      return uploadId === undefined ? [] : [{ uploadId, ...one }];
    });
  } catch (error) {
    await received.remove();
    throw error;
  }
}

function plainTable(table: Awaited<ReturnType<typeof previewTable>>): RecognisedUpload['preview'] {
  return table === null
    ? null
    : { headers: [...table.headers], rows: table.rows.map((row) => [...row]) };
}

const whyNotKnown = async (file: string | undefined) =>
  (file === undefined ? null : await wrongFile(file)) ?? notKnown();

/** What can be taken, for somebody who put in something else. */
function notKnown(): { ja: string; en: string } {
  const list = Object.values(SOURCES);
  return {
    ja: `内容から種類を見分けられませんでした。取り込めるのは次のものです。${list.map(({ labels, expects }) => `${labels.ja}(${expects.ja})`).join('、')}`,
    en: `The content was not recognised. These can be imported: ${list.map(({ labels, expects }) => `${labels.en} (${expects.en})`).join('; ')}`,
  };
}
