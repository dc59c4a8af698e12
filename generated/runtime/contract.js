// Made by "kiln generate": change the description, not this.
export const METHODS = [
    'get',
    'put',
    'post',
    'delete',
    'options',
    'head',
    'patch',
    'trace',
];
//# sourceMappingURL=contract.js.map