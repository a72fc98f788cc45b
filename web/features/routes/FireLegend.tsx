import { useFireWords, useSiteWords } from './use-fire-words.ts';

/** What the check and the findings on site look like on the map. */
export function FireLegend() {
  const say = useFireWords();
  const siteWords = useSiteWords();
  const mark = (text: string) => (
    <text x="24" y="15" textAnchor="middle" fontSize="14" fontWeight="bold" fill="var(--ink)">
      {text}
    </text>
  );
  const rows = [
    [
      say.legend.station,
      <g key="m">
        <rect x="14" y="0" width="20" height="20" rx="4" fill="var(--ink)" />
        <text
          x="24"
          y="15"
          textAnchor="middle"
          fontSize="13"
          fontWeight="bold"
          fill="var(--surface)"
        >
          {say.stations.mark}
        </text>
      </g>,
    ],
    [say.legend.drive, <path key="m" d="M2 10H46" stroke="var(--action)" strokeWidth="6" />],
    [
      say.legend.walk,
      <path key="m" d="M2 10H46" stroke="var(--action)" strokeWidth="5" strokeDasharray="4 5" />,
    ],
    [say.legend.stop, <circle key="m" cx="24" cy="10" r="6" fill="var(--ink)" />],
    [
      say.legend.toWalk,
      <path key="m" d="M2 10H46" stroke="var(--ink)" strokeWidth="6" strokeDasharray="10 5" />,
    ],
    [say.legend.people, mark('?')],
    [say.legend.closed, mark('×')],
    [say.legend.site, <path key="m" d="M2 7H46M2 13H46" stroke="var(--ink)" strokeWidth="2.5" />],
    [say.legend.hydrant, mark(siteWords.marks.hydrant)],
  ] as const;
  return (
    <section aria-label={say.legend.title} className="px-4 py-3">
      <ul className="flex flex-col gap-1 text-14">
        {rows.map(([text, picture]) => (
          <li key={text} className="flex items-center gap-3">
            <svg
              viewBox="0 0 48 20"
              className="h-5 w-12 shrink-0 rounded-4 bg-surface-soft"
              aria-hidden="true"
            >
              {picture}
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
