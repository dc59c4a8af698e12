// Made by "kiln generate": change the description, not this.
export {};
//# sourceMappingURL=wire-body.js.map