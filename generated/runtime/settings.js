// Made by "kiln generate": change the description, not this.
/** Makes the settings of a client or of single calls from what a description declares. */
export function toSettings(contract, { auth = {}, ...options }, writers, policies = []) {
    const settings = { contract, options, auth, ...writers };
    // Policies see what the later ones add.
    for (const policy of policies)
        Object.assign(settings, policy(settings));
    return settings;
}
//# sourceMappingURL=settings.js.map