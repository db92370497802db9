import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { RefusedForm } from '#contract/page';
import type { FieldError, Problem } from '#contract/problem';
import { fieldErrorsOf, hasErrors, useCommentDraft } from './comment-draft.ts';

type Draft = ReturnType<typeof useCommentDraft>;

const problemWith = (errors?: FieldError[]): Problem => {
  const problem = { type: 'about:blank', title: '', status: 422, code: 'validation_failed' } as const;
  return errors === undefined ? problem : { ...problem, errors };
};
const words = (name: string, text: string, errors?: FieldError[]): RefusedForm => ({
  slug: 'a',
  name,
  text,
  problem: problemWith(errors),
});

/**
 * The draft as one form sees it at each of its renders: after the first, and after each edit. The
 * server's renderer serves, since edits made while rendering render again with the same state.
 */
function draftsThrough(refused: RefusedForm | undefined, ...edits: ((draft: Draft) => void)[]): Draft[] {
  const drafts: Draft[] = [];
  function Form() {
    const draft = useCommentDraft(refused);
    const edit = edits[drafts.push(draft) - 1];
    edit?.(draft);
    return null;
  }
  renderToStaticMarkup(createElement(Form));
  expect(drafts).toHaveLength(edits.length + 1);
  return drafts;
}

describe('take', () => {
  test('the same words go under the same key, so that trying again posts once', () => {
    const [draft] = draftsThrough(words('سارة', 'نصّ'));
    const taken = draft?.take(draft);
    expect(taken).toEqual({ key: taken?.key, name: 'سارة', text: 'نصّ' });
    expect(taken?.key).toMatch(/^[\da-f-]{36}$/);
    expect(draft?.take(draft)).toEqual(taken);
  });

  test.each<[string, (draft: Draft) => void]>([
    ['text', (draft) => draft.setText('نصّ آخر')],
    ['name', (draft) => draft.setName('ليلى')],
    ['blank at the end', (draft) => draft.setText('نصّ ')],
  ])('another %s goes under a new key', (_, edit) => {
    const [before, later] = draftsThrough(words('سارة', 'نصّ'), edit);
    const [first, second] = [before?.take(before), later?.take(later)];
    expect(first?.key).toBeDefined();
    expect(second?.key).toBeDefined();
    expect(second?.key).not.toBe(first?.key);
    expect(later?.take(later)).toEqual(second);
  });

  test('words changed and changed back before sending keep their key', () => {
    const [before, , later] = draftsThrough(
      words('سارة', 'نصّ'),
      (draft) => draft.setText('نصّ آخر'),
      (draft) => draft.setText('نصّ'),
    );
    expect(later?.take(later)).toEqual(before?.take(before));
  });

  test('once the server holds them, the same words are a new comment', () => {
    const [draft] = draftsThrough(words('سارة', 'نصّ'));
    const taken = draft?.take(draft);
    if (taken !== undefined) draft?.clear(taken);
    expect(draft?.take(draft)?.key).toBeDefined();
    expect(draft?.take(draft)?.key).not.toBe(taken?.key);
  });

  test.each([
    ['', 'نصّ'],
    ['سارة', ''],
    ['سارة', ' \u200b\n'],
    ['سارة', 'ا'.repeat(5_001)],
    ['ا'.repeat(81), 'نصّ'],
    ['سارة\0', 'نصّ'],
  ])('what breaks a rule is not sent: %#', (name, text) => {
    const [draft] = draftsThrough(words(name, text));
    expect(draft?.take(draft)).toBeUndefined();
  });
});

describe('a box and its mistake', () => {
  test('an empty form holds nothing and finds no fault', () => {
    const [draft] = draftsThrough(undefined);
    expect(draft).toMatchObject({ name: '', text: '', errors: {} });
  });

  test('editing a box clears its own mistake only', () => {
    const errors: FieldError[] = [
      { field: 'author.name', code: 'reserved' },
      { field: 'text', code: 'too_long' },
    ];
    const [first, second, third] = draftsThrough(
      words('admin', 'نصّ', errors),
      (draft) => draft.setText('أقصر'),
      (draft) => draft.setName('سارة'),
    );
    expect(first).toMatchObject({
      name: 'admin',
      text: 'نصّ',
      errors: { name: 'reserved', text: 'too_long' },
    });
    expect(second).toMatchObject({ name: 'admin', text: 'أقصر', errors: { name: 'reserved' } });
    expect(second?.errors).not.toHaveProperty('text');
    expect(third).toMatchObject({ name: 'سارة', text: 'أقصر' });
    expect(third?.errors).toEqual({});
  });
});

describe('a refused draft', () => {
  test('is mended in the boxes until what they then hold is sent', () => {
    const [before, mending, mended] = draftsThrough(
      words('رواق', 'نصّ'),
      (draft) => draft.mend('key', { name: 'reserved' }),
      (draft) => draft.setName('سارة'),
    );
    expect(before).toMatchObject({ errors: {}, mending: undefined });
    expect(mending).toMatchObject({ errors: { name: 'reserved' }, mending: 'key' });
    // What was found stays the same finding: only a new one takes the focus.
    expect(mended?.found).toBe(mending?.found);
    expect(mended).toMatchObject({ errors: {}, mending: 'key' });
  });

  test('is in the boxes only with both its name and its text', () => {
    const [draft] = draftsThrough(words('سارة', 'نصّ'));
    expect(draft?.holds({ name: 'سارة', text: 'نصّ' })).toBe(true);
    expect(draft?.holds({ name: 'ليلى', text: 'نصّ' })).toBe(false);
    expect(draft?.holds({ name: 'سارة', text: 'غيره' })).toBe(false);
  });
});

test('fieldErrorsOf reads the two boxes and nothing else', () => {
  const other: FieldError = { field: 'parentId', code: 'invalid' };
  expect(fieldErrorsOf(problemWith([{ field: 'text', code: 'required' }, other]))).toEqual({
    text: 'required',
  });
  expect(fieldErrorsOf(problemWith([other]))).toEqual({});
  expect(fieldErrorsOf(problemWith())).toEqual({});
  const mistakes: FieldError[][] = [
    [],
    [other],
    [{ field: 'author.name', code: 'reserved' }],
    [{ field: 'text', code: 'required' }],
  ];
  expect(mistakes.map((errors) => hasErrors(fieldErrorsOf(problemWith(errors))))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
