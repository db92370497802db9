import { isProblemCode, problemStatus } from '#contract/problem-codes';
import { problemType } from '#contract/problem-type';
import type { FieldError, Problem } from '#contract/problem';
import { fieldCodes } from '#contract/problem-codes';
import type { Entry, Stage } from './outbox-state.ts';

/** Of the shape that is written; what has another was written by another build and is left alone. */
const version = 1;

/** As it is kept on the device. The comment itself is the server's by then. */
export function storedEntry({ key: _, stage, ...words }: Entry): object {
  const kept = stage.is === 'published' ? { is: stage.is, id: stage.id } : stage;
  return { v: version, ...words, stage: kept };
}

/** The entry that stands under `key` on the device; undefined where it is none of ours. */
export function parseEntry(key: string, value: unknown): Entry | undefined {
  const [slug, name, text] = [textIn(value, 'slug'), textIn(value, 'name'), textIn(value, 'text')];
  if (member(value, 'v') !== version || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(key))
    return undefined;
  if (slug === undefined || name === undefined || text === undefined) return undefined;
  const written = numberIn(value, 'written') ?? 0;
  const stage = stageOf(member(value, 'stage'));
  return { key, slug, parentId: textIn(value, 'parentId'), name, text, written, stage };
}

/** A stage that is not understood is no reason to lose the words: they wait. */
function stageOf(value: unknown): Stage {
  const is = member(value, 'is');
  const tries = numberIn(value, 'tries') ?? 0;
  const [id, at] = [textIn(value, 'id'), numberIn(value, 'at')];
  const [from, until] = [numberIn(value, 'from'), numberIn(value, 'until')];
  const problem = problemOf(member(value, 'problem'));
  if (is === 'sending') return { is, tries };
  if (is === 'old') return { is };
  if (is === 'paused' && from !== undefined && until !== undefined) return { is, tries, from, until };
  if (is === 'refused' && problem !== undefined) return { is, problem };
  if (is === 'held' && id !== undefined && at !== undefined) return { is, id, at };
  if (is === 'published' && id !== undefined) return { is, id };
  return { is: 'waiting', tries, next: numberIn(value, 'next'), problem };
}

function problemOf(value: unknown): Problem | undefined {
  const code = textIn(value, 'code') ?? '';
  if (!isProblemCode(code)) return undefined;
  const listed = member(value, 'errors');
  const errors = Array.isArray(listed) ? listed.flatMap(fieldErrorOf) : [];
  return { type: problemType(code), title: '', status: problemStatus[code], code, errors };
}

function fieldErrorOf(value: unknown): FieldError[] {
  const field = textIn(value, 'field');
  const code = fieldCodes.find((known) => known === member(value, 'code'));
  return field === undefined || code === undefined ? [] : [{ field, code }];
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function textIn(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}

function numberIn(value: unknown, name: string): number | undefined {
  const found = member(value, name);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}
