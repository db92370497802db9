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
  /** The text is typed: whoever listens is told in the same moment, since the box may also be filled from elsewhere. */
  typeText: (value: string) => void;
  listen: (hear: (text: string) => void) => () => void;
}

/** The state of a form; it begins with the words of one that came back refused. */
export function useFormBoxes(refused: RefusedForm | undefined): FormBoxes {
  const [name, setName] = useState(refused?.name ?? '');
  const [text, setText] = useState(refused?.text ?? '');
  const [found, setFound] = useState<FieldErrors>(() =>
    refused === undefined ? {} : fieldErrorsOf(refused.problem),
  );
  const [errors, setErrors] = useState(found);
  const setters = useMemo(() => {
    const listeners = new Set<(text: string) => void>();
    const fillText = (value: string) => {
      setText(value);
      setErrors(({ text: _, ...others }) => others);
    };
    return {
      setName(value: string) {
        setName(value);
        setErrors(({ name: _, ...others }) => others);
      },
      setText: fillText,
      find(mistakes: FieldErrors) {
        setFound(mistakes);
        setErrors(mistakes);
      },
      typeText(value: string) {
        fillText(value);
        for (const hear of listeners) hear(value);
      },
      listen(hear: (text: string) => void) {
        listeners.add(hear);
        return () => void listeners.delete(hear);
      },
    };
  }, []);
  return { name, text, found, errors, ...setters };
}
