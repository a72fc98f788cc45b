import type { Language } from '../i18n/language.ts';
import { loadLanguage, useWords } from '../i18n/use-words.ts';
import { changePreferences, usePreferences } from '../state/preferences.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

interface DisplayChoice {
  readonly icon: IconName;
  readonly label: string;
  /** Of the label. */
  readonly language: Language;
  readonly choose: () => void;
}

/** The other language and the other theme. */
export function useDisplayChoices(): { language: DisplayChoice; theme: DisplayChoice } {
  const words = useWords();
  const { language, theme } = usePreferences();
  const isDark = theme === 'dark';
  const other = language === 'ja' ? 'en' : 'ja';
  return {
    language: {
      icon: 'language',
      label: words.frame.switchLanguage,
      language: other,
      choose: () => void switchLanguage(other),
    },
    theme: {
      icon: isDark ? 'sun' : 'moon',
      label: isDark ? words.frame.toLight : words.frame.toDark,
      language,
      choose: () => changePreferences({ theme: isDark ? 'light' : 'dark' }),
    },
  };
}

/** Language and theme, a button each. */
export function DisplayChoices() {
  const { language, theme } = useDisplayChoices();
  return (
    <>
      <button
        type="button"
        lang={language.language}
        className="min-h-11 rounded-8 px-3 font-bold hover:bg-surface-strong"
        onClick={language.choose}
      >
        {language.label}
      </button>
      <button
        type="button"
        aria-label={theme.label}
        title={theme.label}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-8 hover:bg-surface-strong"
        onClick={theme.choose}
      >
        <Icon name={theme.icon} />
      </button>
    </>
  );
}

/** The language stays as it is where the other one cannot be fetched. */
function switchLanguage(language: Language): Promise<void> {
  return loadLanguage(language).then(
    () => changePreferences({ language }),
    () => {},
  );
}
