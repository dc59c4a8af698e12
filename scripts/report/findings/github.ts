import type { Finding } from '../../result/finding.ts';

/** Workflow commands that GitHub shows beside the line of a pull request: errors first, since it shows ten of a step. */
export function toGithubAnnotations(findings: readonly Finding[]): string {
  return findings
    .toSorted((one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'))
    .map(({ rule, severity, location: { file, line, column }, message }) => {
      const command = severity === 'error' ? 'error' : 'warning';
      const properties = Object.entries({ file, line, col: column, title: rule });
      const written = properties.map(([name, value]) => `${name}=${escapeProperty(`${value}`)}`);
      return `::${command} ${written.join(',')}::${escapeText(message)}\n`;
    })
    .join('');
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
