// Made by "kiln generate": change the description, not this.
/**
 * A path template with its variables filled in (OpenAPI 3.1.1, section 4.8.8.2); undefined where a
 * variable has no text, or where the path would be the address of something else.
 */
export declare function fillPath(template: string, textOf: (name: string) => string | undefined): string | undefined;
