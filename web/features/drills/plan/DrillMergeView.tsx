import { useState } from 'react';
import type { DrillMerge } from '../../../api/drills.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { EditChoice } from '../../../ui/EditChoice.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { type Picks, pickedContent } from './picked.ts';
import { useDrillEditing } from './use-drill-draft.ts';

/** Two people wrote one drill: where both changed the same, which is to stand. Nothing is lost. */
export function DrillMergeView({ merge }: { readonly merge: DrillMerge }) {
  const words = useWords();
  const say = useDrillWords().merge;
  const { save, isSaving, error } = useDrillEditing();
  const [picks, setPicks] = useState<Picks>({});
  const picked = pickedContent(merge, picks);
  const left = merge.collisions.filter(({ path }) => picks[path] === undefined).length;
  return (
    <div data-merge>
      <div role="alert" className="bg-caution-soft px-5 py-4">
        <p className="text-18 font-bold text-caution">{say.title}</p>
        <p>{say.by(merge.savedBy, words.moment(merge.savedAt), String(merge.version))}</p>
      </div>
      <PanelSection title={merge.collisions.length === 0 ? say.none : say.text}>
        {merge.collisions.map((one) => (
          <EditChoice
            key={one.path}
            name={one.path}
            label={words.pick(one.label)}
            picked={picks[one.path]}
            edits={{
              theirs: { whose: say.theirs(merge.savedBy), text: textOf(one.theirs, say.nothing) },
              mine: { whose: say.mine, text: textOf(one.mine, say.nothing) },
            }}
            onPick={(edit) => setPicks({ ...picks, [one.path]: edit })}
          />
        ))}
        <Refusal error={error} />
        {left > 0 && <p>{say.left(formatNumber(left))}</p>}
        <Button
          variant="primary"
          className="self-start"
          isDisabled={picked === null || isSaving}
          onPress={() => picked !== null && save(picked)}
        >
          {say.save}
        </Button>
      </PanelSection>
    </div>
  );
}

/** A value as somebody reads it: its name where it has one. */
function textOf(value: unknown, nothing: string): string {
  if (value === null || value === undefined || value === '') return nothing;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one) => textOf(one, nothing)).join(', ') || nothing;
  const { label, name, text } = value as Readonly<Record<string, unknown>>;
  if (typeof label === 'object' && label !== null)
    return textOf((label as { ja: unknown }).ja, nothing);
  const said = name ?? label ?? text;
  return typeof said === 'string' ? said : Object.values(value).map(String).join(' ');
}
