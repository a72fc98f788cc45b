import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RelayOfficeOnWire } from '#contract/relay-office';
import { OFFICE_KIND_LABELS } from '#domain/relay/listed-office';
import {
  changeListedOffice,
  closeListedOffice,
  createListedOffice,
  listedOfficesQuery,
  type NewRelayOffice,
} from '../../api/relay-offices.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { OfficeForm } from './OfficeForm.tsx';
import { useOfficeWords } from './use-office-words.ts';

/** Offices that relay sheets are written by and to as themselves: the city's own list. */
export default function OfficesSection({ code }: { readonly code: string }) {
  const say = useOfficeWords();
  const queryClient = useQueryClient();
  const query = useQuery(listedOfficesQuery(code));
  /** Of the office that is changed; `new` for one that is entered. */
  const [open, setOpen] = useState<string | null>(null);
  const show = (now: Awaited<ReturnType<typeof createListedOffice>>) => {
    queryClient.setQueryData(listedOfficesQuery(code).queryKey, now);
    void queryClient.invalidateQueries({ queryKey: [code, 'relay-offices'] });
    return now.offices;
  };
  const reread = () => void queryClient.invalidateQueries(listedOfficesQuery(code));
  const close = useMutation({
    mutationFn: async ({ id, version, name, isClosed }: RelayOfficeOnWire) => {
      const now = show(await closeListedOffice(code, id, version, !isClosed));
      const next = now.find((one) => one.id === id)?.version ?? 0;
      offerUndo({
        text: isClosed ? say.wasReopened(name) : say.wasClosed(name),
        undo: async () => void show(await closeListedOffice(code, id, next, isClosed)),
      });
    },
    onError: reread,
  });
  const save = useMutation({
    mutationFn: async ({ was, now }: { was: RelayOfficeOnWire | null; now: NewRelayOffice }) => {
      const before = query.data?.offices ?? [];
      const offices = show(
        was === null
          ? await createListedOffice(code, now)
          : await changeListedOffice(code, was.id, { ...now, version: was.version }),
      );
      setOpen(null);
      const made = offices.find(({ id }) =>
        was === null ? before.every((one) => one.id !== id) : id === was.id,
      );
      if (made === undefined) return;
      offerUndo({
        text: was === null ? say.added(now.name) : say.saved(now.name),
        undo: async () => {
          const { id, version } = made;
          if (was === null) show(await closeListedOffice(code, id, version, true));
          else {
            const { name, kind, districts } = was;
            show(await changeListedOffice(code, id, { version, name, kind, districts }));
          }
        },
      });
    },
    onError: reread,
  });
  const formOf = (office: RelayOfficeOnWire | null) => (
    <OfficeForm
      code={code}
      office={office}
      error={save.error}
      isSaving={save.isPending}
      onSave={(now) => save.mutate({ was: office, now })}
      onCancel={() => {
        save.reset();
        setOpen(null);
      }}
    />
  );
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      {query.isPending && <SkeletonLines count={4} />}
      {query.isError && <LoadError error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.offices.length === 0 && <p>{say.none}</p>}
      {query.data !== undefined && query.data.offices.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full border-collapse">
            <caption className="sr-only">{say.list}</caption>
            <thead>
              <tr className="border-b border-line-strong text-left text-14 text-ink-soft">
                {[say.name, say.kind, say.districts, say.members, say.lastChange].map((head) => (
                  <th key={head} scope="col" className="py-1 pr-3 font-normal">
                    {head}
                  </th>
                ))}
                <th scope="col" className="py-1">
                  {say.state}
                </th>
              </tr>
            </thead>
            <tbody>
              {query.data.offices.map((office) => (
                <OfficeRow
                  key={office.id}
                  office={office}
                  isBusy={close.isPending}
                  onEdit={() => {
                    save.reset();
                    setOpen(office.id);
                  }}
                  onClose={() => close.mutate(office)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Refusal error={close.error} />
      {open === null ? (
        <Button
          className="w-fit"
          onPress={() => {
            save.reset();
            setOpen('new');
          }}
        >
          {say.add}
        </Button>
      ) : (
        <div key={open}>{formOf(query.data?.offices.find(({ id }) => id === open) ?? null)}</div>
      )}
    </section>
  );
}

function OfficeRow(props: {
  readonly office: RelayOfficeOnWire;
  readonly isBusy: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const { office } = props;
  const { name, kind, districts, isClosed, members } = office;
  const words = useWords();
  const say = useOfficeWords();
  return (
    <tr className={`border-b border-line align-top ${isClosed ? 'text-ink-soft' : ''}`}>
      <th scope="row" className="py-2 pr-3 text-left" lang="ja">
        {name}
      </th>
      <td className="py-2 pr-3">{words.pick(OFFICE_KIND_LABELS[kind])}</td>
      <td className="py-2 pr-3">
        {districts.length === 0 ? say.everyDistrict : districts.join(words.comma)}
      </td>
      <td className="number py-2 pr-3">
        {members === 0 ? say.nobody : say.count(formatNumber(members))}
      </td>
      <td className="number py-2 pr-3 text-14">
        {say.changed(words.moment(office.updatedAt), office.updatedBy)}
      </td>
      <td className="py-2">
        <span className="block">{isClosed ? say.closed : say.open}</span>
        <span className="flex gap-2 pt-1">
          {!isClosed && (
            <Button aria-label={say.editNamed(name)} onPress={props.onEdit}>
              {say.edit}
            </Button>
          )}
          <Button
            aria-label={isClosed ? say.reopenNamed(name) : say.closeNamed(name)}
            isDisabled={props.isBusy}
            onPress={props.onClose}
          >
            {isClosed ? say.reopen : say.close}
          </Button>
        </span>
      </td>
    </tr>
  );
}
