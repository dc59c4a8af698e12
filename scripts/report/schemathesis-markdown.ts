import {
  unexplainedOf,
  type OpinionFinding,
  type OpinionResult,
  type SecondOpinion,
} from '../result/second-opinion.ts';
import { renderExchange, renderOpinionLine } from './schemathesis-text.ts';
import { group } from './totals.ts';

/** The second opinion as a document of its own. */
export function renderOpinionMarkdown(title: string, result: OpinionResult): string {
  const heading = `# ${title}: a second opinion`;
  if ('notRun' in result) return [heading, '', notRun(result.notRun), ''].join('\n');
  const { target, checks, findings, ended, unused } = result;
  const rows = checks.map(({ id, held, failed }) => {
    const own = findings.filter(({ check }) => check === id);
    const open = own.filter(({ explanation }) => !explanation).length;
    return `| \`${id}\` | ${[group(held), group(failed), own.length - open, open].join(' | ')} |`;
  });
  return [
    heading,
    '',
    `${renderOpinionLine(result)}. It ran against \`${target}\` and ended: ${ended.replaceAll('_', ' ')}.`,
    '',
    '| check | exchanges it held on | failed on | findings explained | unexplained |',
    '| --- | --: | --: | --: | --: |',
    ...rows,
    '',
    ...sectionOf('Unexplained', unexplainedOf(result)),
    ...sectionOf('Permitted differences', explainedBy(result, 'permitted')),
    ...sectionOf('False alarms', explainedBy(result, 'false-alarm')),
    ...(unused.length > 0 ? [`Explanations without a finding: ${unused.join(', ')}.`, ''] : []),
  ].join('\n');
}

/** The second opinion in a summary: its figures, and a line for each finding. */
export function renderOpinionBlock(result: OpinionResult | undefined): string[] {
  const heading = ['### A second opinion', ''];
  if (!result) return [...heading, notRun('"kiln schemathesis" adds it to this report'), ''];
  if ('notRun' in result) return [...heading, notRun(result.notRun), ''];
  const lines = result.findings.map(({ operation, title, explanation }) => {
    const verdict = explanation ? `${explanation.verdict}: ${explanation.reason}` : 'unexplained';
    return `- ${inline(operation)}: ${inline(title)}; ${inline(verdict)}`;
  });
  return [...heading, `${renderOpinionLine(result)}.`, '', ...lines, ''];
}

function notRun(reason: string): string {
  return `Schemathesis was not run: ${reason}.`;
}

function explainedBy({ findings }: SecondOpinion, verdict: string): OpinionFinding[] {
  return findings.filter(({ explanation }) => explanation?.verdict === verdict);
}

function sectionOf(heading: string, findings: readonly OpinionFinding[]): string[] {
  if (findings.length === 0) return [];
  return [`## ${heading}`, '', ...findings.flatMap(renderFinding)];
}

function renderFinding(finding: OpinionFinding): string[] {
  const { check, code, operation, title, message, count, exchange, reading, explanation } = finding;
  const fence = exchange ? ['```text', ...renderExchange(exchange).map(unfenced), '```', ''] : [];
  return [
    `### ${operation}: ${title}`,
    '',
    `\`${check}\` · ${code} · ${group(count)} exchanges`,
    '',
    `- says: ${inline(message)}`,
    ...(reading === undefined ? [] : [`- our reading: the request ${inline(reading)}`]),
    ...(explanation ? [`- why it is none: ${inline(explanation.reason)}`] : []),
    ...(explanation?.proof ?? []).map((line) => `- proof: ${inline(line)}`),
    '',
    ...fence,
  ];
}

/** A text from elsewhere on one line of Markdown, nothing in it markup. */
function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]|]/g, String.raw`\$&`)
    .replaceAll('<', '&lt;');
}

function unfenced(line: string): string {
  return line.replaceAll('```', "'''");
}
