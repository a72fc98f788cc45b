/** What is of the log: each look into it is a line of it, so that nothing reads it but who presses. */
export const isOfAudit = (queryKey: readonly unknown[]): boolean => queryKey[1] === 'audit';
