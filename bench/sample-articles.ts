import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { ArticlePage } from '#contract/article';
import { paths } from '#contract/paths';
import { temporaryFolder } from './leftovers.ts';
import type { Place } from './figures.ts';
import { importFiles, withSite } from './site.ts';

const articles = 200;
const comments = 40;
const paragraphs = 6;
const wordsInParagraph = 60;

const vocabulary =
  'أعلنت الوزارة أمس خطة جديدة لتوسيع شبكة النقل العام في المدينة بعد أشهر من النقاش بين البلدية والسكان وقال ' +
  'مدير المشروع إن العمل يبدأ مطلع الشهر المقبل ويستمر عامين على مراحل تشمل الأحياء القديمة والضواحي والساحل وأضاف ' +
  'أن التمويل تأمن من المصرف المركزي ومن منح دولية وأن الأسعار لن ترتفع هذا العام بينما رأت نقابة السائقين أن الحوار ' +
  'لم يكتمل وطالبت بضمانات مكتوبة تحفظ حقوق العاملين ويذكر خبراء الاقتصاد أن مشاريع مشابهة خففت الازدحام وحسنت الهواء ' +
  'ورفعت حركة الأسواق غير أن نجاحها ظل مرهوناً بالصيانة والشفافية وثقة الناس التي تبنى ببطء وتضيع سريعاً كما تظهر تجارب ' +
  'بيروت وعمان وتونس والقاهرة حيث انتظر الركاب سنوات طويلة قبل رؤية أول حافلة كهربائية تعبر الجسر نحو الميناء صباحاً';
const words = vocabulary.split(' ');

/** The same texts in every run, so that runs can be compared: a small generator with a fixed seed. */
function sampleText(number: number): string {
  let state = number * 2_654_435_761 + 1;
  const word = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return words[state % words.length] ?? '';
  };
  const sentence = (count: number) => Array.from({ length: count }, word).join(' ');
  const body = Array.from({ length: paragraphs }, () => `${sentence(wordsInParagraph)}.`);
  return [`${sentence(7)} ${number}`, ...body].join('\n\n');
}

/** Fills a new site with articles of about 4 kB of Arabic, imported as a publisher would, and a conversation. */
export async function fill(place: Place): Promise<void> {
  const folder = temporaryFolder();
  const files = Array.from({ length: articles }, (_, number) => join(folder, `article-${number}.txt`));
  for (const [number, file] of files.entries()) writeFileSync(file, sampleText(number));
  await importFiles(place, files);
  await withSite(place, async ({ url }) => {
    const { read } = await sampleAddresses(url);
    for (let number = 0; number < comments; number += 1) await postComment(`${read.api}/comments`, number);
  });
}

/** Posts one comment, or an answer to one, as a new reader; gives its id. Throws unless it was accepted. */
export async function postComment(address: string, number: number, parentId?: string): Promise<string> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      author: { name: `قارئ ${number}` },
      text: sampleText(number).slice(0, 300),
      parentId,
    }),
  });
  const answer = await response.text();
  if (response.status !== 201) throw new Error(`a comment was answered with ${response.status}: ${answer}`);
  return v.parse(v.object({ id: v.string() }), JSON.parse(answer)).id;
}

/** Where to read an article as JSON and as a page, where to post without changing it, where to post thousands, and the list. */
export async function sampleAddresses(url: string) {
  const list = `${url}/api/articles?limit=20`;
  const { items } = v.parse(ArticlePage, await (await fetch(list)).json());
  const [posted, read, thread] = items.map(({ slug }) => ({
    api: `${url}/api/articles/${encodeURIComponent(slug)}`,
    page: url + paths.article('ar', slug),
  }));
  if (posted === undefined || read === undefined || thread === undefined)
    throw new Error('the list of articles is too short');
  return { list, read, posted, thread };
}
