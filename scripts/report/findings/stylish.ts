import { styleText } from 'node:util';
import { printable } from '../../base/printable.ts';
import type { Finding } from '../../result/finding.ts';
import { counted } from '../totals.ts';

type Style = Parameters<typeof styleText>[0];

/** Findings under their files, in columns, with a line that counts them; nothing when there are none. */
export function toStylish(findings: readonly Finding[], colour: boolean): string {
  if (findings.length === 0) return '';
  const styled = (style: Style, text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const byFile = Map.groupBy(findings, ({ location }) => location.file);
  const placeWidth = Math.max(...findings.map((finding) => placeOf(finding).length));
  const sections = [...byFile].map(([file, inFile]) => {
    const lines = inFile.map((finding) => {
      const { severity, rule } = finding;
      const place = styled('dim', placeOf(finding).padStart(placeWidth));
      const word = styled(severity === 'error' ? 'red' : 'yellow', severity.padEnd('error'.length));
      // A finding is a line: a program's message may have several.
      const message = printable(finding.message.replaceAll(/\s+/g, ' '));
      return `  ${place}  ${word}  ${message}  ${styled('dim', rule)}\n`;
    });
    return `${styled('underline', printable(file))}\n${lines.join('')}\n`;
  });
  return `${sections.join('')}${styled('bold', totalOf(findings))}\n`;
}

function placeOf({ location: { line, column } }: Finding): string {
  return `${line}:${column}`;
}

function totalOf(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const files = new Set(findings.map(({ location }) => location.file)).size;
  const parts = [counted(errors, 'error'), counted(findings.length - errors, 'warning')];
  return `${counted(findings.length, 'finding')} in ${counted(files, 'file')}: ${parts.join(', ')}`;
}
