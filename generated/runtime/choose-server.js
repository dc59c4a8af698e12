// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
/**
 * The server of an operation. Whoever moved the API elsewhere did not mean the rest of it to go to
 * the real one, so an operation with a server of its own asks for its new address.
 */
export function chooseServer(id, { server }, { baseUrl, baseUrls = {} }) {
    if (server === undefined)
        return baseUrl;
    if (Object.hasOwn(baseUrls, server))
        return baseUrls[server];
    if (baseUrl === undefined)
        return server;
    throw new ClientError('url-unusable', `${id} is served at ${server}: name its address in baseUrls too`);
}
//# sourceMappingURL=choose-server.js.map