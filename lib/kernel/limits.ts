/** Bytes of the largest file that a form takes. */
export const LARGEST_FILE_BYTES = 2 * 1024 * 1024;

/** Bytes of the largest request: such a file, and the fields and seams around it. */
export const LARGEST_BODY_BYTES = LARGEST_FILE_BYTES + 1024 * 1024;
