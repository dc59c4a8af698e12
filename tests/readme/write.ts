import { readFileSync, writeFileSync } from 'node:fs';
import { rewrite } from './guides.ts';

/** `npm run readme`: follows the guides of the README, and writes into it what they print now. */
const before = readFileSync('README.md', 'utf8');
const after = await rewrite(before);
if (after !== before) writeFileSync('README.md', after);
process.stdout.write(after === before ? 'README.md is as it should be\n' : 'wrote README.md\n');
