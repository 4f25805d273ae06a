// Made by compile.mjs from de.json and en.json. Change those, then run `npm run messages`.
import type { Formatters } from './formatters.js';
/** Every message by its key, with the arguments it needs. */
export interface Messages {
  'product.name': () => string;
  'product.claim': () => string;
  'status.completed': () => string;
  'status.in-progress': () => string;
  'status.planned': () => string;
  'status.adopted': () => string;
  'status.in-consultation': () => string;
  'status.delayed': () => string;
  'status.failed': () => string;
  'status.rejected': () => string;
  'status.unknown': () => string;
  'language.de': () => string;
  'language.en': () => string;
  'language.switch': () => string;
  'layout.skip': () => string;
  'layout.navigation': () => string;
  'layout.breadcrumbs': () => string;
  'layout.footer': () => string;
  'layout.footer.openSource': () => string;
  'layout.icon': () => string;
  'layout.signIn': () => string;
  'layout.signOut': () => string;
  'layout.signedIn': (args: { name: string }) => string;
  'layout.titleWithError': (args: { title: string }) => string;
  'nav.municipalities': () => string;
  'nav.query': () => string;
  'nav.data': () => string;
  'nav.accessibility': () => string;
  'nav.imprint': () => string;
  'nav.privacy': () => string;
  'nav.api': () => string;
  'nav.start': () => string;
  'example.heading': () => string;
  'example.text': () => string;
  'example.begin': () => string;
  'past.heading': () => string;
  'past.asOf': (args: { day: string }) => string;
  'past.knownAt': (args: { instant: string }) => string;
  'past.today': () => string;
  'print.permalink': () => string;
  'print.asOf': () => string;
  'print.knownAt': () => string;
  'print.printedOn': () => string;
  'pagination.label': () => string;
  'pagination.previous': () => string;
  'pagination.next': () => string;
  'pagination.page': (args: { page: number }) => string;
  'pagination.position': (args: { page: number; pages: number }) => string;
  'results.count': (args: { shown: number; total: number }) => string;
  'results.all': (args: { total: number }) => string;
  'filter.heading': () => string;
  'filter.apply': () => string;
  'filter.reset': () => string;
  'filter.active': () => string;
  'filter.remove': (args: { name: string }) => string;
  'filter.all': () => string;
  'filter.search': () => string;
  'filter.status': () => string;
  'filter.field': () => string;
  'filter.sort': () => string;
  'filter.more': () => string;
  'form.error.heading': (args: { count: number }) => string;
  'form.error.prefix': () => string;
  'form.optional': () => string;
  'form.kept': () => string;
  'date.unknown': () => string;
  'date.day': () => string;
  'date.precision': () => string;
  'date.precision.day': () => string;
  'date.precision.month': () => string;
  'date.precision.unknown': () => string;
  'date.less': () => string;
  'date.month': () => string;
  'date.month.none': () => string;
  'date.year': () => string;
  'date.problem.missing': () => string;
  'date.problem.invalid': () => string;
  'date.problem.year': () => string;
  'timeline.becomes': () => string;
  'timeline.happened': () => string;
  'timeline.recorded': () => string;
  'timeline.by': () => string;
  'timeline.noEvidence': () => string;
  'timeline.evidence': (args: { count: number }) => string;
  'timeline.permalink': () => string;
  'timeline.copy': () => string;
  'timeline.copied': () => string;
  'timeline.corrected': () => string;
  'timeline.correctedBy': (args: { day: string }) => string;
  'timeline.corrects': (args: { day: string }) => string;
  'timeline.voided': () => string;
  'timeline.voidedBy': (args: { day: string }) => string;
  'timeline.voids': (args: { day: string }) => string;
  'timeline.redacted': (args: { day: string }) => string;
  'timeline.unknownYear': () => string;
  'timeline.source': () => string;
  'timeline.correct': () => string;
  'timeline.void': () => string;
  'timeline.addEvidence': () => string;
  'timeline.empty': () => string;
  'evidence.paper': () => string;
  'evidence.minutes': () => string;
  'evidence.press': () => string;
  'evidence.site-visit': () => string;
  'evidence.conversation': () => string;
  'evidence.photo': () => string;
  'evidence.other': () => string;
  'evidence.page': (args: { page: string }) => string;
  'evidence.external': (args: { host: string }) => string;
  'chart.table': () => string;
  'chart.download': () => string;
  'chart.downloadAs': (args: { format: string }) => string;
  'chart.source': (args: { source: string }) => string;
  'chart.asOf': (args: { day: string }) => string;
  'chart.status': () => string;
  'chart.count': () => string;
  'chart.share': () => string;
  'chart.total': () => string;
  'chart.field': () => string;
  'chart.noField': () => string;
  'chart.legend': () => string;
  'chart.day': () => string;
  'chart.measures': (args: { count: number }) => string;
  'chart.empty': () => string;
  'chart.bar.title': () => string;
  'chart.bar.sentence': (args: {
    delayed: number;
    done: number;
    running: number;
    total: number;
  }) => string;
  'chart.bar.unknown': (args: { unknown: number }) => string;
  'chart.fields.title': () => string;
  'chart.fields.sentence': (args: {
    best: string;
    done: number;
    fields: number;
    total: number;
  }) => string;
  'chart.fields.noneDone': (args: { fields: number }) => string;
  'chart.time.title': (args: { day: string }) => string;
  'chart.time.sentence': (args: {
    after: number;
    before: number;
    from: string;
    total: number;
  }) => string;
  'chart.time.same': (args: { after: number; from: string; total: number }) => string;
  'chart.time.fell': (args: {
    after: number;
    before: number;
    from: string;
    total: number;
  }) => string;
  'chart.time.recording': () => string;
  'chart.target.title': (args: { year: string }) => string;
  'chart.target.left': (args: {
    both: string;
    months: number;
    year: string;
    years: number;
  }) => string;
  'chart.target.lastMonth': (args: { year: string }) => string;
  'chart.target.over': (args: { year: string }) => string;
  'chart.target.time': () => string;
  'chart.target.timeFrom': (args: { from: string }) => string;
  'chart.target.done': () => string;
  'chart.target.measures': (args: { done: number; total: number }) => string;
  'tiles.label': () => string;
  'tiles.total': (args: { count: number }) => string;
  'measure.due': (args: { day: string }) => string;
  'measure.late': (args: { days: number }) => string;
  'measure.stale': () => string;
  'measure.whyThisStatus': () => string;
  'live.changed': () => string;
  'live.reload': () => string;
  'empty.filtered': () => string;
  'download.label': () => string;
}
export const de = ({ number, plural, select }: Formatters): Messages => ({
  'product.name': () => 'Klimaspur',
  'product.claim': () => 'Jede Maßnahme hinterlässt eine Spur.',
  'status.completed': () => 'abgeschlossen',
  'status.in-progress': () => 'in Umsetzung',
  'status.planned': () => 'geplant',
  'status.adopted': () => 'beschlossen, nicht begonnen',
  'status.in-consultation': () => 'in Beratung',
  'status.delayed': () => 'verzögert',
  'status.failed': () => 'gescheitert',
  'status.rejected': () => 'abgelehnt',
  'status.unknown': () => 'unbekannt',
  'language.de': () => 'Deutsch',
  'language.en': () => 'English',
  'language.switch': () => 'Diese Seite auf Englisch',
  'layout.skip': () => 'Zum Inhalt springen',
  'layout.navigation': () => 'Hauptnavigation',
  'layout.breadcrumbs': () => 'Sie sind hier',
  'layout.footer': () => 'Über diese Seiten',
  'layout.footer.openSource': () =>
    'Klimaspur ist freie Software (EUPL-1.2). Kein Eintrag wird still geändert.',
  'layout.icon': () => 'Startseite von Klimaspur',
  'layout.signIn': () => 'Anmelden',
  'layout.signOut': () => 'Abmelden',
  'layout.signedIn': (args) => `Angemeldet als ${args.name}`,
  'layout.titleWithError': (args) => `Fehler: ${args.title}`,
  'nav.municipalities': () => 'Kommunen',
  'nav.query': () => 'Auswertung',
  'nav.data': () => 'Offene Daten',
  'nav.accessibility': () => 'Barrierefreiheit',
  'nav.imprint': () => 'Impressum',
  'nav.privacy': () => 'Datenschutz',
  'nav.api': () => 'Schnittstelle (API)',
  'nav.start': () => 'Start',
  'example.heading': () => 'Beispiel',
  'example.text': () =>
    'Sie sehen eine erfundene Kommune zum Ausprobieren. Alles darf geändert werden.',
  'example.begin': () => 'Eigene Kommune beginnen',
  'past.heading': () => 'Blick zurück',
  'past.asOf': (args) => `Sie sehen den Stand vom ${args.day}.`,
  'past.knownAt': (args) => `Kenntnisstand vom ${args.instant}: später Eingetragenes fehlt hier.`,
  'past.today': () => 'Zum heutigen Stand',
  'print.permalink': () => 'Adresse dieser Seite',
  'print.asOf': () => 'Stand',
  'print.knownAt': () => 'Kenntnisstand',
  'print.printedOn': () => 'Abgerufen am',
  'pagination.label': () => 'Seiten',
  'pagination.previous': () => 'Vorherige Seite',
  'pagination.next': () => 'Nächste Seite',
  'pagination.page': (args) => `Seite ${number(args.page)}`,
  'pagination.position': (args) => `Seite ${number(args.page)} von ${number(args.pages)}`,
  'results.count': (args) =>
    `${number(args.shown)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })}`,
  'results.all': (args) =>
    `${plural(args.total, { '=0': `Keine Maßnahmen`, one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })}`,
  'filter.heading': () => 'Filtern',
  'filter.apply': () => 'Anzeigen',
  'filter.reset': () => 'Alle Filter aufheben',
  'filter.active': () => 'Gefiltert nach',
  'filter.remove': (args) => `Filter ${args.name} aufheben`,
  'filter.all': () => 'alle',
  'filter.search': () => 'Suche',
  'filter.status': () => 'Stand',
  'filter.field': () => 'Handlungsfeld',
  'filter.sort': () => 'Sortieren nach',
  'filter.more': () => 'Weitere Filter',
  'form.error.heading': (args) =>
    `${plural(args.count, { one: `Eine Angabe fehlt oder stimmt nicht`, other: `${number(args.count)} Angaben fehlen oder stimmen nicht` })}`,
  'form.error.prefix': () => 'Fehler:',
  'form.optional': () => 'freiwillig',
  'form.kept': () => 'Ihre Eingaben sind noch da.',
  'date.unknown': () => 'Tag unbekannt',
  'date.day': () => 'Tag',
  'date.precision': () => 'Wie genau ist der Tag bekannt?',
  'date.precision.day': () => 'Tag wie oben',
  'date.precision.month': () => 'nur Monat oder Jahr',
  'date.precision.unknown': () => 'unbekannt',
  'date.less': () => 'Nur Monat oder Jahr bekannt, oder gar nichts?',
  'date.month': () => 'Monat',
  'date.month.none': () => 'nur das Jahr',
  'date.year': () => 'Jahr',
  'date.problem.missing': () => 'Geben Sie einen Tag an, oder wählen Sie „unbekannt“.',
  'date.problem.invalid': () => 'Das ist kein Tag im Kalender.',
  'date.problem.year': () => 'Geben Sie das Jahr mit vier Ziffern an, zum Beispiel 2025.',
  'timeline.becomes': () => 'wird zu',
  'timeline.happened': () => 'geschehen am',
  'timeline.recorded': () => 'eingetragen am',
  'timeline.by': () => 'von',
  'timeline.noEvidence': () => 'ohne Beleg',
  'timeline.evidence': (args) => `${plural(args.count, { one: `Beleg`, other: `Belege` })}`,
  'timeline.permalink': () => 'Link zu diesem Eintrag',
  'timeline.copy': () => 'Link kopieren',
  'timeline.copied': () => 'Link kopiert',
  'timeline.corrected': () => 'Dieser Eintrag wurde berichtigt.',
  'timeline.correctedBy': (args) => `Zur Berichtigung vom ${args.day}`,
  'timeline.corrects': (args) => `Berichtigt den Eintrag vom ${args.day}`,
  'timeline.voided': () => 'Dieser Eintrag wurde zurückgenommen und zählt nicht.',
  'timeline.voidedBy': (args) => `Zur Rücknahme vom ${args.day}`,
  'timeline.voids': (args) => `Nimmt den Eintrag vom ${args.day} zurück`,
  'timeline.redacted': (args) => `[entfernt am ${args.day}]`,
  'timeline.unknownYear': () => 'Ohne bekanntes Jahr',
  'timeline.source': () => 'Gilt durch den Eintrag',
  'timeline.correct': () => 'Berichtigen',
  'timeline.void': () => 'Zurücknehmen',
  'timeline.addEvidence': () => 'Beleg ergänzen',
  'timeline.empty': () => 'Noch kein Eintrag.',
  'evidence.paper': () => 'Drucksache',
  'evidence.minutes': () => 'Niederschrift',
  'evidence.press': () => 'Presse',
  'evidence.site-visit': () => 'Ortstermin',
  'evidence.conversation': () => 'Gespräch',
  'evidence.photo': () => 'Foto',
  'evidence.other': () => 'Sonstiges',
  'evidence.page': (args) => `Seite ${args.page}`,
  'evidence.external': (args) => `öffnet ${args.host}`,
  'chart.table': () => 'Als Tabelle zeigen',
  'chart.download': () => 'Daten herunterladen',
  'chart.downloadAs': (args) => `Als ${args.format}`,
  'chart.source': (args) => `Quelle: ${args.source}`,
  'chart.asOf': (args) => `Stand ${args.day}`,
  'chart.status': () => 'Stand',
  'chart.count': () => 'Anzahl',
  'chart.share': () => 'Anteil',
  'chart.total': () => 'insgesamt',
  'chart.field': () => 'Handlungsfeld',
  'chart.noField': () => 'ohne Handlungsfeld',
  'chart.legend': () => 'Legende',
  'chart.day': () => 'ab dem',
  'chart.measures': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })}`,
  'chart.empty': () => 'Noch keine Maßnahmen.',
  'chart.bar.title': () => 'Wie steht es um die Maßnahmen?',
  'chart.bar.sentence': (args) =>
    `${number(args.done)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme ist`, other: `${number(args.total)} Maßnahmen sind` })} abgeschlossen, ${number(args.running)} in Umsetzung, ${number(args.delayed)} verzögert.`,
  'chart.bar.unknown': (args) => `Von ${number(args.unknown)} ist der Stand unbekannt.`,
  'chart.fields.title': () => 'Stand nach Handlungsfeld',
  'chart.fields.sentence': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} Handlungsfeld`, other: `${number(args.fields)} Handlungsfelder` })}; am weitesten ist „${args.best}“ mit ${number(args.done)} von ${number(args.total)} abgeschlossen.`,
  'chart.fields.noneDone': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} Handlungsfeld`, other: `${number(args.fields)} Handlungsfelder` })}; noch in keinem ist eine Maßnahme abgeschlossen.`,
  'chart.time.title': (args) => `Entwicklung seit ${args.day}`,
  'chart.time.sentence': (args) =>
    `Seit ${args.from} stieg die Zahl der abgeschlossenen Maßnahmen von ${number(args.before)} auf ${number(args.after)} (von ${number(args.total)}).`,
  'chart.time.same': (args) =>
    `Seit ${args.from} sind unverändert ${number(args.after)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })} abgeschlossen.`,
  'chart.time.fell': (args) =>
    `Seit ${args.from} sank die Zahl der abgeschlossenen Maßnahmen von ${number(args.before)} auf ${number(args.after)} (von ${number(args.total)}).`,
  'chart.time.recording': () => 'Beginn der Aufzeichnung',
  'chart.target.title': (args) => `Zeit bis zum Zieljahr ${args.year}`,
  'chart.target.left': (args) =>
    `Noch ${plural(args.years, { '=0': ``, one: `${number(args.years)} Jahr`, other: `${number(args.years)} Jahre` })}${select(args.both, { yes: ` und `, other: `` })}${plural(args.months, { '=0': ``, one: `${number(args.months)} Monat`, other: `${number(args.months)} Monate` })} bis zum Ende des Zieljahrs ${args.year}.`,
  'chart.target.lastMonth': (args) =>
    `Noch weniger als ein Monat bis zum Ende des Zieljahrs ${args.year}.`,
  'chart.target.over': (args) => `Das Zieljahr ${args.year} ist vorbei.`,
  'chart.target.time': () => 'verstrichene Zeit',
  'chart.target.timeFrom': (args) => `Zeit seit ${args.from}`,
  'chart.target.done': () => 'abgeschlossene Maßnahmen',
  'chart.target.measures': (args) => `${number(args.done)} von ${number(args.total)}`,
  'tiles.label': () => 'Maßnahmen nach Stand',
  'tiles.total': (args) => `${plural(args.count, { one: `Maßnahme`, other: `Maßnahmen` })}`,
  'measure.due': (args) => `Frist ${args.day}`,
  'measure.late': (args) =>
    `seit ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tagen` })} überfällig`,
  'measure.stale': () => 'lange nicht geprüft',
  'measure.whyThisStatus': () => 'Warum dieser Stand?',
  'live.changed': () => 'Es gibt neue Einträge.',
  'live.reload': () => 'Seite aktualisieren',
  'empty.filtered': () => 'Zu diesen Filtern gibt es nichts.',
  'download.label': () => 'Genau das Gezeigte herunterladen',
});
export const en = ({ number, plural, select }: Formatters): Messages => ({
  'product.name': () => 'Klimaspur',
  'product.claim': () => 'Every measure leaves a trail.',
  'status.completed': () => 'completed',
  'status.in-progress': () => 'under way',
  'status.planned': () => 'planned',
  'status.adopted': () => 'adopted, not started',
  'status.in-consultation': () => 'under consultation',
  'status.delayed': () => 'delayed',
  'status.failed': () => 'failed',
  'status.rejected': () => 'rejected',
  'status.unknown': () => 'unknown',
  'language.de': () => 'Deutsch',
  'language.en': () => 'English',
  'language.switch': () => 'This page in German',
  'layout.skip': () => 'Skip to content',
  'layout.navigation': () => 'Main navigation',
  'layout.breadcrumbs': () => 'You are here',
  'layout.footer': () => 'About these pages',
  'layout.footer.openSource': () =>
    'Klimaspur is free software (EUPL-1.2). No entry is ever silently changed.',
  'layout.icon': () => 'Klimaspur home page',
  'layout.signIn': () => 'Sign in',
  'layout.signOut': () => 'Sign out',
  'layout.signedIn': (args) => `Signed in as ${args.name}`,
  'layout.titleWithError': (args) => `Error: ${args.title}`,
  'nav.municipalities': () => 'Municipalities',
  'nav.query': () => 'Analysis',
  'nav.data': () => 'Open data',
  'nav.accessibility': () => 'Accessibility',
  'nav.imprint': () => 'Legal notice',
  'nav.privacy': () => 'Privacy',
  'nav.api': () => 'API',
  'nav.start': () => 'Start',
  'example.heading': () => 'Example',
  'example.text': () => 'This town is made up, for trying things out. You may change anything.',
  'example.begin': () => 'Begin with your own municipality',
  'past.heading': () => 'Looking back',
  'past.asOf': (args) => `You are looking at the state on ${args.day}.`,
  'past.knownAt': (args) => `As known on ${args.instant}: what was recorded later is missing here.`,
  'past.today': () => 'Go to today’s state',
  'print.permalink': () => 'Address of this page',
  'print.asOf': () => 'State on',
  'print.knownAt': () => 'As known on',
  'print.printedOn': () => 'Retrieved on',
  'pagination.label': () => 'Pages',
  'pagination.previous': () => 'Previous page',
  'pagination.next': () => 'Next page',
  'pagination.page': (args) => `Page ${number(args.page)}`,
  'pagination.position': (args) => `Page ${number(args.page)} of ${number(args.pages)}`,
  'results.count': (args) =>
    `${number(args.shown)} of ${plural(args.total, { one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })}`,
  'results.all': (args) =>
    `${plural(args.total, { '=0': `No measures`, one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })}`,
  'filter.heading': () => 'Filter',
  'filter.apply': () => 'Show',
  'filter.reset': () => 'Clear all filters',
  'filter.active': () => 'Filtered by',
  'filter.remove': (args) => `Remove filter ${args.name}`,
  'filter.all': () => 'all',
  'filter.search': () => 'Search',
  'filter.status': () => 'Status',
  'filter.field': () => 'Field of action',
  'filter.sort': () => 'Sort by',
  'filter.more': () => 'More filters',
  'form.error.heading': (args) =>
    `${plural(args.count, { one: `One answer is missing or not right`, other: `${number(args.count)} answers are missing or not right` })}`,
  'form.error.prefix': () => 'Error:',
  'form.optional': () => 'optional',
  'form.kept': () => 'What you typed is still there.',
  'date.unknown': () => 'day unknown',
  'date.day': () => 'Day',
  'date.precision': () => 'How exactly is the day known?',
  'date.precision.day': () => 'the day above',
  'date.precision.month': () => 'month or year only',
  'date.precision.unknown': () => 'unknown',
  'date.less': () => 'Only the month or year is known, or nothing at all?',
  'date.month': () => 'Month',
  'date.month.none': () => 'the year only',
  'date.year': () => 'Year',
  'date.problem.missing': () => 'Enter a day, or choose “unknown”.',
  'date.problem.invalid': () => 'There is no such day in the calendar.',
  'date.problem.year': () => 'Enter the year with four digits, such as 2025.',
  'timeline.becomes': () => 'becomes',
  'timeline.happened': () => 'happened on',
  'timeline.recorded': () => 'recorded on',
  'timeline.by': () => 'by',
  'timeline.noEvidence': () => 'no evidence given',
  'timeline.evidence': (args) => `${plural(args.count, { one: `Evidence`, other: `Evidence` })}`,
  'timeline.permalink': () => 'Link to this entry',
  'timeline.copy': () => 'Copy link',
  'timeline.copied': () => 'Link copied',
  'timeline.corrected': () => 'This entry has been corrected.',
  'timeline.correctedBy': (args) => `Go to the correction of ${args.day}`,
  'timeline.corrects': (args) => `Corrects the entry of ${args.day}`,
  'timeline.voided': () => 'This entry was withdrawn and does not count.',
  'timeline.voidedBy': (args) => `Go to the withdrawal of ${args.day}`,
  'timeline.voids': (args) => `Withdraws the entry of ${args.day}`,
  'timeline.redacted': (args) => `[removed on ${args.day}]`,
  'timeline.unknownYear': () => 'Year not known',
  'timeline.source': () => 'Follows from the entry',
  'timeline.correct': () => 'Correct',
  'timeline.void': () => 'Withdraw',
  'timeline.addEvidence': () => 'Add evidence',
  'timeline.empty': () => 'No entry yet.',
  'evidence.paper': () => 'Council paper',
  'evidence.minutes': () => 'Minutes',
  'evidence.press': () => 'Press',
  'evidence.site-visit': () => 'Site visit',
  'evidence.conversation': () => 'Conversation',
  'evidence.photo': () => 'Photo',
  'evidence.other': () => 'Other',
  'evidence.page': (args) => `page ${args.page}`,
  'evidence.external': (args) => `opens ${args.host}`,
  'chart.table': () => 'Show as table',
  'chart.download': () => 'Download data',
  'chart.downloadAs': (args) => `As ${args.format}`,
  'chart.source': (args) => `Source: ${args.source}`,
  'chart.asOf': (args) => `State on ${args.day}`,
  'chart.status': () => 'Status',
  'chart.count': () => 'Number',
  'chart.share': () => 'Share',
  'chart.total': () => 'total',
  'chart.field': () => 'Field of action',
  'chart.noField': () => 'no field of action',
  'chart.legend': () => 'Legend',
  'chart.day': () => 'from',
  'chart.measures': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })}`,
  'chart.empty': () => 'No measures yet.',
  'chart.bar.title': () => 'How are the measures getting on?',
  'chart.bar.sentence': (args) =>
    `${number(args.done)} of ${plural(args.total, { one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })} completed, ${number(args.running)} under way, ${number(args.delayed)} delayed.`,
  'chart.bar.unknown': (args) => `The state of ${number(args.unknown)} is unknown.`,
  'chart.fields.title': () => 'Status by field of action',
  'chart.fields.sentence': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} field of action`, other: `${number(args.fields)} fields of action` })}; “${args.best}” is furthest, with ${number(args.done)} of ${number(args.total)} completed.`,
  'chart.fields.noneDone': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} field of action`, other: `${number(args.fields)} fields of action` })}; none has a completed measure yet.`,
  'chart.time.title': (args) => `Development since ${args.day}`,
  'chart.time.sentence': (args) =>
    `Since ${args.from} the number of completed measures rose from ${number(args.before)} to ${number(args.after)} (of ${number(args.total)}).`,
  'chart.time.same': (args) =>
    `Since ${args.from} it has stayed at ${number(args.after)} of ${plural(args.total, { one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })} completed.`,
  'chart.time.fell': (args) =>
    `Since ${args.from} the number of completed measures fell from ${number(args.before)} to ${number(args.after)} (of ${number(args.total)}).`,
  'chart.time.recording': () => 'Records begin',
  'chart.target.title': (args) => `Time until the target year ${args.year}`,
  'chart.target.left': (args) =>
    `${plural(args.years, { '=0': ``, one: `${number(args.years)} year`, other: `${number(args.years)} years` })}${select(args.both, { yes: ` and `, other: `` })}${plural(args.months, { '=0': ``, one: `${number(args.months)} month`, other: `${number(args.months)} months` })} left until the end of the target year ${args.year}.`,
  'chart.target.lastMonth': (args) =>
    `Less than a month left until the end of the target year ${args.year}.`,
  'chart.target.over': (args) => `The target year ${args.year} is over.`,
  'chart.target.time': () => 'time gone by',
  'chart.target.timeFrom': (args) => `Time since ${args.from}`,
  'chart.target.done': () => 'measures completed',
  'chart.target.measures': (args) => `${number(args.done)} of ${number(args.total)}`,
  'tiles.label': () => 'Measures by status',
  'tiles.total': (args) => `${plural(args.count, { one: `measure`, other: `measures` })}`,
  'measure.due': (args) => `Due ${args.day}`,
  'measure.late': (args) =>
    `${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} overdue`,
  'measure.stale': () => 'not checked for long',
  'measure.whyThisStatus': () => 'Why this status?',
  'live.changed': () => 'There are new entries.',
  'live.reload': () => 'Reload this page',
  'empty.filtered': () => 'Nothing matches these filters.',
  'download.label': () => 'Download exactly what is shown',
});
