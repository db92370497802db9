import * as v from 'valibot';

/** What bare-site.ts writes down for the process of bare-server.ts. */
export const BareAnswers = v.array(
  v.object({
    path: v.string(),
    status: v.number(),
    headers: v.array(v.tuple([v.string(), v.string()])),
    /** Name of the file that holds the body. */
    file: v.string(),
  }),
);
export type BareAnswers = v.InferOutput<typeof BareAnswers>;
