import { useQuery } from '@tanstack/react-query';
import { gravest, WARNING_LEVEL_NAMES } from '#domain/warning/warning-level';
import { warningsQuery } from '../../api/settings.ts';
import { useWords } from '../../i18n/use-words.ts';
import { changeView } from '../../state/use-view.ts';
import { LEVEL_COLOURS } from './level-colours.ts';

/** The gravest level in force, in its national colour; nothing where there is none. */
export function WarningBadge({ code }: { readonly code: string }) {
  const words = useWords();
  const say = words.settings.warning;
  const { data } = useQuery(warningsQuery(code));
  const inForce = gravest(data?.warnings[0]?.levels ?? []);
  if (inForce === null) return null;
  const { level, districts } = inForce;
  const name = words.pick(WARNING_LEVEL_NAMES[level]);
  const where = districts === null ? say.everywhere : say.districts(districts.length);
  return (
    <button
      type="button"
      aria-label={say.badge(level, name, where)}
      className={`flex min-h-11 shrink-0 flex-col items-start justify-center rounded-8 border-2 px-3 leading-tight ${LEVEL_COLOURS[level]}`}
      onClick={() => changeView({ place: 'settings', selection: null })}
    >
      <span className="text-16 font-bold whitespace-nowrap">
        {say.level(level)}
        <span className="max-lg:hidden"> {name}</span>
      </span>
      <span className="text-14 whitespace-nowrap max-sm:hidden">{where}</span>
    </button>
  );
}
