/** Texts that the compiler itself puts into a form, in the languages that it knows; elsewhere the first one serves. */
export interface Wording {
  readonly [tag: string]: string;
}

export const pleaseSpecify: Wording = {
  en: 'Please specify',
  ar: 'يرجى التحديد',
  es: 'Especifique, por favor',
  fr: 'Veuillez préciser',
  prs: 'لطفاً مشخص کنید',
  ps: 'مهرباني وکړئ مشخص یې کړئ',
  pt: 'Especifique, por favor',
  uk: 'Будь ласка, уточніть',
};

export const other: Wording = {
  en: 'Other',
  ar: 'أخرى',
  es: 'Otro',
  fr: 'Autre',
  prs: 'دیگر',
  ps: 'نور',
  pt: 'Outro',
  uk: 'Інше',
};

export const notTogether: Wording = {
  en: 'This answer cannot stand together with other answers.',
  ar: 'لا يمكن الجمع بين هذه الإجابة وإجابات أخرى.',
  es: 'Esta respuesta no puede combinarse con otras.',
  fr: 'Cette réponse ne peut pas être combinée avec d’autres.',
  prs: 'این پاسخ با پاسخ‌های دیگر یکجا شده نمی‌تواند.',
  ps: 'دا ځواب له نورو ځوابونو سره یو ځای کیدای نه شي.',
  pt: 'Esta resposta não pode ser combinada com outras.',
  uk: 'Цю відповідь не можна поєднувати з іншими.',
};

/** The wording in a language, by its whole tag, then by its first part. */
export function wordingIn(wording: Wording, tag: string): string {
  const known = [tag, tag.split('-')[0] ?? '', 'en'].find((each) => Object.hasOwn(wording, each));
  return wording[known ?? ''] ?? '';
}
