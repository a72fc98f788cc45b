/** What is being made, in words, and how much of the work is behind it (0 to 1). */
export interface DemoStep {
  readonly ja: string;
  readonly en: string;
  readonly done: number;
}

/** Told of each step before it begins; what it waits for, or throws, is waited for and ends the work. */
export type OnDemoStep = (step: DemoStep) => void | Promise<void>;
