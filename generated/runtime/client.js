// Made by "kiln generate": change the description, not this.
import createFetchClient, {} from 'openapi-fetch';
import { chooseServer } from './choose-server.js';
import { SIGNERS } from './signers.js';
import { call, perform } from './call.js';
import { toConnection } from './connect.js';
import { METHODS } from './contract.js';
import { ClientError } from './errors.js';
/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed, written and sent as the description says. Its type is that of the description.
 */
export function createClient(contract, options, writers, policies = [], extras = []) {
    const settings = toConnection(contract, options, { signers: SIGNERS, chooseServer, ...writers }, policies);
    const core = createFetchClient({ redirect: 'manual' });
    const unread = new WeakMap();
    // openapi-fetch reads the body of an error itself, and cannot tell an empty one from none.
    core.use({
        onResponse({ response }) {
            if (!response.ok)
                unread.set(response, response.clone());
        },
    });
    const transmit = async (operation, _init, prepared, fetch) => {
        // openapi-fetch would read the answer as JSON; `readResult` knows what it is.
        const sent = { ...toFetchInit(prepared, fetch), parseAs: 'stream' };
        const { response } = await core.request(methodOf(operation), operation.path, sent);
        return unread.get(response) ?? response;
    };
    const calls = {};
    for (const [id, operation] of Object.entries(contract.operations)) {
        const own = call(settings, id, operation, transmit);
        for (const extra of extras)
            Object.assign(own, extra(settings, id, operation, own, calls));
        calls[id] = own;
    }
    return { ...calls, http: httpOf(core, settings) };
}
/** openapi-fetch sends any method, and its types know some. */
function methodOf({ method }) {
    return method;
}
/** What makes openapi-fetch send a request as it is written: by itself it knows no styles, cookies or forms. */
function toFetchInit({ location, baseUrl, search, headers, body, credentials }, fetch) {
    return {
        baseUrl,
        pathSerializer: () => location,
        querySerializer: () => search,
        params: { path: {}, query: {} },
        headers,
        body,
        bodySerializer: () => body,
        fetch,
        ...(credentials !== undefined && { credentials }),
    };
}
/** Writes bodies as the caller does; the platform says what its own forms are. */
function serializing(serialize) {
    return (_contract, _id, _operation, mediaType, value) => {
        const body = serialize(value);
        const contentType = body instanceof FormData ? undefined : mediaType;
        return Promise.resolve({ body, contentType });
    };
}
/** Headers as openapi-fetch takes them: null takes one away, and a list is several of one name. */
function plainHeaders(id, given) {
    const pairs = given instanceof Headers || Array.isArray(given) ? given : Object.entries(given ?? {});
    const plain = new Headers();
    const none = [];
    try {
        for (const [name, value] of pairs) {
            if (value === null)
                none.push([name, null]);
            else if (value !== undefined)
                for (const it of [value].flat())
                    plain.append(name, String(it));
        }
        return Object.fromEntries([...plain, ...none]);
    }
    catch {
        throw new ClientError('header-unusable', `${id} cannot send these headers`);
    }
}
/** openapi-fetch's client, each call prepared. */
function httpOf(core, settings) {
    const { operations } = settings.contract;
    const routes = new Map(Object.entries(operations).map(([id, it]) => [
        `${it.method} ${it.path}`,
        { id, operation: it },
    ]));
    const request = async (method, path, options = {}) => {
        const route = routes.get(`${method.toLowerCase()} ${path}`);
        if (!route) {
            throw new ClientError('operation-unknown', `The description has no ${method} ${path}`);
        }
        const { id, operation } = route;
        let answer;
        const transmit = async (_operation, init, prepared, fetch) => {
            const sent = { ...init, ...toFetchInit(prepared, fetch) };
            const result = await core.request(methodOf(operation), path, sent);
            answer = result;
            return result.response;
        };
        const { bodySerializer, headers, fetch: ownFetch } = options;
        const own = {
            ...settings,
            ...(ownFetch && { options: { ...settings.options, fetch: ownFetch } }),
            ...(bodySerializer && { writeBody: serializing(bodySerializer) }),
        };
        const init = { ...options, headers: plainHeaders(id, headers) };
        const { sending } = await perform(own, id, operation, init, transmit);
        sending.settle();
        return answer;
    };
    const shortcuts = METHODS.map((method) => [
        method.toUpperCase(),
        (path, options) => request(method, path, options),
    ]);
    return {
        ...Object.fromEntries(shortcuts),
        request,
        use: (...middleware) => core.use(...middleware),
        eject: (...middleware) => core.eject(...middleware),
    };
}
//# sourceMappingURL=client.js.map