const BY_ENDING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xml: 'application/xml',
  zip: 'application/zip',
  geojson: 'application/geo+json',
  json: 'application/json',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/x-wav',
  amr: 'audio/amr',
  mp4: 'video/mp4',
  '3gp': 'video/3gpp',
  txt: 'text/plain',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** As Python guesses it from the ending of a name. */
export function mimeType(filename: string): string | undefined {
  return BY_ENDING[/\.([^.]+)$/.exec(filename.toLowerCase())?.[1] ?? ''];
}
