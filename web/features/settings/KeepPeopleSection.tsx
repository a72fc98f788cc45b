import { useState } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import { forgetAnswers } from '../../offline/kept-answers.ts';
import { chooseToKeepPeople, KEEP_PEOPLE_HOURS, keepsPeople } from '../../offline/people-key.ts';
import { Button } from '../../ui/Button.tsx';

/** What of the people stays on this device for when there is no network. */
export function KeepPeopleSection() {
  const words = useWords();
  const say = words.settings.keepPeople;
  const [isKept, setKept] = useState(keepsPeople);
  const [isForgotten, setForgotten] = useState(false);
  const choose = async (isWanted: boolean) => {
    // What was sealed under the other choice cannot be read under this one.
    await forgetAnswers();
    chooseToKeepPeople(isWanted);
    setKept(isWanted);
    setForgotten(false);
  };
  return (
    <section aria-label={say.title} className="flex flex-col gap-3 rounded-12 bg-surface p-5">
      <h3 className="text-20 font-bold">{say.title}</h3>
      <p className="text-ink-soft">{say.explain}</p>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-5"
          checked={isKept}
          onChange={(event) => void choose(event.target.checked)}
        />
        {say.keep(String(KEEP_PEOPLE_HOURS))}
      </label>
      <p className="text-14 text-ink-soft">{say.shared}</p>
      <Button className="w-fit" onPress={() => void forgetAnswers().then(() => setForgotten(true))}>
        {say.forget}
      </Button>
      <p role="status">{isForgotten ? say.forgotten : ''}</p>
    </section>
  );
}
