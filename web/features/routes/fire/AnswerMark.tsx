import { useFireWords } from '../use-fire-words.ts';
import type { FireAnswer } from './fire-plan.ts';

/** The mark that people have on the map; who is reached has none. */
export function AnswerMark({ answer }: { readonly answer: FireAnswer }) {
  const say = useFireWords().result;
  return (
    <span
      aria-hidden="true"
      className={`mr-1 inline-flex size-6 items-center justify-center rounded-full text-14 font-bold ${
        answer === 'reached' ? '' : 'border-2 border-line-strong'
      }`}
    >
      {answer === 'reached' ? '' : say.marks[answer]}
    </span>
  );
}
