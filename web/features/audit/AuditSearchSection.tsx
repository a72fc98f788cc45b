import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { AUDIT_ACTION_NAMES, AUDIT_ACTIONS } from '#domain/access/audit';
import { type AuditQuery, auditFile, auditSearchQuery } from '../../api/audit.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { LoadError } from '../../ui/LoadError.tsx';
import { SkeletonLines } from '../../ui/Skeleton.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { EntryTable } from './EntryTable.tsx';
import { useAuditWords } from './use-audit-words.ts';

/** What stands in the form; nothing is looked for until it is sent. */
function searchOf(form: HTMLFormElement): AuditQuery {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const action = AUDIT_ACTION_NAMES.find((one) => one === text('action')) ?? null;
  return {
    ...{ from: text('from') || null, until: text('until') || null, action },
    ...{ name: text('name'), rosterNumber: text('rosterNumber') },
  };
}

export function AuditSearchSection({ code }: { readonly code: string }) {
  const words = useAuditWords();
  const say = words.audit.search;
  /** Null until something is looked for: each look is a line of the log. */
  const [search, setSearch] = useState<AuditQuery | null>(null);
  const query = useInfiniteQuery({
    ...auditSearchQuery(code, search ?? {}),
    enabled: search !== null,
  });
  const form = useRef<HTMLFormElement>(null);
  const download = useMutation({
    mutationFn: async (wanted: AuditQuery) =>
      saveFile(await auditFile(code, wanted, words.language), `audit-${code}.csv`),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = searchOf(event.currentTarget);
    // The same search again asks anew: lines were added meanwhile.
    if (JSON.stringify(wanted) === JSON.stringify(search)) void query.refetch();
    else setSearch(wanted);
  };
  const pages = query.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.entries);
  const isPersonKnown = pages[0]?.isPersonKnown ?? true;
  return (
    <section aria-label={say.title} className="flex flex-col gap-4 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <form
        ref={form}
        aria-label={say.title}
        className="grid grid-cols-3 gap-3 max-md:grid-cols-1"
        onSubmit={submit}
      >
        <LabelledField label={say.from}>
          {(ids) => <input {...ids} type="date" name="from" className={FIELD_STYLE} />}
        </LabelledField>
        <LabelledField label={say.until}>
          {(ids) => <input {...ids} type="date" name="until" className={FIELD_STYLE} />}
        </LabelledField>
        <LabelledField label={say.action}>
          {(ids) => (
            <select {...ids} name="action" className={FIELD_STYLE}>
              <option value="">{say.anyAction}</option>
              {AUDIT_ACTION_NAMES.map((action) => (
                <option key={action} value={action}>
                  {words.pick(AUDIT_ACTIONS[action])}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
        <LabelledField label={say.name}>
          {(ids) => <input {...ids} name="name" maxLength={100} className={FIELD_STYLE} />}
        </LabelledField>
        <LabelledField label={say.rosterNumber} hint={say.rosterHint}>
          {(ids) => (
            <input
              {...ids}
              name="rosterNumber"
              maxLength={100}
              autoComplete="off"
              className={FIELD_STYLE}
            />
          )}
        </LabelledField>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary">
            {say.submit}
          </Button>
          <Button
            isDisabled={download.isPending}
            onPress={() => {
              if (form.current !== null) download.mutate(searchOf(form.current));
            }}
          >
            {download.isPending ? say.downloading : say.download}
          </Button>
        </div>
      </form>
      {download.isError && <LoadError error={download.error} />}
      <p className="text-14 text-ink-soft">{say.mapNote}</p>
      {search === null ? null : query.isError ? (
        <LoadError error={query.error} onRetry={() => void query.refetch()} />
      ) : query.isPending ? (
        <SkeletonLines count={8} />
      ) : entries.length === 0 ? (
        <p role="status">{isPersonKnown ? say.none : say.unknownPerson}</p>
      ) : (
        <EntryTable code={code} entries={entries} />
      )}
      {query.hasNextPage && (
        <Button
          className="w-fit"
          isDisabled={query.isFetchingNextPage}
          onPress={() => void query.fetchNextPage()}
        >
          {query.isFetchingNextPage ? words.audit.table.loading : words.audit.table.more}
        </Button>
      )}
    </section>
  );
}
