/** A text as a terminal may be given it: what would steer the terminal, or turn the text round, is spelt out. */
export function printable(text: string): string {
  return text.replaceAll(STEERING, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `\\u${code}`;
  });
}

const STEERING = /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu;
