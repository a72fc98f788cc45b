import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from './Icon.tsx';

/** What was not taken in, each record with its reason, as a file to be put right. */
export function RejectsLink(props: {
  readonly code: string;
  readonly datasetId: string;
  readonly count: number;
}) {
  const words = useWords();
  return (
    <a
      href={`/api/municipalities/${props.code}/datasets/${encodeURIComponent(props.datasetId)}/rejects.csv`}
      download
      className="inline-flex min-h-11 w-fit items-center gap-2 rounded-8 text-action underline underline-offset-4"
    >
      <Icon name="download" />
      {words.data.downloadRejects(formatNumber(props.count))}
    </a>
  );
}
