// Made by "kiln generate": change the description, not this.
/**
 * Answers a webhook as its sender reads it: the status that accepts it, or, where it asks before something happens
 * (`x-veto`), one that stops that, with the reason as JSON. A body that is not JSON, or breaks off, is answered 400, another method
 * 405, and a handler that throws 500, which also stops it.
 */
export function receive(webhook, handle, readTimes = (_webhook, payload) => payload) {
    const { method, accept, veto } = webhook;
    return async (request) => {
        if (request.method.toLowerCase() !== method) {
            return new Response(null, { status: 405, headers: { Allow: method.toUpperCase() } });
        }
        let raw;
        let payload;
        try {
            raw = new Uint8Array(await request.arrayBuffer());
            const text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
            payload = readTimes(webhook, JSON.parse(text));
        }
        catch {
            return Response.json({ error: 'the body is not JSON' }, { status: 400 });
        }
        let verdict;
        try {
            verdict = await handle({ payload, raw, headers: request.headers });
        }
        catch {
            return Response.json({ error: 'the handler failed' }, { status: 500 });
        }
        if (!verdict)
            return new Response(null, { status: accept });
        // A sender that asks nothing is told of a failure.
        return Response.json({ error: verdict.veto }, { status: veto ?? 500 });
    };
}
//# sourceMappingURL=webhook.js.map