/** Name of the browser's database of unsaved plans: where there is none, nothing can wait to be sent. */
export const KEPT_DRAFTS = 'michishirube-plans';
