import { IMPORT_SOURCES } from '#contract/dataset';
import { useImportWords } from '../../i18n/use-import-words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** A file of each kind to try an import with. */
export function Samples() {
  const words = useImportWords();
  const say = words.imports.samples;
  return (
    <details className="rounded-8 border border-line px-4">
      <summary className="min-h-11 cursor-pointer py-2.5 font-bold">{say.title}</summary>
      <p className="text-14 text-ink-soft">{say.note}</p>
      <ul className="grid gap-x-6 pb-3 sm:grid-cols-2">
        {IMPORT_SOURCES.map((source) => (
          <li key={source}>
            <a
              href={`/api/samples/${source}`}
              download
              className="inline-flex min-h-11 items-center gap-2 text-action underline underline-offset-4"
            >
              <Icon name="download" />
              {words.data.sources[source]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
