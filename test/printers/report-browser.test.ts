import path from 'node:path';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { recordPrinters } from '../../src/printers/records/printer.ts';
import { tempFolder } from '../cli/project.ts';
import { findingsOf, tellMonth } from '../conform/findings/findings.ts';
import { findChromium, INSTALL_MINUTES, startBrowser } from '../support/chromium.ts';

const about = { source: 'dictionary', forms: ['</title><script>alert(1)</script>'], data: ['<b>.json'] };

test(
  'the report asks for nothing, runs nothing, and shows hostile answers as text',
  async () => {
    let html = '';
    for await (const piece of recordPrinters.html(
      findingsOf(tellMonth),
      { color: false, width: 80, all: false },
      about,
    ))
      html += piece;
    const file = path.join(tempFolder(), 'report.html');
    writeFileSync(file, html);
    const browser = startBrowser(findChromium());
    try {
      const page = await browser.open(pathToFileURL(file).href);
      const count = (selector: string): Promise<unknown> =>
        page.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`);
      expect(page.requests).toEqual([pathToFileURL(file).href]);
      expect(page.problems).toEqual([]);
      expect([await count('script'), await count('b > *'), await count('img')]).toEqual([0, 0, 0]);
      expect(await page.evaluate('document.querySelector("h1").textContent')).toBe(about.forms[0]);
      expect(await page.evaluate('document.body.textContent.includes("<script>alert(1)</script>")')).toBe(true);
      const links =
        'Array.from(document.links, (a) => a.getAttribute("href")).filter((to) => !/^(https:|#g)/.test(to))';
      expect(await page.evaluate(links)).toEqual([]);
      expect(await page.evaluate('document.querySelectorAll(".days g").length')).toBe(23);
      // The policy lets the style in.
      expect(await page.evaluate('getComputedStyle(document.querySelector(".counts")).display')).toBe('grid');
      const wide = await browser.open(pathToFileURL(file).href, { width: 400 });
      expect(await wide.evaluate('document.documentElement.scrollWidth <= 400')).toBe(true);
    } finally {
      await browser.close();
    }
  },
  INSTALL_MINUTES * 60_000,
);
