import { paint, type Screen, type TextStyle } from './screen.ts';
import { wrapWords } from './wrap.ts';

const INDENT = 2;

/** A line of a summary: in a style, and in as many lines as it takes; as it is where there is no screen. */
export function renderLineOn(screen: Screen | undefined, line: string, style?: TextStyle): string {
  if (!screen) return line;
  const text = wrapWords(line, screen.columns, INDENT);
  return style === undefined ? text : paint(screen, style, text);
}
