// Made by "kiln generate": change the description, not this.
import type { WireBody, WireField } from './wire-body.js';
/** What is said of a field; nothing of one that the description does not know. */
export declare function fieldNamed({ fields }: WireBody, name: string): WireField;
/**
 * Writes an object as application/x-www-form-urlencoded (OpenAPI 3.1.1, section 4.8.15.2; URL Standard,
 * section 5.2): a list is a field for each item, an object its JSON text.
 */
export declare function writeForm(body: WireBody, value: unknown): string;
/** The text of one value in its content type: JSON for a structure where nothing is said. */
export declare function fieldText(field: WireField, value: unknown): string;
