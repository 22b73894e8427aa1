import { headingOf, type Location } from '../../../core/location.ts';
import { isXmlName, toXmlName } from '../../../core/names.ts';
import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { Form } from '../../../model/form.ts';
import { settingsColumns } from '../../../vocabulary/settings.ts';
import { settingOf } from '../../../vocabulary/spelt-headers.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { type FormView, refusedBy } from '../../rule-set.ts';

type Settings = Form['settings'];

/** Settings that old forms still hold, and those of other programs. */
const OTHERS = /^(prefix|delimiter|add_none_option|flat|sms_\w+|attribute::.+|kobo--.+|[$_].*)$/;

/** Columns that make pyxform break off: they have the names of its own parts. */
const FATAL = new Set(['type', 'children', 'entity_version', '']);

export function checkSettings(view: FormView, report: Report): void {
  const { settings } = view.form;
  const first = new Map<string, string>();
  for (const [setting, { origin }] of settings) {
    const column = settingOf(setting);
    const other = first.get(column);
    first.set(column, other ?? setting);
    const at = headingOf(origin.location);
    if (other !== undefined) reportTwice(setting, other, at, view.profiles, report);
    else if (FATAL.has(setting.trim())) reportFatal(setting, at, report);
    else if (!settingsColumns.has(column) && !OTHERS.test(setting))
      report('unknown-setting', at, { setting, suggestion: suggest(setting, settingsColumns.keys()) });
  }
  for (const check of [checkRoot, checkId, checkEncrypted, checkNone]) check(settings, report);
  checkOpening(view, report);
}

/** Of two titles pyxform 3.0.0 breaks off, of two ids 4.5.0, but for `id_string`, which both drop. */
function reportTwice(setting: string, other: string, at: Location, profiles: readonly Profile[], report: Report): void {
  const isId = settingOf(setting) === 'form_id';
  const dropped = [setting, other].includes('id_string') && [setting, other].includes('form_id');
  const severity = dropped ? 'warning' : (refusedBy(isId ? 'odk' : 'kobo', profiles) ?? 'warning');
  report('column-twice', at, { header: setting, other, sheet: 'settings' }, { severity });
}

function reportFatal(setting: string, at: Location, report: Report): void {
  report('invalid-setting', at, {
    problem: `A settings column ${quote(setting)} makes the converter break off.`,
    help: 'Delete it.',
  });
}

function checkRoot(settings: Settings, report: Report): void {
  const name = settings.get('name');
  if (name && !isXmlName(name.string.text))
    report('invalid-setting', name.origin.location, {
      problem: `${quote(name.string.text)} cannot be the name of the outermost element.`,
      help: `Delete the setting name, or write a name without blanks that begins with a letter, such as ${quote(toXmlName(name.string.text))}.`,
    });
}

function checkId(settings: Settings, report: Report): void {
  const id = settings.get('form_id') ?? settings.get('id_string') ?? settings.get('set_form_id');
  if (!id) return;
  const { text } = id.string;
  const at = id.origin.location;
  if (text.trim() === '')
    report('invalid-setting', at, {
      problem: 'The form_id is empty.',
      help: 'Delete form_id, and the name of the form is taken.',
    });
  else if (/\s/.test(text))
    report(
      'invalid-setting',
      at,
      {
        problem: `The form_id ${quote(text)} holds a blank, which some servers and programs cannot handle.`,
        help: `Write for example ${text.trim().replaceAll(/\s+/g, '_')}.`,
      },
      { severity: 'warning' },
    );
}

const YES = /^(yes|true|true\(\))$/i;

function checkEncrypted(settings: Settings, report: Report): void {
  const omit = settings.get('omit_instanceID');
  const key = settings.get('public_key');
  if (omit && YES.test(omit.string.text) && key && key.string.text.trim() !== '')
    report(
      'invalid-setting',
      omit.origin.location,
      {
        problem: 'An encrypted form needs the id of the submission, but omit_instanceID leaves it out.',
        help: 'Delete omit_instanceID, or public_key if the form is not to be encrypted.',
      },
      { related: [{ message: 'the key that encrypts', location: key.origin.location }] },
    );
}

/** An old setting that adds a code "none" to every select_multiple, in English; pyxform breaks off where it cannot. */
function checkNone(settings: Settings, report: Report): void {
  const none = settings.get('add_none_option');
  if (none && YES.test(none.string.text))
    report('invalid-setting', none.origin.location, {
      problem:
        'add_none_option adds a code to every list of several answers, and fails where the answers come from a file.',
      help:
        none.origin.location.kind === 'cell'
          ? 'Delete it, and add a choice none to the lists that need it.'
          : 'Delete it, and add to the lists that need it: none: { label: None, special: none }.',
    });
}

/** A list that repeats a code on purpose needs a setting, which only adapted workbooks get by themselves. */
export function checkRepeatedCodes({ form, deliveries }: FormView, report: Report): void {
  const said = form.settings.get('allow_choice_duplicates')?.string.text;
  for (const { profile, inline } of deliveries) {
    if (said === undefined ? profile !== 'xlsform' : YES.test(said)) continue;
    for (const { name, codes } of inline.filter(({ repeats }) => repeats)) {
      const seen = new Set<string>();
      const named = codes.filter((code) => code.name.string.text !== '');
      const again = named.find((code) => seen.size === seen.add(code.name.string.text).size);
      if (again)
        report('invalid-setting', again.name.origin.location, {
          problem: `The list ${quote(name)} repeats ${quote(again.name.string.text)}, which converters refuse unless the form ${quote(form.name.string.text)} allows it.`,
          help: 'Write settings: { allow_choice_duplicates: yes } in the form.',
        });
    }
  }
}

const TAG_ALONE = ' The key default_language: of the form, outside settings:, takes the tag alone.';

/** Phones open a form in the language whose heading stands here; of any other they make one more, without texts. */
function checkOpening({ form, deliveries }: FormView, report: Report): void {
  const opens = form.settings.get('default_language');
  if (!opens) return;
  const { text } = opens.string;
  for (const { languages } of deliveries) {
    const headers = languages.map(({ header }) => header);
    // A plain column takes on whatever name stands here.
    if (headers.length === 0 || headers.includes('') || headers.includes(text)) continue;
    const meant = languages.find(({ tag, name }) => tag === text || name === text)?.header;
    report(
      'invalid-setting',
      opens.origin.location,
      {
        problem: `No column has the language ${quote(text)}, so the form would open in a language without texts.`,
        help: `Write ${meant ?? headers.join(', or ')}.${opens.origin.location.kind === 'cell' ? '' : TAG_ALONE}`,
      },
      { severity: 'warning' },
    );
  }
}
