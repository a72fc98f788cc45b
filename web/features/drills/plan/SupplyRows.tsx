import type { DrillSupply } from '#domain/drill/content';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField } from './fields.tsx';
import { useShelterChoices } from './PersonRows.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

const FIELDS = ['careBeds', 'gridWatts', 'generatorWatts'] as const;

/** Beds and watts of each shelter; an empty field is not known, which is never none. */
export function SupplyRows() {
  const say = useDrillWords().basics;
  const { content, change } = useDrillEditing();
  const shelters = useShelterChoices();
  const put = (shelterId: string, next: Partial<DrillSupply>, field: string) =>
    change((was) => {
      const nothing = { shelterId, careBeds: null, gridWatts: null, generatorWatts: null };
      const before = was.supplies.find((one) => one.shelterId === shelterId);
      const others = was.supplies.filter((one) => one.shelterId !== shelterId);
      return { ...was, supplies: [...others, { ...(before ?? nothing), ...next }] };
    }, `${shelterId} ${field}`);
  if (shelters.length === 0) return null;
  return (
    <PanelSection title={say.supplies}>
      <p className="text-14 text-ink-soft">{say.suppliesHint}</p>
      {shelters.map(([id, name]) => {
        const at = content.supplies.findIndex(({ shelterId }) => shelterId === id);
        return (
          <fieldset key={id} className="rounded-8 border border-line p-3">
            <legend className="px-1 font-bold">{name}</legend>
            <div className="grid grid-cols-3 items-end gap-2">
              {FIELDS.map((field) => (
                <NumberField
                  key={field}
                  label={say[field]}
                  path={`supplies/${at}/${field}`}
                  value={content.supplies[at]?.[field] ?? null}
                  onChange={(value) => put(id, { [field]: value }, field)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </PanelSection>
  );
}
