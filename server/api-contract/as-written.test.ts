import { afterAll, describe, expect, test } from 'vitest';
import { outsider } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, posted, openArticle } = outsider(base);
const { slug } = await openArticle();

/** What is kept of a text, as its writer is told and as everybody reads it. */
async function kept(text: string): Promise<string> {
  const comment = await posted(slug, { author: { name: 'سلمى' }, text });
  const read1 = (await read('GET /api/comments/:id', comment)).comment.text;
  expect(read1).toBe(comment.text);
  return read1;
}
const escaped = (text: string) =>
  JSON.stringify(text).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const flag = '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}';

describe('the published list is taken out, and nothing else', () => {
  test.each<[what: string, sent: string, stays: string]>([
    ['Windows line ends', 'سطر\r\nسطر\rسطر', 'سطر\nسطر\nسطر'],
    ['outer blanks', ' \n\t\u00a0\u3000كلام \u2028\n', 'كلام'],
    ['control characters', 'a\u0001b\u0008c\u000bd\u001be\u007ff\u0085g\u009fh', 'abcdefgh'],
    ['overrides', 'a\u202db\u202ec', 'abc'],
    ['an isolate never closed', 'a\u2067b', 'ab'],
    ['an isolate never opened', 'a\u2069b', 'ab'],
    ['an embedding closed on another line', 'a\u202bb\nc\u202cd', 'ab\ncd'],
    ['tag characters', 'a\u{e0001}\u{e0068}\u{e0069}b', 'ab'],
    ['the ninth mark on a letter', `ب${'\u064b'.repeat(20)}ت`, `ب${'\u064b'.repeat(8)}ت`],
    ['the ninth mark of many kinds', `e${'\u0301\u0316'.repeat(10)}`, `e${'\u0301\u0316'.repeat(4)}`],
  ])('%s', async (_, sent, stays) => expect(escaped(await kept(sent))).toBe(escaped(stays)));

  test.each<[what: string, text: string]>([
    ['line feeds and tabs inside', 'سطر\n\n\n\tسطر'],
    ['balanced isolates', 'قال \u2066hello\u2069 ثم \u2067مرحبا\u2069'],
    ['balanced embeddings', 'a \u202bب\u202c c \u202ad\u202c'],
    ['nested isolates', '\u2068a\u2067b\u2069c\u2069'],
    ['direction marks', 'a\u200e\u200f\u061cb'],
    ['zero-width non-joiner and joiner', 'می\u200cخواهم ه\u200dـ'],
    ['fatha before shadda', 'محم\u064e\u0651د'],
    ['shadda before fatha', 'محم\u0651\u064eد'],
    ['composed and decomposed letters', 'é e\u0301 أ ا\u0654'],
    ['presentation forms', 'ﷺ ﻻ ﺍﻟﻠﻪ ｆｕｌｌ ①'],
    ['eight marks on a letter', `ب${'\u064b'.repeat(8)}`],
    ['a flag of tags', `علم ${flag}`],
    ['emoji with joiners and skins', '👩🏽‍💻👨‍👩‍👧‍👦🇱🇧☺️'],
    ['markup, as words', '<script>alert(1)</script> &amp; <b>&#x202e;</b> \\u202e %00 ${x} {{x}}'],
    ['noncharacters and replacement', '\ufffd\uffff\u{10ffff}'],
    ['soft hyphen and word joiner inside', 'a\u00adb\u2060c\ufeffd'],
    ['quotes of SQL and shell', `'; drop table comments; -- " $(id) \``],
  ])('%s stay', async (_, text) => expect(escaped(await kept(text))).toBe(escaped(text)));

  test('a name is one line', async () => {
    const { author } = await posted(slug, { author: { name: '\n سلمى\n\tبنت\u2028أحمد ' }, text: 'x' });
    expect(author.name).toBe('سلمى بنت أحمد');
  });
});

describe('names and texts of every language of the house are taken unchanged', () => {
  test.each<[name: string, text: string]>([
    ['عبد الرحمن بن محمد آل سعود', 'السلامُ عليكم ورحمةُ اللهِ وبركاتُه! ما رأيُكم في هذا؟'],
    ['أبو العلاء', 'وَإِنِّي وَإِنْ كُنْتُ الْأَخِيرَ زَمَانُهُ * لَآتٍ بِمَا لَمْ تَسْتَطِعْهُ الْأَوَائِلُ'],
    ['ٱلْحَمْدُ', 'بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ ۝١ ۞ ۩'],
    ['نور ٢', 'السعر ١٬٢٣٤٫٥٦ ل.ل. أي نحو 40٪ — «رخيص»؟ لا، غالٍ…'],
    ['مـــريم', 'تطويــــل ورموز: ؛ ، ؟ ٪ ٭ ﴿آية﴾'],
    ['علیرضا رضایی‌نژاد', 'می‌خواهم کتاب‌هایم را بخوانم؛ قیمت ۱۲٬۵۰۰ تومان است.'],
    ['پروین گچ‌پز', 'چه روزهای ژاله‌باری! خانهٔ ما، هٔ و ۀ'],
    ['محمد اقبال ؒ', 'یہ اردو ہے: ٹ ڈ ڑ ں ھ ے ۓ ؔ قیمت ۴۵ روپے۔'],
    ['נועה בת־אל', 'שָׁלוֹם עֲלֵיכֶם! צה״ל, ג׳ירפה ו„ציטוט”.'],
    ['یاسین کوردی', 'کوردی: ڕۆژ باش، چۆنی؟ ڵ ێ ڤ'],
    ['ئۇيغۇر', 'ياخشىمۇسىز، ئۆيدە كىم بار؟'],
    ["Zoë O'Neill-Šimůnek", 'Naïve café, “quoted” — iPhone 15 و 3 رسائل.'],
    ['李雷 🌙', '你好，世界！ a̐éö̲ हिन्दी ไทย 한국어'],
    ['ا', '؟'],
    ['٧', '👍'],
  ])('%s', async (name, text) => {
    const comment = await posted(slug, { author: { name }, text });
    expect([escaped(comment.author.name), escaped(comment.text)]).toEqual([escaped(name), escaped(text)]);
    expect((await read('GET /api/comments/:id', comment)).comment).toEqual(comment);
  });
});
