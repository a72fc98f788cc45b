let waiting: string | null = null;

/** Asks for a hypothetical zone to be begun from the shape of a designated one. */
export function seedScenario(zoneId: string): void {
  waiting = zoneId;
}

/** The zone that was asked for, once; null where none was. */
export function takeScenarioSeed(): string | null {
  const zoneId = waiting;
  waiting = null;
  return zoneId;
}
