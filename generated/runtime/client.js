// Made by "kiln generate": change the description, not this.
import createFetchClient, {} from 'openapi-fetch';
import { toInit } from './call.js';
import { METHODS } from './contract.js';
import { ClientError } from './errors.js';
import { prepareCall } from './prepare.js';
import { readResult } from './result.js';
import { toSettings } from './settings.js';
/**
 * Makes a client: a method for each operation of the contract, and `http`, which is openapi-fetch with
 * requests signed and written as the description says. Its type is that of the description.
 */
export function createClient(contract, options, writeBody) {
    const settings = toSettings(contract, options, { writeBody });
    // A redirect is an answer: to follow it could carry the credential to another host.
    const core = createFetchClient({ redirect: 'manual' });
    const unread = new WeakMap();
    // openapi-fetch reads the body of an error itself, and cannot tell an empty one from none.
    core.use({
        onResponse({ response }) {
            if (!response.ok)
                unread.set(response, response.clone());
        },
    });
    const methods = Object.entries(contract.operations).map(([id, operation]) => {
        const call = async (input = {}) => {
            const { init, secrets } = await prepareCall(settings, id, operation, toInit(input));
            const { response } = await core.request(methodOf(operation), operation.path, init);
            return await readResult(id, operation, unread.get(response) ?? response, secrets);
        };
        return [id, call];
    });
    return { ...Object.fromEntries(methods), http: httpOf(core, settings) };
}
/** openapi-fetch sends any method, and its types know some. */
function methodOf({ method }) {
    return method;
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
        const { init } = await prepareCall(settings, id, operation, options);
        return await core.request(methodOf(operation), path, init);
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