import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ARTICLE_LABELS } from '#domain/access/disaster-mode';
import { disasterModesQuery } from '../../api/access.ts';
import { isOfAudit } from '../../api/is-of-audit.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';

/** On every screen while disaster mode is open: where, until when, by what law. */
export function DisasterBanner({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.access.disaster;
  const queryClient = useQueryClient();
  const { data } = useQuery(disasterModesQuery(code));
  const open = data?.modes.filter(({ isOpen }) => isOpen);
  const token = open?.map(({ id }) => id).join();
  const before = useRef(token);
  useEffect(() => {
    const was = before.current;
    before.current = token;
    // Other people are seen from now on: lists and map are asked for anew.
    if (was !== undefined && token !== undefined && was !== token)
      void queryClient.invalidateQueries({
        queryKey: [code],
        predicate: ({ queryKey }) => !isOfAudit(queryKey),
      });
  }, [token, code, queryClient]);
  return (
    <div role="status">
      {open?.map(({ id, districts, articles, reason, endsAt }) => (
        <p
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-ink px-4 py-2 text-surface"
        >
          <span className="flex items-center gap-2 font-bold">
            <Icon name="warning" />
            {say.banner}
          </span>
          <span className="font-bold">
            {districts === null ? say.everywhere : districts.join(words.comma)}
          </span>
          <span className="font-bold">{say.until(words.moment(endsAt))}</span>
          <span className="text-14">
            {articles.map((article) => words.pick(ARTICLE_LABELS[article])).join(words.comma)}
            {words.dot}
            {reason}
          </span>
        </p>
      ))}
    </div>
  );
}
