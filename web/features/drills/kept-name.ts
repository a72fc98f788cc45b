/** Name of the browser's database of drills: where there is none, nothing can wait to be sent. */
export const KEPT_DRILLS = 'michishirube-drills';
