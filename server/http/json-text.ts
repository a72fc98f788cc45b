/** A JSON body that comes as text: it was written in another thread, or of parts that are kept. */
export class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const TEXTS = new WeakMap<object, string>();

/** A page of rows that stay as they are: each is written once and not for everybody who reads it. */
export function jsonOfPage(page: { readonly rows: readonly object[] }): JsonText {
  const { rows, ...rest } = page;
  const texts = rows.map((row) => {
    const text = TEXTS.get(row) ?? JSON.stringify(row);
    TEXTS.set(row, text);
    return text;
  });
  // `rest` of a page is never empty: it says at least how many there are.
  return new JsonText(`${JSON.stringify(rest).slice(0, -1)},"rows":[${texts.join(',')}]}`);
}
