/** A line of figures for each name. */
export function FigureTable(props: {
  readonly label: string;
  /** Of the names first; an empty one has no words. */
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly note?: string | null;
    readonly cells: readonly string[];
  }[];
}) {
  return (
    <table className="w-full text-14" aria-label={props.label}>
      <thead>
        <tr className="border-b border-line-strong text-left">
          {props.heads.map((head, at) =>
            head === '' ? (
              <td key={head} />
            ) : (
              <th key={head} scope="col" className={`py-1 pr-2 ${at > 0 ? 'text-right' : ''}`}>
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ id, name, note, cells }) => (
          <tr key={id} className="border-b border-line">
            <th scope="row" className="py-0.5 pr-2 text-left font-normal">
              {name}
              {note && <strong className="pl-2">{note}</strong>}
            </th>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is of its column
              <td key={at} className="number pr-2 text-right">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
