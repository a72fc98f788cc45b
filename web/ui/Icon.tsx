/** Line icons in a box of 24 by 24, drawn for this application. */
const PATHS = {
  start: 'M4 4.5h16v15H4ZM8 9l1.5 1.5L12 8M8 15l1.5 1.5L12 14M14.5 9.5H17M14.5 15.5H17',
  map: 'M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20ZM9 4v13.5M15 6.5V20',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.6 2.6-6 6.5-6s6.5 2.4 6.5 6M16 4.9a3.3 3.3 0 0 1 0 6.2M17.5 14.3c2.5.6 4 2.7 4 5.7',
  plans: 'M5 3h14v18H5ZM8.5 8h7M8.5 12h7M8.5 16l1.5 1.5 3-3',
  shelters: 'M3 11 12 3.5 21 11M5.5 9v11.5h13V9M12 20.5v-6M9.5 14.5h5',
  criteria: 'M4 6h9M17 6h3M4 12h3M11 12h9M4 18h7M15 18h5M15 4v4M9 10v4M13 16v4',
  scenarios:
    'M5 5h3M11 5h3M17 5h2v3M19 11v3M19 17v2h-3M13 19h-3M7 19H5v-3M5 13v-3M5 8V5M12 9v6M9 12h6',
  routes:
    'M6 20a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.5 17.5H15a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h6.5',
  response: 'M5 21V4M5 4.5h13l-3 4 3 4H5',
  drills: 'M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 9v4l3 2M10 2.5h4M18.5 6l1.5-1.5',
  relay: 'M3 5h12v8H8l-3.5 3v-3H3ZM18 9.5h3v7.5h-1.5v3L16 17H9.5',
  more: 'M4 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0ZM11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0ZM18 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0Z',
  charts: 'M4 4v16h16M8 16v-4M12 16V8M16 16v-6M20 5l-4 2-4-3-4 4',
  data: 'M4 6c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3ZM4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  access:
    'M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  accounts:
    'M10 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c0-3.8 2.8-6 7-6 1.3 0 2.5.2 3.5.6M17.5 14.5v6M14.5 17.5h6',
  account: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 20.5c0-4.2 3.2-6.5 8-6.5s8 2.3 8 6.5',
  audit:
    'M6 3h9l4 4v6M15 3v4h4M6 3v18h6M9 9h4M9 13h3M17 20.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM19 19.5l2.5 2',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 2.7 4 5.7 4 9s-1 6.3-4 9c-3-2.7-4-5.7-4-9s1-6.3 4-9Z',
  leave: 'M10 4H4.5v16H10M9 12h11.5M16.5 8l4 4-4 4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  print: 'M7 9V3.5h10V9M7 17H3.5V9h17v8H17M7 14h10v6.5H7Z',
  close: 'M5 5 19 19M19 5 5 19',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  right: 'M9 5l7 7-7 7',
  updown: 'M8 8l4-4 4 4M12 4v16M8 16l4 4 4-4',
  check: 'M4 12.5 9.5 18 20 6.5',
  minus: 'M5 12h14',
  question: 'M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.1.7-1.7 1.4-1.7 2.7M12 18.5v.5',
  bolt: 'M13 2 5 13.5h5.5L9.5 22 19 9.5h-6Z',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
  warning: 'M12 3.5 22 20.5H2ZM12 10v5M12 17.5v.5',
  ruler: 'M2.5 15.5 15.5 2.5l6 6-13 13ZM7 11l2 2M10.5 7.5l3 3M14 4l2 2',
  grid: 'M3 9h18M3 15h18M9 3v18M15 3v18',
  picture: 'M3 5h18v14H3ZM3 16l5-5 4 4 3-3 6 5M16 9.5v.1',
  copy: 'M8 8h12v12H8ZM16 8V4H4v12h4',
  layers: 'M12 3 21 8l-9 5-9-5ZM3 12.5l9 5 9-5M3 17l9 5 9-5',
  target: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM12 2v4M12 18v4M2 12h4M18 12h4',
} as const;
export type IconName = keyof typeof PATHS;

/** Decorative: the word beside it, or the label of its button, says what it means. */
export function Icon({ name, className = 'size-5' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
