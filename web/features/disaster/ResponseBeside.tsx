import { useQuery } from '@tanstack/react-query';
import { responsesQuery } from '../../api/open-responses.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';

/** A response is opened elsewhere: whether one is, and that it widens nobody's sight. */
export function ResponseBeside({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.access.disaster;
  const { data } = useQuery(responsesQuery(code));
  if (data === undefined) return null;
  const open = data.responses.find(({ kind, closedAt }) => kind === 'real' && closedAt === null);
  return (
    <p>
      {open === undefined ? say.responseNone : say.responseOpen(words.moment(open.openedAt))}{' '}
      <button
        type="button"
        className="min-h-6 text-action underline underline-offset-4"
        onClick={() => changeView({ place: 'response', response: open?.id ?? null, tab: 'list' })}
      >
        {say.toResponse}
      </button>
    </p>
  );
}
