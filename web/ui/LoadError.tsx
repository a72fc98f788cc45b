import { ApiError } from '../api/client.ts';
import { useWords } from '../i18n/use-words.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

/** What happened, what was kept, what to do. */
export function LoadError(props: { readonly error: Error; readonly onRetry?: () => void }) {
  const words = useWords();
  const { errors } = words.frame;
  const { error } = props;
  const problem = error instanceof ApiError ? error.problem : null;
  const isOffline = error instanceof ApiError && (error.status === 0 || error.status >= 500);
  const text = problem
    ? words.pick(problem.messages)
    : isOffline
      ? errors.offline
      : errors.unreadable;
  return (
    <div role="alert" className="flex flex-col items-start gap-3 p-6">
      <p className="flex items-center gap-2 text-18 font-bold text-error">
        <Icon name="warning" className="size-6" />
        {errors.title}
      </p>
      <p>{text}</p>
      <p className="text-ink-soft">{errors.kept}</p>
      {problem !== null && (
        <p className="text-14 text-ink-soft">
          {errors.code} {problem.code}
        </p>
      )}
      {props.onRetry !== undefined && (
        <Button variant="secondary" onPress={props.onRetry}>
          {errors.retry}
        </Button>
      )}
    </div>
  );
}
