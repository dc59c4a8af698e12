import { EXCEPTIONS, type Exception } from './exceptions.ts';
import { FOREIGN } from './stages.ts';
import type { TriedDocument } from './try-document.ts';

/** Said of a description without operations: that nothing was tried is no success. */
export const NOTHING = '(nothing-to-test)';

/** What of ours fell short on a document, a line each that begins with its name. */
export function shortfallsOf({ document: { id }, placed, outcomes }: TriedDocument): string[] {
  if (!placed) return [];
  const own = [...outcomes].filter(([stage]) => !FOREIGN.includes(stage));
  return own.flatMap(([stage, outcome]) => {
    const { exitCode, called, tested, said } = outcome;
    const isNothing = outcomes.get('load')?.loaded?.operations === 0 && said.includes(NOTHING);
    const fine = stage === 'lint' ? [0, 1] : isNothing ? [2] : [0];
    const [words = ''] = said.split('\n');
    const lines: string[] = [];
    if (exitCode === undefined) lines.push('takes too long');
    else if (!fine.includes(exitCode) && !tested) lines.push(`exits ${exitCode}: ${words}`);
    else if (exitCode === 3) lines.push(`exits 3: ${words}`);
    for (const { operation, kind, status, fault } of called?.faults ?? []) {
      lines.push(`${operation} (${kind}): ${status ?? ''} ${fault}`);
    }
    if (tested && exitCode === 2 && !isNothing) lines.push(`exits 2: ${words}`);
    for (const violation of tested?.violations ?? []) lines.push(violation);
    return lines.map((line) => `${id} ${stage}: ${line}`);
  });
}

/** Why a shortfall is none of ours, where that is known. */
export function exceptionFor(shortfall: string): Exception | undefined {
  return EXCEPTIONS.find(({ pattern }) => pattern.test(shortfall));
}
