import type { Direction } from '#contract/languages';
import { quoted } from './quotation-marks.ts';

/** Where a quotation comes from. */
export interface Source {
  lang: string;
  dir: Direction;
  /** As one phrase; undefined where nobody is named. */
  authors: string | undefined;
  title: string;
  paper: string;
  date: string;
  url: string;
}

export interface Quotation {
  /** The words and where they come from, without the address. */
  words: string;
  text: string;
  html: string;
}

/** A passage as it is handed on: in quotation marks, then its source, then the link. */
export function quotation(passage: string, source: Source): Quotation {
  const { lang, dir, authors, title, paper, date, url } = source;
  const comma = /^(ar|fa|ur|ckb|ps|ug|sd)\b/i.test(lang) ? '\u060c ' : ', ';
  const marked = plain(quoted(passage, lang));
  const from = [authors, quoted(title, lang), paper, date].filter((name) => name !== undefined).map(plain);
  const words = `${marked}\n${from.join(comma)}`;
  const place = `lang="${escape(lang)}" dir="${dir}"`;
  const names = from.map((name) => `<bdi>${escape(name)}</bdi>`).join(comma);
  return {
    words,
    text: `${words}\n${url}`,
    html:
      `<blockquote cite="${escape(url)}" ${place}><p>${escape(marked).replaceAll('\n', '<br>')}</p></blockquote>` +
      `<p ${place}>${names}<br><a href="${escape(url)}">${escape(url)}</a></p>`,
  };
}

/** What is copied must not turn around what it is put into. */
const plain = (text: string): string => text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
