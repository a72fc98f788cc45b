import { useQuery } from '@tanstack/react-query';
import { guideReadingQuery } from '../../api/guide.ts';
import { changeView } from '../../state/use-view.ts';
import { Button } from '../../ui/Button.tsx';
import { useGuideWords } from './use-guide-words.ts';

/** At the first sign-in of a role, until the guide was read: it stands there and stops nobody's work. */
export default function GuideNotice() {
  const say = useGuideWords();
  const reading = useQuery(guideReadingQuery()).data;
  if (reading?.isDue !== true) return null;
  return (
    <section
      aria-label={say.title}
      className="not-printed flex flex-wrap items-center gap-3 border-t-4 border-action bg-action-soft px-4 py-2"
    >
      <p className="min-w-0 flex-1">{say.notice}</p>
      <Button variant="primary" onPress={() => changeView({ place: 'access', relay: 'b.guide' })}>
        {say.open}
      </Button>
    </section>
  );
}
