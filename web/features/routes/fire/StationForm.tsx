import { useEffect, useRef, useState } from 'react';
import type { RouteOptions } from '#contract/route';
import { useWords } from '../../../i18n/use-words.ts';
import { canDrawMap } from '../../../map/can-draw-map.ts';
import { setTool } from '../../../state/tool.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { FIELD_STYLE, LabelledField } from '../../../ui/LabelledField.tsx';
import { Caution } from '../../../ui/Notice.tsx';
import { StaleStation } from './StaleStation.tsx';
import { keepStationDraft, readStationDraft, type StationDraft } from './station-draft.ts';
import type { SaveStation } from './use-save-station.ts';
import { useStationWords } from './use-station-words.ts';

/** One station, as it is typed. */
export function StationForm(props: {
  readonly code: string;
  readonly draft: StationDraft;
  readonly options: RouteOptions;
  readonly saving: SaveStation;
}) {
  const { code, draft, options, saving } = props;
  const words = useWords();
  const say = useStationWords();
  const [isTried, setTried] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const change = (part: Partial<StationDraft>) => keepStationDraft(code, { ...draft, ...part });
  const read = readStationDraft(draft);
  const mistakes = isTried && !read.ok ? read.mistakes : [];
  const title = draft.base === null ? say.form.newOne : say.changeOf(draft.base.name);
  const field = (
    label: string,
    key: 'name' | 'kind' | 'placeText',
    hint: string,
    wrong = false,
  ) => (
    <LabelledField label={label} hint={hint}>
      {(ids) => (
        <input
          {...ids}
          className={FIELD_STYLE}
          maxLength={key === 'kind' ? 50 : 200}
          aria-invalid={wrong}
          value={draft[key]}
          onChange={({ target }) => change({ [key]: target.value })}
        />
      )}
    </LabelledField>
  );
  return (
    <form
      className="not-printed flex flex-col gap-3 bg-surface-soft p-4"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        void saving.save(draft);
      }}
    >
      <h3 ref={heading} tabIndex={-1} className="font-bold break-words">
        {title}
      </h3>
      {saving.stale !== null && <StaleStation draft={draft} saving={saving} options={options} />}
      {field(
        say.form.name,
        'name',
        mistakes.includes('name') ? say.form.nameMissing : '',
        mistakes.includes('name'),
      )}
      {field(say.form.kind, 'kind', say.form.kindHint)}
      <div data-station-place className="flex flex-col items-start gap-2">
        {field(
          say.form.place,
          'placeText',
          mistakes.includes('place') ? say.form.placeWrong : say.form.placeHint,
          mistakes.includes('place'),
        )}
        <Button
          isDisabled={!canDrawMap()}
          onPress={() => {
            changeView({ tab: 'map' });
            setTool('fire-station');
          }}
        >
          {say.form.onMap}
        </Button>
      </div>
      <fieldset>
        <legend className="text-14 font-bold">{say.form.vehicles}</legend>
        {options.profiles
          .filter(({ isFourWheeled }) => isFourWheeled)
          .map(({ id, label }) => (
            <Checkbox
              key={id}
              label={words.pick(label)}
              isChecked={draft.vehicles.includes(id)}
              onChange={(isKept) =>
                change({
                  vehicles: [
                    ...draft.vehicles.filter((one) => one !== id),
                    ...(isKept ? [id] : []),
                  ],
                })
              }
            />
          ))}
      </fieldset>
      <div role="alert">{saving.failure !== null && <Caution>{saving.failure}</Caution>}</div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isDisabled={saving.isSaving}>
          {saving.isSaving ? say.form.saving : say.form.save}
        </Button>
        <Button onPress={() => keepStationDraft(code, null)}>{say.form.cancel}</Button>
      </div>
    </form>
  );
}
