import { UserError } from '../base/user-error.ts';
import { toSections, type DocumentSection } from './document.ts';
import { readHtml, readMarkdown } from './html-document.ts';
import { readPlainText } from './text-document.ts';

/**
 * Reads a text, an HTML page or a Markdown file as sections; what it is, its name says or else its look.
 * Throws a UserError where there is nothing to read.
 */
export function readDocument(
  text: string,
  name: string,
  knownHeadings: readonly string[] = [],
): DocumentSection[] {
  if (text.includes('\0')) {
    throw new UserError('document-not-read', `${name} is not a text`, {
      hint: 'Save the page as text, HTML or Markdown.',
    });
  }
  const sections = toSections(linesOf(text, name, knownHeadings));
  if (sections.length > 0) return sections;
  throw new UserError('document-not-read', `${name} has nothing that can be read`, {
    hint: 'Save the page as text, HTML or Markdown. A page that a script fills in has to be saved by a browser.',
  });
}

function linesOf(text: string, name: string, knownHeadings: readonly string[]) {
  if (/\.html?$/i.test(name) || /^\s*<(?:!doctype|html|body|main|article|h[1-6])\b/i.test(text)) {
    return readHtml(text);
  }
  const isMarkdown = /\.(?:md|markdown|mdx)$/i.test(name) || /^#{1,4} \S|^```/m.test(text);
  return isMarkdown ? readMarkdown(text) : readPlainText(text, knownHeadings);
}
