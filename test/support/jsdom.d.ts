/** What tests use of jsdom, which brings no types of its own. */
declare module 'jsdom' {
  interface Element {
    readonly id: string;
    readonly textContent: string;
  }

  export class JSDOM {
    constructor(html: string, options?: { readonly runScripts: 'dangerously' });
    readonly window: { readonly document: { querySelectorAll(selector: string): Iterable<Element> } };
  }
}
