import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

const VARIANTS = {
  primary: 'bg-action text-on-action border-action hover:bg-action-hover font-bold',
  secondary: 'bg-surface text-action border-action hover:bg-action-soft font-bold',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-surface-strong',
  outline: 'bg-surface text-ink border-line-strong hover:bg-surface-soft',
} as const;

interface ButtonProps extends AriaButtonProps {
  readonly variant?: keyof typeof VARIANTS;
  readonly className?: string;
}

/** A button of at least 44 pixels. */
export function Button({ variant = 'outline', className = '', ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      className={`inline-flex min-h-11 items-center justify-center gap-2 rounded-8 border px-4 text-16 leading-tight disabled:border-line disabled:bg-surface-strong disabled:text-ink-soft ${VARIANTS[variant]} ${className}`}
    />
  );
}
