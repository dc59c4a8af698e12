// Made by "kiln generate": change the description, not this.
import { type WireParameter } from './write-parameter.js';
/**
 * Writes a parameter in the default style of its place (OpenAPI 3.1.1, section 4.8.12.2) as `writeParameter` does, for those
 * who have no others.
 */
export declare function writeDefaultParameter({ in: location, name }: Pick<WireParameter, 'in' | 'name'>, value: unknown): string | undefined;
