// Made by "kiln generate": change the description, not this.
import { call } from './call.js';
/** Makes the function that calls one operation. */
export function operation(id, contract, parts = {}) {
    const own = (connection, input) => call(withParts(connection, parts), id, contract)(input);
    return Object.assign(own, { made: [id, contract, parts] });
}
/**
 * The same with functions beside itself: `extras` are what makes each of them, by their names. It brings no other
 * operations along but `others`.
 */
export function extended(id, contract, parts, extras, others = {}) {
    const beside = Object.entries(extras).map(([name, extra]) => {
        const freed = (connection, ...input) => {
            const settings = withOthers(withParts(connection, parts), others);
            const calls = Object.fromEntries(Object.entries(others).map(([other, it]) => [other, call(settings, other, it)]));
            const made = extra(settings, id, contract, call(settings, id, contract), calls);
            return made[name]?.(...input);
        };
        return [name, freed];
    });
    return Object.assign(operation(id, contract, parts), Object.fromEntries(beside));
}
/** A connection with what an operation needs besides. */
export function withParts(connection, { policies = [], ...writers }) {
    const settings = { ...connection, ...writers };
    return Object.assign(settings, ...policies.map((policy) => policy(settings)));
}
function withOthers(connection, others) {
    const { contract } = connection;
    return {
        ...connection,
        contract: { ...contract, operations: { ...contract.operations, ...others } },
    };
}
//# sourceMappingURL=operation.js.map