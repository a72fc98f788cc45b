import { type DrillManual, type DrillPhase, stepsOf } from '#domain/drill/drill';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField } from './fields.tsx';
import { newId } from './new-id.ts';
import { StepRow } from './StepRow.tsx';
import { addStep, newStep } from './step-edits.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** The manual: phases with their steps, as a table to write in. */
export function StepsPart() {
  const say = useDrillWords().steps;
  const { content, mayWrite } = useDrillEditing();
  const steps = stepsOf(content.manual);
  return (
    <>
      {mayWrite && <p className="px-4 text-14 text-ink-soft">{say.keys}</p>}
      {content.manual.phases.map((phase, number) => (
        <Phase key={phase.id} phase={phase} number={number} steps={steps} />
      ))}
      <Staff />
    </>
  );
}

function Phase(props: {
  readonly phase: DrillPhase;
  readonly number: number;
  readonly steps: ReturnType<typeof stepsOf>;
}) {
  const { phase, number } = props;
  const words = useWords();
  const say = useDrillWords().steps;
  const { content, change, mayWrite } = useDrillEditing();
  const name = words.pick(phase.label);
  const add = () => {
    const id = newId();
    const roleId = phase.steps.at(-1)?.roleId ?? content.manual.roles[0]?.id ?? '';
    change((was) => ({ ...was, manual: addStep(was.manual, phase.id, newStep(id, roleId)) }));
    setTimeout(() => document.getElementById(`step-${id}`)?.querySelector('input')?.focus(), 50);
  };
  return (
    <section aria-label={name} className="px-4 py-2">
      <h3 className="text-16 font-bold">{name}</h3>
      <table className="w-full table-fixed" aria-label={name}>
        <thead>
          <tr className="border-b border-line-strong text-left text-14">
            {(
              [
                [say.step, 'w-[34%]'],
                [say.role, 'w-[22%]'],
                [say.minutes, 'w-20'],
                [say.after, ''],
              ] as const
            ).map(([label, width]) => (
              <th key={label} scope="col" className={`py-1 pr-2 ${width}`}>
                {label}
              </th>
            ))}
            <td className={mayWrite ? 'w-38' : 'w-10'} />
          </tr>
        </thead>
        <tbody>
          {phase.steps.map((step, at) => (
            <StepRow
              key={step.id}
              step={step}
              path={`manual/phases/${number}/steps/${at}`}
              steps={props.steps}
            />
          ))}
        </tbody>
      </table>
      {mayWrite && (
        <Button className="mt-2 text-14" onPress={add}>
          {say.add(name)}
        </Button>
      )}
    </section>
  );
}

/** How many of each role are there: the time line shares steps out among them. */
function Staff() {
  const words = useWords();
  const say = useDrillWords().steps;
  const { content, change } = useDrillEditing();
  const { roles } = content.manual;
  const put = (id: string, staff: number) =>
    change(
      (was) => ({
        ...was,
        manual: {
          ...was.manual,
          roles: was.manual.roles.map((role) => (role.id === id ? { ...role, staff } : role)),
        } satisfies DrillManual,
      }),
      `${id} staff`,
    );
  return (
    <PanelSection title={say.staff}>
      <div className="grid grid-cols-3 gap-3">
        {roles.map(({ id, label, staff }, at) => (
          <NumberField
            key={id}
            label={say.staffOf(words.pick(label))}
            path={`manual/roles/${at}/staff`}
            value={staff}
            onChange={(next) => put(id, next ?? 0)}
          />
        ))}
      </div>
    </PanelSection>
  );
}
