// Made by "kiln generate": change the description, not this.
import { toBaseUrl } from './transport.js';
/** Makes the settings of a client or of single calls from what a description declares. */
export function toSettings(contract, { auth = {}, baseUrl, baseUrls, fetch, }, { writeBody }) {
    // Checked here too: the mistake is in the call that made the client.
    toBaseUrl(baseUrl, contract.servers);
    const send = fetch ?? ((request) => globalThis.fetch(request));
    return { contract, baseUrl, baseUrls, auth, fetch: send, writeBody };
}
//# sourceMappingURL=settings.js.map