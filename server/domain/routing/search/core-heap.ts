/**
 * A heap of cores by cost, four children to a node: flatter than two, and its four costs lie side by side
 * in memory. It knows where each core stands, so a cost that falls moves it and nothing is queued twice.
 */
export class CoreHeap {
  size = 0;
  readonly #cores: Int32Array;
  readonly #costs: Float64Array;
  /** Where a core stands; -1 where it is not queued. */
  readonly #places: Int32Array;

  constructor(coreCount: number) {
    this.#cores = new Int32Array(coreCount);
    this.#costs = new Float64Array(coreCount);
    this.#places = new Int32Array(coreCount).fill(-1);
  }

  /** The least cost, Infinity where nothing is queued. */
  get leastCost(): number {
    return this.size === 0 ? Infinity : this.#costs[0]!;
  }

  clear(): void {
    for (let place = 0; place < this.size; place += 1) this.#places[this.#cores[place]!] = -1;
    this.size = 0;
  }

  /** What is queued, in no particular order. */
  list(): number[] {
    return [...this.#cores.subarray(0, this.size)];
  }

  /** Queues a core, or moves one that is queued to a cost that must not be greater than its own. */
  push(core: number, cost: number): void {
    const cores = this.#cores;
    const costs = this.#costs;
    const places = this.#places;
    let place = places[core]!;
    if (place < 0) {
      place = this.size;
      this.size += 1;
    }
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const parentCost = costs[parent]!;
      if (parentCost <= cost) break;
      const moved = cores[parent]!;
      cores[place] = moved;
      costs[place] = parentCost;
      places[moved] = place;
      place = parent;
    }
    cores[place] = core;
    costs[place] = cost;
    places[core] = place;
  }

  /** Takes the core of least cost; there has to be one. */
  pop(): number {
    const cores = this.#cores;
    const costs = this.#costs;
    const places = this.#places;
    const top = cores[0]!;
    places[top] = -1;
    this.size -= 1;
    const size = this.size;
    if (size === 0) return top;
    const core = cores[size]!;
    const cost = costs[size]!;
    let place = 0;
    for (;;) {
      const first = 4 * place + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let least = first;
      let leastCost = costs[first]!;
      for (let child = first + 1; child < end; child += 1) {
        const childCost = costs[child]!;
        if (childCost < leastCost) {
          leastCost = childCost;
          least = child;
        }
      }
      if (leastCost >= cost) break;
      const moved = cores[least]!;
      cores[place] = moved;
      costs[place] = leastCost;
      places[moved] = place;
      place = least;
    }
    cores[place] = core;
    costs[place] = cost;
    places[core] = place;
    return top;
  }
}
