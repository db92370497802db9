/** Each letter of a value, and what it is taken for: the value's name. */
const tableOf = (alike: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(alike).flatMap(([letter, all]) => [...all].map((char) => [char, letter] as const)));

/**
 * What only capitals resemble (Greek, Cyrillic, Cherokee, Lisu); their small letters, and those of
 * Cherokee in between, look otherwise.
 */
export const capitals = tableOf({
  a: 'ΑАᎪꭺꓮ',
  b: 'ΒВᏴꓐ',
  c: 'СᏟꮯꓚ',
  d: 'Ꭰꭰꓓ',
  e: 'ΕЕᎬꭼꓰ',
  f: 'Ϝꓝ',
  g: 'ԌᏀꓖ',
  h: 'ΗНᎻꮋꓧ',
  i: 'ΙІӀᏆꮖꓲ',
  j: 'ЈᎫꭻꓙ',
  k: 'ΚКᏦꮶꓗ',
  l: 'Ꮮꮮꓡ',
  m: 'ΜМᎷꮇꓟ',
  n: 'Νꓠ',
  o: 'ΟОՕꓳ',
  p: 'ΡРᏢꮲꓑ',
  r: 'ᎡᏒꭱꮢꓣ',
  s: 'ЅՏᏚꮪꓢ',
  t: 'ΤТᎢꭲꓔ',
  u: 'Սꓴ',
  v: 'ѴᏙꮩꓦ',
  w: 'ԜᎳꮃꓪ',
  x: 'ΧХꓫ',
  y: 'ΥҮꓬ',
  z: 'ΖᏃꮓꓜ',
});

/** What small letters, digits and signs resemble, once all is in small letters; small capitals too. */
export const small = tableOf({
  a: 'аαɑᴀⲁ4@ⱥ',
  b: 'ʙвƅƀɓ',
  c: 'сϲᴄⲥƈȼ¢',
  d: 'ԁᴅđɖɗꮷ',
  e: 'еεɛᴇҽєⲉ3ɇ€',
  f: 'ƒꜰғ',
  g: 'ɡɢցǥɠ9',
  h: 'һʜհħ',
  i: 'іιıɪɩ1|!lⅼӏᎥꭵɨłⲓ',
  j: 'јᴊϳ',
  k: 'κкᴋⲕ',
  m: 'мᴍⅿⲙɱ',
  n: 'пηոɴⲛƞɲŋɳ',
  o: 'оοօᴏⲟ0øɵσ',
  p: 'рρᴘⲣ',
  r: 'гʀᴦɍɽⲅ',
  s: 'ѕꜱʂ5$ƽ',
  t: 'тτᴛⲧ7ŧƭʈ',
  u: 'υսᴜʋ',
  v: 'ѵνᴠ',
  w: 'ԝᴡω',
  x: 'хχ',
  y: 'уүγʏ',
  z: 'ᴢƶ',
});

/** Arabic letters by their bare shapes, those of Persian, Urdu, Uyghur, Kurdish and their neighbours included. */
export const arabicShapes = tableOf({
  ا: 'اٲٳݳݴ',
  ب: 'بتثنيؠؽؾؿٮٹٺٻټٽپٿڀڹںڻڼڽۍێېۑےݐݑݒݓݔݕݖݧݨݩݵݶݷݺݻࢠࢡࢨࢩࢶࢷࢸࢺࢾࢿࣀ',
  ح: 'جحخځڂڃڄڅچڇڿݗݘݮݯݲݼࢢࣁࣅࣆ',
  د: 'دذڈډڊڋڌڍڎڏڐۮݙݚࢮ',
  ر: 'رزڑڒړڔڕږڗژڙۯݛݫݬݱࢪࢲࢹ',
  س: 'سشښڛڜۺݜݭݰݽݾ',
  ص: 'صضڝڞۻࢯ',
  ط: 'طظڟࢣ',
  ع: 'عغڠۼݝݞݟࢳࣃ',
  ف: 'فقٯڡڢڣڤڥڦڧڨݠݡࢤࢥࢵࢻࢼࣄ',
  ك: 'كػؼڪګڬڭڮگڰڱڲڳڴݢݣݤݿࢰࢴࣂ',
  ل: 'لڵڶڷڸݪࢦࣇ',
  م: 'مݥݦࢧ',
  ه: 'هۃەۿ',
  و: 'وۄۅۆۇۈۉۊۋۏݸݹࢫࢭࢱ',
});
