// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
import type { Values } from './parameters.js';
import type { Patience, Settings, TellUpload } from './settings.js';
/** The options of one call, as far as they are read here; those of openapi-fetch are called so. */
export interface CallInit extends Patience {
    readonly params?: {
        readonly path?: Values | undefined;
        readonly query?: Values | undefined;
        readonly header?: Values | undefined;
        readonly cookie?: Values | undefined;
    };
    readonly headers?: GivenHeaders | undefined;
    readonly body?: unknown;
    readonly baseUrl?: string | undefined;
    readonly signal?: AbortSignal | null | undefined;
    readonly onUpload?: TellUpload | undefined;
    /** Gives the address of another page, from its own. */
    readonly address?: ((own: string) => URL) | undefined;
}
/** A request, written as the description says. */
export interface PreparedCall {
    /** Base URL and filled path. */
    readonly location: string;
    readonly baseUrl: string;
    readonly search: string;
    readonly headers: Headers;
    readonly body: unknown;
    readonly secrets: readonly string[];
    readonly hasKey: boolean;
    readonly credentials: Settings['options']['credentials'];
}
/**
 * Writes a request as the description says: styles, cookies, forms, credentials. Throws rather than send
 * something else.
 */
export declare function prepareCall(settings: Settings, id: string, operation: OperationContract, init: CallInit): Promise<PreparedCall>;
/** Headers that a caller gives; null takes away what would be there. */
export type GivenHeaders = Readonly<Record<string, string | null | undefined>>;
