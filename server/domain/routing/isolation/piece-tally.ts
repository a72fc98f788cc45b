import type { PeopleAt } from './chain-people.ts';

/** The pieces that each core parts its component into, as far as is needed to tell who is cut off. */
export class PieceTally {
  readonly #endsIsolation: PeopleAt['endsIsolation'];
  readonly #counts: Uint32Array;
  readonly #people: Float64Array;
  readonly #destinations: Float64Array;
  /** People of pieces without a destination. */
  readonly #helpless: Float64Array;
  /** The piece with most destinations, and its people. */
  readonly #greatest: Float64Array;
  readonly #greatestPeople: Float64Array;

  constructor(coreCount: number, endsIsolation: PeopleAt['endsIsolation']) {
    this.#endsIsolation = endsIsolation;
    this.#counts = new Uint32Array(coreCount);
    this.#people = new Float64Array(coreCount);
    this.#destinations = new Float64Array(coreCount);
    this.#helpless = new Float64Array(coreCount);
    this.#greatest = new Float64Array(coreCount).fill(-1);
    this.#greatestPeople = new Float64Array(coreCount);
  }

  add(core: number, people: number, destinations: number): void {
    this.#counts[core]! += 1;
    this.#people[core]! += people;
    this.#destinations[core]! += destinations;
    if (destinations === 0) this.#helpless[core]! += people;
    if (destinations <= this.#greatest[core]!) return;
    this.#greatest[core] = destinations;
    this.#greatestPeople[core] = people;
  }

  /** Adds what is left of a component without the core and the pieces that are known. */
  addRest(core: number, people: number, destinations: number): void {
    this.add(core, people - this.#people[core]!, destinations - this.#destinations[core]!);
  }

  /** People who are cut off where the core goes; null where it parts nothing. */
  cutOff(core: number, hasDestination: boolean): number | null {
    if (this.#counts[core]! < 2) return null;
    if (this.#endsIsolation === 'main-roads')
      return this.#people[core]! - this.#greatestPeople[core]!;
    return hasDestination ? this.#helpless[core]! : 0;
  }
}
