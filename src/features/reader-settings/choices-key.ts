/** Where a device keeps what its reader chose; the head script of index.html reads it before the first paint. */
export const choicesKey = 'riwaq.reading';
