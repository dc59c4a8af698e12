/** A number of bytes as a reader compares it: `32,768 bytes (32 KiB)`. */
export function byteWords(bytes: number): string {
  const exact = `${bytes.toLocaleString('en-US')} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const [size, unit] = BINARY_UNITS.find(([length]) => bytes % length === 0) ?? [1, undefined];
  return unit === undefined ? exact : `${exact} (${bytes / size} ${unit})`;
}

const BINARY_UNITS = [
  [1024 ** 2, 'MiB'],
  [1024, 'KiB'],
] as const;

/** A span of time in the largest unit of which there is more than one: `24 hours`, `90 seconds`. */
export function durationWords(seconds: number): string {
  const [length, unit] = TIME_UNITS.find(([size]) => seconds % size === 0 && seconds > size) ?? [
    1,
    'second',
  ];
  const count = seconds / length;
  return `${count.toLocaleString('en-US')} ${unit}${count === 1 ? '' : 's'}`;
}

const TIME_UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
] as const;
