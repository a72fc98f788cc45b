import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { DestinationForm } from '../destination/DestinationForm.tsx';
import { RouteForm } from '../route/RouteForm.tsx';
import { usePlanWords } from '../use-plan-words.ts';
import type { FormProps } from './ContentPart.tsx';
import { Field } from './Field.tsx';
import { SECTIONS } from './fields.ts';
import { RowsForm } from './RowsForm.tsx';
import type { SectionName } from './section-names.ts';
import { suggestedSteps } from './suggested-steps.ts';
import { Timeline } from './Timeline.tsx';

/** One section of the form; for reading only where nothing may be changed. */
export function SectionForm(props: FormProps & { readonly section: SectionName }) {
  const { section, content, change } = props;
  const words = useWords();
  const say = usePlanWords();
  const { fields, rows } = SECTIONS[section];
  if (section === 'destination' || section === 'second')
    return (
      <DestinationForm
        {...props}
        field={section === 'destination' ? 'destination' : 'secondDestination'}
      />
    );
  if (section === 'route') return <RouteForm {...props} />;
  const fieldList = fields.map((spec) => (
    <Field key={spec.path} spec={spec} path={spec.path} {...props} hint={hintOf(spec.path)} />
  ));
  // Why nobody helps is said below the helpers.
  const isBelow = section === 'supporters';
  return (
    <>
      {section === 'supporters' && change !== null && (
        <p className="text-14 text-ink-soft">{say.supporters.take}</p>
      )}
      {!isBelow && fieldList}
      {section === 'departure' && <Timeline steps={content.departure.steps} />}
      {rows !== undefined && <RowsForm rows={rows} {...props} />}
      {section === 'departure' && change !== null && (
        <Button
          className="w-fit"
          onPress={() =>
            change((was) => ({
              ...was,
              departure: {
                ...was.departure,
                steps: [...was.departure.steps, ...suggestedSteps(was, say.departure, words.comma)],
              },
            }))
          }
        >
          {say.departure.suggest}
        </Button>
      )}
      {isBelow && fieldList}
    </>
  );

  function hintOf(path: string): string | null {
    if (path === 'departure/startAt') return say.form.startHint;
    if (path === 'departure/preparationMinutes') return say.form.preparationHint;
    return path === 'withoutSupporters' ? say.form.withoutHint : null;
  }
}
