/** The public address of this server, for what is written before a page knows where it was opened. */
export const origin = process.env.PUBLIC_ORIGIN || 'http://localhost:3000';
