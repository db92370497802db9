/**
 * The slug in what somebody gives for one: itself, percent-encoded, or the address of the article as a
 * browser shows or copies it, with or without its scheme, query and fragment. In NFC, as slugs are kept; a
 * terminal may send another spelling of the same letters. What holds no slug comes out as it was.
 */
export function slugOfAddress(given: string): string {
  const [, slug = given] = /\/articles\/([^/?#]+)\/?(?:[?#].*)?$/s.exec(given) ?? [];
  return decoded(slug).normalize('NFC');
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
