import type { DrillParticipant } from '#domain/drill/drill';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { SelectField, TextField } from './fields.tsx';
import { newId } from './new-id.ts';
import { putBack } from './put-back.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

/** Who takes part, each in a role. */
export function ParticipantRows() {
  const words = useWords();
  const say = useDrillWords().people;
  const { content, change, mayWrite } = useDrillEditing();
  const { participants, manual } = content;
  const taken = new Set(participants.map(({ roleId }) => roleId));
  const open = manual.roles.filter(({ id }) => !taken.has(id));
  const set = (rows: readonly DrillParticipant[], field?: string) =>
    change((was) => ({ ...was, participants: rows }), field);
  const put = (id: string, next: Partial<DrillParticipant>, field: string) =>
    set(
      participants.map((one) => (one.id === id ? { ...one, ...next } : one)),
      `${id} ${field}`,
    );
  const add = () => {
    const roleId = open[0]?.id ?? manual.roles[0]?.id ?? '';
    set([...participants, { id: newId(), name: '', organisation: null, roleId }]);
  };
  return (
    <PanelSection title={say.participants}>
      {participants.length === 0 && <p>{say.noParticipants}</p>}
      {open.length > 0 && participants.length > 0 && (
        <p className="text-14 text-caution">
          {say.nobody(open.map(({ label }) => words.pick(label)).join(words.comma))}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {participants.map((participant, at) => {
          const { id, name, organisation, roleId } = participant;
          return (
            <li key={id} className="grid grid-cols-[1fr_1fr_1fr_auto] items-end gap-2">
              <SelectField
                label={say.role}
                path={`participants/${at}/roleId`}
                value={roleId}
                choices={manual.roles.map((role) => [role.id, words.pick(role.label)])}
                onChange={(next) => put(id, { roleId: next }, 'role')}
              />
              <TextField
                label={say.name}
                path={`participants/${at}/name`}
                value={name}
                onChange={(next) => put(id, { name: next }, 'name')}
              />
              <TextField
                label={say.organisation}
                path={`participants/${at}/organisation`}
                value={organisation ?? ''}
                onChange={(next) => put(id, { organisation: next }, 'organisation')}
              />
              <RemoveButton
                name={name || say.participants}
                onRemove={() => set(participants.filter((one) => one.id !== id))}
                onUndo={() =>
                  change((was) => ({
                    ...was,
                    participants: putBack(was.participants, participant, at),
                  }))
                }
              />
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <Button className="self-start" onPress={add}>
          {say.addParticipant}
        </Button>
      )}
    </PanelSection>
  );
}
