/** A text in each of the seven, vowelled throughout where the script has vowel marks, with every kind of block. */
interface Words {
  title: string;
  kicker: string;
  /** Long enough for two lines on a phone. */
  summary: string;
  heading: string;
  text: string;
  verse: string;
}

const words = {
  ar: {
    title: 'إِنَّ الكِتَابَةَ تُخَلِّدُ الذِّكْرَ وَتَحْفَظُ مُدَّخَرَ الأُمَمِ',
    kicker: 'فُنُونُ القَوْلِ',
    summary: 'كَتَبَ الوَرَّاقُ مَا سَمِعَ، ثُمَّ قَرَأَهُ عَلَى النَّاسِ فَحَفِظُوهُ، وَمَا زَالَ يُرْوَى إِلَى اليَوْمِ.',
    heading: 'بَابُ الحُرُوفِ',
    text: 'قَالَ الشَّيْخُ: «إِنَّ الحَرْفَ جَسَدٌ وَالمَعْنَى رُوحُهُ»، فَسَكَتَ القَوْمُ وَمَا أَجَابُوا بِشَيْءٍ حَتَّى طَلَعَ الصُّبْحُ.',
    verse: 'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ ... بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ',
  },
  fa: {
    title: 'کِتابَتِ نُسخه‌هایِ کُهَن دَر چاپخانِه‌یِ لالِه‌زار، گَنجی پُراَرزِش',
    kicker: 'تاریخِ شَهر',
    summary: 'پیش اَز آن‌کِه بَرق بیایَد، خیابان را با فانوس می‌شِناختَند وَ شَب را با صِدایِ پایِ گَزمِه‌ها.',
    heading: 'کوچِه وَ ژَرفا',
    text: 'گُفت: «مَردُم اَز تاریکی نِمی‌تَرسیدَند، اَز رُوشَناییِ ناگَهانی می‌تَرسیدَند»، وَ پَردِه را کِشید.',
    verse: 'اَگَر آن تُرکِ شیرازی بِه دَست آرَد دِلِ ما را ... بِه خالِ هِندُویَش بَخشَم سَمَرقَند و بُخارا را',
  },
  ur: {
    title: 'کِتابَت نے ہَر مُحَلّے کے ٹُکڑے جوڑ کَر اِک قِصَّہ بَنایا، پِھر ڈِھیروں قِصّے',
    kicker: 'شَہَر اَور حَرف',
    summary: 'لاہَور کی اِک گَلی میں کاتِبوں کے اَڈّے تھے، مَگَر نَستَعلیق کا ذَوق باقی رَہا اَور اَب لَوٹ آیا ہے۔',
    heading: 'حُرُوف کی چَھت',
    text: '”قَلَم کا قَط سیدھا ہو تو ہاتھ خُود سیدھا رَہتا ہے“، بُوڑھے اُستاد نے کَہا، اَور ٹُکڑے ٹُکڑے کاغَذ پَر ڈَھلکا دیا۔',
    verse: 'ہَزاروں خواہِشیں ایسی کہ ہَر خواہِش پہ دَم نِکلے ... بَہُت نِکلے مِرے اَرمان لیکن پِھر بھی کَم نِکلے',
  },
  he: {
    title: 'הַסֵּפֶר נִכְתַּב בְּלַיְלָה אֶחָד וְנִקְרָא בְּכָל הָעִיר שָׁנִים רַבּוֹת',
    kicker: 'עִיר וּדְפוּס',
    summary: 'שְׁלוֹשָׁה דּוֹרוֹת שֶׁל סַדָּרִים עָמְדוּ מוּל אוֹתָהּ קֻפְסַת אוֹתִיּוֹת, וְעַכְשָׁו הִיא רֵיקָה.',
    heading: 'הַנִּקּוּד',
    text: '”מִי שֶׁקּוֹרֵא הָפוּךְ כָּל חַיָּיו”, אָמַר הַזָּקֵן, ”סוֹפוֹ שֶׁהוּא רוֹאֶה יָשָׁר”, וְלֹא הוֹסִיף דָּבָר.',
    verse: 'לִבִּי בְמִזְרָח וְאָנֹכִי בְּסוֹף מַעֲרָב ... אֵיךְ אֶטְעֲמָה אֵת אֲשֶׁר אֹכַל וְאֵיךְ יֶעֱרָב',
  },
  en: {
    title: 'The Copyist of the Old Market and His Thousand Books',
    kicker: 'Letters',
    summary: 'One book by hand, a thousand by press: what a city read before and after.',
    heading: 'By lamplight',
    text: '“A letter is a body,” he said, “and its meaning the soul.”',
    verse: 'Tyger Tyger, burning bright, ... In the forests of the night',
  },
  fr: {
    title: 'L’encre des pauvres : à l’œuvre chez l’imprimeur de L’Haÿ',
    kicker: 'Métiers',
    summary: 'Çà et là, des presses survivent ; celle-ci connut « l’œil du maître ».',
    heading: 'Où l’on compose',
    text: '« On ne lit pas l’encre, dit-il, on lit ce qu’elle tait. »',
    verse: 'Sous le pont Mirabeau ... coule la Seine',
  },
  tr: {
    title: 'Iğdır’dan İzmir’e mürettip yolu: kurşun harfler bir ömür bekledi',
    kicker: 'Şehir ve harf',
    summary: 'Bâbıâli’nin ışıkları söndü, geriye dizgi kasaları kaldı.',
    heading: 'Işık ve kurşun',
    text: '“Noktalı i çok, noktasız ı az dökülürdü” diyor usta.',
    verse: 'Ağır, ağır çıkacaksın ... bu merdivenlerden',
  },
} satisfies Record<string, Words>;

export type TypeLanguage = keyof typeof words;

/** As Markdown, in a section of its own, so that a section's page holds no other language. */
export function typeArticle(lang: TypeLanguage): string {
  const { title, kicker, summary, heading, text, verse } = words[lang];
  const head = Object.entries({ title, kicker, summary, lang, section: `in-${lang}` });
  const fields = head.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n');
  const body = [
    text,
    `## ${heading}`,
    `### ${kicker}`,
    `${text} **${kicker}**`,
    `- ${text}`,
    `1. ${text}`,
    `> ${text}`,
    `\`\`\`verse\n${verse}\n\`\`\``,
  ];
  return `---\n${fields}\n---\n\n${body.join('\n\n')}\n`;
}

export const textIn = (lang: TypeLanguage): string => words[lang].text;
