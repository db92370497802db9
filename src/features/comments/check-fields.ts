import { checkText } from '#contract/text/plain-text';
import { hasErrors, type FieldErrors } from './field-errors.ts';

/** What of the rules that both sides keep a name and a text break; undefined where nothing. */
export function checkFields(name: string, text: string): FieldErrors | undefined {
  const errors: FieldErrors = {};
  const checkedName = checkText(name, 'name');
  const checkedText = checkText(text, 'comment');
  if (!checkedName.ok) errors.name = checkedName.code;
  if (!checkedText.ok) errors.text = checkedText.code;
  return hasErrors(errors) ? errors : undefined;
}
