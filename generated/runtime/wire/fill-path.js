// Made by "kiln generate": change the description, not this.
/** Segments that a URL parser takes away, however they are written (URL Standard, section 4.4). */
const DOTS = /^(?:\.|%2e){1,2}$/i;
/**
 * A path template with its variables filled in (OpenAPI 3.1.1, section 4.8.8.2); undefined where a
 * variable has no text, or where the path would be the address of something else.
 */
export function fillPath(template, textOf) {
    let isAddress = true;
    const path = template.replaceAll(/\{([^}]+)\}/g, (_, name) => {
        const text = textOf(name);
        if (text === undefined || text === '')
            isAddress = false;
        return text ?? '';
    });
    return isAddress && !path.split('/').some((segment) => DOTS.test(segment)) ? path : undefined;
}
//# sourceMappingURL=fill-path.js.map