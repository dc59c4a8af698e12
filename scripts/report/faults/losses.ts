import type { FaultRun, FaultTrial } from '../../result/fault-trial.ts';
import { survivorsOf } from './tally.ts';

/** What the committed page grants each description: its survivors, and operators without a witness. */
type Granted = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a run shows and the committed page does not: faults that used to be found, false alarms, faults
 * that used to have a witness. None, where the score has not fallen, whatever sample was drawn.
 */
export function lossesOf(run: FaultRun, page: string): readonly string[] {
  const granted = parseGranted(page);
  return run.apis.flatMap(({ api, trials, clean }) => {
    const known = granted.get(api);
    if (!known) return [`${api} is not on the page`];
    const isNew = (name: string) => !known.has(name);
    const refused = trials.filter(
      ({ outcome, fault }) => outcome === 'refused' && isNew(fault.operator),
    );
    return [
      ...survivorsOf(trials)
        .filter(({ fault }) => isNew(fault.name))
        .map((it) => lossOf(api, it)),
      ...refused.map((it) => `${api}: ${it.fault.name} has no witness any more: ${it.reason}`),
      ...clean.map((it) => `${api}: reported without a fault: ${it}`),
    ];
  });
}

function lossOf(api: string, { fault, outcome, witness, reason }: FaultTrial): string {
  const what = { alarmed: 'is a false alarm', misjudged: 'is reported for another reason alone' }[
    outcome as string
  ];
  return `${api}: ${fault.name} ${what ?? 'survives'}: ${witness}${reason ? ` (${reason})` : ''}`;
}

/** Names in code below the heading of a description: faults in lists, operators in tables. */
function parseGranted(page: string): Granted {
  const granted = new Map<string, Set<string>>();
  let names: Set<string> | undefined;
  for (const line of page.split('\n')) {
    const heading = /^### ([^:]+)/.exec(line)?.[1];
    if (heading !== undefined) {
      names = granted.get(heading) ?? new Set();
      granted.set(heading, names);
    }
    const name = /^(?:- |\| )`([^`]+)`/.exec(line)?.[1];
    if (name !== undefined) names?.add(name);
  }
  return granted;
}
