// Made by "kiln generate": change the description, not this.
import type { WireXml } from './wire-body.js';
/** Writes a value as an XML document by the XML Object (OpenAPI 3.1.1, section 4.8.26). */
export declare function writeXml(xml: WireXml, value: unknown): string;
/** How a member is written; as an element of its own name where nothing is said. */
export declare function xmlOf({ properties }: WireXml, key: string): WireXml;
/** Whether XML takes a name for an element or an attribute (Namespaces in XML 1.0, section 4). */
export declare function isXmlName(name: string): boolean;
export declare function isXmlText(text: string): boolean;
