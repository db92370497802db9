import { afterAll, describe, expect, test } from 'vitest';
import { outsider, problemOf } from './outsider.ts';
import { judgedServer } from './judged-server.ts';

const { base, stop } = await judgedServer();
afterAll(stop);
const { read, post, posted, openArticle } = outsider(base);
const { slug } = await openArticle();
const named = (name: string) => ({ author: { name }, text: 'كلام' });

describe('the name of the staff is refused', () => {
  const names = [
    'admin',
    'Administrator',
    'ádmin',
    'MODERATOR',
    'staff',
    'المشرف',
    'الإدارة',
    'المدير',
    'هيئة التحرير',
  ];
  const alike = [
    'аdmіn',
    'ADMIN',
    'a d m i n',
    'a.d.m.i.n',
    'adm1n',
    'ａｄｍｉｎ',
    '𝐚𝐝𝐦𝐢𝐧',
    'ad\u200bmin',
    'stаff',
    'm0derator',
    'المُشرِف',
    'المـشـرف',
    'الادارة',
    'الاداره',
    'المشرف.',
    '‏المشرف',
    'المدیر',
    'هیئة التحریر',
    'هيئه  التحرير',
    '«المدير»',
    'ﺍﻟﻤﺪﻳﺮ',
    'الإدارۃ',
    'الإدارە',
    'المشرڡ',
    'ᴀdmin',
    'Ꭺdmin',
    'المشرف ١',
    'Admin 1',
  ];
  test.each([...names, ...alike])('as «%s»', async (name) => {
    const { errors } = await problemOf('validation_failed', await post(slug, named(name)));
    expect(errors).toEqual([{ field: 'author.name', code: 'reserved' }]);
  });

  test('and so is the name of the site', async () => {
    const { name } = await read('GET /api/site');
    const { errors } = await problemOf('validation_failed', await post(slug, named(name)));
    expect(errors).toEqual([{ field: 'author.name', code: 'reserved' }]);
  });

  test.each([
    'مدير المدرسة',
    'عبد المشرف',
    'Stafford',
    'Adminah',
    'مديرة',
    'الإداري',
    'مدير عام',
    'المشرفي',
    'المشرق',
  ])('and «%s» is nobody of it', async (name) => {
    expect((await posted(slug, named(name))).author).toEqual({ name, staff: false });
  });
});
