import type { Words } from '../importer.js';

/** The nine words of the public bar, and that of what goes on elsewhere. */
const statuses: Readonly<Record<string, Words>> = {
  completed: { de: 'abgeschlossen', en: 'completed' },
  'in-progress': { de: 'in Umsetzung', en: 'under way' },
  planned: { de: 'geplant', en: 'planned' },
  adopted: { de: 'beschlossen, nicht begonnen', en: 'adopted, not started' },
  'in-consultation': { de: 'in Beratung', en: 'under consultation' },
  delayed: { de: 'verzögert', en: 'delayed' },
  failed: { de: 'gescheitert', en: 'failed' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
  unknown: { de: 'unbekannt', en: 'unknown' },
  elsewhere: { de: 'wird an anderer Stelle fortgeführt', en: 'continued elsewhere' },
};

/** Values that a report names by a code, in words; what is not here is said as it stands. */
export const named: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  file: statuses,
  here: statuses,
  to: {
    remarks: { de: 'Bemerkungen', en: 'remarks' },
    costNote: { de: 'Erläuterung der Kosten', en: 'explanation of the costs' },
    savingsMethod: { de: 'Herleitung der Einsparung', en: 'how the saving was found' },
    period: { de: 'Dauer in Worten', en: 'duration in words' },
    description: { de: 'Beschreibung', en: 'description' },
    statusNote: { de: 'Begründung des Stands', en: 'reason of the status' },
  },
  meaning: {
    PLANNED: { de: '„geplant oder noch nicht begonnen“', en: '"planned or not begun"' },
    IN_PROGRESS: { de: '„in Umsetzung“', en: '"in progress"' },
    ONGOING: { de: '„Daueraufgabe, läuft“', en: '"permanent task, under way"' },
    PAUSED: { de: '„ruht“', en: '"paused"' },
    DELAYED: { de: '„verzögert“', en: '"delayed"' },
    COMPLETED: { de: '„abgeschlossen“', en: '"completed"' },
    ABANDONED: { de: '„aufgegeben“', en: '"given up"' },
    NOT_FEASIBLE: { de: '„nicht umsetzbar“', en: '"not feasible"' },
    NOTHING: { de: '„ohne Aussage“', en: '"saying nothing"' },
  },
  kind: {
    binary: { de: 'eine Binärdatei', en: 'a binary file' },
    pdf: { de: 'eine PDF-Datei', en: 'a PDF file' },
    gzip: { de: 'ein gepacktes Archiv (gzip)', en: 'a packed archive (gzip)' },
    rtf: { de: 'ein Textdokument (RTF)', en: 'a text document (RTF)' },
    markup: { de: 'eine Webseite oder XML', en: 'a web page or XML' },
    oldWorkbook: { de: 'eine alte Excel-Arbeitsmappe (XLS)', en: 'an old Excel workbook (XLS)' },
    oldDocument: { de: 'ein altes Word-Dokument (DOC)', en: 'an old Word document (DOC)' },
    oldOffice: { de: 'eine alte Office-Datei', en: 'an old Office file' },
  },
};
