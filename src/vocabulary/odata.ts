/** The name of an element as an OData identifier (ODK Central: sanitizeOdataIdentifier). */
export function odataName(name: string): string {
  return name.replace(/^([^a-z_])/i, '_$1').replaceAll(/[^a-z0-9_]+/gi, '_');
}
