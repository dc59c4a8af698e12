/** A number with its noun: `1 claim`, `1,200 claims`. */
export function countOf(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${plural(number, noun)}`;
}

export function plural(number: number, noun: string): string {
  return number === 1 ? noun : `${noun}s`;
}
