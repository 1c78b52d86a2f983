import { encode } from 'uqr';

interface QrCodeProps {
  /** What a camera reads. */
  readonly text: string;
  /** What it is for who cannot see it. */
  readonly label: string;
  readonly className?: string;
}

/** Blank modules around the code, as its standard asks for: cameras need them. */
const QUIET = 4;

/** A code for cameras, dark on white in both schemes: many read no other. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { data } = encode(text, { border: QUIET });
  const size = data.length;
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={data.map(rowPath).join('')} fill="#000" />
    </svg>
  );
}

/** The dark modules of a row as runs. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const from = x;
    while (row[x] === true) x++;
    if (x > from) path += `M${from} ${y}h${x - from}v1h-${x - from}z`;
  }
  return path;
}
