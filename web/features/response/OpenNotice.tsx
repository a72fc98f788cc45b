import { useQuery } from '@tanstack/react-query';
import { responsesQuery } from '../../api/open-responses.ts';
import { useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { isFieldRole } from './field-role.ts';
import { useResponseWords } from './use-response-words.ts';

/** Where the day begins: what is open and concerns whoever looks, and the way there. */
export default function OpenNotice({ code }: { readonly code: string }) {
  const words = useWords();
  const say = useResponseWords();
  const isField = isFieldRole(useAccount()?.role);
  const open = useQuery(responsesQuery(code)).data?.responses.filter(
    ({ concernsMe }) => concernsMe,
  );
  return (
    // There before anything opens, or a screen reader would not hear it.
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {open?.map(({ id, kind, openedAt, districts }) => (
        <section
          key={id}
          data-open-response={kind}
          className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border-2 border-ink px-3 py-2"
        >
          <div className="min-w-40 flex-1">
            <p className="flex items-center gap-2 text-18 font-bold">
              <Icon name="response" className="size-6" />
              {say.notice.title[kind]}
            </p>
            <p className="text-14 text-ink-soft">
              {say.notice.since(words.moment(openedAt))}
              {words.dot}
              {districts === null ? say.everywhere : districts.join(words.comma)}
            </p>
          </div>
          <Button
            variant="primary"
            onPress={() =>
              changeView({ place: 'response', response: id, tab: 'list', selection: null })
            }
          >
            {isField ? say.notice.report : say.notice.list}
            <Icon name="right" className="size-4" />
          </Button>
        </section>
      ))}
    </div>
  );
}
