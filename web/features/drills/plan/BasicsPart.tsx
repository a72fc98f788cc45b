import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { drillVersionQuery } from '../../../api/drills.ts';
import { sheltersQuery } from '../../../api/queries.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { offerUndo } from '../../../state/undo.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadError } from '../../../ui/LoadError.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { SkeletonLines } from '../../../ui/Skeleton.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { TextField } from './fields.tsx';
import { SupplyRows } from './SupplyRows.tsx';
import { TemplateSection } from './TemplateSection.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

/** What it is called, when, where, and by which manual. */
export function BasicsPart() {
  const { parts, basics: say } = useDrillWords();
  const { content, change } = useDrillEditing();
  return (
    <>
      <PanelSection title={parts.basics}>
        <TextField
          label={say.title}
          path="title"
          value={content.title}
          onChange={(title) => change((was) => ({ ...was, title }), 'title')}
        />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={say.date}
            path="date"
            type="date"
            value={content.date}
            onChange={(date) => change((was) => ({ ...was, date }), 'date')}
          />
          <TextField
            label={say.startTime}
            path="startTime"
            type="time"
            value={content.startTime ?? ''}
            onChange={(time) =>
              change((was) => ({ ...was, startTime: time === '' ? null : time }), 'startTime')
            }
          />
        </div>
      </PanelSection>
      <Shelters />
      <SupplyRows />
      <TemplateSection />
      <Versions />
    </>
  );
}

function Shelters() {
  const words = useWords();
  const say = useDrillWords().basics;
  const { code, content, change, mayWrite } = useDrillEditing();
  const query = useQuery(sheltersQuery(code));
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <SkeletonLines count={6} className="p-5" />;
  const { shelterIds } = content;
  const listed = query.data.shelters.filter(
    ({ id, kind }) => kind === 'welfare-shelter' || shelterIds.includes(id),
  );
  const toggle = (id: string) =>
    change((was) => ({
      ...was,
      shelterIds: was.shelterIds.includes(id)
        ? was.shelterIds.filter((one) => one !== id)
        : [...was.shelterIds, id],
    }));
  return (
    <PanelSection title={say.shelters}>
      {listed.length === 0 && <p>{say.noShelters}</p>}
      <ul aria-label={say.shelters}>
        {listed.map(({ id, name, datasetAsOf }) => (
          <li key={id} className="border-b border-line">
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                className="size-5 shrink-0 accent-action"
                disabled={!mayWrite}
                checked={shelterIds.includes(id)}
                onChange={() => toggle(id)}
              />
              <span className="min-w-0 flex-1">{name}</span>
              <span className="text-14 text-ink-soft">
                {datasetAsOf === null ? say.noDate : say.shelterDate(words.date(datasetAsOf))}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function Versions() {
  const words = useWords();
  const say = useDrillWords().basics;
  const { code, view, content: former, change, mayWrite } = useDrillEditing();
  const queryClient = useQueryClient();
  const bring = useMutation({
    mutationFn: (version: number) =>
      queryClient.fetchQuery(drillVersionQuery(code, view.id, version)),
    onSuccess: ({ content, version }) => {
      change(() => content);
      offerUndo({ text: say.broughtBack(String(version)), undo: () => change(() => former) });
    },
  });
  return (
    <details className="px-5 py-3">
      <summary className="flex min-h-11 cursor-pointer items-center font-bold">
        {say.versions}
      </summary>
      <ul>
        {view.versions.map(({ version, by, at, note }) => (
          <li key={version} className="flex flex-wrap items-center gap-2 border-b border-line py-1">
            <span className="number min-w-0 flex-1">
              {say.version(String(version), by, words.moment(at))} {note}
            </span>
            {mayWrite && version !== view.version && (
              <Button className="px-2 text-14" onPress={() => bring.mutate(version)}>
                {say.bringBack(String(version))}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={bring.error} />
    </details>
  );
}
