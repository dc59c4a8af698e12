// Made by "kiln generate": change the description, not this.
/** Cookies of one client, kept as a browser does; Node's fetch keeps none. */
export interface CookieJar {
    readonly keep: (url: URL, headers: Headers) => void;
    /** What goes to an address, as `name=value`, the longest path first (RFC 6265, section 5.4). */
    readonly pairs: (url: URL) => readonly string[];
    readonly value: (url: URL, name: string) => string | undefined;
    readonly clear: () => void;
}
export declare function createCookieJar(): CookieJar;
