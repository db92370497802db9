import { useRef, useState } from 'react';
import type { FieldCode } from '#contract/problem-codes';
import type { Problem } from '#contract/problem';
import { checkText } from '#contract/text/plain-text';
import type { RefusedForm } from '#contract/page';
import { randomUuid } from '#platform/uuid.ts';
import type { KeyedDraft } from './comment-mutations.ts';

export interface Words {
  name: string;
  text: string;
}

export interface FieldErrors {
  name?: FieldCode;
  text?: FieldCode;
}

/** The words in the boxes, what is wrong with them, and the key under which they are sent. */
export function useCommentDraft(refused: RefusedForm | undefined) {
  const [name, setName] = useState(refused?.name ?? '');
  const [text, setText] = useState(refused?.text ?? '');
  /** What was last found, and what of it still stands: a box that is edited is no longer wrong. */
  const [found, setFound] = useState<FieldErrors>(() =>
    refused === undefined ? {} : fieldErrorsOf(refused.problem),
  );
  const [errors, setErrors] = useState(found);
  /** Key of the refused draft whose words came back into the boxes to be mended. */
  const [mending, setMending] = useState<string>();
  /** Drafts that were sent and are not known to be held, by their words. */
  const sent = useRef(new Map<string, KeyedDraft>());

  const find = (mistakes: FieldErrors, of?: string) => {
    setFound(mistakes);
    setErrors(mistakes);
    setMending(of);
  };
  return {
    name,
    text,
    found,
    errors,
    mending,
    setName(value: string) {
      setName(value);
      setErrors(({ name: _, ...others }) => others);
    },
    setText(value: string) {
      setText(value);
      setErrors(({ text: _, ...others }) => others);
    },
    /** Takes the words that stand in the boxes: typed before the page was taken over, or put back by the browser. */
    adopt(inBoxes: Words) {
      setName(inBoxes.name);
      setText(inBoxes.text);
    },
    /** Whether the boxes hold the words of `draft`. */
    holds: (draft: Words) => wordsOf(draft) === wordsOf({ name, text }),
    /** Shows what the server found wrong with a draft that the boxes hold; its mending begins. */
    mend: (key: string, mistakes: FieldErrors) => find(mistakes, key),
    /** The draft to send, under its old key if its words are the same; undefined where it breaks a rule. */
    take({ name, text }: Words): KeyedDraft | undefined {
      const mistakes = checkFields(name, text);
      find(mistakes, hasErrors(mistakes) ? mending : undefined);
      if (hasErrors(mistakes)) return undefined;
      const known = sent.current.get(wordsOf({ name, text }));
      const draft = known ?? { key: randomUuid(), name, text };
      sent.current.set(wordsOf(draft), draft);
      return draft;
    },
    /** Empties the box of the words that the server now holds; words typed since then stay. */
    clear(held: KeyedDraft) {
      setText((current) => (current === held.text ? '' : current));
      sent.current.delete(wordsOf(held));
    },
  };
}

export type CommentDraft = ReturnType<typeof useCommentDraft>;

const wordsOf = ({ name, text }: Words) => JSON.stringify([name, text]);

function checkFields(name: string, text: string): FieldErrors {
  const errors: FieldErrors = {};
  const checkedName = checkText(name, 'name');
  const checkedText = checkText(text, 'comment');
  if (!checkedName.ok) errors.name = checkedName.code;
  if (!checkedText.ok) errors.text = checkedText.code;
  return errors;
}

/** What the server found wrong with the two boxes. */
export function fieldErrorsOf(problem: Problem): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field, code } of problem.errors ?? []) {
    if (field === 'author.name') errors.name = code;
    if (field === 'text') errors.text = code;
  }
  return errors;
}

export const hasErrors = (errors: FieldErrors) => errors.name !== undefined || errors.text !== undefined;
