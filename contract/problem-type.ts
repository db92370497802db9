/** The `type` of a problem (RFC 9457, 3.1.1): by it the API's own problems are told from a proxy's. */
export const problemType = (code: string) => `urn:riwaq:problem:${code}`;
