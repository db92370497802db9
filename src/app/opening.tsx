/** What stands in an empty document until the first answer: nothing that would have to be taken back. */
export function Opening() {
  return <main aria-busy="true" />;
}
