import { styleText } from 'node:util';

/** What text is drawn on where somebody reads it as it comes; a file or a pipe is none. */
export interface Screen {
  /** Characters of a line. */
  readonly columns: number;
  readonly hasColour: boolean;
}

export type TextStyle = Parameters<typeof styleText>[0];

/** Text in a style, where the screen has colours. */
export function paint(
  { hasColour }: Pick<Screen, 'hasColour'>,
  style: TextStyle,
  text: string,
): string {
  return hasColour ? styleText(style, text, { validateStream: false }) : text;
}
