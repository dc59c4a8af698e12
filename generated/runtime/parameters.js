// Made by "kiln generate": change the description, not this.
import { fillPath } from './wire/fill-path.js';
import { writeDefaultParameter } from './wire/write-default-parameter.js';
import { writeParameter } from './wire/write-parameter.js';
import { ClientError } from './errors.js';
/** Writes parameters of every style (OpenAPI 3.1.1, section 4.8.12). */
export const writeParameters = /* @__PURE__ */ writingParameters(writeParameter);
/** Writes parameters in the default styles of their places: all that most operations need. */
export const writeDefaultParameters = 
/* @__PURE__ */ writingParameters(writeDefaultParameter);
function writingParameters(write) {
    return (id, operation, { path = {}, query = {}, header = {}, cookie = {} }) => {
        const textsOf = (place, values) => Object.entries(values).flatMap(([name, value]) => {
            const parameter = parameterOf(operation, place, name);
            return attempt(parameter, id, () => isNothing(value))
                ? []
                : [[name, textOf(id, parameter, value, write)]];
        });
        const pairsOf = (place, values) => textsOf(place, values).map(([, text]) => text);
        return {
            path: toPath(id, operation, path, write),
            query: pairsOf('query', query).join('&'),
            headers: Object.fromEntries(textsOf('header', header)),
            cookies: pairsOf('cookie', cookie),
        };
    };
}
/**
 * The path with its variables filled in. Throws before a request is made when a value is absent, or
 * would lead to another address.
 */
function toPath(id, operation, values, write) {
    const path = fillPath(operation.path, (name) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined || value === null) {
            throw new ClientError('parameter-missing', `${id} needs the path parameter ${name}`);
        }
        return textOf(id, parameterOf(operation, 'path', name), value, write);
    });
    if (path !== undefined)
        return path;
    throw new ClientError('parameter-unusable', `${id} cannot send an empty value, "." or ".." in its path: that is the address of something else`);
}
/** A parameter that the description does not know is written as OpenAPI does by default. */
function parameterOf({ parameters }, place, name) {
    return parameters.find((it) => it.in === place && it.name === name) ?? { name, in: place };
}
function textOf(id, parameter, value, write) {
    const { in: place, mediaType } = parameter;
    const { style = STYLES[place], explode = style === 'form' } = parameter;
    const content = mediaType === undefined ? undefined : { mediaType };
    const text = attempt(parameter, id, () => isSayable(value) ? write({ ...parameter, style, explode, content }, value) : undefined);
    // A field loses the spaces at its ends on its way (RFC 9110, section 5.5).
    if (text === undefined || (place === 'header' && text !== text.trim())) {
        throw unusable(id, parameter);
    }
    return text;
}
/** What a value of the caller's throws, such as one that holds itself, is no reason to print it. */
function attempt(parameter, id, read) {
    try {
        return read();
    }
    catch {
        throw unusable(id, parameter);
    }
}
function unusable(id, { in: place, name }) {
    return new ClientError('parameter-unusable', `${id} cannot send this ${place} parameter ${name}`);
}
/** The default of each place (OpenAPI 3.1.1, section 4.8.12.2). */
const STYLES = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' };
/** What is left out: nothing, and a list or an object of nothing. */
function isNothing(value) {
    if (value === undefined || value === null)
        return true;
    return typeof value === 'object' && !('toJSON' in value) && Object.values(value).every(isNothing);
}
/** Whether there is a text for all of a value: a writer would leave out what has none. */
function isSayable(value) {
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (value instanceof Date)
        return !Number.isNaN(value.getTime());
    if (typeof value !== 'object')
        return typeof value !== 'function' && typeof value !== 'symbol';
    return Object.values(value ?? {}).every(isSayable);
}
//# sourceMappingURL=parameters.js.map