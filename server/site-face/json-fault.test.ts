import { describe, expect, test } from 'vitest';
import { jsonFault } from './json-fault.ts';

describe('what is JSON has no fault', () => {
  test.each([
    '{}',
    ' [ ] \n',
    '{"a": [1, -0.5e+3, true, false, null, {"b": "\\u0061\\n\\"/"}], "ب": "كلام"}',
    '"\u007f\u2028"',
    '0',
  ])('%j', (text) => {
    expect(() => JSON.parse(text)).not.toThrow();
    expect(jsonFault(text)).toBeUndefined();
  });
});

describe('what is none has its first fault at its place', () => {
  test.each([
    ['', 1, 1, 'the file’s end where a value should stand'],
    ['{\n  "name": "رواق",\n}', 3, 1, '«}» where a name in double quotes should stand'],
    ['{\n  "name": "رواق"\n  "pages": []}', 3, 3, '«"» where a comma or a closing brace should stand'],
    ['{"name" "x"}', 1, 9, '«"» where a colon should stand'],
    ['{"a": [1 2]}', 1, 10, '«2» where a comma or a closing bracket should stand'],
    ['{"a": \'x\'}', 1, 7, "«'» where a value should stand"],
    ['{"a": "x\ny"}', 1, 7, '«"» where a value should stand'],
    ['{"a": 01}', 1, 8, '«1» where a comma or a closing brace should stand'],
    ['{"a": 1} // note', 1, 10, '«/» where the file’s end should stand'],
    ['{"a": 1', 1, 8, 'the file’s end where a comma or a closing brace should stand'],
    ['{name: 1}', 1, 2, '«n» where a name in double quotes should stand'],
    ['{"a": 😀}', 1, 7, '«😀» where a value should stand'],
  ])('%j', (text, line, column, why) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(jsonFault(text)).toEqual({ line, column, why });
  });
});

test('a member named twice, of which JSON.parse would drop one, is a fault', () => {
  expect(jsonFault('{"a": 1,\n "a": 2}')).toEqual({
    line: 2,
    column: 2,
    why: '"a" stands there a second time',
  });
  expect(jsonFault('[{"a": 1}, {"a": 1}]')).toBeUndefined();
});

test('a hundred thousand brackets end in a fault, not in a full stack', () => {
  expect(jsonFault('['.repeat(100_000))?.why).toBe('brackets nested too deeply');
});
