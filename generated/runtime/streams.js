// Made by "kiln generate": change the description, not this.
import { essenceOf } from './base/media-type.js';
/** Answers that come bit by bit are read so: server-sent events, and JSON values one after the other. */
export const streaming = () => ({ readStream });
const readStream = (mediaType, response, fail, readJson) => {
    switch (essenceOf(mediaType)) {
        case 'text/event-stream':
            return eventsOf(linesOf(response, fail, /\r\n|\n|\r(?!$)/));
        case 'application/x-ndjson':
        case 'application/ndjson':
        case 'application/jsonl':
        case 'application/x-jsonlines':
            return valuesOf(linesOf(response, fail, /\r?\n/), readJson, fail);
        case 'application/json-seq':
            // RFC 7464, section 2: a record separator stands before each text.
            return valuesOf(linesOf(response, fail, RECORD_SEPARATOR), readJson, fail);
        default:
            return undefined;
    }
};
const RECORD_SEPARATOR = new RegExp(String.fromCharCode(0x1e));
/** The parts of a body between separators, as they come; the last one at its end. */
async function* linesOf({ body }, fail, separator) {
    if (body === null)
        return;
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    let isDone = false;
    try {
        while (!isDone) {
            const read = await reader.read().catch((error) => {
                throw fail(error);
            });
            isDone = read.done;
            rest += decoder.decode(read.value, { stream: !isDone });
            const lines = rest.split(separator);
            rest = lines.pop() ?? '';
            yield* lines;
        }
        if (rest !== '')
            yield rest;
    }
    finally {
        // Who stops reading ends the connection.
        if (!isDone)
            void reader.cancel().catch(() => undefined);
    }
}
async function* valuesOf(lines, readJson, fail) {
    for await (const line of lines) {
        if (line.trim() === '')
            continue;
        let value;
        try {
            value = readJson(line);
        }
        catch (error) {
            throw fail(error);
        }
        yield value;
    }
}
/** Events of the lines of a stream (HTML Standard, section 9.2.6). */
async function* eventsOf(lines) {
    let data = [];
    let event = '';
    let id;
    let retry;
    let isFirst = true;
    for await (const text of lines) {
        const line = isFirst ? text.replace(/^\uFEFF/, '') : text;
        isFirst = false;
        if (line === '') {
            if (data.length > 0)
                yield { event: event || 'message', data: data.join('\n'), id, retry };
            data = [];
            event = '';
            continue;
        }
        const colon = line.indexOf(':');
        if (colon === 0)
            continue;
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
        if (field === 'data')
            data.push(value);
        else if (field === 'event')
            event = value;
        else if (field === 'id' && !value.includes('\0'))
            id = value;
        else if (field === 'retry' && /^\d+$/.test(value))
            retry = Number(value);
    }
}
//# sourceMappingURL=streams.js.map