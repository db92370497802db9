import type { Element, Root, RootContent } from 'hast';
import { RunLine, textOfRuns } from './run-line.ts';
import { textOf } from './sanitiser.ts';

/** Text as a title: one line, no controls, no marks of form; '' where nothing would be seen. */
export function titleOf(text: string): string {
  const line = new RunLine();
  line.add(text, {});
  return textOfRuns(line.take());
}

/**
 * The title of a tree: `given` wins over its first heading of the first order, which is taken out of the
 * tree where it is the title or says the same. '' where there is neither.
 */
export function takeTitle(tree: Root, given: string | undefined): string {
  const heading = firstHeading(tree);
  const written = heading === undefined ? '' : titleOf(textOf(heading.element));
  if (heading !== undefined && (given === undefined || written === given)) {
    const { parent, element } = heading;
    parent.children.splice(
      parent.children.findIndex((child) => child === element),
      1,
    );
  }
  return given ?? written;
}

interface Heading {
  parent: Root | Element;
  element: Element;
}

function firstHeading(parent: Root | Element): Heading | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const found = isHeading(child) ? { parent, element: child } : firstHeading(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isHeading = (node: RootContent): boolean =>
  node.type === 'element' && node.tagName === 'h1' && titleOf(textOf(node)) !== '';
