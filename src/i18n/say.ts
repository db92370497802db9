import { pluralForm } from './format.ts';
import type { Namespace, Resources } from './resources.ts';

/** Words of one namespace as its file has them. */
export interface Texts {
  [key: string]: string | Texts;
}

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Leaf<Key extends string> = Key extends `${infer Counted}_${Plural}` ? Counted : Key;
/** Every key of a namespace: members joined by dots, of a counted one its name without the form. */
type Keys<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? `${Prefix}${Leaf<Key>}`
    : Keys<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

/** Says one of a namespace's words; `count` chooses its form, the other values stand in its places. */
export type Say<Ns extends Namespace> = (
  key: Keys<Resources[Ns]>,
  values?: { count?: number } & Record<string, string | number>,
) => string;

/** The words of one language. */
export interface Words {
  of: <Ns extends Namespace>(namespace: Ns) => Say<Ns>;
  has: (namespace: string) => boolean;
  add: (namespace: string, texts: Texts) => void;
}

/**
 * Words in the files of i18next's JSON v4: nested members, `{{name}}` for a value, one form for each plural
 * category of the language (CLDR), and `_zero` for nothing at all in any language that has it. A browser that
 * does not know the language chooses by its own: `_other` stands in for a form that is not there. A key that has
 * no words is said itself; the gate lets none be.
 */
export function createWords(code: string): Words {
  const namespaces = new Map<string, Texts>();
  const formOf = pluralForm(code);
  const find = (namespace: string, key: string): string | undefined => {
    let found: string | Texts | undefined = namespaces.get(namespace);
    for (const member of key.split('.')) found = typeof found === 'object' ? found[member] : undefined;
    return typeof found === 'string' ? found : undefined;
  };
  return {
    of:
      (namespace) =>
      (name, values = {}) => {
        const key: string = name;
        const { count } = values;
        const counted = (form: string) => find(namespace, `${key}_${form}`);
        const words =
          count === undefined
            ? find(namespace, key)
            : ((count === 0 ? counted('zero') : undefined) ?? counted(formOf(count)) ?? counted('other'));
        return (words ?? key).replace(/{{(\w+)}}/g, (_, value: string) => String(values[value]));
      },
    has: (namespace) => namespaces.has(namespace),
    add: (namespace, texts) => void namespaces.set(namespace, texts),
  };
}
