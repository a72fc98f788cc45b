/** Name of the browser's database of relay sheets: where there is none, nothing can wait to be sent. */
export const KEPT_SHEETS = 'michishirube-relay';
