// Made by "kiln generate": change the description, not this.
import type { Policy, TellUpload } from './settings.js';
export interface UploadOptions {
    /**
     * Told of each piece of the body that is handed on. Pages of a browser tell of none: they stream bodies over HTTP/2 alone,
     * and do not say beforehand which it will be.
     */
    readonly onUpload?: TellUpload | undefined;
}
/** Tells how much of a body that is no JSON has been handed on. */
export declare const uploading: Policy;
