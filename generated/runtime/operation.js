// Made by "kiln generate": change the description, not this.
import { call } from './call.js';
/**
 * Makes the function that calls one operation, and brings no other along but `others`. `extras` are what makes each
 * of the functions that it has beside itself, by their names.
 */
export function operation(id, contract, extras = {}, others = {}) {
    const own = (connection, input) => call(connection, id, contract)(input);
    const beside = Object.entries(extras).map(([name, extra]) => {
        const freed = (connection, ...input) => {
            const settings = withOthers(connection, others);
            const calls = Object.fromEntries(Object.entries(others).map(([other, it]) => [other, call(settings, other, it)]));
            const made = extra(settings, id, contract, call(settings, id, contract), calls);
            return made[name]?.(...input);
        };
        return [name, freed];
    });
    return Object.assign(own, Object.fromEntries(beside));
}
function withOthers(connection, others) {
    const { contract } = connection;
    return {
        ...connection,
        contract: { ...contract, operations: { ...contract.operations, ...others } },
    };
}
//# sourceMappingURL=operation.js.map