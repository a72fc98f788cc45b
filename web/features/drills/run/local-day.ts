/** The day by the clock of this computer, YYYY-MM-DD, as dates of plans are. */
export const localDay = (millis: number): string => new Date(millis).toLocaleDateString('sv-SE');
