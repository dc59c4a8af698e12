import { installPrograms } from './install.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const isWhole = await installPrograms(say);
process.exitCode = isWhole ? 0 : 1;
