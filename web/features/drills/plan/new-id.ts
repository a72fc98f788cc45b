/** An id of a row, which stays with it. */
export const newId = (): string => crypto.randomUUID();
