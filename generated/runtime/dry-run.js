// Made by "kiln generate": change the description, not this.
import { toInit, toRequest } from './call.js';
import { redact } from './credentials.js';
import { withParts } from './operation.js';
import { prepareCall } from './prepare.js';
/** `dryRun` of every operation: what a call would send. Nothing is sent but what a session takes. */
export const dryRuns = (settings, id, operation) => ({
    dryRun: (input) => tell(settings, id, operation, input),
});
/** What the call of a single operation would send. Nothing is sent but what a session takes. */
export function dryRun(operation, ...[connection, input]) {
    // All operations are made so.
    const [id, contract, parts] = operation.made;
    return tell(withParts(connection, parts), id, contract, input);
}
async function tell(settings, id, operation, input = {}) {
    const prepared = await prepareCall(settings, id, operation, toInit(input));
    const request = toRequest(operation, prepared);
    return { request, curl: await curlOf(request, prepared) };
}
async function curlOf(request, { body, secrets }) {
    // Blotted out before they are quoted: a quotation mark in a secret is written otherwise then.
    const word = (text) => quote(redact(text, secrets));
    const words = ['curl', '--request', request.method, word(request.url)];
    for (const [name, value] of request.headers)
        words.push('--header', word(`${name}: ${value}`));
    // What is no text has no place on a command line.
    if (typeof body === 'string' || body instanceof URLSearchParams) {
        words.push('--data-binary', word(await request.clone().text()));
    }
    else if (body !== undefined)
        words.push('--data-binary', '@body');
    return words.join(' ');
}
/** One word of a POSIX shell, whatever it holds. */
function quote(text) {
    return `'${text.replaceAll("'", String.raw `'\''`)}'`;
}
//# sourceMappingURL=dry-run.js.map