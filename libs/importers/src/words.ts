import type { Params, Words } from './importer.js';

const refusals = {
  'file/empty': {
    de: 'Die Datei enthält keine Daten.',
    en: 'The file holds no data.',
  },
  'file/too-large': {
    de: 'Die Datei ist {size} MB groß; gelesen werden höchstens {max} MB.',
    en: 'The file is {size} MB; at most {max} MB are read.',
  },
  'file/wrong-kind': {
    de: 'Das ist {found}. Gelesen werden Maßnahmenlisten (XLSX, CSV) und LocalZero-Daten (JSON). Speichern Sie die Tabelle als XLSX.',
    en: 'This is {found}. Lists of measures (XLSX, CSV) and LocalZero data (JSON) can be read. Save the table as XLSX.',
  },
  'file/encrypted': {
    de: 'Die Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort.',
    en: 'The file is protected by a password. Save it without one.',
  },
  'file/has-macros': {
    de: 'Die Arbeitsmappe enthält Makros. Speichern Sie sie als „Excel-Arbeitsmappe (XLSX)“ ohne Makros.',
    en: 'The workbook holds macros. Save it as "Excel workbook (XLSX)" without macros.',
  },
  'file/zip-broken': {
    de: 'Die Arbeitsmappe ist beschädigt oder unvollständig. Öffnen Sie sie und speichern Sie sie neu.',
    en: 'The workbook is damaged or incomplete. Open it and save it again.',
  },
  'file/zip-bomb': {
    de: 'Die Datei wird beim Auspacken unverhältnismäßig groß und wurde deshalb nicht weiter gelesen.',
    en: 'The file grows out of all proportion when unpacked, so it was not read any further.',
  },
  'file/sheet-too-large': {
    de: 'Ein Teil der Arbeitsmappe ist ausgepackt größer als {max} MB. Löschen Sie Blätter, Bilder und Formate, die niemand braucht.',
    en: 'A part of the workbook is larger than {max} MB when unpacked. Delete sheets, pictures and formats nobody needs.',
  },
  'file/too-many-rows': {
    de: 'Die Tabelle hat mehr als {max} Zeilen.',
    en: 'The table has more than {max} rows.',
  },
  'file/too-many-columns': {
    de: 'Die Tabelle hat mehr als {max} Spalten.',
    en: 'The table has more than {max} columns.',
  },
  'file/xml-broken': {
    de: 'Die Arbeitsmappe enthält fehlerhaftes XML. Öffnen Sie sie und speichern Sie sie neu.',
    en: 'The workbook holds malformed XML. Open it and save it again.',
  },
  'file/xml-unsafe': {
    de: 'Die Arbeitsmappe enthält eine Dokumenttyp-Deklaration; solche Dateien werden aus Sicherheitsgründen nicht gelesen.',
    en: 'The workbook holds a document type declaration; for safety such files are not read.',
  },
  'file/sheet-unknown': {
    de: 'Ein Blatt „{sheet}“ gibt es nicht. Die Datei enthält: {sheets}',
    en: 'There is no sheet "{sheet}". The file holds: {sheets}',
  },
  'mapping/not-valid': {
    de: 'Die Zuordnung der Spalten ist fehlerhaft bei „{path}“. Erlaubt: {allowed}',
    en: 'The mapping of columns is wrong at "{path}". Allowed: {allowed}',
  },
  'file/other-format': {
    de: 'Das sieht nach {found} aus, nicht nach {asked}. Wählen Sie die andere Art des Imports.',
    en: 'This looks like {found}, not like {asked}. Choose the other kind of import.',
  },
  'file/not-json': {
    de: 'Die Datei ist kein gültiges JSON: {detail}',
    en: 'The file is not valid JSON: {detail}',
  },
  'file/not-csv': {
    de: 'In Zeile {line} der Datei beginnt ein Anführungszeichen, das nicht wieder geschlossen wird, oder es schließt mitten in einer Zelle.',
    en: 'In line {line} of the file a quote begins that is not closed again, or it closes in the middle of a cell.',
  },
  'file/not-localzero': {
    de: 'Das JSON enthält weder eine LocalZero-Datenbank noch LocalZero-Kommunen oder -Maßnahmen.',
    en: 'The JSON holds neither a LocalZero database nor LocalZero towns or measures.',
  },
  'file/no-title-column': {
    de: 'Keine Spalte heißt wie der Titel einer Maßnahme („Titel“, „Maßnahme“, „title“). Gefunden: {headings}',
    en: 'No column is named like the title of a measure ("Titel", "Maßnahme", "title"). Found: {headings}',
  },
  'stand/not-a-date': {
    de: 'Der Stand muss ein Tag, Monat oder Jahr sein und darf nicht in der Zukunft liegen.',
    en: 'The date of the data must be a day, month or year, and not in the future.',
  },
  'row/not-an-object': {
    de: 'An dieser Stelle steht kein Datensatz.',
    en: 'There is no record here.',
  },
  'row/cells': {
    de: 'Die Zeile hat {found} Zellen, die Kopfzeile {expected}.',
    en: 'The row has {found} cells, the headings {expected}.',
  },
  'row/duplicate-key': {
    de: 'Der Schlüssel „{value}“ kommt schon vorher vor ({first}).',
    en: 'The key "{value}" occurs before ({first}).',
  },
  'row/duplicate-path': {
    de: 'An diesem Platz im Baum steht schon ein anderer Eintrag ({first}).',
    en: 'Another entry holds this place in the tree ({first}).',
  },
  'row/unknown-town': {
    de: 'Die Kommune „{value}“ steht nicht in der Datei oder wurde abgelehnt.',
    en: 'The town "{value}" is not in the file, or was refused.',
  },
  'row/too-deep': {
    de: 'Der Eintrag steht tiefer als {max} Ebenen.',
    en: 'The entry lies deeper than {max} levels.',
  },
  'field/not-a-path': {
    de: '„{value}“ ist kein Platz im Baum (Gruppen aus vier Zeichen 0–9, A–Z).',
    en: '"{value}" is not a place in the tree (groups of four characters 0-9, A-Z).',
  },
  'field/formula-error': {
    de: 'In der Zelle steht der Fehler einer Formel.',
    en: 'The cell holds the error of a formula.',
  },
  'field/missing': { de: 'Eine Angabe fehlt.', en: 'A value is missing.' },
  'field/not-a-text': { de: 'Das ist kein Text.', en: 'This is not a text.' },
  'field/not-storable': {
    de: 'Der Text enthält Steuerzeichen oder ungültige Zeichen.',
    en: 'The text holds control characters or invalid characters.',
  },
  'field/empty': { de: 'Eine Angabe fehlt.', en: 'A value is missing.' },
  'field/too-long': {
    de: 'Der Text ist {length} Zeichen lang; erlaubt sind {max}.',
    en: 'The text has {length} characters; {max} are allowed.',
  },
  'field/not-a-date': {
    de: 'Das ist kein Datum im Kalender zwischen 1900 und 2199.',
    en: 'This is not a calendar date between 1900 and 2199.',
  },
  'field/unknown-word': {
    de: 'Dieses Wort ist hier unbekannt.',
    en: 'This word is not known here.',
  },
  'field/not-a-number': { de: 'Das ist keine Zahl.', en: 'This is not a number.' },
  'field/not-an-integer': {
    de: 'Das ist keine ganze Zahl zwischen {min} und {max}.',
    en: 'This is not a whole number between {min} and {max}.',
  },
  'field/not-a-boolean': {
    de: 'Das ist weder wahr noch falsch.',
    en: 'This is neither true nor false.',
  },
  'field/unknown-code': {
    de: 'Dieser Wert ist unbekannt; erlaubt sind {allowed}.',
    en: 'This value is unknown; allowed are {allowed}.',
  },
  'field/not-a-web-address': {
    de: 'Das ist keine Webadresse (http oder https).',
    en: 'This is not a web address (http or https).',
  },
  'field/not-an-id': {
    de: 'Das ist keine Klimaspur-Kennung. Für eine neue Maßnahme bleibt die Zelle leer.',
    en: 'This is not a Klimaspur id. Leave the cell empty for a new measure.',
  },
} as const satisfies Record<string, Words>;

const findings = {
  'to-clarify': {
    de: 'Die Datei sagt „verzögert / fehlt“: Klären Sie, ob die Maßnahme läuft und zu spät ist, oder ob sie fehlt.',
    en: 'The file says "delayed / missing": clarify whether the measure runs late, or is missing.',
  },
  'planned-end-before-start': {
    de: 'Das geplante Ende {end} liegt vor dem geplanten Beginn {start}. Übernommen wie angegeben.',
    en: 'The planned end {end} lies before the planned start {start}. Taken over as given.',
  },
  'actual-end-before-start': {
    de: 'Das tatsächliche Ende {end} liegt vor dem tatsächlichen Beginn {start}. Der Beginn steht in der Notiz.',
    en: 'The actual end {end} lies before the actual start {start}. The start stands in the note.',
  },
  'actual-date-in-future': {
    de: '„{column}“ {date} liegt in der Zukunft, kann also nicht geschehen sein. Das Datum steht in der Notiz.',
    en: '"{column}" {date} lies in the future, so it cannot have happened. The date stands in the note.',
  },
  'actual-dates-contradict': {
    de: 'Der Stand „{word}“ passt nicht zu: {dates}. Der Stand gilt, das Datum steht in der Notiz.',
    en: 'The state "{word}" does not fit: {dates}. The state holds, the date stands in the note.',
  },
  'resolution-in-future': {
    de: 'Das Datum des Beschlusses {date} liegt in der Zukunft. Übernommen wie angegeben.',
    en: 'The date of the resolution {date} lies in the future. Taken over as given.',
  },
  'resolution-without-target': {
    de: 'Es gibt ein Datum des Beschlusses ({date}), aber kein Zieljahr. Nicht übernommen.',
    en: 'There is a date of the resolution ({date}), but no target year. Not taken over.',
  },
  'ags-not-valid': {
    de: '„{value}“ ist kein amtlicher Gemeindeschlüssel (8 Ziffern, beginnend mit 01 bis 16). Nicht übernommen.',
    en: '"{value}" is not an official municipality key (8 digits, beginning with 01 to 16). Not taken over.',
  },
  'town-not-named': {
    de: 'Die Datei nennt die Kommune nicht; sie heißt vorläufig „{name}“.',
    en: 'The file does not name the town; for now it is called "{name}".',
  },
  'parent-missing': {
    de: 'Der Eintrag darüber fehlt in der Datei. Er steht nun eine Ebene höher.',
    en: 'The entry above is missing in the file. It now stands one level higher.',
  },
  'parent-refused': {
    de: 'Das Handlungsfeld darüber wurde abgelehnt. Der Eintrag steht nun eine Ebene höher.',
    en: 'The field above was refused. The entry now stands one level higher.',
  },
  'parent-in-other-town': {
    de: 'Der Eintrag darüber gehört zu einer anderen Kommune. Er steht nun ohne ihn.',
    en: 'The entry above belongs to another town. It now stands without it.',
  },
  'children-missing': {
    de: 'Laut Datei hat der Eintrag {said} Unterpunkte, enthalten sind {found} (Entwürfe fehlen in gespeicherten Antworten).',
    en: 'The file says the entry has {said} children and holds {found} (saved answers leave drafts out).',
  },
  'depth-differs': {
    de: 'Die Tiefe {said} passt nicht zum Platz im Baum ({found}). Es gilt der Platz.',
    en: 'The depth {said} does not fit the place in the tree ({found}). The place holds.',
  },
  'hidden-by-parent': {
    de: 'Veröffentlicht, aber unter einem Entwurf: bleibt vorerst Entwurf.',
    en: 'Published, but below a draft: stays a draft for now.',
  },
  'text-moved': {
    de: '„{column}“ ist {length} Zeichen lang (hier höchstens {max}) und steht nun unter „{to}“.',
    en: '"{column}" has {length} characters (at most {max} here) and now stands in "{to}".',
  },
  'body-split': {
    de: 'Die Angabe zum zuständigen Gremium ist ein längerer Text: Der erste Satz wurde der Name, der ganze Text die Erläuterung.',
    en: 'The responsible body is given as a longer text: its first sentence became the name, the whole text the explanation.',
  },
  'body-not-named': {
    de: 'Es gibt eine Erläuterung zum zuständigen Gremium, aber keinen Namen. Sie steht unter „Bemerkungen“.',
    en: 'There is an explanation of the responsible body, but no name. It stands in the remarks.',
  },
  'e-mail-removed': {
    de: '„{column}“ enthielt {count} E-Mail-Adressen. Sie wurden entfernt.',
    en: '"{column}" held {count} e-mail addresses. They were removed.',
  },
  'value-in-remarks': {
    de: '„{column}“: „{value}“ ließ sich nicht lesen und steht als Text unter „Bemerkungen“.',
    en: '"{column}": "{value}" could not be read and stands as text in the remarks.',
  },
  'stand-from-sheet': {
    de: 'Die Tabelle nennt selbst ihren Stand: {date}. Er gilt für alle Angaben ohne eigenes Datum.',
    en: 'The table itself names the day for which it speaks: {date}. It holds for all values without a day of their own.',
  },
  'row-left-out': {
    de: 'Die Zeile „{value}“ ist keine Maßnahme und wurde übergangen.',
    en: 'The row "{value}" is no measure and was passed over.',
  },
  'formula-error': {
    de: 'In „{column}“ steht der Fehler einer Formel ({value}); er wurde nicht übernommen.',
    en: '"{column}" holds the error of a formula ({value}); it was not taken over.',
  },
  'rows-hidden': {
    de: '{count} Zeilen sind in der Tabelle ausgeblendet. Sie wurden übernommen.',
    en: '{count} rows are hidden in the table. They were taken over.',
  },
  'sheets-alike': {
    de: 'Gelesen wurde das Blatt „{sheet}“. Auch diese Blätter sehen nach Maßnahmen aus: {sheets}. Wählen Sie das Blatt, das Sie meinen.',
    en: 'The sheet "{sheet}" was read. These look like measures too: {sheets}. Choose the sheet that you mean.',
  },
  'sheets-hidden': {
    de: 'Ausgeblendete Blätter wurden nicht gelesen: {sheets}',
    en: 'Hidden sheets were not read: {sheets}',
  },
  'status-word-unknown': {
    de: 'Was „{word}“ ({count} mal) für den Stand der Umsetzung bedeutet, ist unbekannt. Es steht als Text bei der Maßnahme; ordnen Sie das Wort zu.',
    en: 'What "{word}" ({count} times) means for the implementation is not known. It stands as text with the measure; map the word.',
  },
  'status-word-guessed': {
    de: '„{word}“ ({count} mal) wurde als {meaning} gelesen. Prüfen Sie, ob das so gemeint ist.',
    en: '"{word}" ({count} times) was read as {meaning}. Check whether that is meant.',
  },
  'number-was-date': {
    de: 'Die Nummer steht in der Datei als Datum ({value}) und wurde als „{number}“ gelesen.',
    en: 'The number stands in the file as a date ({value}) and was read as "{number}".',
  },
  'key-numbered': {
    de: 'Der Schlüssel „{value}“ kommt schon vorher vor ({first}). Diese Maßnahme hat nun den Schlüssel „{key}“.',
    en: 'The key "{value}" occurs before ({first}). This measure now has the key "{key}".',
  },
} as const satisfies Record<string, Words>;

export type RefusalCode = keyof typeof refusals;
export type FindingCode = keyof typeof findings;

const fill = (words: Words, params: Params): Words => {
  const put = (template: string) =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  return { de: put(words.de), en: put(words.en) };
};

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

export const refusalWords = (code: RefusalCode, params: Params): Words =>
  fill(refusals[code], params);

export const findingWords = (code: FindingCode, params: Params): Words =>
  fill(findings[code], params);
