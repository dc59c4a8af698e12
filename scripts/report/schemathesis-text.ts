import type { Exchange } from '../wire/exchange.ts';
import {
  unexplainedOf,
  type OpinionFinding,
  type SecondOpinion,
} from '../result/second-opinion.ts';
import { group } from './totals.ts';

/** One line of figures: `Schemathesis 4.32.5: 2,059 exchanges, 26 of 26 operations, nothing unexplained`. */
export function renderOpinionLine(opinion: SecondOpinion): string {
  const { tester, exchanges, operations, findings, milliseconds, seed } = opinion;
  const open = unexplainedOf(opinion).length;
  const verdict = [
    open === 0 ? 'nothing unexplained' : `${open} unexplained`,
    ...countOf(findings, 'permitted', 'permitted'),
    ...countOf(findings, 'false-alarm', 'false alarms'),
  ].join(', ');
  const seconds = (milliseconds / 1000).toFixed(1);
  return `${tester}: ${verdict}; ${group(exchanges)} exchanges, ${operations.tested} of ${operations.all} operations in ${seconds} s, seed ${seed}`;
}

function countOf(findings: readonly OpinionFinding[], verdict: string, word: string): string[] {
  const own = findings.filter(({ explanation }) => explanation?.verdict === verdict);
  return own.length > 0 ? [`${own.length} ${word}`] : [];
}

/** A finding as a terminal shows it: what, where, and what was sent and answered. */
export function renderOpinionFinding(finding: OpinionFinding): string {
  const { check, code, operation, title, message, exchange, reading, count } = finding;
  return [
    `${operation}  ${check} (${code}): ${title}`,
    ...message.split('\n').flatMap((line) => (line === '' ? [] : [`  says     ${line}`])),
    ...(exchange ? renderExchange(exchange).map((line) => `  seen     ${line}`) : []),
    ...(reading === undefined ? [] : [`  reading  by ours, the request ${reading}`]),
    `  times    ${group(count)}`,
  ].join('\n');
}

/** Characters of a body that a reader is shown. */
const SHOWN = 400;

/** The request and its answer in a few lines. */
export function renderExchange({ request, response, failure }: Exchange): string[] {
  const sent = request.body === undefined ? [] : [clip(request.body)];
  const answered = response ? [`${response.status} ${clip(response.body)}`.trim()] : [failure];
  return [`${request.method} ${request.url}`, ...sent, ...answered];
}

function clip(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
