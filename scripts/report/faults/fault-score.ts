import type { FaultScore } from '../../result/fault-trial.ts';

/** What the page of `kiln prove` says of an API: how many faults its mock was given, and how many were found. */
export function parseFaultScore(page: string, api: string): FaultScore | undefined {
  for (const line of page.split('\n')) {
    const [name, admitted, killed] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    if (name !== `\`${api}\`` || !/^\d+$/.test(admitted ?? '') || !/^\d+$/.test(killed ?? ''))
      continue;
    return { faults: Number(admitted), found: Number(killed) };
  }
  return undefined;
}
