import type { Words } from '../importer.js';

/** Why a file, a row or a value cannot go in. */
export const refusals = {
  'file/empty': {
    de: 'Die Datei enthält keine Daten.',
    en: 'The file holds no data.',
  },
  'file/too-large': {
    de: 'Die Datei ist {size} MB groß; gelesen werden höchstens {max} MB.',
    en: 'The file is {size} MB; at most {max} MB are read.',
  },
  'file/wrong-kind': {
    de: 'Das ist {kind}. Gelesen werden Maßnahmenlisten (XLSX, CSV) und LocalZero-Daten (JSON). Speichern Sie die Tabelle als XLSX.',
    en: 'This is {kind}. Lists of measures (XLSX, CSV) and LocalZero data (JSON) can be read. Save the table as XLSX.',
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
    de: 'Die Datei ist kein gültiges JSON: Sie bricht in Zeile {line} ab, oder dort steht ein falsches Zeichen.',
    en: 'The file is not valid JSON: it breaks off in line {line}, or a wrong sign stands there.',
  },
  'file/not-csv': {
    de: 'In Zeile {line} der Datei beginnt ein Anführungszeichen, das nicht wieder geschlossen wird, oder es schließt mitten in einer Zelle.',
    en: 'In line {line} of the file a quote begins that is not closed again, or it closes in the middle of a cell.',
  },
  'file/json-list': {
    de: 'Das ist JSON, aber nicht von LocalZero. Listen von Maßnahmen werden als Tabelle gelesen: Speichern Sie diese als XLSX oder CSV; aus Klimaspur exportieren Sie sie als CSV.',
    en: 'This is JSON, but not of LocalZero. Lists of measures are read as tables: save this one as XLSX or CSV; from Klimaspur export it as CSV.',
  },
  'file/not-localzero': {
    de: 'Das JSON enthält weder eine LocalZero-Datenbank noch LocalZero-Kommunen oder -Maßnahmen. Eine Liste von Maßnahmen wird nur als Tabelle (XLSX oder CSV) gelesen.',
    en: 'The JSON holds neither a LocalZero database nor LocalZero towns or measures. A list of measures is read as a table only (XLSX or CSV).',
  },
  'file/no-headings': {
    de: 'Keine Zeile nennt die Spalten der Tabelle. Setzen Sie eine darüber, die jede benennt, den Titel der Maßnahme als „Maßnahme“ oder „Titel“. Gefunden: {headings}',
    en: 'No row names the columns of the table. Put one above that names each, the title of the measure as "measure" or "title". Found: {headings}',
  },
  'file/no-title-column': {
    de: 'Keine Spalte heißt wie der Titel einer Maßnahme („Titel“, „Maßnahme“, „title“). Gefunden: {headings}',
    en: 'No column is named like the title of a measure ("Titel", "Maßnahme", "title"). Found: {headings}',
  },
  'file/transposed': {
    de: 'Hier stehen die Maßnahmen nebeneinander, jede in einer Spalte. So liest Klimaspur sie nicht: Kopieren Sie die Tabelle, fügen Sie sie auf einem neuen Blatt mit „Transponieren“ ein, und senden Sie sie noch einmal.',
    en: 'Here the measures stand side by side, each in a column. Klimaspur does not read them like this: copy the table, paste it on a new sheet with "Transpose", and send it again.',
  },
  'stand/not-a-date': {
    de: 'Der Stand muss ein Tag, Monat oder Jahr sein.',
    en: 'The date of the data must be a day, month or year.',
  },
  'stand/in-the-future': {
    de: 'Der Stand {value} liegt in der Zukunft; eine Liste sagt, was bis zu ihrem Tag geschah.',
    en: 'The date of the data, {value}, lies in the future; a list says what happened up to its day.',
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
    de: 'Das ist kein Datum im Kalender zwischen 1900 und 2199. Erlaubt sind Tag, Monat, Quartal oder Jahr; eine leere Zelle heißt: unbekannt.',
    en: 'This is not a calendar date between 1900 and 2199. A day, month, quarter or year will do; an empty cell says: not known.',
  },
  'field/unknown-word': {
    de: 'Dieses Wort ist hier unbekannt.',
    en: 'This word is not known here.',
  },
  'field/not-a-share': {
    de: 'Das ist kein Anteil zwischen 0 und 100 %.',
    en: 'This is not a share between 0 and 100 %.',
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
  'field/text-for-number': {
    de: 'Hier steht ein Text, "{value}"; erwartet wird eine Zahl ohne Anführungszeichen: {allowed}.',
    en: 'This is a text, "{value}"; a number without quotation marks is expected: {allowed}.',
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
