import { describe, expect, test } from 'vitest';
import { isReservedName } from './comment-policy.ts';

const site = 'رواق';

describe('names that are, or look like, the staff’s', () => {
  test.each<[kind: string, names: string[]]>([
    [
      'as they are',
      [
        'admin',
        'Administrator',
        'MODERATOR',
        'staff',
        'المشرف',
        'الإدارة',
        'المدير',
        'هيئة التحرير',
        'أسرة التحرير',
      ],
    ],
    ['the site itself', ['رواق', 'رِواق', 'رواق!', 'رۉاق', 'رواٯ']],
    ['in another spelling', ['الادارة', 'الإداره', 'المُشـرِف', 'هيئه  التحرير', 'هیئة التحریر', 'ﺍﻟﻤﺪﻳﺮ']],
    ['heh of Urdu, Uyghur and Persian', ['الإدارۃ', 'الإدارە', 'الإدارہ', 'الإدارۀ', 'الإدارھ', 'الإدارۿ']],
    ['yeh of Pashto, Kurdish and Urdu', ['المدېر', 'المدێر', 'المدۍر', 'المدیر', 'المدؽر']],
    ['letters without their dots', ['المشرڡ', 'المسرڡ', 'المدٮر', 'هٮٮة الٮحرٮر']],
    ['letters with other dots', ['المشرڤ', 'المݜرف', 'المۺرف', 'المشړف', 'المشرڢ', 'المڊير', 'الإدارة']],
    ['digits for Arabic letters', ['١لمشرف', 'الإدار٥', 'المشرف ١', 'المشرف ۲']],
    [
      'digits and signs for Latin letters',
      ['adm1n', '4dmin', '@dmin', '$taff', 'm0derat0r', 'adm!n', 'adm|n'],
    ],
    [
      'something at the ends',
      [
        'Admin 1',
        'admin_',
        '-=Admin=-',
        '★ Admin ★',
        'admin👮',
        '1 admin',
        'Admin²',
        'المشرف 👮🏽‍♀️',
        '«المشرف»',
      ],
    ],
    [
      'something between',
      ['a d m i n', 'a.d.m.i.n', 'ad\u200bmin', 'ad\u3164min', 'ádmin', 'a\u0338dmin', 'adʼmin'],
    ],
    ['styles of letters', ['ａｄｍｉｎ', '𝐚𝐝𝐦𝐢𝐧', 'ⓐⓓⓜⓘⓝ', '🅐🅓🅜🅘🅝', '🅰🅳🅼🅸🅽', '🄰🄳🄼🄸🄽', 'ᵃᵈᵐⁱⁿ']],
    ['small capitals and strokes', ['ᴀdmin', 'ᴀᴅᴍɪɴ', 'ꜱᴛᴀꜰꜰ', 'ađmin', 'admıɲ', 'ⱥdmin']],
    ['Cyrillic', ['аdmіn', 'аԁміп', 'АDМІN', 'ѕtаff', 'ЅТАFF', 'mоdеrаtоr']],
    ['Greek', ['αdmin', 'ADMIΝ', 'ΑDΜΙΝ', 'mοderατοr', 'SΤΑFF']],
    ['Cherokee, Lisu, Coptic, Armenian', ['Ꭺdmin', 'ꭺdmin', 'ᎪᎠᎷᎥN', 'ꓮꓓꓟꓲꓠ', 'ⲁdmⲓⲛ', 'admiո', 'mօderatօr']],
    ['letters that join to another', ['adrnin', 'AdrNin', 'admln', 'ADMlN']],
  ])('%s', (_, names) => {
    for (const name of names) expect([name, isReservedName(name, site)]).toEqual([name, true]);
  });
});

describe('names of nobody on the staff', () => {
  test.each<[kind: string, names: string[]]>([
    [
      'with more to them',
      ['مدير عام', 'مدير المدرسة', 'عبد المشرف', 'المشرفي', 'المديرة', 'مديرة', 'الإداري', 'إدارة', 'رواقي'],
    ],
    ['with more, in Latin', ['Adminah', 'Stafford', 'Staffan', 'Moderata', 'Admirable', 'Administra']],
    ['of other dots', ['المشرق', 'المسرف', 'المدبر', 'المذير', 'الأذارة', 'رواف', 'زواق']],
    [
      'of neighbours',
      ['ڤيكتور', 'پروین گچ‌پز', 'عمران خاں', 'ئۇيغۇر', 'ڕۆژین', 'یاسین کوردی', 'ٹیپو سلطان', 'ګل'],
    ],
    ['of other scripts', ['Ольга', 'Αδάμ', 'ნინო', 'Աննա', 'ᏣᎳᎩ', 'נועה', '李雷', '한글', 'हिन्दी']],
    ['without letters', ['7', '٧', '👍', '★', '؟', '24', '1', '5']],
    ['near in Latin', ['Amin', 'Adam', 'Damin', 'Adnan', 'Stan', 'Steff', 'Dmin']],
  ])('%s', (_, names) => {
    for (const name of names) expect([name, isReservedName(name, site)]).toEqual([name, false]);
  });

  test('a site is known by all of its name, whatever that is made of', () => {
    expect(['France 24', 'france 24', 'Fr4nce 24'].map((name) => isReservedName(name, 'France 24'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['France', 'France 2'].map((name) => isReservedName(name, 'France 24'))).toEqual([false, false]);
    expect(['24', '٢٤', '2'].map((name) => isReservedName(name, '24'))).toEqual([true, true, false]);
    expect(['سلمى', '7', '★'].map((name) => isReservedName(name, '★'))).toEqual([false, false, false]);
  });
});
