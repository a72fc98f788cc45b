import { mapFilter as english } from '../../i18n/en/map-filter.ts';
import { formatNumber } from '../../i18n/format.ts';
import { mapFilter as japanese } from '../../i18n/ja/map-filter.ts';
import { usePreferences } from '../../state/preferences.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';

/** That the map leaves people out by filters of a list that is not on the screen, and the way to all of them. */
export default function MapFilter({ count }: { readonly count: number }) {
  const say = usePreferences().language === 'en' ? english : japanese;
  return (
    <div
      role="status"
      data-map-filter={count}
      className="absolute bottom-3 left-3 z-1 mr-20 flex max-w-sm flex-wrap items-center gap-2 rounded-8 border border-line-strong bg-surface px-3 py-2 text-14 leading-normal"
    >
      <span>{say.text(formatNumber(count))}</span>
      <Button className="px-2 text-14" onPress={() => changeView({ filters: {} })}>
        {say.all}
      </Button>
    </div>
  );
}
