// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
/** Refuses to send what a credential may not do that only reads (`x-access`). */
export const accessChecking = ({ options }) => {
    const { access } = options;
    if (access !== 'read')
        return {};
    return {
        checkAccess(id, operation) {
            if (operation.access !== 'write')
                return;
            throw new ClientError('access-refused', `${id} writes, and the credential may only read`);
        },
    };
};
//# sourceMappingURL=access.js.map