// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
import { fits, pause, toldWait } from './retry.js';
const SHARED = new Map();
/**
 * Keeps to the quotas that a description declares (`x-rate-limits`): no more requests in any window than the plan
 * has, and none before the end of a window of which an answer says that it is spent. Who is refused anyway makes
 * all others wait too. A request that would have to wait longer than it may is not sent.
 */
export const pacing = (settings) => pacingBy(settings.contract.rate)(settings);
/** The same by quotas that connections do not carry. */
export function pacingBy(rate) {
    return ({ options }) => paced(rate && 'quotas' in rate ? rate : undefined, options);
}
function paced(rate, options) {
    const { plan, shareQuotas = false } = options;
    const gates = shareQuotas ? SHARED : new Map();
    return {
        pace: (send) => async (request, sending) => {
            const category = sending.operation.rate;
            if (!rate || category === undefined)
                return await send(request, sending);
            const quotas = rate.quotas[category] ?? {};
            const quota = plan === undefined ? undefined : quotas[plan];
            if (plan !== undefined && quota === undefined) {
                const plans = Object.keys(quotas).join(', ');
                throw new ClientError('option-unusable', `${category} has no plan ${plan}, only ${plans}`);
            }
            const key = keyOf(new URL(request.url).origin, category, sending, rate.partition);
            const gate = gates.get(key) ?? {
                passed: [],
                quota: typeof quota === 'number' ? quota : undefined,
                closedUntil: 0,
            };
            gates.set(key, gate);
            await pass(gate, rate.window * 1000, sending);
            const response = await send(request, sending);
            learn(gate, response, rate);
            return response;
        },
    };
}
function keyOf(origin, category, { secrets }, partition) {
    return [origin, category, ...(partition === 'credential' ? secrets : [])].join('\n');
}
/**
 * Waits until the gate is open. A request has its place from the start, in the order in which they come, so that it
 * is known at once whether its call would end before.
 */
async function pass(gate, window, sending) {
    const { passed } = gate;
    const { maxWait = 60_000 } = sending.patience;
    for (;;) {
        const now = Date.now();
        while (passed[0] !== undefined && passed[0] + window <= now)
            passed.shift();
        const before = gate.quota === undefined ? undefined : passed.at(-gate.quota);
        const at = Math.max(now, gate.closedUntil, before === undefined ? 0 : before + window);
        if (gate.closedUntil - now > Math.max(maxWait, window) || !fits(at - now, sending)) {
            throw new ClientError('quota-spent', `${sending.id} would have to wait ${Math.ceil((at - now) / 1000)} s for its quota`);
        }
        passed.push(at);
        if (at === now)
            return;
        try {
            await pause(at - now, sending);
        }
        catch (error) {
            leave(passed, at);
            throw error;
        }
        // Another one was refused meanwhile.
        if (gate.closedUntil <= Date.now())
            return;
        leave(passed, at);
    }
}
function leave(passed, at) {
    const index = passed.lastIndexOf(at);
    if (index >= 0)
        passed.splice(index, 1);
}
/** What an answer tells of the quota. */
function learn(gate, { status, headers: told }, rate) {
    const { headers, window } = rate;
    const numberIn = (name) => {
        const text = name === undefined ? null : told.get(name);
        return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
    };
    const limit = numberIn(headers.limit);
    if (limit !== undefined && limit > 0)
        gate.quota = limit;
    const isSpent = status === 429 || numberIn(headers.remaining) === 0;
    if (!isSpent)
        return;
    const wait = toldWait(told, rate, true) ?? (status === 429 ? 0 : window * 1000);
    gate.closedUntil = Math.max(gate.closedUntil, Date.now() + wait);
}
//# sourceMappingURL=pace.js.map