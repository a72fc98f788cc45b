/** The pieces that each core parts its component into, as far as is needed to tell who is cut off. */
export class PieceTally {
  readonly #knowsDestinations: boolean;
  readonly #counts: Uint32Array;
  readonly #people: Float64Array;
  readonly #destinations: Float64Array;
  /** People of pieces without a destination. */
  readonly #helpless: Float64Array;
  readonly #greatest: Float64Array;

  constructor(coreCount: number, knowsDestinations: boolean) {
    this.#knowsDestinations = knowsDestinations;
    this.#counts = new Uint32Array(coreCount);
    this.#people = new Float64Array(coreCount);
    this.#destinations = new Float64Array(coreCount);
    this.#helpless = new Float64Array(coreCount);
    this.#greatest = new Float64Array(coreCount);
  }

  add(core: number, people: number, destinations: number): void {
    this.#counts[core]! += 1;
    this.#people[core]! += people;
    this.#destinations[core]! += destinations;
    if (destinations === 0) this.#helpless[core]! += people;
    this.#greatest[core] = Math.max(this.#greatest[core]!, people);
  }

  /** Adds what is left of a component without the core and the pieces that are known. */
  addRest(core: number, people: number, destinations: number): void {
    this.add(core, people - this.#people[core]!, destinations - this.#destinations[core]!);
  }

  /** People who are cut off where the core goes; null where it parts nothing. */
  cutOff(core: number, hasDestination: boolean): number | null {
    if (this.#counts[core]! < 2) return null;
    if (!this.#knowsDestinations) return this.#people[core]! - this.#greatest[core]!;
    return hasDestination ? this.#helpless[core]! : 0;
  }
}
