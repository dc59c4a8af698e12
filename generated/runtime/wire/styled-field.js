// Made by "kiln generate": change the description, not this.
/** Whether a field is written as a query parameter is, its content type of no account (OpenAPI 3.1.1, section 4.8.15.1.2). */
export function isStyled({ style, explode, allowReserved }) {
    return style !== undefined || explode !== undefined || allowReserved !== undefined;
}
/** A styled field as the query parameter that it is written as. */
export function asQuery(name, field) {
    const { style = 'form', explode = style === 'form', allowReserved = false } = field;
    return { name, in: 'query', style, explode, allowReserved };
}
//# sourceMappingURL=styled-field.js.map