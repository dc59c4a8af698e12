// Made by "kiln generate": change the description, not this.
import type { Policy } from './settings.js';
export interface AccessOptions {
    /** What the credential may do: with `read` no write is sent, and the client's type has none (`x-access`). */
    readonly access?: 'read' | 'write' | undefined;
}
/** Refuses to send what a credential may not do that only reads (`x-access`). */
export declare const accessChecking: Policy;
