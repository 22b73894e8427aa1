import { type Wording, wordingIn } from './wording.ts';

/** What report templates and their partials say themselves. `{…}` is filled in when the report is made. */
const words = {
  contents: { en: 'Contents', ar: 'المحتويات', es: 'Contenido', fr: 'Sommaire' },
  dictionary: {
    en: 'Data dictionary',
    ar: 'قاموس البيانات',
    es: 'Diccionario de datos',
    fr: 'Dictionnaire de données',
  },
  version: { en: 'Version', ar: 'الإصدار', es: 'Versión', fr: 'Version' },
  records: { en: 'Records', ar: 'السجلات', es: 'Registros', fr: 'Enregistrements' },
  period: { en: 'Period', ar: 'الفترة', es: 'Período', fr: 'Période' },
  noRecords: { en: 'No records yet', ar: 'لا توجد سجلات بعد', es: 'Aún no hay registros', fr: 'Aucun enregistrement' },
  general: { en: 'General', ar: 'عام', es: 'General', fr: 'Généralités' },
  entries: {
    en: 'Counts here are of entries, not of records: {entries} entries in {records} records.',
    ar: 'الأعداد هنا هي أعداد المدخلات لا السجلات. عدد المدخلات: {entries}، وعدد السجلات: {records}.',
    es: 'Aquí se cuentan entradas, no registros: {entries} entradas en {records} registros.',
    fr: 'On compte ici les entrées et non les enregistrements : {entries} entrées dans {records} enregistrements.',
  },
  answer: { en: 'Answer', ar: 'الإجابة', es: 'Respuesta', fr: 'Réponse' },
  count: { en: 'Count', ar: 'العدد', es: 'Número', fr: 'Nombre' },
  share: { en: 'Share', ar: 'النسبة', es: 'Porcentaje', fr: 'Part' },
  otherAnswers: {
    en: 'All other answers',
    ar: 'جميع الإجابات الأخرى',
    es: 'Todas las demás respuestas',
    fr: 'Toutes les autres réponses',
  },
  unlisted: {
    en: 'Not in the list',
    ar: 'غير موجود في القائمة',
    es: 'No está en la lista',
    fr: 'Absent de la liste',
  },
  all: { en: 'All', ar: 'الكل', es: 'Total', fr: 'Ensemble' },
  by: { en: 'By', ar: 'حسب', es: 'Por', fr: 'Par' },
  answered: { en: 'Answered', ar: 'عدد المجيبين', es: 'Con respuesta', fr: 'Avec réponse' },
  missing: { en: 'No answer', ar: 'بدون إجابة', es: 'Sin respuesta', fr: 'Sans réponse' },
  mean: { en: 'Mean', ar: 'المتوسط', es: 'Media', fr: 'Moyenne' },
  median: { en: 'Median', ar: 'الوسيط', es: 'Mediana', fr: 'Médiane' },
  min: { en: 'Smallest', ar: 'الأصغر', es: 'Mínimo', fr: 'Minimum' },
  max: { en: 'Largest', ar: 'الأكبر', es: 'Máximo', fr: 'Maximum' },
  earliest: { en: 'Earliest', ar: 'الأبكر', es: 'Más temprano', fr: 'Au plus tôt' },
  latest: { en: 'Latest', ar: 'الأحدث', es: 'Más tarde', fr: 'Au plus tard' },
  one: { en: '', ar: '', es: '', fr: '' },
  several: {
    en: 'Several answers were possible, so the shares can add up to more than 100%.',
    ar: 'كان بالإمكان اختيار عدة إجابات، لذا قد يتجاوز مجموع النسب 100%.',
    es: 'Se admitían varias respuestas, por lo que los porcentajes pueden sumar más del 100 %.',
    fr: 'Plusieurs réponses étaient possibles : le total des parts peut dépasser 100 %.',
  },
  first: {
    en: 'Counts what was ranked first.',
    ar: 'يُحسب ما جاء في المرتبة الأولى.',
    es: 'Se cuenta lo que quedó en primer lugar.',
    fr: 'On compte ce qui a été classé premier.',
  },
  extremesWithheld: {
    en: 'The smallest and the largest value of personal numbers are not shown: they belong to single persons.',
    ar: 'لا تُعرض أصغر قيمة وأكبر قيمة للأعداد الشخصية لأنهما تخصان أشخاصًا بعينهم.',
    es: 'No se muestran el mínimo ni el máximo de los datos personales: son de personas concretas.',
    fr: 'La plus petite et la plus grande valeur des données personnelles ne sont pas montrées : ce sont celles de personnes précises.',
  },
  sharesNote: {
    en: 'Shares are of those who answered the question; whoever was not asked counts under “No answer”.',
    ar: 'تُحسب النسب من عدد من أجابوا عن السؤال، ومن لم يُسأل يُحسب ضمن «بدون إجابة».',
    es: 'Los porcentajes se calculan sobre quienes respondieron; a quien no se preguntó se cuenta en «Sin respuesta».',
    fr: 'Les parts sont calculées sur ceux qui ont répondu ; qui n’a pas été interrogé compte sous « Sans réponse ».',
  },
  groupsNote: {
    en: 'In tables by groups each share is of those in the group who answered, with their count below it.',
    ar: 'في الجداول حسب المجموعات تُحسب كل نسبة من عدد المجيبين في المجموعة، وتحتها عددهم.',
    es: 'En las tablas por grupos, cada porcentaje se calcula sobre quienes respondieron en el grupo; debajo figura su número.',
    fr: 'Dans les tableaux par groupes, chaque part est calculée sur ceux du groupe qui ont répondu ; leur nombre figure dessous.',
  },
  nearMedianNote: {
    en: 'Medians of numbers with very many different values are estimated, and at most half a percent off.',
    ar: 'تُقدَّر قيم الوسيط للأعداد ذات القيم المختلفة الكثيرة جدًا، ولا يتجاوز الفرق نصفًا في المئة.',
    es: 'Las medianas de los números con muchísimos valores distintos son estimaciones, con un error de medio por ciento como máximo.',
    fr: 'Les médianes des nombres aux valeurs très nombreuses sont estimées, à un demi pour cent près.',
  },
  smallCellsNote: {
    en: 'Counts under {limit} are hidden so that nobody can be recognized: * stands for a hidden number.',
    ar: 'تُخفى الأعداد التي تقل عن {limit} كي لا يمكن التعرّف على أحد، وتدل العلامة * على عدد مخفي.',
    es: 'Los números inferiores a {limit} se ocultan para que nadie pueda ser reconocido: * indica un número oculto.',
    fr: 'Les nombres inférieurs à {limit} sont masqués pour que personne ne puisse être reconnu : * remplace un nombre masqué.',
  },
  noFigure: {
    en: 'The data has nothing of this kind by this name:',
    ar: 'لا يوجد في البيانات شيء من هذا النوع بهذا الاسم:',
    es: 'Los datos no contienen nada de este tipo con este nombre:',
    fr: 'Les données n’ont rien de ce genre sous ce nom :',
  },
} as const satisfies Readonly<Record<string, Wording & Record<'en' | 'ar' | 'es' | 'fr', string>>>;

export type ReportWord = keyof typeof words;
export type ReportWords = Readonly<Record<ReportWord, string>>;

export function reportWordsIn(language: string): ReportWords {
  const entries = Object.entries(words).map(([word, wording]) => [word, wordingIn(wording, language)]);
  return Object.fromEntries(entries) as ReportWords;
}

/** How a language writes numbers. */
export interface NumberMarks {
  readonly decimal: string;
  /** Between groups of three digits. */
  readonly group: string;
  /** The smallest number that is written in groups. */
  readonly groupsFrom: number;
  readonly percent: string;
}

/**
 * As in the Unicode CLDR. Not by `Intl`, whose data changes with the version of Node, so that a report would change with
 * the machine that made it. Arabic is written in the digits that spreadsheets understand.
 */
const english: NumberMarks = { decimal: '.', group: ',', groupsFrom: 1000, percent: '%' };
const others: ReadonlyMap<string, NumberMarks> = new Map([
  ['es', { decimal: ',', group: '.', groupsFrom: 10_000, percent: '\u00A0%' }],
  ['fr', { decimal: ',', group: '\u202F', groupsFrom: 1000, percent: '\u202F%' }],
]);

export function numberMarksIn(language: string): NumberMarks {
  return others.get(language.split('-')[0] ?? '') ?? english;
}
