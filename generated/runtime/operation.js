// Made by "kiln generate": change the description, not this.
import { call } from './call.js';
/** Makes the function that calls one operation, and brings no other along. */
export function operation(id, contract) {
    return (connection, input) => call(connection, id, contract)(input);
}
//# sourceMappingURL=operation.js.map