const AGENTS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** The kind of program and of device: the whole line would tell people apart who are not asked about. */
export function agentClass(userAgent: string | null | undefined): string | null {
  if (userAgent === undefined || userAgent === null) return null;
  const name = AGENTS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other';
  return /Mobile|Android|iPhone|iPad/.test(userAgent) ? `${name} mobile` : name;
}
