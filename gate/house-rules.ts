/**
 * The house's own lint rules, where no rule of the linter says the same. oxlint.json loads them under
 * the name `house`; they look at syntax alone and need no types.
 */
import type { RuleTester } from 'oxlint/plugins-dev';

export type Rule = Extract<Parameters<RuleTester['run']>[1], { create: unknown }>;
type Visitor = ReturnType<Rule['create']>;
type NodeOf<Name extends keyof Visitor> = Parameters<Extract<Visitor[Name], (node: never) => void>>[0];
type JsxAttribute = NodeOf<'JSXAttribute'>;
type Expression = NodeOf<'ExpressionStatement'>['expression'];

const spoken = /[\p{L}\p{N}]/u;
const arabic = /\p{Script=Arabic}/u;
const spokenAttributes =
  /^(alt|title|label|placeholder|caption|summary|heading|description|aria-(label|description|placeholder|roledescription|valuetext))$/;

/** The pieces of text that an expression can come to, through conditions and fallbacks. */
function literalsOf(node: JsxAttribute['value'] | Expression): string[] {
  if (node === null) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return node.quasis.map((quasi) => quasi.value.raw);
    case 'ConditionalExpression':
      return [...literalsOf(node.consequent), ...literalsOf(node.alternate)];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.left.type === 'PrivateIdentifier' || /^([=!]==?|[<>]=?|in|instanceof)$/.test(node.operator)
        ? []
        : [...literalsOf(node.left), ...literalsOf(node.right)];
    case 'JSXExpressionContainer':
      return node.expression.type === 'JSXEmptyExpression' ? [] : literalsOf(node.expression);
    default:
      return [];
  }
}

const noLiteralText: Rule = {
  create(context) {
    const message = 'Readers’ words stand in src/i18n/locales, not in code.';
    return {
      JSXText(node) {
        if (spoken.test(node.value)) context.report({ node, message });
      },
      JSXExpressionContainer(node) {
        const isChild = node.parent.type !== 'JSXAttribute';
        if (isChild && literalsOf(node).some((text) => spoken.test(text))) context.report({ node, message });
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
        const isSpoken =
          spokenAttributes.test(name) && literalsOf(node.value).some((text) => spoken.test(text));
        if (isSpoken) context.report({ node, message });
      },
      Literal(node) {
        if (typeof node.value === 'string' && arabic.test(node.value)) context.report({ node, message });
      },
      TemplateElement(node) {
        if (arabic.test(node.value.raw)) context.report({ node, message });
      },
    };
  },
};

const doorWidth = 6;

const oneDoor: Rule = {
  create(context) {
    const isDoor = context.filename.endsWith('/index.ts');
    let width = 0;
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: 'A door names what goes through it: no `export *`.' });
      },
      ExportNamedDeclaration(node) {
        const { declaration } = node;
        const declared = declaration?.type === 'VariableDeclaration' ? declaration.declarations.length : 1;
        width += node.specifiers.length + (declaration === null ? 0 : declared);
      },
      'Program:exit'(node) {
        if (isDoor && width > doorWidth)
          context.report({
            node,
            message: `A door has at most ${doorWidth} exports; this one has ${width}.`,
          });
      },
    };
  },
};

const noDefiniteAssignment: Rule = {
  create(context) {
    const message = 'No `!`: initialise it, or say that it may be undefined.';
    return {
      VariableDeclarator(node) {
        if (node.definite === true) context.report({ node, message });
      },
      PropertyDefinition(node) {
        if (node.definite === true) context.report({ node, message });
      },
    };
  },
};

/** For the one file that may assert: once. */
const oneAssertion: Rule = {
  create(context) {
    let count = 0;
    return {
      TSAsExpression(node) {
        const isConst =
          node.typeAnnotation.type === 'TSTypeReference' &&
          context.sourceCode.getText(node.typeAnnotation) === 'const';
        if (!isConst) count += 1;
        if (!isConst && count > 1)
          context.report({ node, message: 'One assertion is allowed in this file, not more.' });
      },
    };
  },
};

const queryKeysFromFactories: Rule = {
  create(context) {
    const message = 'Keys come from a factory in a *-queries.ts file.';
    if (context.filename.endsWith('-queries.ts')) return {};
    return {
      Property(node) {
        const isKey = node.key.type === 'Identifier' && /^(query|mutation)Key$/.test(node.key.name);
        if (isKey && node.value.type === 'ArrayExpression') context.report({ node, message });
      },
    };
  },
};

const side = /(^|_)(left|right)($|[A-Z0-9_])|(^|[a-z0-9_])(Left|Right)($|[A-Z0-9_])/;

const noSidesInNames: Rule = {
  create(context) {
    const message = 'Direction belongs to CSS: say start, end, before or after.';
    const check = (
      node: NodeOf<'VariableDeclarator'>['id' | 'parent'] | NodeOf<'TSPropertySignature'>['key'] | null,
    ) => {
      if (node?.type === 'Identifier' && side.test(node.name)) context.report({ node, message });
    };
    return {
      VariableDeclarator: ({ id }) => check(id),
      FunctionDeclaration: ({ id }) => check(id),
      TSPropertySignature: ({ key }) => check(key),
      TSTypeAliasDeclaration: ({ id }) => check(id),
      TSInterfaceDeclaration: ({ id }) => check(id),
    };
  },
};

export default {
  meta: { name: 'house' },
  rules: {
    'no-definite-assignment': noDefiniteAssignment,
    'no-literal-text': noLiteralText,
    'no-sides-in-names': noSidesInNames,
    'one-assertion': oneAssertion,
    'one-door': oneDoor,
    'query-keys-from-factories': queryKeysFromFactories,
  },
};
