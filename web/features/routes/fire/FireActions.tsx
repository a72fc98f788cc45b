import { useState } from 'react';
import type { FireCheckQuestion } from '#contract/fire-check';
import { fetchFireCheckCsv } from '../../../api/fire.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { orderPrint } from '../../../state/print-order.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useFireWords } from '../use-fire-words.ts';

/** The check as a file, and on paper with the map as it is. */
export function FireActions(props: {
  readonly code: string;
  readonly question: FireCheckQuestion;
}) {
  const { code, question } = props;
  const words = useWords();
  const say = useFireWords().result;
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const save = async () => {
    setState('saving');
    try {
      const file = await fetchFireCheckCsv(code, question, words.language);
      saveFile(file, `fire-check-${code}.csv`);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  const print = () => {
    // Else the panel of the one who is selected would be printed.
    changeView({ selection: null });
    orderPrint();
  };
  return (
    <div className="not-printed flex flex-wrap items-center gap-2">
      <Button onPress={print}>{say.print}</Button>
      <Button isDisabled={state === 'saving'} onPress={() => void save()}>
        {say.csv}
      </Button>
      <span role="status" className="text-14 text-danger">
        {state === 'failed' ? say.csvFailed : ''}
      </span>
    </div>
  );
}
