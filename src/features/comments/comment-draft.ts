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
  const [errors, setErrors] = useState<FieldErrors>(
    refused === undefined ? {} : fieldErrorsOf(refused.problem),
  );
  /** Drafts that were sent and are not known to be held, by their words. */
  const sent = useRef(new Map<string, KeyedDraft>());

  return {
    name,
    text,
    errors,
    setErrors,
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
    /** The draft to send, under its old key if its words are the same; undefined where it breaks a rule. */
    take({ name, text }: Words): KeyedDraft | undefined {
      const found = checkFields(name, text);
      setErrors(found);
      if (found.name !== undefined || found.text !== undefined) return undefined;
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
