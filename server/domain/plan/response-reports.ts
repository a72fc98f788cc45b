import type { ResponseStatus } from './response.ts';

/** Somebody said how a person stands. None is ever changed; `no-report` takes back what was said before. */
export interface ResponseReport {
  /** Given by the device that made it, so that sending it twice says it once. */
  readonly id: string;
  readonly personId: string;
  readonly status: ResponseStatus;
  /** When it was so, ISO 8601. */
  readonly at: string;
  /** Facility where to, or where the person is. */
  readonly shelterId: string | null;
}

/**
 * Whether a report stands over another of the same person: the later by its own time, however late it came
 * in; at the same time by id, so that every order of arrival ends alike.
 */
export function standsOver(
  report: Pick<ResponseReport, 'id' | 'at'>,
  other: Pick<ResponseReport, 'id' | 'at'> | undefined,
): boolean {
  if (other === undefined) return true;
  const difference = Date.parse(report.at) - Date.parse(other.at);
  return difference > 0 || (difference === 0 && report.id > other.id);
}

/** What stands of each person. */
export function standingReports<Report extends ResponseReport>(
  reports: Iterable<Report>,
): Map<string, Report> {
  const standing = new Map<string, Report>();
  for (const report of reports)
    if (standsOver(report, standing.get(report.personId))) standing.set(report.personId, report);
  return standing;
}

/**
 * When something was, by the clock of the server, which is the same for all: `sentAt` is the time of the
 * device's clock when it was sent. Never later than it came in: it would stand over all that follows.
 */
export function timeOfReport(at: string, sentAt: string, receivedAt: Date): string {
  const wrongBy = receivedAt.getTime() - Date.parse(sentAt);
  return new Date(Math.min(Date.parse(at) + wrongBy, receivedAt.getTime())).toISOString();
}
