import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../../api/client.ts';
import { changeTravelProfile, travelProfilesQuery } from '../../api/travel-profiles.ts';
import { useWords } from '../../i18n/use-words.ts';
import { offerUndo } from '../../state/undo.ts';
import { Button } from '../../ui/Button.tsx';
import { FIELD_STYLE, LabelledField } from '../../ui/LabelledField.tsx';
import { Caution } from '../../ui/Notice.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import {
  FIGURE_FIELDS,
  type FigureField,
  type ShownFigures,
  type ShownProfile,
  streetSpeed,
  toFigures,
  toTyped,
} from './figure-fields.ts';
import { useTravelProfileWords } from './use-travel-profile-words.ts';

/** The figures of one means of travel; null figures are those of the standard. */
export function TravelProfileForm(props: {
  readonly code: string;
  readonly profile: ShownProfile;
  readonly onEnd: () => void;
}) {
  const { code, profile, onEnd } = props;
  const { id, own, standard, version } = profile;
  const words = useWords();
  const say = useTravelProfileWords();
  const label = words.pick(profile.label);
  const queryClient = useQueryClient();
  const { queryKey } = travelProfilesQuery(code);
  const [typed, setTyped] = useState(() => toTyped(own ?? standard));
  const figures = toFigures(typed);
  const put = async (basedOn: number, next: ShownFigures | null) => {
    const now = await changeTravelProfile(code, id, { version: basedOn, figures: next });
    queryClient.setQueryData(queryKey, now);
    // Routes, checks of arrival and departures rest on them.
    for (const part of ['routes', 'plans'])
      void queryClient.invalidateQueries({ queryKey: [code, part] });
    return now.profiles.find((one) => one.id === id)?.version ?? 0;
  };
  const change = useMutation({
    mutationFn: async (next: ShownFigures | null) => {
      const saved = await put(version, next);
      offerUndo({
        text: next === null ? say.isBack(label) : say.saved(label),
        undo: () => put(saved, own).then(() => undefined),
      });
      onEnd();
    },
    // What was typed stays to be looked at beside what holds now.
    onError: () => void queryClient.invalidateQueries({ queryKey }),
  });
  const isStale =
    change.error instanceof ApiError && change.error.problem?.code === 'travel-profile.stale';
  return (
    <form
      aria-label={say.changeOf(label)}
      className="flex flex-col gap-4 rounded-8 border border-line p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (figures !== null) change.mutate(figures);
      }}
    >
      <h4 className="font-bold">{say.changeOf(label)}</h4>
      <div className="grid gap-4 sm:grid-cols-2">
        {FIGURE_FIELDS.map((field, at) => (
          <LabelledField key={field.key} label={labelOf(field)} hint={hintOf(field)}>
            {(ids) => (
              <input
                {...ids}
                // biome-ignore lint/a11y/noAutofocus: the form was asked for by a press on its button
                autoFocus={at === 0}
                type="number"
                required={!field.mayBeEmpty}
                min={field.least}
                max={field.most}
                step={field.step}
                className={`${FIELD_STYLE} number`}
                value={typed[field.key]}
                onChange={({ target }) => setTyped({ ...typed, [field.key]: target.value })}
              />
            )}
          </LabelledField>
        ))}
      </div>
      <LabelledField label={say.sourceField} hint={say.sourceHint}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={500}
            className={FIELD_STYLE}
            value={typed.source}
            onChange={({ target }) => setTyped({ ...typed, source: target.value })}
          />
        )}
      </LabelledField>
      {isStale && <Caution>{say.stale}</Caution>}
      <Refusal error={change.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" isDisabled={figures === null || change.isPending}>
          {say.save}
        </Button>
        {own !== null && (
          <Button isDisabled={change.isPending} onPress={() => change.mutate(null)}>
            {say.back}
          </Button>
        )}
        <Button onPress={onEnd}>{say.cancel}</Button>
      </div>
    </form>
  );

  function labelOf({ key }: FigureField): string {
    return {
      ...{ widthMeters: say.widthField, heightMeters: say.heightField },
      ...{ weightTonnes: say.weightField, slopePercent: say.slopeField },
      ...{ speedFactor: say.speedField, nightFactor: say.nightField },
    }[key];
  }

  function hintOf({ key }: FigureField): string {
    const text = toTyped(standard)[key];
    const base = say.standardIs(text === '' ? say.none : text);
    if (key !== 'speedFactor') return base;
    const kmh = streetSpeed(profile, Number(typed.speedFactor) / 100);
    return kmh === null ? base : `${base}${words.comma}${say.becomes(say.kmh(String(kmh)))}`;
  }
}
