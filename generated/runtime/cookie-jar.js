// Made by "kiln generate": change the description, not this.
export function createCookieJar() {
    const cookies = new Map();
    const matching = (url) => [...cookies.values()]
        .filter((it) => it.endsAt > Date.now() && isFor(it, url))
        .toSorted((left, right) => right.path.length - left.path.length);
    return {
        keep(url, headers) {
            for (const line of headers.getSetCookie?.() ?? []) {
                const cookie = parseSetCookie(line, url);
                if (cookie)
                    cookies.set(`${cookie.domain} ${cookie.path} ${cookie.name}`, cookie);
            }
        },
        pairs: (url) => matching(url).map(({ name, value }) => `${name}=${value}`),
        value: (url, name) => matching(url).find((it) => it.name === name)?.value,
        clear: () => cookies.clear(),
    };
}
/** Reads a `Set-Cookie` field (RFC 6265, sections 5.2 and 5.3); undefined where it is to be ignored. */
function parseSetCookie(line, { hostname, pathname, protocol }) {
    const [pair = '', ...rest] = line.split(';');
    const middle = pair.indexOf('=');
    const name = pair.slice(0, Math.max(middle, 0)).trim();
    if (name === '')
        return undefined;
    const attributes = new Map(rest.map((part) => {
        const [key = '', ...value] = part.split('=');
        return [key.trim().toLowerCase(), value.join('=').trim()];
    }));
    const domain = attributes.get('domain')?.replace(/^\./, '').toLowerCase() ?? '';
    // No host sets cookies for another one, nor for a whole top-level domain.
    if (domain !== '' &&
        (!isWithin(hostname, domain) || (!domain.includes('.') && domain !== hostname))) {
        return undefined;
    }
    const isSecure = attributes.has('secure');
    if (isSecure && protocol !== 'https:' && !/^(localhost|127\..*|\[::1\])$/.test(hostname)) {
        return undefined;
    }
    const path = attributes.get('path') ?? '';
    return {
        name,
        value: pair.slice(middle + 1).trim(),
        domain: domain === '' ? hostname : domain,
        isHostOnly: domain === '',
        path: path.startsWith('/') ? path : pathname.slice(0, pathname.lastIndexOf('/')) || '/',
        isSecure,
        endsAt: endOf(attributes),
    };
}
/** `Max-Age` outranks `Expires`; without both it lives as long as the client (RFC 6265, section 5.3). */
function endOf(attributes) {
    const seconds = attributes.get('max-age');
    if (seconds !== undefined && /^-?\d+$/.test(seconds))
        return Date.now() + Number(seconds) * 1000;
    const expires = Date.parse(attributes.get('expires') ?? '');
    return Number.isNaN(expires) ? Infinity : expires;
}
function isFor({ domain, isHostOnly, path, isSecure }, url) {
    const { hostname, pathname, protocol } = url;
    const isHost = isHostOnly ? hostname === domain : isWithin(hostname, domain);
    const isPath = pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
    const isSafe = !isSecure || protocol === 'https:' || /^(localhost|127\..*|\[::1\])$/.test(hostname);
    return isHost && isPath && isSafe;
}
/** RFC 6265, section 5.1.3; an address has no subdomains. */
function isWithin(hostname, domain) {
    if (hostname === domain)
        return true;
    return hostname.endsWith(`.${domain}`) && !/^[\d.]+$/.test(hostname);
}
//# sourceMappingURL=cookie-jar.js.map