import { expect, test } from 'vitest';
import { run } from '../../../scripts/cli/main.ts';
import { renderEvidenceReport } from '../../../scripts/report/evidence/evidence-report.ts';
import { runKiln } from '../../cli/run-kiln.ts';
import { fakeIo } from '../../generate/fake-io.ts';
import { loadCase } from '../../lint/load-case.ts';

const CASE = 'tests/lint/cases/sections-covered';

// Every fact of the documents is tried on mocks.
test('reports/evidence.md is what the descriptions give; else run "kiln evidence"', async () => {
  const { exitCode, out, err } = await runKiln(['evidence', '--check']);
  expect(`${out}${err}`).toBe('reports/evidence.md is up to date\n');
  expect(exitCode).toBe(0);
}, 120_000);

test('the totals count what is stated, printed and listed', async () => {
  const report = renderEvidenceReport([await loadCase(`${CASE}/good/openapi.yaml`)]);
  expect(report).toContain(
    '| [Pets](#pets) | 2 of 2 (100%) | 7 of 7 (100%) | 4 of 4 (100%) | 1 | 1 |',
  );
  expect(report).toContain('| Operations | 1 of 1 (100%) | 1 of 1 (100%) |');
  expect(report).toContain('| Authentication | 1 of 1 (100%) | 1 of 1 (100%) |');
  expect(report).toContain('| Limits | none | 1 of 1 (100%) |');
  expect(report).toContain('| Lifecycle | none | none |');
});

test('what the description lacks lowers the figure and is named', async () => {
  const report = renderEvidenceReport([await loadCase(`${CASE}/bad/openapi.yaml`)]);
  expect(report).toContain('| **All** | 4 of 4 (100%) | 0 of 5 (0%) | 4 of 5 (80%) | 0 | 1 |');
  expect(report).toContain('**`51` is missing**');
  expect(report).toContain('| S1 | Removing | **none** |  |');
});

test('a claim leads to its line in the ledger and to each line that it backs', async () => {
  const report = renderEvidenceReport([await loadCase(`${CASE}/good/openapi.yaml`)]);
  const file = `../${CASE}/good/openapi.yaml`;
  expect(report).toContain(
    `- [1](../${CASE}/good/evidence.yaml#L18) A pet is added by POST.<br>*S1: Adding* · Backs [openapi.yaml:15](${file}#L15) [18](${file}#L18)\n`,
  );
});

test('contradictions, inferences and gaps stand apart, with the reasons', async () => {
  const report = renderEvidenceReport([await loadCase(`${CASE}/good/openapi.yaml`)]);
  expect(report).toContain('<summary>1 inferred, and why each is believed</summary>');
  expect(report).toContain('A name has at most 50 letters.<br>*Why:* It is cut.<br>');
  expect(report).toContain('<summary>1 left open by the sources</summary>');
  expect(report).not.toContain('contradiction was resolved');
});

test('the order of the descriptions is of no matter, and one without a ledger is named', async () => {
  const pets = await loadCase(`${CASE}/good/openapi.yaml`);
  const cats = { ...pets, name: 'cats', title: 'Cats' };
  const bare = { ...pets, name: 'bare', ledger: undefined };
  expect(renderEvidenceReport([pets, cats, bare])).toBe(renderEvidenceReport([bare, cats, pets]));
  expect(renderEvidenceReport([pets, bare])).toContain('\nWithout a ledger: bare.\n');
});

const FILES = {
  'specs/pets/openapi.yaml': 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\npaths: {}\n',
};

test('kiln evidence writes the report, and then has nothing to do', async () => {
  const io = fakeIo(FILES);
  expect(await run(['evidence'], io)).toBe(0);
  expect(io.files.get('.kiln/reports/evidence.md')).toContain('Without a ledger: pets.');
  io.printed.length = 0;
  expect(await run(['evidence', '--check'], io)).toBe(0);
  expect(io.printed).toEqual(['.kiln/reports/evidence.md is up to date\n']);
});

test.for([
  { state: 'missing', written: {} },
  { state: 'stale', written: { '.kiln/reports/evidence.md': '# Evidence\n' } },
])(
  'kiln evidence --check refuses a report that is $state, and writes nothing',
  async ({ state, written }) => {
    const io = fakeIo({ ...FILES, ...written });
    expect(await run(['evidence', '--check'], io)).toBe(1);
    expect(io.printed[0]).toBe(`.kiln/reports/evidence.md: ${state}\n`);
    expect(io.printed[1]).toContain('Run "kiln evidence"');
    expect(io.files.get('.kiln/reports/evidence.md')).toBe(
      (written as Record<string, string>)['.kiln/reports/evidence.md'],
    );
  },
);

test('kiln evidence with a name prints the report of that API alone', async () => {
  const io = fakeIo(FILES);
  expect(await run(['evidence', 'pets'], io)).toBe(0);
  expect(io.printed.join('')).toMatch(/^# Evidence\n/);
  expect(io.files.has('.kiln/reports/evidence.md')).toBe(false);
});
