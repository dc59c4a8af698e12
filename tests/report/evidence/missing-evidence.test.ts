import { expect, test } from 'vitest';
import { evidenceFindings } from '../../../scripts/cli/evidence-findings.ts';
import { renderMissingEvidence } from '../../../scripts/report/evidence/missing-evidence.ts';
import { loadCase } from '../../lint/load-case.ts';

async function missingIn(name: string): Promise<string> {
  const api = await loadCase(`tests/lint/cases/${name}/openapi.yaml`);
  return renderMissingEvidence(api, evidenceFindings(api));
}

test.for([
  ['evidence-complete/bad', /^Rules without a claim \(\d+\)\./m, /names no claim$/m],
  [
    'evidence-complete/bad',
    /^Claims that nothing rests on \(\d+\)\./m,
    /^- .*evidence\.yaml:\d+: Nothing rests on/m,
  ],
  [
    'evidence-argued/bad',
    /^Claims that nobody could check \(\d+\)\./m,
    /is inferred without a "because"$/m,
  ],
  ['sections-covered/bad', /^Sections without a claim \(\d+\)\./m, /No claim stands in "Removing"/],
  [
    'sections-covered/bad',
    /^Names and figures of the source that the description lacks/m,
    /prints 51/,
  ],
  [
    'facts-hold/bad',
    /^Facts that do not hold \(\d+\)\./m,
    /^- .*evidence\.yaml:4: The description says "createPet"/m,
  ],
  ['facts-hold/good', /^Nothing is missing in /, /^No fact holds these \(\d+\)\. Add them/m],
  ['sections-covered/good', /^Nothing is missing in \w+: 4 claims from 2 sources/, /./],
] as const)('of %s it says %s', async ([name, title, line]) => {
  const said = await missingIn(name);
  expect(said).toMatch(title);
  expect(said).toMatch(line);
});

test('every finding of the rules about evidence is told once', async () => {
  for (const rule of ['evidence-complete', 'evidence-argued', 'sections-covered', 'facts-hold']) {
    const api = await loadCase(`tests/lint/cases/${rule}/bad/openapi.yaml`);
    const findings = evidenceFindings(api);
    const lines = renderMissingEvidence(api, findings).split('\n');
    for (const { message } of findings) {
      expect(lines.filter((it) => it.endsWith(`: ${message}`)).length).toBe(
        findings.filter((it) => it.message === message).length,
      );
    }
  }
});
