/** What is used of it; the package brings no types. */
declare module 'opentype.js' {
  interface VariationSelector {
    /** Bases whose usual glyph is the one of the sequence. */
    readonly defaultUVS?: {
      readonly ranges: readonly {
        readonly startUnicodeValue: number;
        readonly additionalCount: number;
      }[];
    };
    readonly nonDefaultUVS?: { readonly uvsMappings: Readonly<Record<number, unknown>> };
  }
  interface Font {
    readonly tables: {
      readonly cmap: {
        readonly glyphIndexMap: Readonly<Record<number, number>>;
        readonly varSelectorList?: Readonly<Record<number, VariationSelector>>;
      };
    };
  }
  const opentype: {
    parse(buffer: ArrayBuffer, options?: { readonly lowMemory?: boolean }): Font;
  };
  export default opentype;
}
