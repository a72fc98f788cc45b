import type { RecognisedUpload } from '#contract/data-decisions';
import { useImportWords } from '../../i18n/use-import-words.ts';

/** The first rows of a file, as they stand in it. */
export function PreviewTable(props: {
  readonly name: string;
  readonly preview: RecognisedUpload['preview'];
}) {
  const say = useImportWords().imports;
  const { preview, name } = props;
  if (preview === null) return <p className="text-14 text-ink-soft">{say.noPreview}</p>;
  return (
    <section
      aria-label={say.previewOf(name)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
      tabIndex={0}
      className="focus-inset overflow-x-auto rounded-8 border border-line"
    >
      <table className="w-max min-w-full text-14">
        <caption className="sr-only">{say.previewOf(name)}</caption>
        <thead className="bg-surface-soft">
          <tr>
            {preview.headers.map((header, at) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have their place as identity
                key={at}
                scope="col"
                className="px-3 py-1.5 text-left font-bold whitespace-nowrap"
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {preview.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have their place as identity
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column} className="max-w-64 truncate px-3 py-1.5">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
