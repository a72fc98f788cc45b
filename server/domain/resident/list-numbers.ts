/** Numbers lists by what they hold, in a trie: equal lists get the same small number, 0 is null. */
export class ListNumbers {
  readonly #root: ListNode = { number: 1, next: new Map() };
  #count = 1;

  numberOf<Item>(items: readonly Item[] | null, codeOf: (item: Item) => number): number {
    if (items === null) return 0;
    let node = this.#root;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (item !== undefined) node = this.#step(node, codeOf(item));
    }
    return node.number;
  }

  #step(node: ListNode, code: number): ListNode {
    const known = node.next.get(code);
    if (known !== undefined) return known;
    const next = { number: ++this.#count, next: new Map<number, ListNode>() };
    node.next.set(code, next);
    return next;
  }
}

interface ListNode {
  readonly number: number;
  readonly next: Map<number, ListNode>;
}
