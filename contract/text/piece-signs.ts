// Every repetition is bounded or begins where none can begin inside it: a hostile megabyte is read once.
const digits = String.raw`0-9\u0660-\u0669\u06f0-\u06f9`;
const d = `[${digits}]`;
// Persian digits are European ones to the bidi algorithm (EN), Arabic ones are not (AN).
const e = String.raw`[0-9\u06f0-\u06f9]`;
const n = String.raw`${d}{1,15}(?:[.,:/\u066b\u066c]${d}{1,15}){0,5}`;
const en = `${e}{1,15}(?:[.,:/]${e}{1,15}){0,5}`;
const w = String.raw`[\w${digits}]`;
const blank = String.raw`[ \u00a0\u202f]`;
const coin = '[$€£¥₪₺₹]';
// Not inside a word of Latin letters, nor behind a sign that joins it to one: `report-2026.pdf` is one word.
const start = String.raw`(?<![\p{N}\p{Script=Latin}]|[\p{N}\p{Script=Latin}][-./:_+,=])`;
// A tag of HTML, in whatever letters a program has.
const tag = String.raw`<\/?[a-z][ -;=?-~]{0,200}>`;
const dash = String.raw`[-\u2010-\u2015\u2212]`;

const latin = [
  // a time of a machine, a version, a name or an address that begins with figures
  String.raw`${start}(?=[${digits}.:+_-]{1,60}[a-z])${d}{1,9}(?:[.:+_-]{1,2}${w}{1,20}){1,9}`,
  // an address of the web or of a program
  String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9+.-]{0,15}:\/\/[!-~]*[a-z0-9/]`,
  // and one that goes without saying of what kind it is
  String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9-]{0,40}(?:\.[a-z0-9-]{1,40}){1,6}\/(?:[!-~]*[a-z0-9/])?`,
  // C++, C#
  String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9]*[+#]+(?![\p{L}\p{N}])`,
  // @name, @name@place, #word
  String.raw`(?<![\p{L}\p{N}])[@#][a-z]\w*(?:[.@-]\w+){0,5}`,
  // print(), a.b()
  String.raw`(?<![\p{L}\p{N}_.])[a-z_]\w{0,60}(?:\.\w{1,60}){0,4}\(\)`,
  // <br>, <b>word</b>
  String.raw`${tag}(?:[ -;=?-~]{0,200}${tag}){0,20}`,
  // .pdf, /etc/hosts, ~/notes, --help
  String.raw`(?<![\p{L}\p{N}./:~<-])(?:\.|~?\/|--)[a-z](?:[\w./-]*\w)?`,
  // 5 km, 100 km/h, 5 pm
  String.raw`${start}${n}${blank}(?:[kcm]?m(?:[²³]|\/[hs])?|[km]?g|[kmgt]b|[kmg]?hz|[kmg]?wh?|[kmg]?bps|mph|[ap]m)(?![\p{L}\p{N}])`,
];

const figures = [
  // a sum of European or Persian figures
  String.raw`${start}${en}(?: ?[-+\u2212×÷*/] ?${en}){1,5} ?= ?${en}`,
  // a number to call: with its country, with 0, in groups of three
  String.raw`(?<![\p{L}\p{N}])(?:\+${d}|\(\+?${d}{1,4}\))(?:[ .-]?${d}){6,14}(?!\p{N})`,
  // and with that of its town in brackets
  String.raw`(?<![\p{L}\p{N}])(?:\+${d}{1,3}|00${d}{1,3}|[0\u0660\u06f0]?)[ .-]?\(${d}{1,4}\)(?:[ .-]?${d}){5,12}(?!\p{N})`,
  String.raw`${start}[0\u0660\u06f0](?=(?:[ -]?${d}){6})${d}{0,4}(?:[ -]${d}{1,8}){1,4}(?!\p{N})`,
  String.raw`${start}${d}{1,3}(?:${blank}${d}{3}){1,4}(?!\p{N})`,
  // a day of a machine, a number of a book: three groups or more, not all of them as short as a formation's
  String.raw`${start}(?=[${digits}-]{0,12}${d}{3})${d}{1,5}(?:-${d}{1,7}){2,5}(?!\p{N})`,
  // +5, -5, $50, 50%, 20 °C
  String.raw`(?:(?<![\p{L}\p{N}=/-])(?:[+\u2212±-]${coin}?|${coin} ?)${en}|${start}${en}(?=${blank}?[%°$€£¥₪₺₹]))(?:${blank}?(?:°[cf]?|%|${coin}))?`,
];

const pair = [
  // ٪ follows its number as the words do
  String.raw`${start}${n}\u066a`,
  // a score, a range: two numbers, or up to four as a formation has them
  String.raw`${start}${n}(?:${dash}${n}){1,3}(?![\p{N}\p{Script=Latin}])`,
];

/** What keeps an order of its own: see isolated-pieces.ts. */
export const signs = new RegExp([...latin, ...figures, `(?<pair>${pair.join('|')})`].join('|'), 'giu');

/** A number, and what stands between two. */
export const number = new RegExp(`(${n})`, 'u');
