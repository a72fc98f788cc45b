import { useState } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { FIELD_STYLE, LabelledField } from './LabelledField.tsx';

/** A password that can be looked at, and that says when Caps Lock is on. */
export function PasswordField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly minLength?: number;
}) {
  const say = useWords().account.signIn;
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <LabelledField label={props.label} {...(props.hint !== undefined && { hint: props.hint })}>
        {(ids) => (
          <div className="flex gap-2">
            <input
              {...ids}
              required
              type={isShown ? 'text' : 'password'}
              autoComplete={props.kind}
              autoCapitalize="none"
              spellCheck={false}
              minLength={props.minLength}
              maxLength={200}
              className={FIELD_STYLE}
              value={props.value}
              onChange={({ target }) => props.onChange(target.value)}
              onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))}
            />
            <button
              type="button"
              aria-label={`${isShown ? say.hide : say.show}: ${props.label}`}
              className="min-h-11 shrink-0 rounded-8 border border-line-strong px-3 text-14 hover:bg-surface-soft"
              onClick={() => setShown(!isShown)}
            >
              {isShown ? say.hide : say.show}
            </button>
          </div>
        )}
      </LabelledField>
      {hasCapsLock && (
        <p role="status" className="text-14 font-bold">
          {say.capsLock}
        </p>
      )}
    </div>
  );
}
