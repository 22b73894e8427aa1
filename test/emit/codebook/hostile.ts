export const SCRIPT = '</script><script>window.broken = 1</script><img src=x onerror="window.broken = 2">';
export const OVERRIDE = 'safe \u202E gnissim';

/** Texts that mean something to HTML, to templates, to addresses or to the direction of writing. */
export const hostile = `
  codelists:
    l:
      label: ${JSON.stringify(SCRIPT)}
      attributes: ['"><script>window.broken = 3</script>']
      codes:
        - { code: a, label: ${JSON.stringify(SCRIPT)}, '"><script>window.broken = 3</script>': 'javascript:alert(1)' }
        - { code: constructor, label: '{{page.title}} {{{style}}} {{#each this}}' }
        - { code: __proto__, label: ${JSON.stringify(OVERRIDE)} }
  variables:
    constructor: { type: select_one l, label: ${JSON.stringify(SCRIPT)}, hint: 'javascript:window.broken = 4' }
    toString: { type: text, label: '{{constructor}} {{> page}}', hxl: '" onmouseover="window.broken = 5' }
    long: { type: text, label: ${'a long label '.repeat(800)} }
    reversed:
      type: text
      label: ${JSON.stringify(OVERRIDE)}
      source: { '</dd><script>': '<script>window.broken = 6</script>' }
      constraint: . != '</code><script>window.broken = 7</script>'
  forms:
    f:
      title: ${JSON.stringify(SCRIPT)}
      items: [constructor, toString, long, reversed]
`;
