import type { ContractRun } from '../../result/contract-run.ts';
import { html, type Html } from '../../page/html.ts';
import { group } from '../totals.ts';

/** What of a recording belongs to no operation. */
export function renderTraffic({ traffic }: ContractRun): Html | false {
  if (!traffic || traffic.unmatched.length === 0) return false;
  return html`<h2>Of no operation</h2>
    <div class="scroll">
      <table>
        <tbody>
          ${traffic.unmatched.map(
            ({ method, url, why, count }) =>
              html`<tr>
                <th scope="row"><code>${method} ${url}</code></th>
                <td>the ${why} is not documented</td>
                <td class="number">${group(count)}×</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}
