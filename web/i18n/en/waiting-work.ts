import type { waitingWork as japanese } from '../ja/waiting-work.ts';

export const waitingWork: typeof japanese = {
  title: 'What waits',
  reviews: (count) => `Plans to review: ${count}`,
  toAnswer: (count) => `Relay sheets that wait for your answer: ${count}`,
  overdue: (count) => `Overdue relay sheets: ${count}`,
  drill: (date) => `Next drill: ${date}`,
  running: 'Drill under way:',
  none: 'Nothing waits',
};
