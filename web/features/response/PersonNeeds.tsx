import type { ToMoveOnWire } from '#contract/response';
import { useWords } from '../../i18n/use-words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useResponseWords } from './use-response-words.ts';

/** What whoever helps or receives has to know first: care, power, devices; unknown said as unknown. */
export function PersonNeeds({ person }: { readonly person: ToMoveOnWire }) {
  const words = useWords();
  const say = useResponseWords().needs;
  const { careLevel, powerDependent, devices } = person;
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      <span>{careLevel === null ? say.careUnknown : words.careLevel(careLevel)}</span>
      {powerDependent === true && (
        <span className="flex items-center gap-1 font-bold">
          <Icon name="bolt" className="size-4" />
          {say.power}
        </span>
      )}
      <span>
        {devices === null
          ? say.devicesUnknown
          : devices.length === 0
            ? say.noDevices
            : devices.map((device) => words.terms.device[device]).join(words.comma)}
      </span>
    </p>
  );
}
