// Made by "kiln generate": change the description, not this.
import { redact } from './credentials.js';
import { ClientError } from './errors.js';
/** Tells hooks and a log what goes on. They only look on: to change requests there is `http.use`, or `fetch`. A call in which one fails, fails. */
export const hooks = ({ options }) => {
    const { onRequest, onResponse, onRetry, log } = options;
    if (!onRequest && !onResponse && !onRetry && !log)
        return {};
    return {
        observe(event) {
            try {
                tell(event);
            }
            catch (cause) {
                throw new ClientError('option-unusable', 'a hook or the log of this client failed', {
                    cause,
                });
            }
        },
    };
    function tell(event) {
        const told = toRequestEvent(event.request, event.sending);
        const line = `${told.id}: ${told.method} ${told.url}`;
        switch (event.type) {
            case 'request':
                log?.(`${line}, attempt ${told.attempt}`);
                onRequest?.(told);
                return;
            case 'response': {
                const { response, milliseconds } = event;
                const answered = shown(response.headers, event.sending);
                log?.(`${line} was answered ${response.status} in ${milliseconds} ms`);
                onResponse?.({ ...told, status: response.status, milliseconds, answered });
                return;
            }
            case 'retry': {
                const { cause, milliseconds } = event;
                const why = cause instanceof Response ? cause.status : codeOf(cause);
                log?.(`${line} is sent again in ${Math.round(milliseconds)} ms after ${why}`);
                onRetry?.({ ...told, cause: why, milliseconds });
            }
        }
    }
};
function codeOf(cause) {
    return 'code' in cause ? String(cause.code) : cause.name;
}
function toRequestEvent({ method, url, headers }, sending) {
    const { id, attempt, secrets } = sending;
    return { id, method, url: redact(url, secrets), headers: shown(headers, sending), attempt };
}
/** Headers without what the schemes of the description carry, and without cookies that are sent or set. */
function shown(headers, { secrets, settings }) {
    const carrying = Object.values(settings.contract.schemes).map((scheme) => scheme.kind === 'key' && scheme.in === 'header' ? scheme.name.toLowerCase() : '');
    const hidden = new Set([...carrying, 'authorization', 'cookie', 'set-cookie']);
    return Object.fromEntries([...headers].map(([name, value]) => [
        name,
        hidden.has(name) ? '[redacted]' : redact(value, secrets),
    ]));
}
//# sourceMappingURL=hooks.js.map