// Made by "kiln generate": change the description, not this.
export {};
//# sourceMappingURL=calls.js.map