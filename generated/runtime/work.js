// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
import { valueAt } from './places.js';
import { pause, toldWait } from './retry.js';
/** `submitAndWait` of the operations whose work is done later (`x-async`). */
export const waiting = (settings, id, operation, call, calls) => {
    const { work } = operation;
    if (work === undefined)
        return {};
    return {
        submitAndWait: async (input, options = {}) => {
            const submitted = await call(input).orThrow();
            const ask = calls[work.statusOperation];
            const key = valueAt(submitted.body, work.id);
            if (ask === undefined || (typeof key !== 'string' && typeof key !== 'number')) {
                throw new ClientError('work-unknown', `${id} was answered without ${work.id} to ask for`);
            }
            const status = toStatusInput(settings, work, input, options, key);
            return { submitted, ...(await waitFor(id, work, ask, status, options, submitted, settings)) };
        },
    };
};
/** Asks until the state is a last one, at growing distances, or when the server says. */
async function waitFor(id, work, ask, input, { interval = 1_000, within = 600_000, onState }, submitted, { contract }) {
    const endsAt = Date.now() + within;
    let distance = interval;
    let last = submitted;
    for (;;) {
        const milliseconds = toldWait(last.headers, contract.rate, false) ?? distance;
        if (Date.now() + milliseconds >= endsAt) {
            throw new ClientError('timeout', `${id} was accepted, and its work did not end in time`);
        }
        await pause(milliseconds, { id, signal: input.signal });
        distance = Math.min(distance * 1.5, interval * 10);
        last = await ask(input).orThrow();
        const state = valueAt(last.body, work.state);
        if (typeof state !== 'string') {
            throw new ClientError('work-unknown', `${work.statusOperation} tells no state at ${work.state}`);
        }
        onState?.(state);
        if (work.succeeded.includes(state))
            return { ok: true, state, result: last };
        if (work.failed.includes(state))
            return { ok: false, state, result: last };
        if (!work.pending.includes(state)) {
            throw new ClientError('work-unknown', `${work.statusOperation} tells the state ${state}`);
        }
    }
}
/** Parameters that the two operations share are the submission's. */
function toStatusInput({ contract }, work, { path, query, header, cookie, signal, ...rest } = {}, options, key) {
    const known = contract.operations[work.statusOperation]?.parameters ?? [];
    const input = {};
    for (const [place, values] of Object.entries({ path, query, header, cookie })) {
        const shared = Object.entries(values ?? {}).filter(([name]) => known.some((it) => it.in === place && it.name === name));
        const more = options.status?.[place];
        input[place] = { ...Object.fromEntries(shared), ...more };
    }
    input[work.in] = { ...input[work.in], [work.parameter]: key };
    const { timeout, deadline, retries, maxWait } = rest;
    return { ...input, timeout, deadline, retries, maxWait, ...(signal && { signal }) };
}
//# sourceMappingURL=work.js.map