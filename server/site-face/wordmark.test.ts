import { describe, expect, test } from 'vitest';
import { checkWordmark } from './wordmark.ts';

const empty = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"${more}>${inside}</svg>`;
const svg = (inside: string, more = '') => empty(`${inside}<path d="M0 0h9v9z"/>`, more);

const whyNot = (source: string): string => {
  const checked = checkWordmark(source);
  return checked.ok ? 'taken' : checked.why;
};

describe('a drawing is taken, with its size', () => {
  test.each([
    ['plain', svg('<path d="M0 0h10v10z"/>')],
    [
      'with a declaration, a note and the old document type',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- a > b -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${svg('')}\n`,
    ],
    [
      'with styles, gradients and reuse',
      svg(
        '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs><use href="#b" xlink:href=\'#b\'/><path class="a" style="fill:url( \'#g\' )"/>',
      ),
    ],
    ['with styles in a section', svg('<style><![CDATA[ .a > b {} ]]></style>')],
    [
      'with an editor’s own words',
      svg(
        '<sodipodi:namedview inkscape:zoom="1"/><title>رواق &amp; &#x631;</title>',
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
      ),
    ],
    ['with a picture inside', svg('<image href="data:image/png;base64,AAAA"/>')],
    ['under a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><s:rect/></s:svg>'],
    ['marked as UTF-8', `\ufeff${svg('')}`],
  ])('%s', (_, source) => {
    expect(checkWordmark(source)).toEqual({ ok: true, size: { width: 120, height: 40 } });
  });

  test('by the last two numbers of its viewBox', () => {
    const source = svg('').replace('0 0 120 40', ' -5,-5 , 12.5 4e1 ');
    expect(checkWordmark(source)).toEqual({ ok: true, size: { width: 12.5, height: 40 } });
  });
});

describe('what runs, embeds, moves or fetches is refused by its name', () => {
  test.each([
    ['<script>alert(1)</script>', 'it holds the element script'],
    ['<SCRIPT/>', 'it holds the element SCRIPT'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg"/>', 'it holds the element x:script'],
    ['<g><foreignObject/></g>', 'it holds the element foreignObject'],
    ['<animate attributeName="href" values="javascript:alert(1)"/>', 'it holds the element animate'],
    ['<g onload="x()"/>', 'it holds the event handler onload'],
    ['<g ONCLICK = "x()"/>', 'it holds the event handler ONCLICK'],
    ['<g e:onclick="x()"/>', 'it holds the event handler e:onclick'],
    ['<image href="https://example.org/x.png"/>', 'href on image refers to something outside'],
    ['<image href="//example.org/x.png"/>', 'href on image refers'],
    ['<image href="x.png"/>', 'href on image refers'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', 'href on image refers'],
    ['<use xlink:href="other.svg#a"/>', 'xlink:href on use refers'],
    ['<a href="jav&#x61;script:alert(1)"/>', 'href on a refers'],
    ['<g style="fill:url(https://example.org/#a)"/>', 'style on g refers'],
    ['<g style="fill:ur\\6c (//example.org)"/>', 'style on g refers'],
    ['<g filter="url(other.svg#f)"/>', 'filter on g refers'],
    ['<style>@import "x.css";</style>', 'its styles refer'],
    ['<style>@font-face{src:url("x.woff2")}</style>', 'its styles refer'],
    ['<style>a{background:&#117;rl(x)}</style>', 'its styles refer'],
    ['<style><![CDATA[a{background:image-set("x" 1x)}]]></style>', 'its styles refer'],
    ['<g xml:base="https://example.org/"/>', 'it holds xml:base'],
    ['<p xmlns="http://www.w3.org/1999/xhtml"/>', 'it holds elements of HTML'],
    ['<h:img xmlns:h="http://www.w3.org/1999/xhtml"/>', 'it holds elements of HTML'],
  ])('%s', (inside, why) => {
    const said = whyNot(svg(inside));
    expect(said).toContain(why);
    expect(said).toContain('; allowed: a drawing alone');
  });

  test('on the root too', () => {
    expect(whyNot(svg('', ' onload="x()"'))).toContain('it holds the event handler onload');
  });
});

describe('what would not be seen, or would cover the masthead, is refused', () => {
  test.each([
    ['nothing', ''],
    ['a group', '<g><title>رواق</title></g>'],
    ['a path that goes nowhere', '<path/><path d=" "/>'],
    ['what is kept for use, unused', '<defs><style>a{}</style></defs>'],
  ])('%s', (_, inside) => {
    expect(whyNot(empty(inside))).toBe('it draws nothing; allowed: a drawing with a shape, as a path');
  });

  test('one wider than six times its height', () => {
    expect(whyNot(svg('').replace('0 0 120 40', '0 0 601 100'))).toBe(
      'viewBox is «0 0 601 100»; allowed: at most 6 times as wide as high, for it would cover the masthead’s controls on phones',
    );
    expect(whyNot(svg('').replace('0 0 120 40', '0 0 600 100'))).toBe('taken');
  });
});

describe('what is no SVG, or none that can be checked, is refused', () => {
  test.each([
    ['nothing', ''],
    ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ['an SVG without its namespace', '<svg viewBox="0 0 1 1"></svg>'],
    ['one that does not end', svg('<g>').replace('</svg>', '')],
    ['one whose elements cross', svg('<g><b></g></b>')],
    ['one with something after it', `${svg('')}<g/>`],
    ['one with an attribute twice', svg('<g id="a" id="b"/>')],
    ['one with bare attributes', svg('<g id=a/>')],
    ['one with entities of its own', `<!DOCTYPE svg [<!ENTITY x "<script/>">]>${svg('&x;')}`],
    ['one with unknown entities', svg('<title>&nbsp;</title>')],
    ['one with instructions', `<?xml-stylesheet href="x.css"?>${svg('')}`],
    ['one in another encoding', `<?xml version="1.0" encoding="utf-7"?>${svg('')}`],
  ])('%s', (_, source) => expect(whyNot(source)).toContain('not an SVG drawing that can be checked'));

  test('one without a viewBox', () => {
    expect(whyNot(svg('').replace(/ viewBox="[^"]*"/, ''))).toMatch(/no viewBox/);
  });

  test.each(['0 0 120', '0 0 0 40', '0 0 -1 40', '0 0 a b', '0 0 120 40 1', '0 0 1e999 1', ''])(
    'one with the viewBox «%s»',
    (viewBox) => expect(whyNot(svg('').replace('0 0 120 40', viewBox))).toContain(`viewBox is «${viewBox}»`),
  );
});

test('a hundred kilobytes of anything are checked at once', () => {
  const begun = performance.now();
  for (const piece of ['<g>', '<g a="b" ', ' ', '<!--', '<!-', '&', '<g a', '<![CDATA[', '<!DOCTYPE x '])
    checkWordmark(svg('').replace('</svg>', piece.repeat(100_000 / piece.length)));
  expect(performance.now() - begun).toBeLessThan(2_000);
});
