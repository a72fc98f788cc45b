import { useMay } from '../../api/access.ts';
import { relayLinks as english } from '../../i18n/en/relay-links.ts';
import { relayLinks as japanese } from '../../i18n/ja/relay-links.ts';
import { usePreferences } from '../../state/preferences.ts';
import { FIRST_RELAY_VIEW, formatRelayView, type RelayView } from '../../state/relay-view.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';

/** From a person to a sheet about them, to what is near them, and to what may be done with what is seen. */
export function RelayLinks({ id }: { readonly id: string }) {
  const say = usePreferences().language === 'en' ? english : japanese;
  const may = useMay();
  const open = (view: Partial<RelayView>) =>
    changeView({
      ...{ place: 'relay', selection: null, tab: 'list' },
      relay: formatRelayView({ ...FIRST_RELAY_VIEW, ...view }),
    });
  return (
    <div className="not-printed flex flex-wrap gap-2 px-5 py-3">
      {may('relay.write') && (
        <>
          <Button variant="secondary" onPress={() => open({ tab: 'write', person: id })}>
            <Icon name="relay" />
            {say.write}
          </Button>
          <Button onPress={() => open({ box: 'all', about: id })}>{say.sheets}</Button>
          <Button onPress={() => open({ tab: 'resources', near: id })}>{say.near}</Button>
        </>
      )}
      <Button variant="quiet" onPress={() => changeView({ place: 'access', relay: 'b.guide' })}>
        {say.guide}
      </Button>
    </div>
  );
}
