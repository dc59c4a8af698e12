import { latencyOf, LATENCY_STEPS, type Latencies } from '../../result/latency.ts';
import { html, type Html } from '../../page/html.ts';
import { group } from '../totals.ts';

/** How long the server took to answer: a bar for each step, and what half, nineteen of twenty and all took. */
export function renderLatency(latencies: Latencies = {}): Html | false {
  const all = Object.values(latencies).reduce((sum, it) => sum + it, 0);
  if (all === 0) return false;
  const used = LATENCY_STEPS.filter((step) => (latencies[step] ?? 0) > 0);
  const [first = '', last = first] = [used[0], used.at(-1)];
  const steps = LATENCY_STEPS.slice(LATENCY_STEPS.indexOf(first), LATENCY_STEPS.indexOf(last) + 1);
  const most = Math.max(...steps.map((step) => latencies[step] ?? 0));
  const words = (part: number) => wordOf(latencyOf(latencies, part) ?? first);
  return html`<section>
    <h2 id="latency">How long it took to answer</h2>
    <p>
      Half of ${group(all)} exchanges took ${words(0.5)}, 95 in 100 took ${words(0.95)}, and all
      took ${words(1)}.
    </p>
    <ol class="bars" aria-label="Exchanges by how long they took">
      ${steps.map((step) => {
        const count = latencies[step] ?? 0;
        const width = Math.ceil((100 * count) / most);
        return html`<li>
          <span class="bar-name">${wordOf(step)}</span>
          <span class="bar" aria-hidden="true"><span style="width: ${width}%"></span></span>
          <span class="bar-figure">${group(count)}</span>
        </li>`;
      })}
    </ol>
  </section>`;
}

function wordOf(step: string): string {
  if (step === 'more') return 'more than 10 s';
  const milliseconds = Number(step);
  return milliseconds < 1000 ? `at most ${step} ms` : `at most ${milliseconds / 1000} s`;
}

export const LATENCY_STYLES = `
.bars { margin: 0; padding: 0; list-style: none; max-width: 720px; }
.bars li { display: grid; grid-template-columns: 132px 1fr 64px; gap: 12px; align-items: center; padding: 3px 0; font-size: 14px; }
.bar { height: 14px; border-radius: 4px; background: var(--sunken); overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--steady); print-color-adjust: exact; }
.bar-name { white-space: nowrap; }
.bar-figure { text-align: right; font-variant-numeric: tabular-nums; }
`;
