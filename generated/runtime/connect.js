// Made by "kiln generate": change the description, not this.
import { toSettings, } from './settings.js';
import { toBaseUrl } from './transport.js';
/** Where an API is, who calls and how: what every call needs. Throws where requests may not go there. */
export function toConnection(contract, options, writers, policies = []) {
    const settings = toSettings(contract, options, writers, policies);
    // Checked here too: the mistake is in the call that was given the address.
    toBaseUrl(settings.options.baseUrl, settings);
    return settings;
}
//# sourceMappingURL=connect.js.map