import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ResponseDetail } from '#contract/response';
import { responsesQuery } from '../../api/open-responses.ts';
import { closeResponse, raiseLevels, responseQuery } from '../../api/response.ts';
import { warningsQuery } from '../../api/settings.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { DisclosureNote } from './DisclosureNote.tsx';
import type { LiveState } from './use-live-response.ts';
import { useResponseWords } from './use-response-words.ts';

/** What it is, marked where it is a rehearsal (on paper too), since when, by which levels; and its end. */
export function ResponseHeader(props: {
  readonly code: string;
  readonly detail: ResponseDetail;
  readonly live: LiveState;
}) {
  const { code, detail, live } = props;
  const { id, kind, levels, mayOpen, closedAt } = detail;
  const words = useWords();
  const say = useResponseWords();
  const queryClient = useQueryClient();
  const keep = async (answer: ResponseDetail) => {
    queryClient.setQueryData(responseQuery(code, id).queryKey, answer);
    await queryClient.invalidateQueries({ queryKey: responsesQuery(code).queryKey });
  };
  const close = useMutation({
    mutationFn: async (isClosed: boolean) => {
      await keep(await closeResponse(code, id, isClosed));
      if (isClosed)
        offerUndo({
          text: say.endedNow,
          undo: async () => keep(await closeResponse(code, id, false)),
        });
    },
  });
  const { data } = useQuery({ ...warningsQuery(code), enabled: mayOpen });
  const inForce = data?.warnings[0]?.levels ?? [];
  const isNew = inForce.some((one) => !levels.some((level) => sameLevel(level) === sameLevel(one)));
  const raise = useMutation({
    mutationFn: async () => keep(await raiseLevels(code, id, inForce)),
  });
  const isRehearsal = kind === 'rehearsal';
  return (
    <>
      <h2 className="sticky top-0 z-10 flex flex-wrap items-center gap-3 border-b border-line bg-surface px-4 py-2 text-20 font-bold">
        {isRehearsal && (
          <span className="rounded-8 border-4 border-double border-ink px-3 py-1">
            {say.rehearsal}
          </span>
        )}
        {say.title}
        {closedAt === null && (
          <span role="status" className="flex items-center gap-1 text-14 font-normal">
            {live !== 'connecting' && (
              <Icon name={live === 'on' ? 'check' : 'warning'} className="size-4" />
            )}
            {say.live[live]}
          </span>
        )}
      </h2>
      <div className="flex flex-col gap-1 border-b border-line px-4 py-2">
        {isRehearsal && <p className="font-bold">{say.rehearsalNote}</p>}
        <p className="text-14 text-ink-soft">
          {say.opened(words.moment(detail.openedAt), detail.openedBy)}
          {words.dot}
          {detail.districts === null ? say.everywhere : detail.districts.join(words.comma)}
        </p>
        <ul className="flex flex-wrap gap-2">
          {levels.map((one) => (
            <li
              key={`${sameLevel(one)} ${one.since}`}
              className="rounded-8 border border-line-strong px-2 text-14"
            >
              {say.level(one.level, one.districts?.join(words.comma) ?? say.everywhere)}
            </li>
          ))}
        </ul>
        {closedAt !== null && (
          <p className="font-bold">
            {say.ended(words.moment(closedAt), detail.closedBy ?? '')} {say.closed}
          </p>
        )}
        {mayOpen && !isRehearsal && closedAt === null && <DisclosureNote code={code} />}
        {close.isError && <LoadError error={close.error} />}
        {raise.isError && <LoadError error={raise.error} />}
        {mayOpen && (
          <div className="not-printed flex flex-wrap gap-2">
            {closedAt === null && isNew && (
              <Button variant="primary" onPress={() => raise.mutate()} isDisabled={raise.isPending}>
                {say.raise}
              </Button>
            )}
            <Button onPress={() => close.mutate(closedAt === null)} isDisabled={close.isPending}>
              {closedAt === null ? say.end : say.takeUp}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

const sameLevel = ({ level, districts }: { level: number; districts: readonly string[] | null }) =>
  `${level} ${districts === null ? '' : [...districts].sort().join()}`;
