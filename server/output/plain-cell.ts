/**
 * A text that a spreadsheet takes for text: what begins like a formula gets an apostrophe before it, so
 * that a roster cannot bring a formula to the computer of whoever opens the file (CWE-1236).
 */
export function plainCell(text: string | null): string | null {
  return text !== null && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
