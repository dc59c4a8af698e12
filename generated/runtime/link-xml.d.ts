// Made by "kiln generate": change the description, not this.
import type { WireXml } from './wire/wire-body.js';
import type { XmlContract } from './contract.js';
/** The XML Objects of a contract, those inside of others in place of their numbers: one may lead back to itself. */
export declare function linkXml(table: readonly XmlContract[]): readonly WireXml[];
