import { appendFileSync } from 'node:fs';

// Preloaded into every process that is measured: at its end it writes down what it took.
const file = process.env['KILN_USAGE'];
if (file !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { memory: maxRSS / 1024, processor: (userCPUTime + systemCPUTime) / 1e6 };
    appendFileSync(file, `${JSON.stringify(usage)}\n`);
  });
}
