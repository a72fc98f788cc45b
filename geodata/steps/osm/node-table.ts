const LEAST_CAPACITY = 1 << 12;
const EMPTY = -1;

/**
 * Numbers of nodes to places in arrays, in the order in which they were added: a hash table on typed
 * arrays (20 bytes a node), for a prefecture has millions. Numbers may be negative (JOSM), up to 2^53.
 */
export class NodeTable {
  ids = new Float64Array(LEAST_CAPACITY / 2);
  count = 0;
  #slots = new Int32Array(LEAST_CAPACITY).fill(EMPTY);

  /** Place of a node, which is added where it is not known. */
  add(id: number): number {
    const slot = this.#slotOf(id);
    const known = this.#slots[slot]!;
    if (known !== EMPTY) return known;
    if (this.count === this.ids.length) {
      this.#grow();
      return this.add(id);
    }
    this.ids[this.count] = id;
    this.#slots[slot] = this.count;
    this.count += 1;
    return this.count - 1;
  }

  /** -1 where it is not known. */
  find(id: number): number {
    return this.#slots[this.#slotOf(id)]!;
  }

  #slotOf(id: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(id) & mask;
    for (;;) {
      const place = this.#slots[slot]!;
      if (place === EMPTY || this.ids[place] === id) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const ids = new Float64Array(2 * this.ids.length);
    ids.set(this.ids);
    this.ids = ids;
    this.#slots = new Int32Array(2 * this.#slots.length).fill(EMPTY);
    for (let place = 0; place < this.count; place += 1)
      this.#slots[this.#slotOf(ids[place]!)] = place;
  }
}

/** The finalizer of MurmurHash3 over both halves: numbers that follow each other lie apart. */
function hashOf(id: number): number {
  let hash = (id | 0) ^ Math.imul(Math.floor(id / 2 ** 32) | 0, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
