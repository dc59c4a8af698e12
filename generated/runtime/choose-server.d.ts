// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
import type { ClientOptions } from './settings.js';
/**
 * The server of an operation. Whoever moved the API elsewhere did not mean the rest of it to go to
 * the real one, so an operation with a server of its own asks for its new address.
 */
export declare function chooseServer(id: string, { server }: OperationContract, { baseUrl, baseUrls }: ClientOptions): string | undefined;
