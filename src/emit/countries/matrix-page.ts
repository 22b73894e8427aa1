import { pageTemplate } from '../../formats/page-template.ts';
import type { Matrix } from './matrix.ts';
import { pageOf } from './page.ts';

/** The matrix as a page that is whole in itself. */
export function matrixPage(matrix: Matrix): string {
  const render = pageTemplate({
    folder: 'countries',
    styles: ['codebook/codebook.css', 'countries/countries.css'],
    scripts: ['codebook/fold.js', 'countries/countries.js'],
  });
  return render(pageOf(matrix));
}
