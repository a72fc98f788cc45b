import type { DrillDevice } from '#domain/drill/drill';
import { DEVICES } from '#domain/resident/disability';
import { DEVICE_LABELS } from '#domain/resident/labels';
import { useWords } from '../../../i18n/use-words.ts';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField } from './fields.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { useDrillEditing } from './use-drill-draft.ts';

/** Devices of a person; an empty number of watts is not known, which is never none. */
export function DeviceRows(props: {
  readonly path: string;
  readonly devices: readonly DrillDevice[];
  readonly onChange: (devices: readonly DrillDevice[], field?: string) => void;
}) {
  const { devices, onChange } = props;
  const words = useWords();
  const say = useDrillWords().people;
  const { mayWrite } = useDrillEditing();
  const left = DEVICES.filter((one) => !devices.some(({ device }) => device === one));
  return (
    <div className="flex flex-col gap-2">
      {devices.map(({ device, watts }, at) => (
        <div key={device} className="grid grid-cols-[1fr_auto_auto] items-end gap-2">
          <NumberField
            label={say.watts(words.pick(DEVICE_LABELS[device]))}
            path={`${props.path}/${at}/watts`}
            value={watts}
            onChange={(next) =>
              onChange(devices.with(at, { device, watts: next }), `watts ${device}`)
            }
          />
          <span className="pb-2 text-14 text-ink-soft">
            {watts === null ? say.wattsUnknown : ''}
          </span>
          <RemoveButton
            name={words.pick(DEVICE_LABELS[device])}
            onRemove={() => onChange(devices.toSpliced(at, 1))}
            onUndo={() => onChange(devices)}
          />
        </div>
      ))}
      {mayWrite && left.length > 0 && (
        <select
          aria-label={say.addDevice}
          className="h-11 self-start rounded-8 border border-line-strong bg-surface px-2"
          value=""
          onChange={({ target }) => {
            const device = left.find((one) => one === target.value);
            if (device !== undefined) onChange([...devices, { device, watts: null }]);
          }}
        >
          <option value="">{say.addDevice}</option>
          {left.map((device) => (
            <option key={device} value={device}>
              {words.pick(DEVICE_LABELS[device])}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
