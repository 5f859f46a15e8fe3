type Tick = { readonly at: number; readonly label: string | number };
type AxesProps = {
  readonly left: number;
  readonly right: number;
  /** where the drawing ends, and the picture */
  readonly bottom: number;
  readonly height: number;
  readonly rows: readonly Tick[];
  readonly columns: readonly Tick[];
  /** what runs from left to right */
  readonly along: string;
};

/** What a curve is drawn on: lines across with their values at the left, values below, and what they are. */
export function Axes({ left, right, bottom, height, rows, columns, along }: AxesProps) {
  return (
    <>
      {rows.map(({ at, label }) => (
        <g key={label}>
          <line className="grid" x1={left} x2={right} y1={at} y2={at} />
          <text x={left - 6} y={at + 5} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {columns.map(({ at, label }) => (
        <text key={label} x={at} y={bottom + 20} textAnchor="middle">
          {label}
        </text>
      ))}
      <text x={(left + right) / 2} y={height - 6} textAnchor="middle">
        {along}
      </text>
    </>
  );
}
