/** A regular expression that matches a text and nothing else; `RegExp.escape` is not in every Node that runs us. */
export function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
