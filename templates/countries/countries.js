// The search of the page of countries. It reads what stands on the page and holds no data of its own.
(() => {
  'use strict';
  const fold = window.lexiformFold;
  const byId = (id) => document.getElementById(id);
  const [form, input, country, show, status, clear] = ['search', 'q', 'country', 'show', 'status', 'clear'].map(byId);
  const ids = [...country.options].slice(1).map(({ value }) => value);
  const SHOWN = {
    differs: ['changed', 'replaced', 'fewer', 'left-out', 'moved', 'more', 'unknown'],
    left: ['left-out', 'fewer'],
    changed: ['changed', 'replaced'],
    moved: ['moved'],
    translated: ['translated'],
  };
  const rows = [...document.querySelectorAll('.row')].map((element) => ({
    element,
    states: [...element.cells].slice(1).map((cell) => [...cell.classList]),
  }));
  const own = [...document.querySelectorAll('.own tbody tr')].map((element) => ({ element, id: element.dataset.c }));
  const bodies = [...document.querySelectorAll('.matrix tbody')];
  const sections = [...document.querySelectorAll('.matrix, #own')];
  let column = -1;

  // A row is looked at through the columns that are in sight.
  function textOf(row) {
    const { cells, textContent } = row.element;
    const isMatrix = row.states && column >= 0;
    return (row.text ??= fold(isMatrix ? `${cells[0].textContent} ${cells[column + 1].textContent}` : textContent));
  }

  function passes({ states }, wanted) {
    if (!wanted) return true;
    const seen = column < 0 ? states.flat() : states[column];
    return seen.some((state) => wanted.includes(state));
  }

  function showColumn() {
    const next = ids.indexOf(country.value);
    if (next === column) return;
    column = next;
    for (const row of rows) row.text = undefined;
    for (const line of document.querySelectorAll('.matrix tr:not(.group)'))
      for (let at = 1; at < line.cells.length; at += 1) line.cells[at].hidden = column >= 0 && at - 1 !== column;
    for (const line of document.querySelectorAll('.figures tbody tr')) line.hidden = column >= 0 && line.rowIndex - 2 !== column;
  }

  function apply() {
    showColumn();
    const words = fold(input.value.trim()).split(/\s+/).filter(Boolean);
    const wanted = SHOWN[show.value];
    const fits = (row) => words.every((word) => textOf(row).includes(word));
    let found = 0;
    for (const row of rows) {
      row.element.hidden = !(passes(row, wanted) && (words.length === 0 || fits(row)));
      if (!row.element.hidden) found += 1;
    }
    for (const row of own) {
      const isAbout = country.value === '' || row.id === country.value;
      row.element.hidden = !(isAbout && (!wanted || show.value === 'differs') && (words.length === 0 || fits(row)));
      if (!row.element.hidden) found += 1;
    }
    const active = words.length > 0 || country.value !== '' || show.value !== '';
    for (const body of bodies) body.hidden = !body.querySelector('.row:not([hidden])');
    for (const section of sections) section.hidden = active && !section.querySelector('tbody tr:not(.group):not([hidden])');
    clear.hidden = !active;
    status.textContent = !active ? '' : found === 1 ? '1 row' : `${found} rows`;
  }

  function address() {
    const params = new URLSearchParams();
    for (const field of [input, country, show]) if (field.value.trim() !== '') params.set(field.id, field.value.trim());
    const hash = params.toString();
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  }

  function search() {
    closeAll();
    apply();
    address();
  }

  // An address can hold a search; any other is the place of a section.
  function follow() {
    const params = new URLSearchParams(location.hash.slice(1));
    if (![input, country, show].some(({ id }) => params.has(id)) && location.hash !== '') return;
    input.value = params.get('q') || '';
    country.value = ids.includes(params.get('country')) ? params.get('country') : '';
    show.value = Object.hasOwn(SHOWN, params.get('show') || '') ? params.get('show') : '';
    apply();
  }

  function reset() {
    for (const field of [input, country, show]) field.value = '';
    search();
  }

  const open = () => document.querySelector('td details[open]');

  function closeAll() {
    for (let one = open(); one; one = open()) one.open = false;
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const opened = open();
    if (event.key === '/' && event.target !== input) input.select();
    else if (event.key === 'Escape' && opened) {
      opened.open = false;
      opened.firstElementChild.focus();
    } else if (event.key === 'Escape' && event.target === input) reset();
    else return;
    event.preventDefault();
  });
  // The versions cover the end of the page: a click elsewhere puts them away.
  document.addEventListener('click', (event) => {
    const opened = open();
    if (opened && !opened.contains(event.target)) opened.open = false;
  });
  input.addEventListener('input', search);
  country.addEventListener('change', search);
  show.addEventListener('change', search);
  clear.addEventListener('click', reset);
  form.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', follow);
  form.hidden = false;
  follow();
})();
