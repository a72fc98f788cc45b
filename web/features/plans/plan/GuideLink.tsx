import { relayLinks as english } from '../../../i18n/en/relay-links.ts';
import { relayLinks as japanese } from '../../../i18n/ja/relay-links.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';

/** From a plan to what may be done with what is seen in it. */
export function GuideLink() {
  const say = usePreferences().language === 'en' ? english : japanese;
  return (
    <div className="not-printed px-5 py-3">
      <Button variant="quiet" onPress={() => changeView({ place: 'access', relay: 'b.guide' })}>
        {say.guide}
      </Button>
    </div>
  );
}
