/**
 * What our own server holds while it is judged, by file name: enough for pages to be walked, for a
 * search that finds words as written and words that differ by their marks, for a slug that Unicode can
 * spell in two ways, and for a language beside Arabic.
 */
export const sampleTexts = {
  'school.txt': 'أبواب المدرسة\n\nفتحت المدرّسة أبوابها باكراً هذا العام، وجاء المعلّمون قبل التلاميذ.\n',
  'teacher.txt': 'رسالة إلى معلّم\n\nكتبت المدرسة إلى معلمها القديم رسالة، فلم يصلها جواب حتى اليوم.\n',
  'harbour.txt': 'ميناء لا ينام\n\nالبحّارة يعودون مع الفجر، والسوق يفتح قبل أن تجفّ الشباك.\n',
  'library.txt': 'مكتبة الحيّ\n\nثلاثة آلاف كتاب في غرفة واحدة، ومفتاح يتناوب عليه الجيران.\n',
  'bread.txt': 'خبز الصباح\n\nرائحة الفرن توقظ الشارع قبل المنبّه، والطابور درس في الصبر.\n',
  'garden.txt': 'حديقة على السطح\n\nزرعت سلمى النعناع والحبق في علب الزيت، فصار السطح بستاناً.\n',
  'letters.txt':
    'A box of letters\n\nThe postman kept every letter that nobody came for, and read none of them.\n',
} as const;
