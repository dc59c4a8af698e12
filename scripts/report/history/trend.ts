import type { KeptRun } from '../../result/kept-run.ts';
import { html, trusted, type Html } from '../../page/html.ts';

const HEIGHT = 56;
const STEP = 26;
const BAR = 18;

/** Findings of each run as bars, the oldest first: one that holds is a line on the ground. */
export function renderTrend(runs: readonly KeptRun[]): Html | false {
  if (runs.length < 2) return false;
  const inOrder = runs.toReversed();
  const counts = inOrder.map(({ findings }) => findings.length);
  const most = Math.max(1, ...counts);
  const bars = inOrder.map(({ tone }, at) => {
    const height = Math.max(3, Math.round((HEIGHT * (counts[at] ?? 0)) / most));
    const place = `x="${at * STEP}" y="${HEIGHT - height}" width="${BAR}" height="${height}"`;
    return `<rect class="${tone}" ${place} rx="3"/>`;
  });
  const width = runs.length * STEP;
  const label = `Findings of the last ${runs.length} runs: ${counts.join(', ')}`;
  return html`<p class="trend">
    ${trusted(`<svg role="img" aria-label="${label}" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}">${bars.join('')}</svg>`)}
    <span class="muted">${counts[0]} → ${counts.at(-1)} findings in ${runs.length} runs</span>
  </p>`;
}

export const TREND_STYLES = `
.trend { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: end; }
.trend svg { max-width: 100%; }
.trend rect.good { fill: var(--good); }
.trend rect.caution { fill: var(--caution); }
.trend rect.bad { fill: var(--bad); }
`;
