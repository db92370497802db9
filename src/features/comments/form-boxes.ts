import { useMemo, useState } from 'react';
import type { RefusedForm } from '#contract/page';
import { fieldErrorsOf, type FieldErrors } from './field-errors.ts';

/** The words in the boxes of a form, and what is wrong with them. */
export interface FormBoxes {
  name: string;
  text: string;
  /** What was last found: only a new finding takes the focus. */
  found: FieldErrors;
  /** What of it still stands: a box that is edited is no longer wrong. */
  errors: FieldErrors;
  setName: (value: string) => void;
  setText: (value: string) => void;
  find: (mistakes: FieldErrors) => void;
}

/** The state of a form; it begins with the words of one that came back refused. */
export function useFormBoxes(refused: RefusedForm | undefined): FormBoxes {
  const [name, setName] = useState(refused?.name ?? '');
  const [text, setText] = useState(refused?.text ?? '');
  const [found, setFound] = useState<FieldErrors>(() =>
    refused === undefined ? {} : fieldErrorsOf(refused.problem),
  );
  const [errors, setErrors] = useState(found);
  const setters = useMemo(
    () => ({
      setName(value: string) {
        setName(value);
        setErrors(({ name: _, ...others }) => others);
      },
      setText(value: string) {
        setText(value);
        setErrors(({ text: _, ...others }) => others);
      },
      find(mistakes: FieldErrors) {
        setFound(mistakes);
        setErrors(mistakes);
      },
    }),
    [],
  );
  return { name, text, found, errors, ...setters };
}
