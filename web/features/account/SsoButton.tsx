import { useWords } from '../../i18n/use-words.ts';

/** To the sign-in of the workplace: there and back in this window, or beside it where a form is open. */
export function SsoButton(props: {
  readonly label: string;
  readonly inNewWindow?: boolean;
  readonly onPress?: () => void;
}) {
  const say = useWords().account.signIn;
  return (
    <a
      href="/api/sso/start"
      {...(props.inNewWindow === true && { target: '_blank', rel: 'noopener' })}
      className="inline-flex min-h-11 items-center justify-center rounded-8 border border-action bg-surface px-4 font-bold text-action hover:bg-action-soft"
      onClick={props.onPress}
    >
      {say.sso(props.label)}
    </a>
  );
}
