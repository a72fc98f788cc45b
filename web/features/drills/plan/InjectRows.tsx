import type { DrillInject, InjectChange } from '#domain/drill/scenario';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField, ProblemAt, SelectField, TextField } from './fields.tsx';
import { newId } from './new-id.ts';
import { putBack } from './put-back.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { RoadList } from './RoadList.tsx';
import { useScenario } from './use-scenario.ts';

const KINDS = ['message', 'road-closed', 'power-cut', 'power-back', 'staff-missing'] as const;

/** What is told to everybody at its minute, and what it changes. */
export function InjectRows() {
  const say = useDrillWords().scenario;
  const { scenario, set, mayWrite } = useScenario();
  const { injects } = scenario;
  const add = () => {
    const minute = (injects.at(-1)?.minute ?? 10) + 10;
    set({ injects: [...injects, { id: newId(), minute, text: '', change: { kind: 'message' } }] });
  };
  return (
    <PanelSection title={say.injects}>
      {injects.length === 0 && <p>{say.noInjects}</p>}
      <ul className="flex flex-col gap-3">
        {injects.map((inject, at) => (
          <InjectRow key={inject.id} inject={inject} at={at} />
        ))}
      </ul>
      {mayWrite && (
        <Button className="self-start" onPress={add}>
          {say.addInject}
        </Button>
      )}
    </PanelSection>
  );
}

function InjectRow({ inject, at }: { readonly inject: DrillInject; readonly at: number }) {
  const words = useWords();
  const say = useDrillWords().scenario;
  const { manual, update, mayWrite, code } = useScenario();
  const { change } = inject;
  const path = `scenario/injects/${at}`;
  const put = (next: Partial<DrillInject>, field?: string) =>
    update(
      ({ injects }) => ({
        injects: injects.map((one) => (one.id === inject.id ? { ...one, ...next } : one)),
      }),
      field,
    );
  const changeOf = (kind: InjectChange['kind']): InjectChange =>
    kind === 'road-closed'
      ? { kind, roads: [] }
      : kind === 'staff-missing'
        ? { kind, roleId: manual.roles[0]?.id ?? '', missing: 1 }
        : { kind };
  return (
    <li className="flex flex-col gap-2 rounded-8 border border-line p-3">
      <div className="grid grid-cols-[7rem_1fr_auto] items-end gap-2">
        <NumberField
          label={say.minute}
          path={`${path}/minute`}
          value={inject.minute}
          onChange={(next) => put({ minute: next ?? 0 }, `${inject.id} minute`)}
        />
        <SelectField
          label={say.kind}
          path={`${path}/change/kind`}
          value={change.kind}
          choices={KINDS.map((kind) => [kind, say.kinds[kind]])}
          onChange={(next) => {
            const kind = KINDS.find((one) => one === next);
            if (kind !== undefined) put({ change: changeOf(kind) });
          }}
        />
        <RemoveButton
          name={inject.text || say.injects}
          onRemove={() =>
            update(({ injects }) => ({ injects: injects.filter(({ id }) => id !== inject.id) }))
          }
          onUndo={() => update(({ injects }) => ({ injects: putBack(injects, inject, at) }))}
        />
      </div>
      <TextField
        label={say.text}
        path={`${path}/text`}
        value={inject.text}
        onChange={(text) => put({ text }, `${inject.id} text`)}
      />
      {change.kind === 'road-closed' && (
        <RoadList
          code={code}
          label={say.roadsOf(formatNumber(change.roads.length))}
          roads={change.roads}
          onChange={mayWrite ? (roads) => put({ change: { kind: 'road-closed', roads } }) : null}
        />
      )}
      <ProblemAt path={`${path}/change/roads`} />
      {change.kind === 'staff-missing' && (
        <div className="grid grid-cols-2 gap-2">
          <SelectField
            label={say.role}
            path={`${path}/change/roleId`}
            value={change.roleId}
            choices={manual.roles.map(({ id, label }) => [id, words.pick(label)])}
            onChange={(roleId) => put({ change: { ...change, roleId } })}
          />
          <NumberField
            label={say.missing}
            path={`${path}/change/missing`}
            value={change.missing}
            onChange={(missing) =>
              put({ change: { ...change, missing: missing ?? 0 } }, `${inject.id} missing`)
            }
          />
        </div>
      )}
    </li>
  );
}
