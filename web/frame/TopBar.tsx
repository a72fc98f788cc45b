import type { MunicipalityView } from '#contract/municipality';
import { useMay } from '../api/access.ts';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import { LazySearchBox } from '../features/search/LazySearchBox.tsx';
import { WarningBadge } from '../features/warning/WarningBadge.tsx';
import { useWords } from '../i18n/use-words.ts';
import { orderPrint } from '../state/print-order.ts';
import type { Selection } from '../state/selection.ts';
import { changeView, currentView } from '../state/use-view.ts';
import { FIRST_VIEW } from '../state/view-state.ts';
import { Icon } from '../ui/Icon.tsx';
import { DisplayChoices, useDisplayChoices } from './DisplayChoices.tsx';
import { PLACE_VIEWS } from './places.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { usePhone } from './use-narrow.ts';

interface TopBarProps {
  readonly municipalities: readonly MunicipalityView[];
  readonly current: MunicipalityView | null;
}

/** Opens what was found where it can be seen: a place without map or panel gives way to the map. */
function openFound(selection: Selection): void {
  const { place } = currentView();
  changeView({
    selection,
    place: PLACE_VIEWS[place].layout === 'data' ? 'map' : place,
    tab: 'map',
  });
}

/** Which municipality, the search, language and theme, who is signed in. */
export function TopBar({ municipalities, current }: TopBarProps) {
  const words = useWords();
  const isPhone = usePhone();
  const may = useMay();
  const choices = useDisplayChoices();
  return (
    <header className="flex min-h-14 items-center gap-4 border-b max-sm:gap-1 border-line bg-surface px-4 py-1.5">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-surface focus:p-3"
      >
        {words.frame.skipToMain}
      </a>
      <h1 className="flex items-baseline gap-3">
        <span className="text-20 font-bold tracking-wide whitespace-nowrap text-action max-sm:hidden">
          {words.frame.appName}
        </span>
        {municipalities.length <= 1 && (
          <span className="text-18 font-bold whitespace-nowrap">{current?.name}</span>
        )}
      </h1>
      {municipalities.length > 1 && (
        <select
          aria-label={words.frame.municipality}
          className="h-11 rounded-8 border border-line-strong bg-surface px-3 font-bold"
          value={current?.code ?? ''}
          onChange={(event) => changeView({ ...FIRST_VIEW, municipality: event.target.value })}
        >
          {current === null && <option value="">—</option>}
          {municipalities.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
      <div className="flex flex-1 justify-center">
        {current !== null && may('places') && (
          <LazySearchBox code={current.code} onChoose={openFound} />
        )}
      </div>
      {current !== null && <WarningBadge code={current.code} />}
      {current !== null && (
        <button
          type="button"
          aria-label={words.print.button}
          title={words.print.button}
          className="inline-flex size-11 items-center justify-center rounded-8 hover:bg-surface-strong max-sm:hidden"
          onClick={orderPrint}
        >
          <Icon name="print" />
        </button>
      )}
      <ShortcutHelp />
      {!isPhone && <DisplayChoices />}
      <AccountMenu choices={isPhone ? [choices.language, choices.theme] : []} />
    </header>
  );
}
