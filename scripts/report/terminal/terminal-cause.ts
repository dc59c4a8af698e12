import type { Cause } from '../../result/causes.ts';
import { findingTitle } from '../../result/finding-title.ts';
import type { Severity } from '../../result/severities.ts';
import { severityOf } from '../../result/severity.ts';
import { renderCause } from '../../result/violation-text.ts';
import { paint, type Screen, type TextStyle } from './screen.ts';
import { wrapCommand, wrapWords } from './wrap.ts';

const STYLES: Readonly<Record<Severity, TextStyle>> = {
  critical: ['red', 'bold'],
  major: 'red',
  minor: 'yellow',
};

/** Where the text of a labelled line begins. */
const INDENT = 10;
const COMMANDS: ReadonlySet<string> = new Set(['first', 'then', 'again', 'replay']);

/** A finding in lines that fit a screen, coloured by what they mean; its commands can be copied as they stand. */
export function renderCauseOn(screen: Screen, cause: Cause): string {
  const { operation, property } = cause.first;
  const severity = severityOf(cause);
  const head = [
    paint(screen, STYLES[severity], severity),
    paint(screen, 'bold', operation),
    paint(screen, 'cyan', property),
  ].join('  ');
  const title = `  ${wrapWords(findingTitle(cause), screen.columns, 2)}`;
  const [, ...labelled] = renderCause(cause).split('\n');
  return [head, title, ...labelled.map((line) => layOut(screen, line))].join('\n');
}

/** A line of a label and a text: `  seen    status 200`. */
function layOut(screen: Screen, line: string): string {
  const label = line.slice(2, INDENT).trim();
  const text = line.slice(INDENT);
  const wrap = COMMANDS.has(label) ? wrapCommand : wrapWords;
  return `  ${paint(screen, 'dim', label.padEnd(INDENT - 2))}${wrap(text, screen.columns, INDENT)}`;
}
