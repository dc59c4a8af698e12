// Loaded before a program that is to read files only: whatever it would ask of another machine fails.
import { Socket } from 'node:net';

Socket.prototype.connect = function refuse(this: Socket) {
  process.nextTick(() => this.destroy(new Error('Kiln reads local files only')));
  return this;
};
