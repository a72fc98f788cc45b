import { RESIDENT_COLUMNS } from '#contract/people-desk';
import type { ResidentListKey } from '../../api/queries.ts';
import { filterSearch } from '../../api/resident-search.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useListColumns } from '../../state/list-columns.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ToolPopover } from './ToolPopover.tsx';

/** What a column of the screen is in a file, where it is not named alike. */
const IN_FILES: Readonly<Record<string, readonly string[]>> = {
  mark: ['tier'],
  hazard: ['red', 'relation', 'phenomena'],
};

/** The list as a file, as it is filtered, sorted and laid out now. */
export function FileChoice({
  code,
  list,
}: {
  readonly code: string;
  readonly list: ResidentListKey;
}) {
  const words = useWords();
  const say = words.peopleDesk.file;
  const chosen = useListColumns();
  const query = filterSearch(list);
  query.set('heading', 'true');
  const columns = (chosen ?? RESIDENT_COLUMNS).flatMap((id) => IN_FILES[id] ?? [id]);
  query.set('columns', [...new Set(columns)].join(','));
  const link = (kind: 'csv' | 'xlsx', text: string) => (
    <a
      href={`/api/municipalities/${code}/residents.${kind}?${query}`}
      download
      className="flex min-h-11 items-center gap-2 rounded-8 px-2 text-action underline underline-offset-4 hover:bg-action-soft"
    >
      <Icon name="file" className="size-5" />
      {text}
    </a>
  );
  return (
    <ToolPopover icon="download" label={say.open} title={say.open}>
      {link('xlsx', say.xlsx)}
      {link('csv', say.csv)}
      <p className="text-14 text-ink-soft">{say.note}</p>
    </ToolPopover>
  );
}
