import { isRightToLeft } from '../core/languages.ts';

/** A language as people call it. */
export interface NamedLanguage {
  readonly tag: string;
  /** In its own words and script. */
  readonly autonym: string;
  /** In English; the commonest name first. */
  readonly english: readonly string[];
  readonly direction: 'ltr' | 'rtl';
}

/**
 * `tag|name in the language|names in English`, after the Unicode Common Locale Data Repository (48) and, for what it does not
 * have, the names of ISO 639-3. A table, because what a machine knows of languages depends on its version of Node.
 * Those with two letters come first; of the others, what is spoken where humanitarian agencies collect data.
 */
const TABLE = `
aa|Qafar|Afar;ab|Аԥсуа|Abkhazian;ae|Avesta|Avestan;af|Afrikaans|Afrikaans;ak|Akan|Akan;am|አማርኛ|Amharic
an|Aragonés|Aragonese;ar|العربية|Arabic;as|অসমীয়া|Assamese;av|Магӏарул мацӏ|Avaric;ay|Aymar aru|Aymara
az|Azərbaycanca|Azerbaijani;ba|Башҡортса|Bashkir;be|Беларуская|Belarusian;bg|Български|Bulgarian
bi|Bislama|Bislama;bm|Bamanakan|Bambara;bn|বাংলা|Bangla/Bengali;bo|བོད་སྐད|Tibetan;br|Brezhoneg|Breton
bs|Bosanski|Bosnian;ca|Català|Catalan;ce|Нохчийн|Chechen;ch|Chamoru|Chamorro;co|Corsu|Corsican;cr|ᓀᐦᐃᔭᐍᐏᐣ|Cree
cs|Čeština|Czech;cu|Словѣньскъ|Church Slavic;cv|Чӑвашла|Chuvash;cy|Cymraeg|Welsh;da|Dansk|Danish
de|Deutsch|German;dv|ދިވެހި|Divehi/Maldivian;dz|རྫོང་ཁ|Dzongkha;ee|Eʋegbe|Ewe;el|Ελληνικά|Greek
en|English|English;eo|Esperanto|Esperanto;es|Español|Spanish/Castellano;et|Eesti|Estonian;eu|Euskara|Basque
fa|فارسی|Persian/Farsi;ff|Pulaar|Fula/Fulah/Fulfulde/Fulani;fi|Suomi|Finnish;fj|Na Vosa Vakaviti|Fijian
fo|Føroyskt|Faroese;fr|Français|French;fy|Frysk|Western Frisian;ga|Gaeilge|Irish;gd|Gàidhlig|Scottish Gaelic
gl|Galego|Galician;gn|Avañe’ẽ|Guarani;gu|ગુજરાતી|Gujarati;gv|Gaelg|Manx;ha|Hausa|Hausa;he|עברית|Hebrew
hi|हिन्दी|Hindi;ho|Hiri Motu|Hiri Motu;hr|Hrvatski|Croatian
ht|Kreyòl ayisyen|Haitian Creole/Haitian/Kreyòl;hu|Magyar|Hungarian;hy|Հայերեն|Armenian
hz|Otjiherero|Herero;ia|Interlingua|Interlingua;id|Bahasa Indonesia|Indonesian;ig|Igbo|Igbo;ii|ꆈꌠꉙ|Sichuan Yi
ik|Iñupiatun|Inupiaq;io|Ido|Ido;is|Íslenska|Icelandic;it|Italiano|Italian;iu|ᐃᓄᒃᑎᑐᑦ|Inuktitut;ja|日本語|Japanese
jv|Basa Jawa|Javanese;ka|Ქართული|Georgian;kg|Kikongo|Kongo;ki|Gĩkũyũ|Kikuyu;kj|Oshikwanyama|Kuanyama
kk|Қазақша|Kazakh;kl|Kalaallisut|Kalaallisut;km|ខ្មែរ|Khmer;kn|ಕನ್ನಡ|Kannada;ko|한국어|Korean;kr|Kanuri|Kanuri
ks|کٲشُر|Kashmiri;ku|Kurdî|Kurdish;kv|Коми кыв|Komi;kw|Kernewek|Cornish;ky|Кыргызча|Kyrgyz/Kirghiz
la|Latina|Latin;lb|Lëtzebuergesch|Luxembourgish;lg|Luganda|Ganda;li|Limburgs|Limburgish;ln|Lingála|Lingala
lo|ລາວ|Lao;lt|Lietuvių|Lithuanian;lu|Kiluba|Luba-Katanga;lv|Latviešu|Latvian;mg|Malagasy|Malagasy
mh|Kajin M̧ajeļ|Marshallese;mi|Māori|Māori;mk|Македонски|Macedonian;ml|മലയാളം|Malayalam;mn|Монгол|Mongolian
mr|मराठी|Marathi;ms|Bahasa Melayu|Malay;mt|Malti|Maltese;my|မြန်မာ|Burmese/Myanmar;na|Dorerin Naoero|Nauru
nb|Norsk bokmål|Norwegian Bokmål;nd|isiNdebele|North Ndebele;ne|नेपाली|Nepali;ng|Oshindonga|Ndonga
nl|Nederlands|Dutch/Flemish;nn|Norsk nynorsk|Norwegian Nynorsk;no|Norsk|Norwegian
nr|isiNdebele seSewula|South Ndebele;nv|Diné bizaad|Navajo;ny|Chichewa|Nyanja/Chewa/Chinyanja
oc|Occitan|Occitan;oj|Anishinaabemowin|Ojibwa;om|Afaan Oromoo|Oromo/Oromiffa;or|ଓଡ଼ିଆ|Odia/Oriya
os|Ирон|Ossetic;pa|ਪੰਜਾਬੀ|Punjabi;pi|पालि|Pali;pl|Polski|Polish;ps|پښتو|Pashto/Pushto;pt|Português|Portuguese
qu|Runasimi|Quechua;rm|Rumantsch|Romansh;rn|Kirundi|Rundi;ro|Română|Romanian/Moldovan;ru|Русский|Russian
rw|Kinyarwanda|Kinyarwanda;sa|संस्कृतम्|Sanskrit;sc|Sardu|Sardinian;sd|سنڌي|Sindhi
se|Davvisámegiella|Northern Sami;sg|Sängö|Sango;si|සිංහල|Sinhala/Sinhalese;sk|Slovenčina|Slovak
sl|Slovenščina|Slovenian;sm|Gagana Samoa|Samoan;sn|chiShona|Shona;so|Soomaali|Somali;sq|Shqip|Albanian
sr|Српски|Serbian;ss|siSwati|Swati;st|Sesotho|Southern Sotho;su|Basa Sunda|Sundanese;sv|Svenska|Swedish
sw|Kiswahili|Swahili;ta|தமிழ்|Tamil;te|తెలుగు|Telugu;tg|Тоҷикӣ|Tajik;th|ไทย|Thai;ti|ትግርኛ|Tigrinya
tk|Türkmençe|Turkmen;tl|Tagalog|Tagalog;tn|Setswana|Tswana;to|Lea faka-Tonga|Tongan;tr|Türkçe|Turkish
ts|Xitsonga|Tsonga;tt|Татарча|Tatar;tw|Twi|Twi;ty|Reo Tahiti|Tahitian;ug|ئۇيغۇرچە|Uyghur/Uighur
uk|Українська|Ukrainian;ur|اردو|Urdu;uz|O‘zbek|Uzbek;ve|Tshivenḓa|Venda;vi|Tiếng Việt|Vietnamese
vo|Volapük|Volapük;wa|Walon|Walloon;wo|Wolof|Wolof;xh|isiXhosa|Xhosa;yi|ייִדיש|Yiddish;yo|Èdè Yorùbá|Yoruba
za|Vahcuengh|Zhuang;zh|中文|Chinese/Mandarin;zu|isiZulu|Zulu
ach|Acholi|Acoli;acm|العربية العراقية|Mesopotamian Arabic/Iraqi Arabic;adh|Dhopadhola|Adhola
aeb|العربية التونسية|Tunisian Arabic;aii|ܣܘܪܝܬ|Assyrian Neo-Aramaic/Assyrian
apc|العربية الشامية|Levantine Arabic;apd|العربية السودانية|Sudanese Arabic
ary|الدارجة المغربية|Moroccan Arabic;arz|العربية المصرية|Egyptian Arabic;awa|अवधी|Awadhi
ayl|العربية الليبية|Libyan Arabic;azb|تورکجه|South Azerbaijani;bal|بلوچی|Baluchi/Balochi;bci|Baule|Baoulé
bej|Bidhaawyeet|Beja;bem|Ichibemba|Bemba;bho|भोजपुरी|Bhojpuri;bik|Bikol|Bikol;brh|براہوئی|Brahui
bwr|Bura|Bura-Pabir;byn|ብሊን|Blin;cak|Kaqchikel|Kaqchikel;cbk|Chavacano|Chavacano;ceb|Cebuano|Cebuano
ckb|کوردیی ناوەندی|Central Kurdish/Sorani;cnh|Lai holh|Hakha Chin;crs|Seselwa|Seselwa Creole French
ctd|Zomi pau|Tedim Chin;ctg|চাটগাঁইয়া|Chittagonian;dav|Kitaita|Taita;din|Thuɔŋjäŋ|Dinka;dje|Zarmaciine|Zarma
dyu|Julakan|Dyula/Dioula;fil|Filipino|Filipino;fon|Fɔ̀ngbè|Fon;fur|Furlan|Friulian
fuv|Fulfulde Nigeria|Nigerian Fulfulde;fvr|Bèle fòòr|Fur;guc|Wayuunaiki|Wayuu;guz|Ekegusii|Gusii
haz|هزارگی|Hazaragi;hil|Hiligaynon|Hiligaynon;hmn|Hmoob|Hmong;hne|छत्तीसगढ़ी|Chhattisgarhi
ilo|Ilokano|Iloko/Ilocano;kab|Taqbaylit|Kabyle;kac|Jinghpaw|Kachin;kam|Kikamba|Kamba;kbp|Kabɩyɛ|Kabiye
kde|Chimakonde|Makonde;kdi|Kumam|Kumam;kek|Q’eqchi’|Q’eqchi’;khq|Koyra ciini|Koyra Chiini/Songhay
kln|Kalenjin|Kalenjin;kmr|Kurmancî|Northern Kurdish/Kurmanji;knc|Kanuri Yerwa|Central Kanuri;kri|Krio|Krio
ksw|ကညီကျိာ်|S’gaw Karen/Karen;ktu|Kituba|Kituba;loz|siLozi|Lozi;lua|Ciluba|Luba-Lulua/Tshiluba;luo|Dholuo|Luo
lus|Mizo ṭawng|Mizo;mai|मैथिली|Maithili;mam|Mam|Mam;mas|Maa|Masai;mdh|Magindanawn|Maguindanao;men|Mɛnde|Mende
mfe|Kreol morisien|Morisyen;mfi|Wandala|Mandara;mgh|Makua|Makhuwa-Meetto;mnw|ဘာသာမန်|Mon;mos|Mooré|Mossi/Moore
mrt|Margi|Marghi;mrw|Mëranaw|Maranao;mwn|Kimwani|Mwani;nah|Nāhuatl|Nahuatl;ndc|Cindau|Ndau
new|नेपाल भाषा|Newari;nus|Thok Nath|Nuer;nyn|Runyankore|Nyankole;pag|Pangasinan|Pangasinan
pam|Kapampangan|Pampanga;pap|Papiamentu|Papiamento;pbu|پښتو (شمالي)|Northern Pashto
pcm|Naijá|Nigerian Pidgin/Pidgin;pis|Pijin|Pijin;prs|دری|Dari;quc|K’iche’|K’iche’
quz|Qusqu qhichwa|Cusco Quechua;rhg|Ruáingga|Rohingya;rom|Romani čhib|Romany/Romani
sdh|کوردی خوارین|Southern Kurdish;seh|Cisena|Sena;ses|Koyraboro senni|Koyraboro Senni;shn|တႆး|Shan
shu|العربية التشادية|Chadian Arabic;sid|Sidaamu Afoo|Sidamo;snk|Sooninkanxanne|Soninke;srr|Seereer|Serer
syl|ꠍꠤꠟꠐꠤ|Sylheti;taq|Tamasheq|Tamasheq;tem|KʌThemnɛ|Timne/Temne;teo|Ateso|Teso;tet|Tetun|Tetum
thv|Tamahaq|Tamahaq;tig|ትግረ|Tigre;tpi|Tok Pisin|Tok Pisin;tsg|Bahasa Sūg|Tausug;tum|chiTumbuka|Tumbuka
tzm|Tamaziɣt|Central Atlas Tamazight;umb|Umbundu|Umbundu;uzs|اوزبیکی|Southern Uzbek;vmw|Emakhuwa|Makhuwa
wal|Wolaytta|Wolaytta;war|Winaray|Waray;wls|Faka’uvea|Wallisian;yao|Chiyawo|Yao;yua|Maaya t’aan|Yucatec Maya
zgh|ⵜⴰⵎⴰⵣⵉⵖⵜ|Standard Moroccan Tamazight/Tamazight
`;

export const languageNames: ReadonlyMap<string, NamedLanguage> = new Map(
  TABLE.trim()
    .split(/[;\n]/)
    .map((row): [string, NamedLanguage] => {
      const [tag = '', autonym = '', english = ''] = row.split('|');
      const direction = isRightToLeft(tag) ? 'rtl' : 'ltr';
      return [tag, { tag, autonym, english: english.split('/'), direction }];
    }),
);

const TAGS = new Map<string, string>();
for (const { tag, autonym, english } of languageNames.values())
  for (const name of [...english, autonym]) if (!TAGS.has(fold(name))) TAGS.set(fold(name), tag);

/** The tag of a language by its name in English or in its own words: `fr` for `French` and for `Français`. */
export function tagOfName(name: string): string | undefined {
  return TAGS.get(fold(name));
}

/** Letters alone: people write `Francais` and `kurdish (sorani)`. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Names that people give to both. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['fa', 'prs'],
  ['fil', 'tl'],
  ['pbu', 'ps'],
  ['ny', 'tum'],
];

/**
 * The tag that was meant, where a name is that of another language than the tag says: `Dari` with the tag `da`, which is Danish.
 * `Kurdish` may be called what is Central Kurdish in full.
 */
export function otherLanguage(tag: string, name: string): string | undefined {
  const [base = ''] = tag.split('-');
  const own = languageNames.get(base);
  const meant = tagOfName(name);
  if (!own || meant === undefined || meant === base) return undefined;
  const words = [...own.english, own.autonym].map(fold);
  const isPart = words.some((each) => each.includes(fold(name)) || fold(name).includes(each));
  const isAlike = ALIKE.some((pair) => pair.includes(base) && pair.includes(meant));
  return isPart || isAlike ? undefined : meant;
}
