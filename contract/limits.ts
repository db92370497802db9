/**
 * Every number that both sides of the wire keep. Lengths of text are counted in
 * graphemes (see text/graphemes.ts); beside each stands a ceiling in code points.
 */
export const limits = {
  /** Graphemes in a commenter's name. */
  name: { min: 1, max: 80 },
  /** Graphemes in a comment. */
  comment: { min: 1, max: 5_000 },
  /** Graphemes in the reason of a report. */
  reason: { min: 1, max: 500 },
  /** Code points allowed for every grapheme of a limit: marks cost space, too many are an attack. */
  codePointsPerGrapheme: 10,
  /** Marks kept on one letter; more are noise that runs over the lines above and below. */
  marksPerLetter: 8,
  /** Bytes of a request that posts, edits or reports a comment. */
  commentBody: 1024 * 1024,
  /** Bytes of a file to import. */
  importFile: 5 * 1024 * 1024,
  /** Pixels across of the copies that an import makes of a picture, as far as it is that wide itself. */
  pictureWidths: [480, 960, 1_600],
  /** Items of one page of a list. */
  page: { min: 1, max: 100, default: 20 },
  /** Articles of the front: beside the lead, under each section's name, in the rail; and how far back the rail looks. */
  front: { top: 7, section: 4, discussed: 5, window: 100 },
  /** Replies that travel with their top-level comment; further ones by cursor. */
  inlineReplies: 20,
  /** Articles offered beside an article. */
  related: 3,
  /** Letters and digits of a slug, cut at a hyphen. */
  slug: 80,
  /** Characters of a search query. */
  query: 200,
  /** Minutes in which a writer may edit or delete a comment. */
  editWindowMinutes: 15,
  /** Minutes in which the same plain form post counts as a second press of the same button. */
  formRepeatMinutes: 10,
  /** Changes of comments that are told to whoever comes back; who missed more reads the list anew. */
  missedChanges: 200,
  /** Days for which an idempotency key is remembered. */
  idempotencyDays: 7,
} as const;
