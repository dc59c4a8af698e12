import { judgeFindings, type JudgedFinding, type Verdict } from './ledger.ts';
import { EARLY, TESTERS, type Outcome, type TesterName } from './outcome.ts';
import type { TriedServer } from './try-server.ts';

/** Operations that are named of a server. */
const MOST_NAMED = 6;

export interface Circumstances {
  readonly node: string;
  readonly machine: string;
  readonly commit: string;
  readonly schemathesis: string;
  readonly budget: number;
  readonly seed: number;
}

/** The committed table. */
export function renderServers(tried: readonly TriedServer[], about: Circumstances): string {
  const here = tried.filter(({ isHere }) => isHere);
  const products = here.filter(({ server }) => server.kind === 'product').length;
  const languages = new Set(here.map(({ server }) => server.language));
  return [
    '# Foreign servers',
    '',
    'Made by `npm run bench:servers`: servers that nobody of this project wrote, and small applications made',
    'as the tutorials of their frameworks make them, each with the description that it serves itself. They',
    'are installed when the bench runs; every tester gets a new start of the server and an empty store.',
    '',
    `${here.length} servers, ${products} of them products, in ${[...languages].join(', ')}. Node ${about.node};`,
    `Schemathesis ${about.schemathesis}, as it comes and in its best configuration; ${about.machine}; commit ${about.commit}.`,
    `${about.budget} seconds for each tester and server, seed ${about.seed}. Requests and operations are counted on the wire.`,
    ...tried.filter(({ isHere }) => !isHere).map(({ server }) => `Not here: ${server.id}.`),
    '',
    'A finding counts once for each operation, kind and status. Each was judged by hand, in',
    '`tests/bench/servers/ledger.json`: true (its owner would take it as a ticket), pedantic (the letter of',
    'the description or of HTTP is broken, and hardly anybody would mend it), or false. What one judgement covers',
    'is one cause.',
    '',
    '## Altogether',
    '',
    ...renderTotals(here),
    '',
    '## Each server',
    '',
    'Findings are true / pedantic / false; of Kiln those that decide the exit code, and in brackets those',
    'that rest on HTTP alone. Operations are reached, answered with success, and all there are.',
    '',
    ...here.flatMap(renderServer),
    '',
    '## False findings',
    '',
    ...renderFalse(here),
    '',
  ].join('\n');
}

interface Judged {
  readonly outcome: Outcome;
  readonly findings: readonly JudgedFinding[];
}

function judgedOf({ server, outcomes }: TriedServer, tester: TesterName): Judged | undefined {
  const outcome = outcomes.get(tester);
  return outcome && { outcome, findings: judgeFindings(server.id, tester, outcome.findings) };
}

const count = (judged: Judged | undefined, verdict: Verdict, ground?: string): number =>
  judged?.findings.filter(
    (it) => it.verdict === verdict && (ground === undefined || it.finding.ground === ground),
  ).length ?? 0;

const verdictIs = (name: Verdict, ground?: string) => (it: Judged) => count(it, name, ground);

function renderTotals(tried: readonly TriedServer[]): string[] {
  const all = (tester: TesterName) => tried.map((it) => judgedOf(it, tester));
  const sum = (tester: TesterName, figure: (judged: Judged) => number) =>
    all(tester).reduce((total, it) => total + (it ? figure(it) : 0), 0);
  const row = (what: string, figure: (judged: Judged) => number, wanted = '') =>
    `| ${[what, ...TESTERS.map((it) => sum(it, figure)), wanted].join(' | ')} |`;
  const share = TESTERS.map((it) => {
    const judged = sum(
      it,
      ({ findings }) => findings.filter(({ finding }) => finding.ground === 'contract').length,
    );
    return `${((100 * sum(it, verdictIs('false', 'contract'))) / Math.max(1, judged)).toFixed(1)} %`;
  });
  const comparedBy = (figure: (judged: Judged) => number) => {
    const leads = tried.map((it) => leadOf(it, figure));
    const having = (isSo: (lead: number) => boolean) => leads.filter(isSo).length;
    return { more: having((lead) => lead > 0), fewer: having((lead) => lead < 0) };
  };
  const [findings, causes] = [comparedBy(verdictIs('true')), comparedBy(causesOf)];
  const whole = tried.filter(({ outcomes }) => {
    const kiln = outcomes.get('Kiln');
    return kiln !== undefined && kiln.reachedEarly === kiln.operations;
  });
  const missed = tried.flatMap(missedCrashes);
  return [
    `| what | ${TESTERS.join(' | ')} | wanted of Kiln |`,
    '| --- | --: | --: | --: | --: |',
    row('true findings', verdictIs('true'), 'more'),
    row('causes of true findings', causesOf, 'more'),
    row('pedantic findings', verdictIs('pedantic')),
    row('false findings', verdictIs('false')),
    `| false share of what decides the exit code | ${share.join(' | ')} | ≤ 1 % |`,
    row(
      'runs that end in a bug of the tester',
      ({ outcome }) => Number(outcome.exitCode === 3),
      '0',
    ),
    row('operations reached', ({ outcome }) => outcome.reached),
    row(`operations reached within ${EARLY} requests`, ({ outcome }) => outcome.reachedEarly),
    row('operations', ({ outcome }) => outcome.operations),
    row('operations answered with success', ({ outcome }) => outcome.succeeded),
    row('operations seen to answer 5xx', ({ outcome }) => outcome.crashes.length),
    row('requests', ({ outcome }) => outcome.requests),
    '',
    '| what | measured | wanted |',
    '| --- | --: | --: |',
    `| servers on which Kiln has more true findings than either Schemathesis | ${findings.more} of ${tried.length} | ≥ 80 % |`,
    `| servers on which it has fewer than one of them | ${findings.fewer} of ${tried.length} | 0 |`,
    `| servers on which Kiln has more causes of true findings | ${causes.more} of ${tried.length} | |`,
    `| servers on which it has fewer than one of them | ${causes.fewer} of ${tried.length} | |`,
    `| servers of which every operation is reached within ${EARLY} requests | ${whole.length} of ${tried.length} | all |`,
    `| crashes that only Schemathesis reports | ${missed.length} | 0 |`,
    ...renderMissed(tried),
  ];
}

/** How much more of something Kiln has found at a server than whichever Schemathesis found more of it. */
function leadOf(server: TriedServer, figure: (judged: Judged) => number): number {
  const of = (tester: TesterName) => {
    const judged = judgedOf(server, tester);
    return judged ? figure(judged) : 0;
  };
  return of('Kiln') - Math.max(...TESTERS.filter((name) => name !== 'Kiln').map(of));
}

/** A cause that shows at many operations is one line of the ledger. */
function causesOf({ findings }: Judged): number {
  return new Set(findings.flatMap((it) => (it.verdict === 'true' ? [it.reason] : []))).size;
}

/** Crashes that Schemathesis reports and Kiln does not, a line for each server. */
function missedCrashes(tried: TriedServer): readonly string[] {
  const own = crashesOf(tried, 'Kiln');
  const theirs = TESTERS.flatMap((it) => (it === 'Kiln' ? [] : [...crashesOf(tried, it)]));
  return [...new Set(theirs)].filter((it) => !own.has(it));
}

function crashesOf(tried: TriedServer, tester: TesterName): ReadonlySet<string> {
  const found = judgedOf(tried, tester)?.findings ?? [];
  const crashes = found.filter(({ kind, verdict }) => kind === 'crash' && verdict === 'true');
  return new Set(crashes.map(({ finding }) => finding.operation));
}

function renderMissed(tried: readonly TriedServer[]): string[] {
  const lines = tried.flatMap((it) => {
    const missed = missedCrashes(it);
    const more = missed.length > MOST_NAMED ? ` and ${missed.length - MOST_NAMED} more` : '';
    const named = `${missed.slice(0, MOST_NAMED).join(', ')}${more}`;
    return missed.length > 0 ? [`- ${it.server.id}: ${named}`] : [];
  });
  return lines.length > 0 ? ['', 'Crashes that only Schemathesis reports:', '', ...lines] : [];
}

function renderServer(tried: TriedServer): string[] {
  const { server } = tried;
  return [
    `### ${server.id}`,
    '',
    `${server.kind === 'product' ? 'Product' : 'Tutorial application'}, ${server.language}: ${server.packages.join(', ')}.`,
    ...Object.entries(server.left ?? {}).map(([label, why]) => `Left out: ${label}, ${why}.`),
    '',
    '| tester | exit | seconds | requests | operations | findings | causes | true by kind | 5xx |',
    '| --- | --: | --: | --: | --- | --- | --: | --- | --: |',
    ...TESTERS.flatMap((tester) => {
      const judged = judgedOf(tried, tester);
      if (!judged) return [];
      const { exitCode, seconds, requests, reached, succeeded, operations, crashes } =
        judged.outcome;
      const cells = [
        tester,
        exitCode ?? 'cut',
        seconds.toFixed(0),
        requests,
        `${reached}, ${succeeded} of ${operations}`,
        verdictsOf(judged, tester),
        causesOf(judged),
        kindsOf(judged),
        crashes.length,
      ];
      return [`| ${cells.join(' | ')} |`];
    }),
    '',
  ];
}

function verdictsOf(judged: Judged, tester: TesterName): string {
  const of = (ground: string) =>
    (['true', 'pedantic', 'false'] as const).map((it) => count(judged, it, ground)).join(' / ');
  return tester === 'Kiln' ? `${of('contract')} (${of('standard')})` : of('contract');
}

function kindsOf({ findings }: Judged): string {
  const kinds = Map.groupBy(
    findings.filter(({ verdict }) => verdict === 'true'),
    ({ kind }) => kind,
  );
  return [...kinds].map(([kind, own]) => `${kind} ${own.length}`).join(', ');
}

function renderFalse(tried: readonly TriedServer[]): string[] {
  const lines = tried.flatMap((it) => {
    const found = judgedOf(it, 'Kiln')?.findings.filter(({ verdict }) => verdict === 'false') ?? [];
    const causes = Map.groupBy(found, ({ reason, finding }) => `${finding.check}: ${reason}`);
    return [...causes].map(([cause, own]) => `- ${it.server.id}, Kiln, ${own.length} × ${cause}`);
  });
  return lines.length > 0 ? lines : ['Kiln has none.'];
}
