/** A word of letters, another one for each number as far as its length has others. */
export function wordOf(number: number, length: number): string {
  let state = (Math.imul(number, 2_654_435_761) + length) >>> 0;
  return Array.from({ length }, (_, i) => {
    // The first letters tell the number: words that are short differ all the same.
    const digit = Math.floor(number / 26 ** i) % 26;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCodePoint(97 + (i < 2 ? digit : (state >>> 16) % 26));
  }).join('');
}
