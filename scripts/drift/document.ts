/** A piece of a document that is read by itself. Code that stands in a sentence is between backticks. */
export interface DocumentLine {
  readonly kind: 'heading' | 'text' | 'item' | 'row' | 'code';
  readonly text: string;
  /** Of a heading: 1 for the outermost. */
  readonly level?: number;
  /** Of a row of a table. */
  readonly cells?: readonly string[];
  /** What stands above each cell; empty where nothing does. */
  readonly columns?: readonly string[];
  /** Line of the text, beginning with 1; 0 where the form of the document has none. */
  readonly at: number;
}

/** What stands under one heading, the headings above it not counted. */
export interface DocumentSection {
  /** The headings that lead to it, `Bases, Create a base`; empty before the first. */
  readonly heading: string;
  readonly lines: readonly DocumentLine[];
}

/** Divides lines at their headings. The title of a whole document does not lead to its parts. */
export function toSections(lines: readonly DocumentLine[]): DocumentSection[] {
  const sections: { heading: string; lines: DocumentLine[] }[] = [{ heading: '', lines: [] }];
  const trail: { level: number; text: string }[] = [];
  const top = lines.filter(({ kind, level }) => kind === 'heading' && level === 1);
  for (const line of lines) {
    if (line.kind === 'heading') {
      const level = line.level ?? 1;
      while ((trail.at(-1)?.level ?? 0) >= level) trail.pop();
      trail.push({ level, text: line.text.replaceAll('`', '').trim() });
      const shown = trail.filter((it) => it.level > 1 || top.length > 1 || trail.length === 1);
      sections.push({ heading: shown.map(({ text }) => text).join(', '), lines: [] });
    }
    sections.at(-1)?.lines.push(line);
  }
  return sections.filter((it) => it.lines.length > 0);
}
