import type { Context } from 'hono';

/** The slug in an address, decoded and in NFC, as slugs are kept. */
export const slugParam = (c: Context) => (c.req.param('slug') ?? '').normalize('NFC');
