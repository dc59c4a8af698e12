// Prints what failed in Vitest's JSON report (the first argument): a line for each test, with the first line of its reason.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const say = (line) => process.stdout.write(`${line}\n`);
const firstLine = (text = '') => text.split('\n', 1)[0];
for (const { name, status, message, assertionResults } of testResults) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  for (const { fullName, failureMessages } of failed)
    say(`${relative('.', name)}: ${fullName}: ${firstLine(failureMessages[0])}`);
  if (status === 'failed' && failed.length === 0)
    say(`${relative('.', name)}: ${firstLine(message)}`);
}
