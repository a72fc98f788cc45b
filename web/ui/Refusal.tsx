import { ApiError } from '../api/client.ts';
import { useWords } from '../i18n/use-words.ts';

/** In a form: why the server did not take it, in one line that a screen reader says. */
export function Refusal({ error }: { readonly error: Error | null }) {
  const words = useWords();
  if (error === null) return null;
  const problem = error instanceof ApiError ? error.problem : null;
  const { errors } = words.frame;
  const isOffline = error instanceof ApiError && (error.status === 0 || error.status >= 500);
  return (
    <p role="alert" className="font-bold text-error">
      {problem ? words.pick(problem.messages) : isOffline ? errors.offline : errors.unreadable}
    </p>
  );
}
