import type { Words } from '../importer.js';

/** What went in, and what should be looked at about it. */
export const findings = {
  'to-clarify': {
    de: 'Die Datei sagt „{word}“: Klären Sie, ob die Maßnahme läuft und zu spät ist, oder ob sie fehlt.',
    en: 'The file says "{word}": clarify whether the measure runs late, or is missing.',
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
  'value-as-text': {
    de: '„{column}“: Aus „{value}“ lässt sich kein Wert genau lesen. Es steht als Text unter „{to}“.',
    en: '"{column}": no exact value can be read from "{value}". It stands as text in "{to}".',
  },
  'date-was-number': {
    de: '„{column}“: Die Zahl {value} ist ein Tag, wie Tabellenprogramme ihn zählen, und wurde als {date} gelesen.',
    en: '"{column}": the number {value} is a day as spreadsheets count it, and was read as {date}.',
  },
  'decision-without-day': {
    de: '„{column}“ nennt einen Beschluss ohne Tag. Er wurde nicht eingetragen, die Angabe steht unter „Bemerkungen“. Ergänzen Sie den Tag in der Tabelle, oder tragen Sie den Beschluss mit Tag und Gremium bei der Maßnahme ein.',
    en: '"{column}" names a decision without its day. It was not recorded; the words stand in the remarks. Add the day to the table, or record the decision with its day and body at the measure.',
  },
  'decision-without-body': {
    de: '„{column}“ {date}: Es fehlt, welches Gremium beschlossen hat. Ohne Gremium gilt der Beschluss nicht als abschließend. Ergänzen Sie eine Spalte „Beschlossen durch“, oder tragen Sie den Beschluss mit seinem Gremium bei der Maßnahme ein.',
    en: '"{column}" {date}: it is not said which body decided. Without a body the decision does not count as final. Add a column "decided by", or record the decision with its body at the measure.',
  },
  'decision-of-committee': {
    de: '„{column}“ nennt „{body}“: Ein Ausschuss berät in der Regel vor. Der Beschluss gilt nicht als abschließend, bis Sie ihn bei der Maßnahme so eintragen.',
    en: '"{column}" names "{body}": a committee usually advises. The decision does not count as final until you record it so at the measure.',
  },
  'decision-in-status': {
    de: '„{column}“: „{value}“ sagt etwas über den Beschluss, nicht über die Umsetzung. Dazu fehlen Tag und Gremium: Tragen Sie den Beschluss bei der Maßnahme ein, oder ergänzen Sie die Spalten „Beschlossen am“ und „Beschlossen durch“.',
    en: '"{column}": "{value}" speaks of the decision, not of the implementation. Its day and body are missing: record the decision at the measure, or add the columns "decided on" and "decided by".',
  },
  'stand-from-sheet': {
    de: 'Die Tabelle nennt selbst ihren Stand: {date}. Er gilt für alle Angaben ohne eigenes Datum.',
    en: 'The table itself names the day for which it speaks: {date}. It holds for all values without a day of their own.',
  },
  'field-from-above': {
    de: '„{column}“ steht nur in der ersten Zeile jeder Gruppe; {count} Zeilen darunter haben den Wert von dort. Prüfen Sie, ob das so gemeint ist.',
    en: '"{column}" stands only in the first row of each group; {count} rows below have the value from there. Check whether that is meant.',
  },
  'second-table': {
    de: 'Hier beginnt eine andere Tabelle („{value}“). Gelesen wird nur die erste; nicht gelesene Zeilen: {count}.',
    en: 'Another table begins here ("{value}"). Only the first is read; rows not read: {count}.',
  },
  'row-left-out': {
    de: 'Die Zeile „{value}“ ist keine Maßnahme und wurde übergangen.',
    en: 'The row "{value}" is no measure and was passed over.',
  },
  'person-column': {
    de: 'Unter „{column}“ stehen wohl Namen von Personen. Die Spalte bleibt draußen, solange ihr niemand eine Bedeutung gibt; Namen würden öffentlich.',
    en: 'Below "{column}" there are probably names of persons. The column stays outside until somebody says what it means; names would be public.',
  },
  'person-left-out': {
    de: 'In „{column}“ steht eine Person mit Anrede oder Titel; ihr Name wurde nicht übernommen. Ämter und Gruppen tragen Sie an der Maßnahme ein.',
    en: '"{column}" names a person with a form of address or a degree; the name was not taken over. Enter offices and groups at the measure.',
  },
  'formula-error': {
    de: 'In „{column}“ steht der Fehler einer Formel ({value}); er wurde nicht übernommen.',
    en: '"{column}" holds the error of a formula ({value}); it was not taken over.',
  },
  'rows-hidden': {
    de: '{count} Zeilen sind in der Tabelle ausgeblendet. Sie wurden übernommen.',
    en: '{count} rows are hidden in the table. They were taken over.',
  },
  'sheets-read': {
    de: 'Gelesen wurden die Blätter: {sheets}',
    en: 'These sheets were read: {sheets}',
  },
  'sheets-without-table': {
    de: 'Keine Tabelle mit Maßnahmen gefunden auf: {sheets}',
    en: 'No table of measures was found on: {sheets}',
  },
  'sheets-other-columns': {
    de: 'Nicht gelesen, weil ihre Spalten andere sind: {sheets}. Wählen Sie die Blätter, die Sie meinen.',
    en: 'Not read, because their columns are others: {sheets}. Choose the sheets that you mean.',
  },
  'sheets-same-measures': {
    de: 'Nicht gelesen, weil dort dieselben Maßnahmen stehen, wohl in einer anderen Fassung: {sheets}. Wählen Sie die Blätter, die Sie meinen.',
    en: 'Not read, because the same measures stand there, probably in another edition: {sheets}. Choose the sheets that you mean.',
  },
  'state-not-carried': {
    de: 'Aus dieser Zeile ließ sich nicht alles zum Stand übernehmen: {columns}. Prüfen Sie die Maßnahme.',
    en: 'Not everything that this row says of the state could be taken over: {columns}. Look at the measure.',
  },
  'word-differs': {
    de: 'In der Datei steht „{file}“, hier „{here}“: aus denselben Angaben folgt heute ein anderes Wort.',
    en: 'The file says "{file}", here it is "{here}": the same facts lead to another word today.',
  },
  'sheets-hidden': {
    de: 'Ausgeblendete Blätter wurden nicht gelesen: {sheets}',
    en: 'Hidden sheets were not read: {sheets}',
  },
  'status-word-unknown': {
    de: 'Spalte „{column}“: Was „{word}“ (Zeilen mit diesem Wort: {count}) für den Stand der Umsetzung bedeutet, ist unbekannt. Es steht als Text bei der Maßnahme; ordnen Sie das Wort zu.',
    en: 'Column "{column}": what "{word}" (rows with this word: {count}) means for the implementation is not known. It stands as text with the measure; map the word.',
  },
  'status-word-guessed': {
    de: 'Spalte „{column}“: „{word}“ (Zeilen mit diesem Wort: {count}) wurde als {meaning} gelesen. Prüfen Sie, ob das so gemeint ist.',
    en: 'Column "{column}": "{word}" (rows with this word: {count}) was read as {meaning}. Check whether that is meant.',
  },
  'share-complete': {
    de: 'Die Datei sagt „100 %“, aber nicht, dass die Maßnahme abgeschlossen ist: Sie steht mit 100 % „in Umsetzung“. Ist sie fertig, dann tragen Sie bei der Maßnahme „abgeschlossen“ ein.',
    en: 'The file says "100 %", but not that the measure is completed: it stands "under way" with 100 %. If it is finished, record "completed" at the measure.',
  },
  'states-beside': {
    de: 'Der Stand der Umsetzung wurde aus „{column}“ gelesen. Auch diese Spalten nennen ihn: {others}. Meinen Sie eine davon, dann ordnen Sie ihr „Stand“ zu.',
    en: 'The state of the implementation was read from "{column}". These columns tell it too: {others}. If you mean one of them, map it to the state.',
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
