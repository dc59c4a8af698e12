// Made by "kiln generate": change the description, not this.
import type { OperationContract } from './contract.js';
import type { Signature } from './credentials.js';
import type { Settings } from './settings.js';
/**
 * Meets the first security alternative for which there are credentials (OpenAPI 3.1.1, section
 * 4.8.30). Going without, where an operation allows that too, comes last. Throws when none is met. A browser
 * that sends its own cookies has the credential of a cookie, which nobody else can see.
 */
export declare function sign(id: string, { security }: OperationContract, { contract: { schemes }, auth, options, signers }: Settings): Promise<Signature>;
