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
  'status.elsewhere': () => string;
  'language.de': () => string;
  'language.en': () => string;
  'language.switch': () => string;
  'layout.skip': () => string;
  'layout.navigation': () => string;
  'layout.breadcrumbs': () => string;
  'layout.footer': () => string;
  'layout.footer.openSource': () => string;
  'layout.signIn': () => string;
  'layout.signOut': () => string;
  'layout.signedIn': (args: { name: string }) => string;
  'layout.titleWithError': (args: { title: string }) => string;
  'nav.municipalities': () => string;
  'nav.data': () => string;
  'nav.checksums': () => string;
  'nav.accessibility': () => string;
  'nav.imprint': () => string;
  'nav.privacy': () => string;
  'nav.api': () => string;
  'nav.start': () => string;
  'nav.whatIs': () => string;
  'nav.method': () => string;
  'nav.easyLanguage': () => string;
  'privacy.short': () => string;
  'privacy.controller': () => string;
  'privacy.reading': () => string;
  'privacy.cookies': () => string;
  'privacy.cookie.session': (args: { days: number; name: string }) => string;
  'privacy.cookie.after': (args: { name: string; seconds: number }) => string;
  'privacy.cookie.saved': (args: { name: string; seconds: number }) => string;
  'privacy.accounts': (args: { days: number }) => string;
  'privacy.notices': (args: { days: number }) => string;
  'privacy.contacts': () => string;
  'privacy.entries': () => string;
  'privacy.links': () => string;
  'privacy.linkCheck': () => string;
  'privacy.basis': () => string;
  'privacy.rights': () => string;
  'accessibility.goal': () => string;
  'accessibility.done': () => string;
  'accessibility.tested': () => string;
  'accessibility.gaps': () => string;
  'easyLanguage.what': () => string;
  'easyLanguage.see': () => string;
  'easyLanguage.who': () => string;
  'easyLanguage.use': () => string;
  'easyLanguage.wrong': () => string;
  'site.lead.imprint': () => string;
  'site.lead.privacy': () => string;
  'site.lead.accessibility': () => string;
  'site.lead.easy-language': () => string;
  'site.none': () => string;
  'site.otherLanguage': () => string;
  'site.changedAt': (args: { day: string }) => string;
  'site.builtIn': () => string;
  'site.edit': () => string;
  'site.towns': () => string;
  'site.towns.1': () => string;
  'site.all': () => string;
  'site.all.lead': () => string;
  'site.state.own': () => string;
  'site.state.builtIn': () => string;
  'site.state.checked': () => string;
  'site.state.unchecked': () => string;
  'site.state.missing': () => string;
  'site.form.de': () => string;
  'site.form.en': () => string;
  'site.form.hint': () => string;
  'site.form.emptyMeans': () => string;
  'site.form.english': () => string;
  'site.form.template': () => string;
  'site.form.look': () => string;
  'site.form.checked': () => string;
  'site.form.checked.privacy': () => string;
  'site.form.checked.accessibility': () => string;
  'site.form.checked.yes': () => string;
  'site.form.imprint': () => string;
  'whatIs.lead': () => string;
  'whatIs.why': () => string;
  'whatIs.why.1': () => string;
  'whatIs.why.2': () => string;
  'whatIs.who': () => string;
  'whatIs.who.1': () => string;
  'whatIs.who.2': () => string;
  'whatIs.how': () => string;
  'whatIs.how.plan': () => string;
  'whatIs.how.record': () => string;
  'whatIs.how.check': () => string;
  'whatIs.how.correct': () => string;
  'whatIs.how.derive': () => string;
  'whatIs.limits': () => string;
  'whatIs.limits.1': () => string;
  'whatIs.limits.2': () => string;
  'whatIs.limits.3': () => string;
  'whatIs.join': () => string;
  'whatIs.join.1': () => string;
  'whatIs.join.towns': () => string;
  'method.lead': () => string;
  'method.entries': () => string;
  'method.entries.1': () => string;
  'method.entries.2': () => string;
  'method.entries.3': () => string;
  'method.axes': () => string;
  'method.axes.1': () => string;
  'method.state': () => string;
  'method.aloneGives': () => string;
  'method.decisionStates': (args: { count: number }) => string;
  'method.implementationStates': (args: { count: number }) => string;
  'method.noDelayState': () => string;
  'method.words': (args: { count: number }) => string;
  'method.words.1': () => string;
  'method.words.2': () => string;
  'method.late': () => string;
  'method.late.1': () => string;
  'method.late.2': () => string;
  'method.late.planned': () => string;
  'method.late.from': () => string;
  'method.late.table': () => string;
  'method.stale': () => string;
  'method.stale.1': (args: { days: number }) => string;
  'method.stale.news': () => string;
  'method.findings': () => string;
  'method.findings.1': () => string;
  'method.assessment': () => string;
  'method.assessment.1': () => string;
  'scale.TRAFFIC_LIGHT': () => string;
  'scale.LOCALZERO': () => string;
  'scale.ONE_TO_FIVE': () => string;
  'method.percent': () => string;
  'method.percent.1': () => string;
  'method.more': () => string;
  'method.source': () => string;
  'measure.rule': () => string;
  'data.lead': () => string;
  'checksums.lead': () => string;
  'checksums.newest': () => string;
  'checksums.none': () => string;
  'checksums.counts': () => string;
  'checksums.entries': () => string;
  'checksums.number': (args: { count: number }) => string;
  'checksums.root': () => string;
  'checksums.signedAt': () => string;
  'checksums.note': () => string;
  'checksums.key': () => string;
  'checksums.how': () => string;
  'checksums.how.1': () => string;
  'checksums.how.2': () => string;
  'checksums.how.3': () => string;
  'checksums.not': () => string;
  'checksums.all': () => string;
  'checksums.all.1': (args: { count: number; total: number }) => string;
  'checksums.all.json': () => string;
  'checksums.refused': () => string;
  'checksums.refused.shorter': (args: { signed: number; size: number }) => string;
  'checksums.refused.differs': (args: { signed: number; size: number }) => string;
  'checksums.refused.stuck': (args: { signed: number; size: number }) => string;
  'checksums.refused.what': () => string;
  'data.licence': () => string;
  'data.licence.1': (args: { licence: string }) => string;
  'data.cite': () => string;
  'data.cite.1': (args: { asOf: string; knownAt: string }) => string;
  'data.cite.example': (args: {
    address: string;
    day: string;
    group: string;
    licence: string;
    town: string;
  }) => string;
  'data.cite.group': () => string;
  'data.cite.town': () => string;
  'data.files': () => string;
  'data.files.1': () => string;
  'data.files.what': () => string;
  'data.files.formats': () => string;
  'data.files.measures': () => string;
  'data.files.towns': () => string;
  'workbook.all': () => string;
  'data.files.events': () => string;
  'data.files.proofs': () => string;
  'data.files.events.1': () => string;
  'data.api': () => string;
  'data.api.1': () => string;
  'data.api.docs': () => string;
  'data.api.document': () => string;
  'data.columns': () => string;
  'data.columns.1': (args: { count: number }) => string;
  'data.columns.heading': () => string;
  'data.columns.key': () => string;
  'data.columns.kind': () => string;
  'data.columns.meaning': () => string;
  'columnKind.text': () => string;
  'columnKind.date': () => string;
  'columnKind.code': () => string;
  'columnKind.amount': () => string;
  'columnKind.money': () => string;
  'columnKind.answer': () => string;
  'columnKind.path': () => string;
  'columnKind.word': () => string;
  'columnKind.list': () => string;
  'data.codes': () => string;
  'data.codes.code': () => string;
  'data.codes.word': () => string;
  'data.towns': () => string;
  'data.towns.all': () => string;
  'licence.CC-BY-4.0': () => string;
  'licence.CC0-1.0': () => string;
  'licence.DL-DE-BY-2.0': () => string;
  'licence.DL-DE-ZERO-2.0': () => string;
  'columnMeaning.id': () => string;
  'columnMeaning.municipality': () => string;
  'columnMeaning.plan': () => string;
  'columnMeaning.planKind': () => string;
  'columnMeaning.number': () => string;
  'columnMeaning.field': () => string;
  'columnMeaning.title': () => string;
  'columnMeaning.teaser': () => string;
  'columnMeaning.statusWord': () => string;
  'columnMeaning.status': () => string;
  'columnMeaning.decision': () => string;
  'columnMeaning.implementation': () => string;
  'columnMeaning.delayReported': () => string;
  'columnMeaning.late': () => string;
  'columnMeaning.plannedStart': () => string;
  'columnMeaning.plannedEnd': () => string;
  'columnMeaning.lead': () => string;
  'columnMeaning.leadExplanation': () => string;
  'columnMeaning.budgetPerYearCents': () => string;
  'columnMeaning.budgetTotalCents': () => string;
  'columnMeaning.savingKgCo2ePerYear': () => string;
  'columnMeaning.savingKwhPerYear': () => string;
  'columnMeaning.savingCentsPerYear': () => string;
  'columnMeaning.ownProposal': () => string;
  'columnMeaning.description': () => string;
  'columnMeaning.planText': () => string;
  'columnMeaning.background': () => string;
  'columnMeaning.goal': () => string;
  'columnMeaning.statusReport': () => string;
  'columnMeaning.statusNote': () => string;
  'columnMeaning.outlook': () => string;
  'columnMeaning.obstacles': () => string;
  'columnMeaning.remarks': () => string;
  'columnMeaning.planAssessment': () => string;
  'columnMeaning.supporters': () => string;
  'columnMeaning.lastEntryOn': () => string;
  'columnMeaning.url': () => string;
  'columnMeaning.decidedOn': () => string;
  'columnMeaning.implementationSince': () => string;
  'columnMeaning.implementationBy': () => string;
  'columnMeaning.startedOn': () => string;
  'columnMeaning.startedBy': () => string;
  'columnMeaning.endedOn': () => string;
  'columnMeaning.endedBy': () => string;
  'columnMeaning.percent': () => string;
  'columnMeaning.delayReportedOn': () => string;
  'columnMeaning.decisionSince': () => string;
  'columnMeaning.amended': () => string;
  'columnMeaning.inNewConsultation': () => string;
  'columnMeaning.noDecisionReason': () => string;
  'columnMeaning.heirs': () => string;
  'columnMeaning.delayReason': () => string;
  'columnMeaning.abandonReason': () => string;
  'columnMeaning.assessment': () => string;
  'columnMeaning.assessedOn': () => string;
  'columnMeaning.period': () => string;
  'columnMeaning.horizon': () => string;
  'columnMeaning.duration': () => string;
  'columnMeaning.priority': () => string;
  'columnMeaning.feasibility': () => string;
  'columnMeaning.impact': () => string;
  'columnMeaning.partners': () => string;
  'columnMeaning.initiator': () => string;
  'columnMeaning.targetGroups': () => string;
  'columnMeaning.influence': () => string;
  'columnMeaning.costOneOffCents': () => string;
  'columnMeaning.costPerYearCents': () => string;
  'columnMeaning.staffHundredths': () => string;
  'columnMeaning.costAsOf': () => string;
  'columnMeaning.costNote': () => string;
  'columnMeaning.funding': () => string;
  'columnMeaning.savingMinKgCo2ePerYear': () => string;
  'columnMeaning.savingMaxKgCo2ePerYear': () => string;
  'columnMeaning.savingQuality': () => string;
  'columnMeaning.savingsMethod': () => string;
  'columnMeaning.notQuantified': () => string;
  'columnMeaning.notQuantifiedReason': () => string;
  'columnMeaning.climateEffect': () => string;
  'columnMeaning.effectFrom': () => string;
  'columnMeaning.steps': () => string;
  'columnMeaning.indicators': () => string;
  'columnMeaning.coBenefits': () => string;
  'columnMeaning.localValue': () => string;
  'columnMeaning.examples': () => string;
  'columnMeaning.related': () => string;
  'columnMeaning.papers': () => string;
  'columnMeaning.classes': () => string;
  'example.heading': () => string;
  'example.text': () => string;
  'example.begin': () => string;
  'past.heading': () => string;
  'past.asOf': (args: { day: string }) => string;
  'past.knownAt': (args: { instant: string }) => string;
  'past.today': () => string;
  'print.permalink': () => string;
  'print.checkpoint': (args: { address: string; root: string; size: number }) => string;
  'print.asOf': () => string;
  'print.knownAt': () => string;
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
  'form.description': () => string;
  'form.save': () => string;
  'form.cancel': () => string;
  'form.moreRows': () => string;
  'form.row': (args: { item: string; number: number }) => string;
  'form.none': () => string;
  'form.choose': () => string;
  'form.conflict.title': () => string;
  'form.conflict.text': () => string;
  'form.theirs': (args: { value: string }) => string;
  'form.theirs.none': () => string;
  'form.sentBefore': () => string;
  'form.problem.integer': () => string;
  'form.problem.year': (args: { max: string; min: string }) => string;
  'form.problem.number': () => string;
  'form.problem.money': () => string;
  'form.problem.date': () => string;
  saved: () => string;
  'saved.unchanged': () => string;
  'saved.rebuilding': () => string;
  'saved.replayed': () => string;
  'saved.stillParked': () => string;
  'saved.dismissed': () => string;
  'saved.founded': () => string;
  'saved.published': () => string;
  'saved.unpublished': () => string;
  'saved.planDrafted': () => string;
  'saved.moved': () => string;
  'saved.recorded': () => string;
  'saved.voided': () => string;
  'form.date.hint': () => string;
  'form.lines.hint': () => string;
  'form.euros': () => string;
  'form.tonnes': () => string;
  'signIn.returns': () => string;
  'problem.auth/operator-needed': () => string;
  'begin.title': () => string;
  'begin.lead': () => string;
  'begin.import': () => string;
  'begin.submit': () => string;
  'begin.name': () => string;
  'begin.name.hint': () => string;
  'begin.state': () => string;
  'begin.ags': () => string;
  'begin.ags.hint': () => string;
  'details.key.reason': () => string;
  'begin.population': () => string;
  'begin.populationOn': () => string;
  'begin.target': () => string;
  'target.year': () => string;
  'target.year.hint': () => string;
  'target.resolution': () => string;
  'target.resolution.hint': () => string;
  'target.resolvedOn': () => string;
  'target.evidence': () => string;
  'state.BW': () => string;
  'state.BY': () => string;
  'state.BE': () => string;
  'state.BB': () => string;
  'state.HB': () => string;
  'state.HH': () => string;
  'state.HE': () => string;
  'state.MV': () => string;
  'state.NI': () => string;
  'state.NW': () => string;
  'state.RP': () => string;
  'state.SL': () => string;
  'state.SN': () => string;
  'state.ST': () => string;
  'state.SH': () => string;
  'state.TH': () => string;
  'work.crumb': () => string;
  'work.open': () => string;
  'measure.new': () => string;
  'measure.edit': () => string;
  'measure.new.lead': () => string;
  'measure.new.more': () => string;
  'measure.new.more.hint': () => string;
  'measure.noPlan': () => string;
  'measure.place': () => string;
  'measure.place.none': () => string;
  'measure.place.problem': () => string;
  'measure.place.more': () => string;
  'measure.place.more.hint': () => string;
  'measure.place.since': () => string;
  'measure.plan': () => string;
  'measure.number': () => string;
  'measure.number.gone': (args: { number: string }) => string;
  'measure.number.hint': () => string;
  'measure.marks': () => string;
  'measure.mark.idea': () => string;
  'measure.mark.idea.hint': () => string;
  'measure.mark.ownProposal.hint': () => string;
  'measures.lead': () => string;
  'measures.import': () => string;
  'measures.outside': () => string;
  'measures.outside.more': (args: { count: number }) => string;
  'measureTask.sheet.hint': () => string;
  'measureTask.sheet.lead': () => string;
  'measureTask.place': () => string;
  'measureTask.place.hint': () => string;
  'measureTask.place.lead': () => string;
  'measureTask.responsible': () => string;
  'measureTask.responsible.hint': () => string;
  'measureTask.assess.hint': () => string;
  'measureTask.origin': () => string;
  'measureTask.origin.hint': () => string;
  'measureTask.origin.lead': () => string;
  'measureTask.revive': () => string;
  'measureTask.revive.hint': () => string;
  'measureTask.revive.lead': () => string;
  'measureTask.merge': () => string;
  'measureTask.merge.hint': () => string;
  'measureTask.merge.lead': () => string;
  'measureTask.split': () => string;
  'measureTask.split.hint': () => string;
  'measureTask.split.lead': () => string;
  'measureTask.supersede': () => string;
  'measureTask.supersede.hint': () => string;
  'measureTask.supersede.lead': () => string;
  'measureTask.remove': () => string;
  'measureTask.remove.hint': () => string;
  'measureTask.remove.lead': () => string;
  'measureTask.void': () => string;
  'measureTask.void.hint': () => string;
  'measureTask.void.lead': () => string;
  'heir.into': () => string;
  'heir.by': () => string;
  'heir.id.hint': () => string;
  'heir.newTitle': () => string;
  'heir.newTitle.hint': () => string;
  'heir.split': () => string;
  'heir.split.hint': () => string;
  'heir.part': () => string;
  'heir.part.title': () => string;
  'heir.part.known': () => string;
  'heir.part.new': () => string;
  'heir.problem.none': () => string;
  'responsible.assign': () => string;
  'responsible.none': () => string;
  'responsible.how': () => string;
  'responsible.organ': () => string;
  'responsible.organ.none': () => string;
  'responsible.name': () => string;
  'responsible.name.hint': () => string;
  'responsible.since': () => string;
  'responsible.release': () => string;
  'responsible.release.lead': (args: { name: string }) => string;
  'revive.as': () => string;
  'revive.as.PROPOSED': () => string;
  'revive.as.SUBMITTED': () => string;
  'revive.by': () => string;
  'revive.paperKind': () => string;
  'work.title': (args: { name: string }) => string;
  'work.lead': () => string;
  'work.toTown': () => string;
  'work.group.town': () => string;
  'work.group.plan': () => string;
  'work.group.people': () => string;
  'work.group.tables': () => string;
  'work.stand.none': () => string;
  'work.stand.organs': (args: { count: number }) => string;
  'work.stand.plans': (args: { count: number }) => string;
  'work.details': () => string;
  'work.details.hint': () => string;
  'work.details.lead': () => string;
  'work.target': () => string;
  'work.target.hint': () => string;
  'work.target.lead': () => string;
  'work.organs': () => string;
  'work.organs.hint': () => string;
  'work.observers.hint': () => string;
  'problem.publish/imprint-missing': () => string;
  'problem.publish/privacy-missing': () => string;
  'problem.publish/accessibility-missing': () => string;
  'problem.publish/observers-missing': () => string;
  'problem.public/observers-needed': () => string;
  'problem.public/responsible-needed': () => string;
  'problem.public/page-needed': () => string;
  'problem.public/imprint-needed': () => string;
  'import.publicTooEarly': (args: { missing: string }) => string;
  'import.townKept': (args: { missing: string }) => string;
  'import.fillIn': () => string;
  'problem.publish/responsible-missing': () => string;
  'organs.lead': () => string;
  'organs.none': () => string;
  'organs.new': () => string;
  'organs.register': () => string;
  'organs.closed': () => string;
  'organs.closedOn': (args: { day: string }) => string;
  'organ.name': () => string;
  'organ.since': () => string;
  'organ.since.hint': () => string;
  'organ.name.hint': () => string;
  'organ.kind': () => string;
  'organ.kind.hint': () => string;
  'organ.decidesFinally': () => string;
  'organ.decidesFinally.hint': () => string;
  'organ.decidesFinally.yes': () => string;
  'organ.decidesFinally.no': () => string;
  'organ.seats': () => string;
  'organ.website': () => string;
  'organ.note': () => string;
  'organ.lead': () => string;
  'organ.end': () => string;
  'organ.end.lead': (args: { name: string }) => string;
  'organ.end.on': () => string;
  'work.plans': () => string;
  'work.plans.hint': () => string;
  'work.import.hint': () => string;
  'work.measures': () => string;
  'work.measures.hint': () => string;
  'work.decision.hint': () => string;
  'work.clarify.hint': () => string;
  'work.links.hint': () => string;
  'details.name.hint': () => string;
  'details.teaser': () => string;
  'details.description': () => string;
  'details.postcode': () => string;
  'details.assessments': () => string;
  'details.assessments.hint': () => string;
  'gap.publish/imprint-missing': () => string;
  'gap.publish/privacy-missing': () => string;
  'gap.publish/accessibility-missing': () => string;
  'gap.publish/responsible-missing': () => string;
  'gap.publish/observers-missing': () => string;
  'publish.title': () => string;
  'publish.submit': () => string;
  'publish.takeBack': () => string;
  'publish.isPublic': () => string;
  'publish.isDraft': () => string;
  'publish.town.public': () => string;
  'publish.town.draft': () => string;
  'publish.plan.public': () => string;
  'publish.plan.draft': () => string;
  'publish.measure.public': () => string;
  'publish.measure.draft': () => string;
  'publish.town.lead': () => string;
  'publish.plan.lead': () => string;
  'publish.measure.lead': () => string;
  'publish.also': () => string;
  'publish.also.hint': () => string;
  'publish.planWith': (args: { count: number; title: string }) => string;
  'publish.allMeasures': (args: { count: number }) => string;
  'unpublish.town.lead': () => string;
  'unpublish.plan.lead': () => string;
  'unpublish.measure.lead': () => string;
  'unpublish.also': () => string;
  'unpublish.reason': () => string;
  'unpublish.reason.hint': () => string;
  'date.unknown': () => string;
  'date.latest': (args: { day: string }) => string;
  'date.unknownRecorded': (args: { day: string }) => string;
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
  'timeline.happenedOn': (args: { day: string }) => string;
  'timeline.happenedInMonth': (args: { day: string }) => string;
  'timeline.happenedIn': (args: { year: string }) => string;
  'timeline.latestOn': (args: { day: string }) => string;
  'timeline.latestInMonth': (args: { day: string }) => string;
  'timeline.latestIn': (args: { year: string }) => string;
  'timeline.recorded': () => string;
  'timeline.by': () => string;
  'timeline.actor': (args: { label: string; role: string }) => string;
  'timeline.noEvidence': () => string;
  'timeline.permalink': () => string;
  'timeline.copied': () => string;
  'timeline.proof': () => string;
  'timeline.corrected': () => string;
  'timeline.correctedBy': (args: { day: string }) => string;
  'timeline.corrects': (args: { day: string }) => string;
  'timeline.voided': () => string;
  'timeline.voidedBy': (args: { day: string }) => string;
  'timeline.voids': (args: { day: string }) => string;
  'timeline.redacted': (args: { day: string }) => string;
  'changes.first': (args: { fields: string }) => string;
  'changes.old': () => string;
  'changes.new': () => string;
  'changes.removed': () => string;
  'changes.show': () => string;
  'changes.show.new': () => string;
  'timeline.source': () => string;
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
  'link.unreachable': (args: { day: string }) => string;
  'links.title': () => string;
  'links.lead': () => string;
  'links.none': () => string;
  'links.off': () => string;
  'links.count': (args: { count: number }) => string;
  'links.reason.not-found': () => string;
  'links.reason.no-such-name': () => string;
  'links.reason.nobody-listens': () => string;
  'links.change': () => string;
  'links.mend.lead': () => string;
  'links.newAddress': (args: { title: string }) => string;
  'links.oldAddress': (args: { url: string }) => string;
  'evidence.picture': () => string;
  'evidence.file': (args: { kind: string; size: string }) => string;
  'evidence.erased': (args: { day: string }) => string;
  'file.evidence': () => string;
  'file.evidence.hint': () => string;
  'file.limit': (args: { limit: number }) => string;
  'file.unnamed': () => string;
  'file.waiting': () => string;
  'file.waiting.sentence': (args: { name: string; size: string }) => string;
  'file.drop': () => string;
  'file.erase': () => string;
  'file.erase.lead': () => string;
  'file.erase.submit': () => string;
  'file.erase.reason': () => string;
  'file.erase.reason.hint': () => string;
  'saved.fileErased': () => string;
  'form.problem.fileGone': () => string;
  'kept.files': () => string;
  'chart.table': () => string;
  'chart.region': (args: { caption: string }) => string;
  'chart.download': () => string;
  'chart.assessment.title': (args: { day: string; group: string }) => string;
  'chart.assessment.sentence': (args: {
    count: number;
    first: string;
    last: string;
    title: string;
  }) => string;
  'chart.assessment.day': () => string;
  'chart.assessment.rating': () => string;
  'chart.source': (args: { source: string }) => string;
  'chart.asOf': (args: { day: string }) => string;
  'moment.known': (args: { day: string; known: string }) => string;
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
  'chart.fields.several': (args: { fields: number; names: string; share: string }) => string;
  'chart.fields.noneDone': (args: { fields: number }) => string;
  'chart.fields.twice': (args: { count: number }) => string;
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
  'chart.target.timeFrom': (args: { from: string }) => string;
  'chart.target.what': () => string;
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
  'download.label': () => string;
  'feed.title': (args: { name: string }) => string;
  'feed.list': (args: { name: string }) => string;
  'feed.chosen': (args: { name: string }) => string;
  'feed.subscribe': () => string;
  'feed.status': (args: { status: string }) => string;
  'dates.start': (args: { title: string }) => string;
  'dates.end': (args: { title: string }) => string;
  'dates.within': (args: { day: string; what: string }) => string;
  'dates.answer': (args: { topic: string }) => string;
  'dates.promise': (args: { what: string }) => string;
  'dates.all': () => string;
  'dates.all.lead': () => string;
  'dates.team.hint': () => string;
  'dates.public.hint': () => string;
  'organKind.COUNCIL': () => string;
  'organKind.EXECUTIVE': () => string;
  'organKind.COMMITTEE': () => string;
  'organKind.DISTRICT': () => string;
  'organKind.ADVISORY': () => string;
  'organKind.ROUND_TABLE': () => string;
  'organKind.OFFICE': () => string;
  'organKind.OTHER': () => string;
  'entry.body': () => string;
  'entry.bodySays': (args: { body: string; what: string }) => string;
  'entry.inCommittee.RECOMMENDED': () => string;
  'entry.inCommittee.RECOMMENDED_AMENDED': () => string;
  'entry.inCommittee.NOT_RECOMMENDED': () => string;
  'entry.inCommittee.PRELIMINARY_ADVICE': () => string;
  'entry.inCommittee.DEFERRED': () => string;
  'entry.MeasureRecorded': () => string;
  'entry.MeasureRecorded.idea': () => string;
  'entry.MeasureDescribed': () => string;
  'entry.MeasurePublished': () => string;
  'entry.MeasureUnpublished': () => string;
  'entry.MeasureProposed': () => string;
  'entry.MeasureSubmitted': () => string;
  'entry.MeasureNoDecisionNeeded.CURRENT_ADMINISTRATION': () => string;
  'entry.MeasureNoDecisionNeeded.CIVIL_SOCIETY': () => string;
  'entry.MeasureRevived': () => string;
  'entry.MeasureMerged': () => string;
  'entry.MeasureSplit': () => string;
  'entry.MeasureSuperseded': () => string;
  'entry.MeasureResponsibleBodyAssigned.LEAD': (args: { name: string }) => string;
  'entry.MeasureResponsibleBodyAssigned.PARTNER': (args: { name: string }) => string;
  'entry.MeasureResponsibleBodyReleased': () => string;
  'entry.MeasureImplementationPlanned': () => string;
  'entry.MeasureImplementationStarted': () => string;
  'entry.MeasureImplementationStarted.PERMANENT': () => string;
  'entry.MeasureProgressReported': () => string;
  'entry.MeasureProgressReported.percent': (args: { percent: number }) => string;
  'entry.MeasureDelayReported': () => string;
  'entry.MeasureRescheduled': () => string;
  'entry.MeasureRescheduled.moved': () => string;
  'entry.MeasureImplementationPaused': () => string;
  'entry.MeasureImplementationResumed': () => string;
  'entry.MeasureImplementationCompleted': () => string;
  'entry.MeasureImplementationAbandoned': () => string;
  'entry.MeasureImplementationAbandoned.NOT_FEASIBLE': () => string;
  'entry.MeasureCheckedUnchanged': () => string;
  'entry.MeasureFindingSettled': () => string;
  'entry.MeasureAssessed': (args: { rating: string }) => string;
  'entry.MeasureDiscussed': (args: { result: string }) => string;
  'entry.MeasureSupportPledged': () => string;
  'entry.MeasureSupportDelivered': () => string;
  'entry.MeasureSupportWithdrawn': () => string;
  'entry.ActorRegistered': () => string;
  'entry.ActorDescribed': () => string;
  'entry.ActorPublished': () => string;
  'entry.ActorUnpublished': () => string;
  'entry.ActorAllianceJoined': () => string;
  'entry.ActorAllianceLeft': () => string;
  'entry.ActorMerged': () => string;
  'entry.ActorOfferMade': () => string;
  'entry.ActorOfferWithdrawn': () => string;
  'entry.RoundtableFounded': () => string;
  'entry.RoundtableDescribed': () => string;
  'entry.RoundtablePublished': () => string;
  'entry.RoundtableUnpublished': () => string;
  'entry.RoundtableEnded': () => string;
  'entry.RoundtableRhythmSet': () => string;
  'entry.RoundtableRhythmEnded': () => string;
  'entry.RoundtableSeatAdded': () => string;
  'entry.RoundtableSeatEnded': () => string;
  'entry.RoundtableMeetingConvened': () => string;
  'entry.RoundtableMeetingMoved': () => string;
  'entry.RoundtableMeetingCancelled': () => string;
  'entry.RoundtableMeetingHeld': () => string;
  'entry.RoundtableInvited': () => string;
  'entry.RoundtableInvitationWithdrawn': () => string;
  'entry.RoundtableReplyReceived': () => string;
  'entry.RoundtableItemAdded': () => string;
  'entry.RoundtableItemPlaced': () => string;
  'entry.RoundtableItemConcluded': (args: { result: string }) => string;
  'entry.RoundtableDissentReleased': () => string;
  'entry.RoundtableProposalTakenUp': () => string;
  'entry.RoundtableAnswerReceived': () => string;
  'entry.RoundtableFactCheckAnswered': () => string;
  'entry.RoundtableFollowUpAgreed': () => string;
  'entry.RoundtableFollowUpRescheduled': () => string;
  'entry.RoundtableFollowUpReminded': () => string;
  'entry.RoundtableFollowUpDone': () => string;
  'entry.RoundtableFollowUpDropped': () => string;
  'entry.RoundtableProtocolCirculated': () => string;
  'entry.RoundtableProtocolObjected': () => string;
  'entry.RoundtableProtocolApproved': () => string;
  'entry.RoundtableProtocolPublished': () => string;
  'entry.RoundtableProtocolUnpublished': () => string;
  'entry.EntryCorrected': () => string;
  'entry.EntryVoided': () => string;
  'entry.EvidenceAdded': () => string;
  'entry.TextRedacted': () => string;
  'entry.imported': () => string;
  'entry.importedUnknown': () => string;
  'entry.reason': () => string;
  'entry.paper': () => string;
  'entry.result': () => string;
  'entry.votes': () => string;
  'entry.by': () => string;
  'entry.referredTo': () => string;
  'entry.plannedStart': () => string;
  'entry.plannedEnd': () => string;
  'entry.movedFrom': (args: { from: string; to: string }) => string;
  'entry.budget': () => string;
  'entry.achieved': () => string;
  'entry.missing': () => string;
  'entry.originally': () => string;
  'entry.explanation': () => string;
  'entry.what': () => string;
  'entry.actor': () => string;
  'entry.table': () => string;
  'entry.contribution': () => string;
  'entry.topic': () => string;
  'entry.commonGround': () => string;
  'entry.said': () => string;
  'entry.answer': () => string;
  'entry.summary': () => string;
  'entry.place': () => string;
  'entry.factChecked': () => string;
  'outcome.RECOMMENDED': () => string;
  'outcome.RECOMMENDED_AMENDED': () => string;
  'outcome.NOT_RECOMMENDED': () => string;
  'outcome.PRELIMINARY_ADVICE': () => string;
  'outcome.REFERRED': () => string;
  'outcome.REMITTED_TO_ADMIN': () => string;
  'outcome.DEFERRED': () => string;
  'outcome.REMOVED_FROM_AGENDA': () => string;
  'outcome.NO_DECISION': () => string;
  'outcome.NOTED': () => string;
  'outcome.ANSWERED': () => string;
  'outcome.SETTLED': () => string;
  'outcome.WITHDRAWN': () => string;
  'outcome.LAPSED': () => string;
  'effect.ADOPTS': () => string;
  'effect.ADOPTS.amended': () => string;
  'effect.ADOPTS.IN_PRINCIPLE': () => string;
  'effect.ADOPTS.PART': () => string;
  'effect.AMENDS': () => string;
  'effect.REJECTS': () => string;
  'effect.REJECTS.PART': () => string;
  'effect.REVOKES': () => string;
  'effect.FUNDS': () => string;
  'effect.DEFERS': () => string;
  'effect.SETTLES': () => string;
  'effect.NOTES': () => string;
  'effect.MANDATES_REPORT': () => string;
  'effect.advice': (args: { what: string }) => string;
  'majority.UNANIMOUS': () => string;
  'majority.MAJORITY': () => string;
  'majority.TIE': () => string;
  'votes.yes': (args: { count: number }) => string;
  'votes.no': (args: { count: number }) => string;
  'votes.abstain': (args: { count: number }) => string;
  'delayReason.STAFF': () => string;
  'delayReason.FUNDING': () => string;
  'delayReason.PROCUREMENT': () => string;
  'delayReason.LEGAL': () => string;
  'delayReason.COORDINATION': () => string;
  'delayReason.POLITICAL': () => string;
  'delayReason.TECHNICAL': () => string;
  'delayReason.OTHER': () => string;
  'abandonReason.NOT_FEASIBLE': () => string;
  'abandonReason.FUNDING': () => string;
  'abandonReason.STAFF': () => string;
  'abandonReason.LEGAL': () => string;
  'abandonReason.POLITICAL': () => string;
  'abandonReason.NO_DEMAND': () => string;
  'abandonReason.REPLACED': () => string;
  'abandonReason.OTHER': () => string;
  'abandonReason.UNKNOWN': () => string;
  'rating.TRAFFIC_LIGHT.GREEN': () => string;
  'rating.TRAFFIC_LIGHT.YELLOW': () => string;
  'rating.TRAFFIC_LIGHT.RED': () => string;
  'rating.TRAFFIC_LIGHT.DARK_GREY': () => string;
  'rating.TRAFFIC_LIGHT.LIGHT_GREY': () => string;
  'rating.LOCALZERO.DONE': () => string;
  'rating.LOCALZERO.AS_PLANNED': () => string;
  'rating.LOCALZERO.DELAYED': () => string;
  'rating.LOCALZERO.FAILED': () => string;
  'rating.LOCALZERO.UNKNOWN': () => string;
  'rating.ONE_TO_FIVE.1': () => string;
  'rating.ONE_TO_FIVE.2': () => string;
  'rating.ONE_TO_FIVE.3': () => string;
  'rating.ONE_TO_FIVE.4': () => string;
  'rating.ONE_TO_FIVE.5': () => string;
  'decisionState.UNKNOWN': () => string;
  'decisionState.IDEA': () => string;
  'decisionState.PROPOSED': () => string;
  'decisionState.SUBMITTED': () => string;
  'decisionState.IN_CONSULTATION': () => string;
  'decisionState.DEFERRED': () => string;
  'decisionState.ADOPTED_IN_PRINCIPLE': () => string;
  'decisionState.ADOPTED': () => string;
  'decisionState.NO_DECISION_NEEDED': () => string;
  'decisionState.REJECTED': () => string;
  'decisionState.WITHDRAWN': () => string;
  'decisionState.LAPSED': () => string;
  'decisionState.REVOKED': () => string;
  'decisionState.MERGED': () => string;
  'decisionState.SPLIT': () => string;
  'decisionState.SUPERSEDED': () => string;
  'implementationState.UNKNOWN': () => string;
  'implementationState.PLANNED': () => string;
  'implementationState.IN_PROGRESS': () => string;
  'implementationState.ONGOING': () => string;
  'implementationState.PAUSED': () => string;
  'implementationState.COMPLETED': () => string;
  'implementationState.ABANDONED': () => string;
  'implementationState.NOT_FEASIBLE': () => string;
  'why.completed': () => string;
  'why.abandoned': () => string;
  'why.not-feasible': () => string;
  'why.not-wanted': () => string;
  'why.late-start': () => string;
  'why.late-end': () => string;
  'why.delay-reported': () => string;
  'why.paused': () => string;
  'why.in-progress': () => string;
  'why.planned': () => string;
  'why.adopted': () => string;
  'why.adopted-in-principle': () => string;
  'why.no-decision-needed': () => string;
  'why.open': () => string;
  'why.nothing-known': () => string;
  'why.merged': () => string;
  'why.split': () => string;
  'why.superseded': () => string;
  'finding.not-a-final-body': () => string;
  'finding.started-without-decision': () => string;
  'finding.implementation-after-end': () => string;
  'finding.decided-against-earlier-decision': () => string;
  'finding.deliberated-after-end': () => string;
  'finding.revoked-while-running': () => string;
  'finding.decided-after-moving-on': () => string;
  'finding.end-before-start': () => string;
  'finding.contradictory-votes': () => string;
  'role.OPERATOR': () => string;
  'role.LEAD': () => string;
  'role.MONITOR': () => string;
  'role.ADMINISTRATION': () => string;
  'log.title': () => string;
  'log.assess': () => string;
  'log.intro': () => string;
  'log.what': () => string;
  'log.what.choose': () => string;
  'log.when': () => string;
  'log.note': () => string;
  'log.note.hint': () => string;
  'note.public': () => string;
  'log.more': () => string;
  'log.evidence': () => string;
  'log.assessment': () => string;
  'log.assessment.group.hint': (args: { group: string }) => string;
  'log.evidenceTitle.hint': () => string;
  'log.organ': () => string;
  'log.organ.none': () => string;
  'log.paper': () => string;
  'log.plannedStart': () => string;
  'log.plannedEnd': () => string;
  'log.planned.hint': () => string;
  'log.percent': () => string;
  'log.votesYes': () => string;
  'log.votesNo': () => string;
  'log.votesAbstain': () => string;
  'log.evidenceKind': () => string;
  'log.evidenceUrl': () => string;
  'log.evidenceTitle': () => string;
  'log.save': () => string;
  'log.saved': () => string;
  'log.evidenceAdded': () => string;
  'log.saved.public': () => string;
  'log.saved.draft': () => string;
  'log.unchanged': () => string;
  'log.undo': () => string;
  'log.undone': () => string;
  'log.undo.reason': () => string;
  'log.addEvidence': () => string;
  'log.toMeasure': () => string;
  'log.another': () => string;
  'notice.link': () => string;
  'notice.ask': () => string;
  'notice.title': () => string;
  'notice.lead': () => string;
  'notice.about': () => string;
  'notice.measure': () => string;
  'notice.about.entry': (args: { entry: string }) => string;
  'notice.about.measure': () => string;
  'notice.text': () => string;
  'notice.text.hint': () => string;
  'notice.source': () => string;
  'notice.source.hint': () => string;
  'notice.email': () => string;
  'notice.email.hint': () => string;
  'notice.trap': () => string;
  'notice.privacy': (args: { days: number }) => string;
  'notice.send': () => string;
  'notice.thanks': () => string;
  'notice.thanks.text': () => string;
  'notice.thanks.contact': () => string;
  'notice.tooMany.address': (args: { count: number }) => string;
  'notice.tooMany.instance': () => string;
  'notice.trace': () => string;
  'barrier.title': () => string;
  'barrier.lead': () => string;
  'barrier.text': () => string;
  'barrier.text.hint': () => string;
  'barrier.page': () => string;
  'barrier.page.hint': () => string;
  'barrier.send': () => string;
  'barrier.privacy': (args: { days: number }) => string;
  'barrier.thanks': () => string;
  'barrier.thanks.text': () => string;
  'barrier.enforcement': () => string;
  'barrier.enforcement.none': () => string;
  'barriers.title': () => string;
  'barriers.lead': () => string;
  'barriers.one': () => string;
  'barriers.noPage': () => string;
  'site.form.enforcement.de': () => string;
  'site.form.enforcement.en': () => string;
  'site.form.enforcement.hint': () => string;
  'barriers.settle': () => string;
  'barriers.note.hint': () => string;
  'barriers.delete': () => string;
  'saved.reportDeleted': () => string;
  'notices.title': () => string;
  'notices.lead': () => string;
  'notices.none': () => string;
  'notices.state.open': () => string;
  'notices.state.answered': () => string;
  'notices.state.set-aside': () => string;
  'notices.states': () => string;
  'notices.stateCount': (args: { count: number; state: string }) => string;
  'notices.received': (args: { day: string }) => string;
  'notices.deletedOn': (args: { day: string }) => string;
  'notices.source': () => string;
  'notices.email': () => string;
  'notices.note': () => string;
  'notices.settled': (args: { day: string; state: string }) => string;
  'notices.settledBy': (args: { day: string; label: string; state: string }) => string;
  'notices.one': () => string;
  'notices.measureGone': () => string;
  'notices.correct': () => string;
  'notices.correct.hint': () => string;
  'notices.correct.entry': () => string;
  'notices.correct.void': () => string;
  'notices.correct.choose': () => string;
  'notices.correct.decision': () => string;
  'notices.settle': () => string;
  'notices.settle.state': () => string;
  'notices.settle.open': () => string;
  'notices.settle.answered': () => string;
  'notices.settle.set-aside': () => string;
  'notices.settle.note.hint': () => string;
  'notices.delete': () => string;
  'notices.delete.lead': () => string;
  'notices.delete.submit': () => string;
  'internalNote.title': () => string;
  'internalNote.hint': () => string;
  'internalNote.count': (args: { count: number }) => string;
  'internalNote.lead': (args: { town: string }) => string;
  'internalNote.none': () => string;
  'internalNote.write': () => string;
  'internalNote.text': () => string;
  'internalNote.text.hint': () => string;
  'internalNote.written': (args: { at: string; label: string }) => string;
  'internalNote.changed': (args: { at: string; label: string }) => string;
  'internalNote.formerMember': () => string;
  'internalNote.change': () => string;
  'internalNote.delete': () => string;
  'internalNote.delete.lead': () => string;
  'saved.noteDeleted': () => string;
  'problem.internal-note/unknown': () => string;
  'notices.count': (args: { count: number }) => string;
  'work.notices.hint': () => string;
  'correct.dueToNotice': () => string;
  'saved.noticeDeleted': () => string;
  'problem.notice/unknown': () => string;
  'log.group.council': () => string;
  'log.group.work': () => string;
  'log.group.assessment': () => string;
  'log.group.check': () => string;
  'log.group.odd': () => string;
  'log.standing': (args: { day: string; status: string }) => string;
  'log.order': () => string;
  'log.misfit': (args: { choice: string; reason: string }) => string;
  'log.misfit.changes-nothing': () => string;
  'log.misfit.contradicts': () => string;
  'log.misfit.not-running': () => string;
  'log.misfit.not-paused': () => string;
  'log.misfit.not-adopted': () => string;
  'log.misfit.chosen': (args: { choice: string; reason: string }) => string;
  'log.problem.choose': () => string;
  'log.problem.notAssessed': () => string;
  'log.problem.misfit': (args: { choice: string; day: string; reason: string }) => string;
  'log.proposed': () => string;
  'log.submitted': () => string;
  'log.recommended': () => string;
  'log.recommended-amended': () => string;
  'log.not-recommended': () => string;
  'log.deferred': () => string;
  'log.removed': () => string;
  'log.referred': () => string;
  'log.remitted': () => string;
  'log.adopted': () => string;
  'log.adopted-amended': () => string;
  'log.adopted-in-principle': () => string;
  'log.rejected': () => string;
  'log.withdrawn': () => string;
  'log.revoked': () => string;
  'log.settled': () => string;
  'log.noted': () => string;
  'log.no-decision-needed': () => string;
  'log.planned': () => string;
  'log.started': () => string;
  'log.started-permanent': () => string;
  'log.progress': () => string;
  'log.delayed': () => string;
  'log.rescheduled': () => string;
  'log.paused': () => string;
  'log.resumed': () => string;
  'log.completed': () => string;
  'log.not-feasible': () => string;
  'log.abandoned': () => string;
  'log.rated-green': () => string;
  'log.rated-yellow': () => string;
  'log.rated-red': () => string;
  'log.rated-dark-grey': () => string;
  'log.rated-light-grey': () => string;
  'log.checked': () => string;
  'answer.yes': () => string;
  'answer.no': () => string;
  'field.name': () => string;
  'field.rating': () => string;
  'field.reason': () => string;
  'field.origin': () => string;
  'field.idea': () => string;
  'field.ownProposal': () => string;
  'field.title': () => string;
  'field.duration': () => string;
  'field.to': () => string;
  'field.note': () => string;
  'field.by': () => string;
  'field.paperKind': () => string;
  'field.organ': () => string;
  'field.paper': () => string;
  'field.outcome': () => string;
  'field.referredTo': () => string;
  'field.votes.majority': () => string;
  'field.votes.yes': () => string;
  'field.votes.no': () => string;
  'field.votes.abstain': () => string;
  'field.result': () => string;
  'field.effect': () => string;
  'field.scope': () => string;
  'field.final': () => string;
  'field.as': () => string;
  'field.responsibility': () => string;
  'field.explanation': () => string;
  'field.plannedStart': () => string;
  'field.plannedEnd': () => string;
  'field.budgetCents': () => string;
  'field.percent': () => string;
  'field.newStart': () => string;
  'field.newEnd': () => string;
  'field.finding': () => string;
  'field.factChecked': () => string;
  'field.dayIsLatest': () => string;
  'field.achieved': () => string;
  'field.missing': () => string;
  'field.group': () => string;
  'field.plan.scope': () => string;
  'field.answer': () => string;
  'field.answerBy': () => string;
  'field.approvalDays': () => string;
  'field.approvalUntil': () => string;
  'field.code.result': () => string;
  'field.commonGround': () => string;
  'field.contact': () => string;
  'field.contribution': () => string;
  'field.description': () => string;
  'field.due': () => string;
  'field.every': () => string;
  'field.format': () => string;
  'field.from': () => string;
  'field.guests': () => string;
  'field.handedTo': () => string;
  'field.kind': () => string;
  'field.mandate': () => string;
  'field.minutes': () => string;
  'field.moderation': () => string;
  'field.on': () => string;
  'field.online': () => string;
  'field.openToPublic': () => string;
  'field.persons': () => string;
  'field.place': () => string;
  'field.places': () => string;
  'field.reply': () => string;
  'field.rules': () => string;
  'field.rulesUrl': () => string;
  'field.summary': () => string;
  'field.text': () => string;
  'field.time': () => string;
  'field.topic': () => string;
  'field.unanimous': () => string;
  'field.unit': () => string;
  'field.until': () => string;
  'field.voting': () => string;
  'field.website': () => string;
  'field.what': () => string;
  'roundtable.reply.YES': () => string;
  'roundtable.reply.NO': () => string;
  'roundtable.reply.DEPUTY': () => string;
  'roundtable.itemKind.PROPOSAL': () => string;
  'roundtable.itemKind.REFERRAL_FROM_COUNCIL': () => string;
  'roundtable.itemKind.STATUS': () => string;
  'roundtable.itemKind.FACT_CHECK': () => string;
  'roundtable.itemKind.FEEDBACK_CITY': () => string;
  'roundtable.result.CONSENSUS': () => string;
  'roundtable.result.MAJORITY': () => string;
  'roundtable.result.DISSENT': () => string;
  'roundtable.result.PARKED': () => string;
  'roundtable.result.DROPPED': () => string;
  'roundtable.result.HANDED_OVER': () => string;
  'roundtable.handedTo.ADMINISTRATION': () => string;
  'roundtable.handedTo.FACTION': () => string;
  'roundtable.handedTo.DISTRICT': () => string;
  'roundtable.handedTo.ASSOCIATION': () => string;
  'alliance.together.tables': (args: { count: number }) => string;
  'roundtable.nextDate': () => string;
  'roundtable.newestMinutes': () => string;
  'alliance.ofMeasure': () => string;
  'alliance.isOwnProject': () => string;
  'roundtable.ofMeasure': () => string;
  'roundtable.ofMeasure.proposed': () => string;
  'alliance.supportOfMeasure': () => string;
  'alliance.support': () => string;
  'alliance.support.hint': () => string;
  'alliance.support.add': () => string;
  'alliance.support.none': () => string;
  'alliance.support.who': () => string;
  'alliance.support.what': () => string;
  'alliance.support.what.hint': () => string;
  'alliance.support.deliver': () => string;
  'alliance.support.withdraw': () => string;
  'responsible.actor': () => string;
  'roundtable.history.lead': () => string;
  'roundtable.movedTo': () => string;
  'roundtable.promise': () => string;
  'roundtable.due': () => string;
  'roundtable.answerExpected': () => string;
  'roundtable.outcome.none': () => string;
  'roundtable.timeline.none': () => string;
  'outcome.stage.free': () => string;
  'outcome.title': () => string;
  'outcome.lead': () => string;
  'outcome.numbers': () => string;
  'outcome.sentence': (args: {
    begun: number;
    decided: number;
    finished: number;
    total: number;
  }) => string;
  'outcome.sentence.rest': (args: { ended: number; waiting: number }) => string;
  'outcome.preceded': () => string;
  'outcome.stand': () => string;
  'outcome.proposals': () => string;
  'outcome.proposal': () => string;
  'outcome.proposedOn': () => string;
  'outcome.result': () => string;
  'outcome.group.measure': () => string;
  'outcome.group.waiting': () => string;
  'outcome.group.ended': () => string;
  'outcome.step.decided': () => string;
  'outcome.step.begun': () => string;
  'outcome.step.finished': () => string;
  'outcome.days.decided': () => string;
  'outcome.days.begun': () => string;
  'outcome.days.finished': () => string;
  'outcome.daysAfter': (args: { days: number }) => string;
  'outcome.daysBefore': (args: { days: number }) => string;
  'outcome.stage.finished': () => string;
  'outcome.stage.begun': () => string;
  'outcome.stage.adopted': () => string;
  'outcome.stage.elsewhere': () => string;
  'outcome.stage.open': () => string;
  'outcome.stage.waiting': () => string;
  'outcome.stage.parked': () => string;
  'outcome.stage.answered': () => string;
  'outcome.stage.agreed': () => string;
  'outcome.stage.unsettled': () => string;
  'outcome.stage.rejected': () => string;
  'outcome.stage.abandoned': () => string;
  'outcome.stage.dissent': () => string;
  'outcome.stage.dropped': () => string;
  'timelineOfPlan.title': () => string;
  'timelineOfPlan.lead': () => string;
  'timelineOfPlan.way': (args: {
    adopted: string;
    days: number;
    first: string;
    plan: string;
  }) => string;
  'timelineOfPlan.note': () => string;
  'timelineOfPlan.proposed': () => string;
  'timelineOfPlan.plan': () => string;
  'timelineOfPlan.decided': (args: { count: number }) => string;
  'timelineOfPlan.begun': (args: { count: number }) => string;
  'timelineOfPlan.finished': (args: { count: number }) => string;
  'alliance.page.title': (args: { name: string }) => string;
  'alliance.lead': () => string;
  'alliance.none.public': () => string;
  'alliance.members': () => string;
  'alliance.members.count': (args: { count: number }) => string;
  'alliance.weBringIn': () => string;
  'alliance.weBringIn.lead': () => string;
  'alliance.together': () => string;
  'alliance.together.byMeasure': () => string;
  'alliance.together.sentence': (args: { count: number; measures: number }) => string;
  'alliance.together.note': (args: { count: number }) => string;
  'alliance.together.measures': (args: { count: number }) => string;
  'alliance.together.with': () => string;
  'alliance.organisation': () => string;
  'alliance.measure': () => string;
  'alliance.part': () => string;
  'alliance.part.LEAD': () => string;
  'alliance.part.PARTNER': () => string;
  'alliance.part.SUPPORT': () => string;
  'alliance.others': () => string;
  'alliance.ownProjects': () => string;
  'alliance.ownProjects.count': (args: { count: number; states: string }) => string;
  'alliance.ownProjects.apart': (args: { total: number }) => string;
  'alliance.one.description': (args: { name: string }) => string;
  'alliance.leads': () => string;
  'alliance.promised': () => string;
  'alliance.promised.count': (args: {
    count: number;
    ended: number;
    kept: number;
    open: number;
  }) => string;
  'alliance.forMeasure': () => string;
  'alliance.support.delivered': (args: { day: string }) => string;
  'alliance.support.withdrawn': (args: { day: string }) => string;
  'alliance.support.pledged': (args: { day: string }) => string;
  'alliance.brought': () => string;
  'alliance.sitsAt': () => string;
  'alliance.until': (args: { day: string }) => string;
  'scope.FULL': () => string;
  'scope.IN_PRINCIPLE': () => string;
  'scope.PART': () => string;
  'decisionOutcome.ADOPTED': () => string;
  'decisionOutcome.ADOPTED_AMENDED': () => string;
  'decisionOutcome.ADOPTED_PARTLY': () => string;
  'decisionOutcome.REJECTED': () => string;
  'decisionOutcome.REVOKED': () => string;
  'decisionOutcome.DEFERRED': () => string;
  'decisionOutcome.NOTED': () => string;
  'decisionOutcome.SETTLED': () => string;
  'noDecisionReason.CURRENT_ADMINISTRATION': () => string;
  'noDecisionReason.CIVIL_SOCIETY': () => string;
  'paperKind.MOTION': () => string;
  'paperKind.ADMIN_PAPER': () => string;
  'paperKind.AMENDMENT': () => string;
  'paperKind.SUPPLEMENT': () => string;
  'paperKind.QUESTION': () => string;
  'paperKind.STATEMENT': () => string;
  'paperKind.REPORT': () => string;
  'paperKind.CITIZEN_INITIATIVE': () => string;
  'correct.title': () => string;
  'correct.lead': () => string;
  'correct.reason': () => string;
  'correct.reason.hint': () => string;
  'correct.save': () => string;
  'correct.what': () => string;
  'correct.kept': () => string;
  'correct.money.hint': () => string;
  'correct.latest.hint': () => string;
  'void.title': () => string;
  'void.lead': () => string;
  'void.reason': () => string;
  'void.save': () => string;
  'entryAction.correct': () => string;
  'entryAction.void': () => string;
  'decision.kicker': () => string;
  'decision.day': () => string;
  'decision.plan': () => string;
  'decision.voided': () => string;
  'decision.voidedShort': () => string;
  'decision.effects': (args: { count: number }) => string;
  'decision.concernsPlan': (args: { title: string }) => string;
  'decision.planAlone': () => string;
  'decision.measure': () => string;
  'decision.measures': () => string;
  'decision.trail': () => string;
  'decision.all': () => string;
  'decision.record': () => string;
  'decisions.title': (args: { name: string }) => string;
  'decisions.lead': () => string;
  'decisions.none': () => string;
  'decisions.crumb': () => string;
  'decision.title': () => string;
  'decision.title.hint': () => string;
  'decision.organ.hint': () => string;
  'decision.wholePlan': () => string;
  'decision.wholePlan.none': () => string;
  'decision.choose': () => string;
  'decision.effect': () => string;
  'decision.effect.asOutcome': () => string;
  'decision.effect.kept': () => string;
  'decision.adoptsPlan': () => string;
  'decision.adoptsPlan.none': () => string;
  'decision.correct': () => string;
  'decision.void': () => string;
  'decision.noBodies': () => string;
  'clarify.title': () => string;
  'clarify.lead': () => string;
  'clarify.none': () => string;
  'clarify.toTown': () => string;
  'clarify.count': (args: { count: number }) => string;
  'clarify.late-or-missing': () => string;
  'clarify.settle': () => string;
  'clarify.answer.running-late': () => string;
  'clarify.answer.not-begun': () => string;
  'clarify.answer.running': () => string;
  'clarify.answer.completed': () => string;
  'clarify.answer.abandoned': () => string;
  'clarify.unread-state': () => string;
  'clarify.answer.under-way': () => string;
  'clarify.answer.paused': () => string;
  'clarify.reason': () => string;
  'clarify.answer.planned': () => string;
  'clarify.answer.nothing': () => string;
  'clarify.gone': () => string;
  'clarify.answer.goes-on': () => string;
  'clarify.answer.left-plan': () => string;
  'clarify.answer.gone-completed': () => string;
  'clarify.answer.gone-abandoned': () => string;
  'import.reportedDelay': () => string;
  'clarify.state-taken-back': (args: { was: string }) => string;
  'clarify.state-taken-back.nothing': () => string;
  'clarify.answer.take-back': () => string;
  'clarify.answer.keep-state': () => string;
  'clarify.takenBack.reason': () => string;
  'clarify.note': () => string;
  'column.id': () => string;
  'column.planKind': () => string;
  'column.number': () => string;
  'column.field': () => string;
  'column.title': () => string;
  'column.teaser': () => string;
  'column.status': () => string;
  'column.statusCode': () => string;
  'column.statusSince': () => string;
  'column.statusBy': () => string;
  'column.municipality': () => string;
  'column.plan': () => string;
  'column.ownStatus': () => string;
  'column.decisionSince': () => string;
  'column.amended': () => string;
  'column.inNewConsultation': () => string;
  'column.noDecisionReason': () => string;
  'column.heirs': () => string;
  'column.delayReported': () => string;
  'column.delayReason': () => string;
  'column.abandonReason': () => string;
  'column.assessedOn': () => string;
  'column.percent': () => string;
  'column.delayReportedOn': () => string;
  'column.startedOn': () => string;
  'column.startedBy': () => string;
  'column.endedOn': () => string;
  'column.endedBy': () => string;
  'column.decisionCode': () => string;
  'column.decidedOn': () => string;
  'column.decided': () => string;
  'column.decidedBy': () => string;
  'column.paper': () => string;
  'column.papers': () => string;
  'column.checkedOn': () => string;
  'column.standOn': () => string;
  'column.plannedStart': () => string;
  'column.plannedEnd': () => string;
  'column.begin': () => string;
  'column.finish': () => string;
  'column.period': () => string;
  'column.horizon': () => string;
  'column.duration': () => string;
  'column.priority': () => string;
  'column.feasibility': () => string;
  'column.impact': () => string;
  'column.influence': () => string;
  'column.climateEffect': () => string;
  'column.effectFrom': () => string;
  'column.lead': () => string;
  'column.leadExplanation': () => string;
  'column.partners': () => string;
  'column.initiator': () => string;
  'column.targetGroups': () => string;
  'column.budgetPerYear': () => string;
  'column.budgetTotal': () => string;
  'column.costOneOff': () => string;
  'column.costPerYear': () => string;
  'column.costs': () => string;
  'column.staff': () => string;
  'column.costAsOf': () => string;
  'column.costNote': () => string;
  'column.funding': () => string;
  'column.saving': () => string;
  'column.savingMin': () => string;
  'column.savingMax': () => string;
  'column.savingKwh': () => string;
  'column.savingEur': () => string;
  'column.savingQuality': () => string;
  'column.savingsMethod': () => string;
  'column.notQuantified': () => string;
  'column.notQuantifiedReason': () => string;
  'column.ownProposal': () => string;
  'column.description': () => string;
  'column.planText': () => string;
  'column.background': () => string;
  'column.goal': () => string;
  'column.steps': () => string;
  'column.indicators': () => string;
  'column.coBenefits': () => string;
  'column.localValue': () => string;
  'column.examples': () => string;
  'column.related': () => string;
  'column.classes': () => string;
  'column.statusReport': () => string;
  'column.statusNote': () => string;
  'column.outlook': () => string;
  'column.obstacles': () => string;
  'column.remarks': () => string;
  'column.planAssessment': () => string;
  'column.supporters': () => string;
  'column.assessment': () => string;
  'column.achieved': () => string;
  'column.missing': () => string;
  'import.title': () => string;
  'import.lead': () => string;
  'import.lead.anyTown': () => string;
  'import.standOn': () => string;
  'import.standOn.hint': () => string;
  'import.standOn.inFile': (args: { day: string }) => string;
  'import.standOn.day': (args: { day: string }) => string;
  'import.standOn.none': () => string;
  'import.file': () => string;
  'import.file.hint': () => string;
  'import.file.missing': () => string;
  'import.file.tooMany': (args: { limit: number }) => string;
  'import.file.named': (args: { name: string; text: string }) => string;
  'import.look': () => string;
  'import.waiting': () => string;
  'import.waiting.lead': () => string;
  'import.check': () => string;
  'import.check.lead': () => string;
  'import.columns': () => string;
  'import.columns.others': (args: { count: number }) => string;
  'import.words.others': (args: { count: number }) => string;
  'import.columns.hint': (args: { count: number }) => string;
  'import.unplaced': (args: { columns: string }) => string;
  'import.column': (args: { heading: string; letter: string }) => string;
  'import.column.nameless': () => string;
  'import.samples': (args: { samples: string }) => string;
  'import.target.none': () => string;
  'import.target.ignore': () => string;
  'import.reason.asked': () => string;
  'import.reason.heading': () => string;
  'import.reason.part': () => string;
  'import.reason.content': () => string;
  'import.reason.computed': () => string;
  'import.reason.personal': () => string;
  'import.reason.taken': () => string;
  'import.reason.unknown': () => string;
  'import.sheet': () => string;
  'import.sheets': () => string;
  'import.sheets.hint': () => string;
  'import.sheet.use.read': () => string;
  'import.sheet.use.ignored': () => string;
  'import.sheet.use.hidden': () => string;
  'import.sheet.use.no-table': () => string;
  'import.sheet.use.other-columns': () => string;
  'import.sheet.use.same-measures': () => string;
  'import.headingRow': () => string;
  'import.dateOrder': () => string;
  'import.dateOrder.DMY': () => string;
  'import.dateOrder.MDY': () => string;
  'import.words': () => string;
  'import.words.hint': () => string;
  'import.word': (args: { count: string; word: string }) => string;
  'import.word.unsure': () => string;
  'import.meaning.none': () => string;
  'import.meaning.PLANNED': () => string;
  'import.meaning.IN_PROGRESS': () => string;
  'import.meaning.ONGOING': () => string;
  'import.meaning.PAUSED': () => string;
  'import.meaning.DELAYED': () => string;
  'import.meaning.COMPLETED': () => string;
  'import.meaning.ABANDONED': () => string;
  'import.meaning.NOT_FEASIBLE': () => string;
  'import.meaning.NOTHING': () => string;
  'import.preview': () => string;
  'import.preview.title': () => string;
  'import.acceptGoodRows': () => string;
  'import.faultyRows': () => string;
  'import.faulty': (args: { count: number; places: string }) => string;
  'import.apply': () => string;
  'import.discard': () => string;
  'import.target': () => string;
  'import.newTown': () => string;
  'import.newTown.hint': () => string;
  'import.newTown.missing': () => string;
  'import.plan': () => string;
  'import.plan.hint': () => string;
  'import.plan.new': () => string;
  'import.newPlan': () => string;
  'import.newPlan.hint': () => string;
  'import.newPlan.hint.only': () => string;
  'import.newPlan.missing': () => string;
  'import.whereTo': (args: {
    plan: string;
    planIs: string;
    town: string;
    townIs: string;
  }) => string;
  'import.rows.new': () => string;
  'import.rows.changed': () => string;
  'import.rows.unchanged': () => string;
  'import.rows.gone': () => string;
  'import.rows.gone.untold': () => string;
  'import.rows.title': (args: { count: number; kind: string }) => string;
  'import.rows.new.hint': () => string;
  'import.rows.changed.hint': () => string;
  'import.rows.unchanged.hint': () => string;
  'import.rows.gone.hint': () => string;
  'import.rows.new.done': () => string;
  'import.rows.changed.done': () => string;
  'import.rows.unchanged.done': () => string;
  'import.rows.gone.done': () => string;
  'import.more.here': (args: { count: number }) => string;
  'import.rows.more': (args: { count: number }) => string;
  'import.report.file': () => string;
  'import.file.what': () => string;
  'import.change.before': () => string;
  'import.change.after': () => string;
  'import.change.nothing': () => string;
  'import.change.status': () => string;
  'import.change.order': () => string;
  'import.looking': () => string;
  'import.looking.lead': () => string;
  'import.count.fields': () => string;
  'import.count.measures': () => string;
  'import.count.refused': () => string;
  'import.refused': () => string;
  'import.where': () => string;
  'import.columnName': () => string;
  'import.value': () => string;
  'import.why': () => string;
  'import.where.city': (args: { key: string }) => string;
  'import.where.field': (args: { key: string }) => string;
  'import.where.file': () => string;
  'import.where.measure': (args: { key: string }) => string;
  'import.where.plan': (args: { key: string }) => string;
  'import.where.row': (args: { key: string; sheet: string }) => string;
  'import.where.sheet': (args: { key: string }) => string;
  'import.field.order': () => string;
  'import.field.other': () => string;
  'import.refused.other': () => string;
  'import.where.task': (args: { key: string }) => string;
  'import.place.column': (args: { column: string }) => string;
  'import.place.value': (args: { value: string }) => string;
  'import.findings': () => string;
  'import.more': (args: { count: number }) => string;
  'import.notTaken': () => string;
  'import.notTaken.not-yet': () => string;
  'import.notTaken.computed': () => string;
  'import.notTaken.personal': () => string;
  'import.notTaken.technical': () => string;
  'import.notTaken.ignored': () => string;
  'import.notTaken.other-sheet': () => string;
  'import.running': () => string;
  'import.running.lead': () => string;
  'import.progress': (args: { done: number; total: number }) => string;
  'import.lookAgain': () => string;
  'import.done': () => string;
  'import.done.text': (args: { refused: number }) => string;
  'import.done.report': () => string;
  'import.drafts': (args: { count: number; planIs: string; title: string }) => string;
  'import.next': () => string;
  'import.next.clarify': (args: { name: string }) => string;
  'import.next.measures': (args: { name: string }) => string;
  'import.next.another': () => string;
  'import.next.publish': (args: { name: string }) => string;
  'cli.next.where': (args: { measures: number; plan: string; town: string }) => string;
  'cli.next.public': (args: { url: string }) => string;
  'cli.next.drafts': (args: { drafts: number; url: string }) => string;
  'cli.next.townDraft': (args: { url: string }) => string;
  'cli.next.serve': (args: { program: string }) => string;
  'cli.next.hidden': (args: { drafts: number; measures: number; url: string }) => string;
  'cli.next.signIn': (args: { program: string }) => string;
  'cli.next.publish': (args: { command: string }) => string;
  'cli.next.fillIn': () => string;
  'cli.next.then': (args: { command: string }) => string;
  'cli.next.kept': () => string;
  'cli.next.published': (args: {
    measures: number;
    municipalities: number;
    plans: number;
  }) => string;
  'cli.import.heldBack': (args: { towns: string }) => string;
  'cli.import.tooLarge': (args: { file: string; max: number; size: number }) => string;
  'cli.seeHelp': (args: { command: string; program: string }) => string;
  'cli.usage': (args: { program: string; usage: string }) => string;
  'folder.inUse': (args: { folder: string }) => string;
  'serve.folder': (args: { code: string; folder: string }) => string;
  'serve.notAnnounced': (args: { code: string; folder: string }) => string;
  'serve.trouble.start/log-damaged': (args: {
    file: string;
    folder: string;
    reason: string;
  }) => string;
  'serve.trouble.start/log-gone': (args: { file: string; folder: string }) => string;
  'serve.trouble.start/log-shorter': (args: { end: string; file: string; known: string }) => string;
  'serve.trouble.start/server-log-shorter': (args: {
    address: string;
    end: string;
    folder: string;
    known: string;
  }) => string;
  'serve.trouble.start/server-log-empty': (args: { address: string; folder: string }) => string;
  'serve.trouble.start/vault-damaged': (args: { file: string; reason: string }) => string;
  'serve.trouble.start/vault-gone': (args: { file: string; folder: string }) => string;
  'serve.trouble.start/no-space': (args: {
    file: string;
    folder: string;
    reason: string;
  }) => string;
  'serve.trouble.start/no-access': (args: {
    file: string;
    folder: string;
    reason: string;
  }) => string;
  'serve.trouble.start/held': (args: { file: string; reason: string }) => string;
  'serve.trouble.start/failing': (args: { file: string; reason: string }) => string;
  'serve.trouble.start/vault-empty': (args: { folder: string }) => string;
  'serve.vaultSilent': (args: { reason: string }) => string;
  'serve.portInUse': (args: { port: string }) => string;
  'serve.logRefused': (args: { words: string }) => string;
  'serve.logTrouble.log/unreachable': (args: { address: string; reason: string }) => string;
  'serve.logTrouble.log/untrusted': (args: { address: string; reason: string }) => string;
  'serve.logTrouble.log/needs-tls': (args: { address: string }) => string;
  'serve.logTrouble.log/without-tls': (args: { address: string }) => string;
  'serve.logTrouble.log/no-login': () => string;
  'serve.logTrouble.log/access-denied': () => string;
  'serve.logTrouble.log/no-rights': () => string;
  'serve.logTrouble.log/missing': (args: { address: string }) => string;
  'serve.logAddress': (args: { reason: string }) => string;
  'serve.portClosed': (args: { port: string }) => string;
  'serve.hostUnknown': (args: { host: string }) => string;
  'serve.warning': (args: { words: string }) => string;
  'serve.dataFolder': () => string;
  'serve.signIn': () => string;
  'serve.stop': () => string;
  'serve.keys': () => string;
  'cli.usage.command': () => string;
  'cli.usage.options': () => string;
  'cli.commands': () => string;
  'cli.options': () => string;
  'cli.more': (args: { program: string }) => string;
  'cli.exitCodes': () => string;
  'cli.option.data': () => string;
  'cli.option.help': () => string;
  'cli.option.json': () => string;
  'cli.unknownCommand': (args: { command: string }) => string;
  'cli.unknownOption': (args: { option: string }) => string;
  'cli.valueMissing': (args: { option: string }) => string;
  'cli.valueNotTaken': (args: { option: string }) => string;
  'cli.wordMissing': (args: { what: string }) => string;
  'cli.wordTooMany': (args: { word: string }) => string;
  'cli.noFolder': (args: { folder: string }) => string;
  'cli.noRights': (args: { code: string; folder: string }) => string;
  'cli.noAnswer': (args: { reason: string; url: string }) => string;
  'cli.otherToken': () => string;
  'cli.notStarted': () => string;
  'cli.notStartedInTime': () => string;
  'cli.exportTown': () => string;
  'cli.exportTown.town': () => string;
  'cli.exportTown.to': () => string;
  'cli.exportTown.labels': () => string;
  'cli.exportTown.done': (args: { file: string; name: string; size: string }) => string;
  'cli.importTown': () => string;
  'cli.importTown.key': () => string;
  'cli.importTown.dryRun': () => string;
  'cli.importTown.done': (args: {
    address: string;
    here: number;
    name: string;
    written: number;
  }) => string;
  'cli.importTown.could': (args: {
    address: string;
    events: number;
    here: number;
    name: string;
  }) => string;
  'cli.importTown.proven': () => string;
  'cli.importTown.unproven': (args: { key: string }) => string;
  'cli.importTown.responsible': () => string;
  'cli.importTown.next': () => string;
  'cli.townMoved': () => string;
  'cli.townMoved.town': () => string;
  'cli.townMoved.to': () => string;
  'cli.townMoved.missing': () => string;
  'cli.townMoved.done': (args: { name: string; to: string }) => string;
  'cli.logCopy': () => string;
  'cli.logCopy.from': () => string;
  'cli.logCopy.to': () => string;
  'cli.logCopy.missing': () => string;
  'cli.logCopy.done': (args: {
    events: number;
    from: string;
    streams: number;
    to: string;
    written: number;
  }) => string;
  'cli.logCopy.root': (args: { root: string }) => string;
  'cli.logCopy.takenOut': (args: { count: number }) => string;
  'cli.logCopy.grown': () => string;
  'cli.logCopy.otherLog': (args: {
    from: string;
    revision: number;
    stream: string;
    to: string;
  }) => string;
  'cli.logCopy.differs': (args: {
    from: string;
    revision: number;
    stream: string;
    to: string;
  }) => string;
  'cli.logCopy.unreadable': (args: { address: string; reason: string }) => string;
  'cli.logCopy.stopped': (args: { reason: string }) => string;
  'cli.logCopy.sameLog': (args: { from: string; to: string }) => string;
  'cli.town.unknown': (args: { town: string; towns: string }) => string;
  'cli.town.none': (args: { town: string }) => string;
  'cli.fileUnreadable': (args: { code: string; file: string }) => string;
  'cli.fileNotWritten': (args: { code: string; file: string }) => string;
  'cli.notJson': (args: { file: string }) => string;
  'cli.serve': () => string;
  'cli.loginLink': () => string;
  'cli.loginLink.town': () => string;
  'cli.loginLink.role': () => string;
  'cli.example': () => string;
  'cli.example.done': () => string;
  'cli.rebuild': () => string;
  'cli.files.erase': () => string;
  'cli.files.erase.reason': () => string;
  'cli.files.erase.reasonMissing': () => string;
  'cli.files.erase.done': (args: { sha256: string }) => string;
  'privacy.files': () => string;
  'cli.rebuild.done': (args: { events: number; seconds: number }) => string;
  'cli.projections.list': () => string;
  'cli.projections.rebuild': () => string;
  'cli.projections.rebuilt': () => string;
  'cli.projections.parked': () => string;
  'cli.projections.noneParked': () => string;
  'cli.projections.replay': () => string;
  'cli.projections.replayed': (args: { stream: string }) => string;
  'cli.projections.still': (args: { lines: string }) => string;
  'cli.projections.dismiss': () => string;
  'cli.projections.dismiss.reason': () => string;
  'cli.projections.dismiss.reasonMissing': () => string;
  'cli.projections.dismissed': (args: { stream: string }) => string;
  'cli.projections.line': (args: {
    lag: string;
    name: string;
    position: string;
    state: string;
  }) => string;
  'cli.projections.fault': (args: { at: string; message: string }) => string;
  'cli.projections.parkedLine': (args: {
    error: string;
    event: string;
    projection: string;
    revision: string;
    since: string;
    stream: string;
    tries: number;
    type: string;
  }) => string;
  'cli.projections.dismissedLine': (args: { at: string; reason: string }) => string;
  'projection.state.new': () => string;
  'projection.state.catching-up': () => string;
  'projection.state.live': () => string;
  'projection.state.retrying': () => string;
  'projection.state.parked': () => string;
  'projection.state.rebuilding': () => string;
  'projection.state.stopped': () => string;
  'projection.lag': (args: { events: number }) => string;
  'projection.lag.more': (args: { events: number }) => string;
  'projection.nowhere': () => string;
  'projections.title': () => string;
  'projections.lead': () => string;
  'projections.shared': () => string;
  'projections.views': () => string;
  'projections.views.what': () => string;
  'projections.proofs': () => string;
  'projections.proofs.what': () => string;
  'projections.policies': () => string;
  'projections.policies.what': () => string;
  'projections.example': (args: { name: string }) => string;
  'projections.name': () => string;
  'projections.state': () => string;
  'projections.progress': () => string;
  'projections.position': () => string;
  'projections.lag': () => string;
  'projections.lag.since': (args: { count: string; since: string }) => string;
  'projections.retries': () => string;
  'projections.fault': () => string;
  'projections.rebuild': () => string;
  'projections.rebuild.of': (args: { name: string }) => string;
  'projections.parked': () => string;
  'projections.parked.none': () => string;
  'projections.parked.lead': () => string;
  'projections.parked.in': () => string;
  'projections.parked.event': () => string;
  'projections.parked.revision': (args: { revision: string }) => string;
  'projections.parked.why': () => string;
  'projections.parked.since': () => string;
  'projections.parked.tries': () => string;
  'projections.parked.dismissed': () => string;
  'projections.replay': () => string;
  'projections.replay.of': (args: { stream: string }) => string;
  'projections.dismiss': () => string;
  'projections.dismiss.lead': () => string;
  'projections.dismiss.stream': () => string;
  'projections.dismiss.reason': () => string;
  'projections.dismiss.reason.hint': () => string;
  'projections.dismiss.submit': () => string;
  'cli.exportMeasures': () => string;
  'cli.exportEvents': () => string;
  'cli.export.proofs': () => string;
  'cli.export.town': () => string;
  'cli.export.format': () => string;
  'cli.export.out': () => string;
  'cli.export.wrongFormat': (args: { formats: string }) => string;
  'cli.export.noText': () => string;
  'cli.importLocalZero': () => string;
  'cli.importMeasures': () => string;
  'cli.import.town': () => string;
  'cli.import.newTown': () => string;
  'cli.import.plan': () => string;
  'cli.import.newPlan': () => string;
  'cli.import.stand': () => string;
  'cli.import.dryRun': () => string;
  'cli.import.acceptGoodRows': () => string;
  'cli.import.publish': () => string;
  'cli.import.sheet': () => string;
  'cli.import.mapping': () => string;
  'cli.import.standPerFile': (args: { files: number; stands: number }) => string;
  'cli.import.refused': (args: { count: number }) => string;
  'cli.import.nothing': () => string;
  'cli.import.stopped': () => string;
  'import.progress.rows': (args: { count: number }) => string;
  'cli.report.holds': (args: {
    fields: number;
    measures: number;
    municipalities: number;
  }) => string;
  'cli.report.dryRun': (args: { holds: string }) => string;
  'cli.report.counts': (args: {
    changed: number;
    new: number;
    refused: number;
    unchanged: number;
  }) => string;
  'cli.report.refused': () => string;
  'cli.report.changed': () => string;
  'cli.report.findings': () => string;
  'cli.report.notTaken': () => string;
  'cli.backup': () => string;
  'cli.backup.keep': () => string;
  'cli.backup.keepNumber': () => string;
  'cli.backup.keepFolder': () => string;
  'cli.backup.there': (args: { file: string }) => string;
  'cli.backup.done': (args: { file: string; size: string }) => string;
  'cli.backup.removed': (args: { name: string }) => string;
  'cli.backup.nothing': () => string;
  'cli.backup.log': (args: { log: string; position: string }) => string;
  'cli.backup.holds': (args: { events: number; files: number; towns: number }) => string;
  'cli.backup.last': (args: { last: string }) => string;
  'cli.backup.made': (args: { app: string; made: string }) => string;
  'cli.restore': () => string;
  'cli.restore.dryRun': () => string;
  'cli.restore.done': (args: { file: string; folder: string }) => string;
  'cli.restore.could': (args: { file: string }) => string;
  'cli.verify.elsewhere': () => string;
  'cli.restore.elsewhere': (args: { setting: string }) => string;
  'cli.vault.copy': () => string;
  'cli.vault.from': () => string;
  'cli.vault.to': () => string;
  'cli.vault.needsTwo': () => string;
  'cli.vault.unknown': (args: { forms: string; option: string }) => string;
  'cli.vault.missing': (args: { vault: string }) => string;
  'cli.vault.notEmpty': (args: { vault: string }) => string;
  'cli.vault.copied': (args: { rows: number; vault: string }) => string;
  'cli.verify': () => string;
  'cli.verify.key': () => string;
  'cli.verify.checkpoint': () => string;
  'cli.verify.noKey': (args: { key: string }) => string;
  'cli.verify.oneCheckpoint': () => string;
  'verify.ok': (args: { events: number }) => string;
  'verify.signed': (args: { root: string; size: number; when: string }) => string;
  'verify.signedAt': (args: { instant: string }) => string;
  'verify.unsealed': (args: { count: number }) => string;
  'verify.neverSigned': () => string;
  'verify.signedBy': (args: { key: string }) => string;
  'verify.redacted': (args: { count: number }) => string;
  'verify.means': () => string;
  'verify.ownKey': () => string;
  'verify.failed': (args: { finding: string }) => string;
  'verify.more': (args: { count: number }) => string;
  'verify.detail': (args: { detail: string }) => string;
  'verify.place': (args: {
    id: string;
    number: string;
    position: string;
    revision: string;
    stream: string;
  }) => string;
  'verify.placeGone': (args: { id: string; number: string }) => string;
  'verify.finding.damaged': () => string;
  'verify.finding.no-log': () => string;
  'verify.finding.other-structure': () => string;
  'verify.finding.name': () => string;
  'verify.finding.sequence': () => string;
  'verify.finding.idle-stream': () => string;
  'verify.finding.wal': () => string;
  'verify.finding.journal': () => string;
  'verify.finding.no-stream': (args: { place: string }) => string;
  'verify.finding.revision': (args: { place: string }) => string;
  'verify.finding.not-text': (args: { place: string }) => string;
  'verify.finding.not-json': (args: { place: string }) => string;
  'verify.finding.not-canonical': (args: { place: string }) => string;
  'verify.finding.not-storable': (args: { place: string }) => string;
  'verify.finding.no-leaf': (args: { place: string }) => string;
  'verify.finding.text-gone': (args: { place: string }) => string;
  'verify.finding.event-changed': (args: { place: string }) => string;
  'verify.finding.event-missing': (args: { place: string }) => string;
  'verify.finding.event-inserted': (args: { place: string }) => string;
  'verify.finding.event-moved': (args: { place: string }) => string;
  'verify.finding.other-position': (args: { place: string }) => string;
  'verify.finding.checkpoint-unreadable': () => string;
  'verify.finding.checkpoint-forged': (args: { size: number }) => string;
  'verify.finding.checkpoint-differs': (args: { place: string; to: string }) => string;
  'verify.finding.checkpoint-beyond': (args: { size: number }) => string;
  'verify.finding.other-key': () => string;
  'verify.finding.other-log': () => string;
  'verify.finding.no-key': () => string;
  'verify.finding.not-signed': () => string;
  'verify.finding.tree-damaged': () => string;
  'verify.finding.tree-differs': () => string;
  'verify.finding.tree-other-log': () => string;
  'verify.finding.vault-damaged': () => string;
  'verify.proof.ok': (args: { number: string }) => string;
  'verify.proof.leafOnly': () => string;
  'verify.proof.means': () => string;
  'verify.fileKey': () => string;
  'verify.export.whole': (args: { count: number }) => string;
  'verify.export.part': (args: { count: number }) => string;
  'verify.export.partly': (args: { count: number }) => string;
  'verify.export.line': (args: { line: string }) => string;
  'verify.export.entry': (args: { id: string; line: string; stream: string }) => string;
  'proof.fault.no-json': () => string;
  'proof.fault.no-proof': () => string;
  'proof.fault.unreadable': () => string;
  'proof.fault.other-key': () => string;
  'proof.fault.forged': () => string;
  'proof.fault.other-log': () => string;
  'proof.fault.no-leaf': () => string;
  'proof.fault.path-length': () => string;
  'proof.fault.not-included': () => string;
  'proof.fault.contradicts': () => string;
  'proof.fault.line': () => string;
  'proof.fault.twice': () => string;
  'proof.fault.count': () => string;
  'proof.fault.no-proofs': () => string;
  'proof.title': () => string;
  'proof.lead': () => string;
  'proof.file': () => string;
  'proof.file.hint': () => string;
  'proof.source': () => string;
  'proof.check': () => string;
  'proof.ready': () => string;
  'proof.where': () => string;
  'proof.where.browser': () => string;
  'proof.where.server': () => string;
  'proof.where.shell': () => string;
  'proof.where.key': () => string;
  'proof.here': () => string;
  'proof.byServer': () => string;
  'proof.ok': () => string;
  'proof.failed': () => string;
  'proof.means': () => string;
  'proof.meansNot': () => string;
  'proof.fact.type': () => string;
  'proof.fact.occurredOn': () => string;
  'proof.fact.recordedAt': () => string;
  'proof.fact.text': () => string;
  'proof.fact.terms': () => string;
  'proof.fact.stream': () => string;
  'proof.fact.id': () => string;
  'proof.fact.number': () => string;
  'proof.fact.root': () => string;
  'proof.fact.key': () => string;
  'proof.removed': () => string;
  'proof.unknownDay': () => string;
  'proof.type.DecisionRecorded': () => string;
  'proof.type.MeasureDecided': () => string;
  'proof.type.MeasureDeliberated': () => string;
  'proof.type.MeasureNoDecisionNeeded': () => string;
  'proof.type.MeasureResponsibleBodyAssigned': () => string;
  'proof.type.MunicipalityDescribed': () => string;
  'proof.type.MunicipalityFounded': () => string;
  'proof.type.MunicipalityMoved': () => string;
  'proof.type.MunicipalityObserversDescribed': () => string;
  'proof.type.MunicipalityPublished': () => string;
  'proof.type.MunicipalityTargetSet': () => string;
  'proof.type.MunicipalityUnpublished': () => string;
  'proof.type.OrganClosed': () => string;
  'proof.type.OrganDescribed': () => string;
  'proof.type.OrganRegistered': () => string;
  'proof.type.PersonRoleGranted': () => string;
  'proof.type.PersonRoleRevoked': () => string;
  'proof.type.PlanAdopted': () => string;
  'proof.type.PlanDescribed': () => string;
  'proof.type.PlanDrafted': () => string;
  'proof.type.PlanEditionAdded': () => string;
  'proof.type.PlanFieldAdded': () => string;
  'proof.type.PlanFieldAssessed': () => string;
  'proof.type.PlanFieldDescribed': () => string;
  'proof.type.PlanFieldMoved': () => string;
  'proof.type.PlanImportCompleted': () => string;
  'proof.type.PlanMeasurePlaced': () => string;
  'proof.type.PlanMeasureRemoved': () => string;
  'proof.type.PlanMeasureSplit': () => string;
  'proof.type.PlanMeasureSuperseded': () => string;
  'proof.type.PlanMeasuresMerged': () => string;
  'proof.type.PlanPublished': () => string;
  'proof.type.PlanUnpublished': () => string;
  'cli.place.noRoom': (args: { code: string; path: string }) => string;
  'cli.place.refused': (args: { code: string; path: string }) => string;
  'problem.import/plan-unknown': (args: { plan: string; plans: string }) => string;
  'problem.import/plan-elsewhere': (args: { home: string }) => string;
  'problem.import/several-towns': (args: { town: string; towns: string }) => string;
  'problem.import/plan-ambiguous': (args: { count: number; plans: string; town: string }) => string;
  'problem.row/names-another-town': () => string;
  'problem.row/of-another-town': () => string;
  'nav.home': () => string;
  'home.title': (args: { name: string }) => string;
  'home.lead': () => string;
  'home.publicGaps': () => string;
  'home.none': () => string;
  'home.attention': (args: { name: string }) => string;
  'home.late': () => string;
  'home.stale': () => string;
  'home.toBeClarified': () => string;
  'home.brokenLinks': (args: { count: number }) => string;
  'home.notices': (args: { count: number }) => string;
  'home.questions': (args: { count: number }) => string;
  'home.stalePromises': (args: { count: number }) => string;
  'home.people': (args: { name: string }) => string;
  'home.more': () => string;
  'home.more.operator': () => string;
  'home.log': () => string;
  'problem.title.308': () => string;
  'problem.title.400': () => string;
  'problem.title.401': () => string;
  'problem.title.403': () => string;
  'problem.title.404': () => string;
  'problem.title.405': () => string;
  'problem.title.409': () => string;
  'problem.title.410': () => string;
  'problem.title.412': () => string;
  'problem.title.413': () => string;
  'problem.title.415': () => string;
  'problem.title.422': () => string;
  'problem.title.428': () => string;
  'problem.title.500': () => string;
  'problem.title.503': () => string;
  'problem.command/invalid': (args: { count: number }) => string;
  'problem.command/unknown': () => string;
  'problem.request/broken-json': () => string;
  'problem.request/not-utf8': () => string;
  'problem.request/too-deep': (args: { max: number }) => string;
  'problem.request/not-an-object': () => string;
  'problem.request/wrong-if-match': () => string;
  'problem.request/wrong-idempotency-key': () => string;
  'problem.request/unreadable': () => string;
  'problem.file/missing': () => string;
  'problem.file/empty': () => string;
  'problem.file/unknown-type': () => string;
  'problem.file/too-large': (args: { limit: string }) => string;
  'problem.file/too-many-pixels': (args: { limit: string }) => string;
  'problem.file/damaged': () => string;
  'problem.file/erased': (args: { reason: string }) => string;
  'problem.file/unknown': () => string;
  'problem.request/too-large': (args: { limit: string }) => string;
  'problem.request/wrong-media-type': () => string;
  'problem.auth/sign-in-needed': () => string;
  'problem.auth/token-unknown': () => string;
  'problem.auth/not-allowed': () => string;
  'problem.auth/foreign-origin': () => string;
  'problem.route/unknown': () => string;
  'problem.route/wrong-method': (args: { allow: string; method: string }) => string;
  'voided.kicker': () => string;
  'voided.title': () => string;
  'voided.text': (args: { actor: string; day: string }) => string;
  'voided.reason': () => string;
  'voided.toMeasures': () => string;
  'problem.measure/voided': () => string;
  'problem.measure/not-known-yet': (args: { day: string }) => string;
  'problem.municipality/not-known-yet': (args: { day: string }) => string;
  'problem.plan/not-known-yet': (args: { day: string }) => string;
  'problem.decision/not-known-yet': (args: { day: string }) => string;
  'problem.organ/not-known-yet': (args: { day: string }) => string;
  'problem.actor/not-known-yet': (args: { day: string }) => string;
  'problem.roundtable/not-known-yet': (args: { day: string }) => string;
  'problem.measure/unknown': () => string;
  'problem.plan/unknown': () => string;
  'problem.municipality/unknown': () => string;
  'problem.organ/unknown': () => string;
  'problem.decision/unknown': () => string;
  'problem.actor/unknown': () => string;
  'problem.roundtable/unknown': () => string;
  'problem.person/unknown': () => string;
  'problem.person/erased': () => string;
  'problem.person/not-erased': () => string;
  'problem.measure/already-exists': () => string;
  'problem.plan/already-exists': () => string;
  'problem.municipality/already-exists': () => string;
  'problem.transfer/no-town-file': () => string;
  'problem.transfer/newer': (args: { app: string; format: string }) => string;
  'problem.transfer/damaged': (args: { what: string }) => string;
  'problem.transfer/foreign-event': (args: { entry: string; stream: string }) => string;
  'problem.transfer/gap': (args: { entry: string; stream: string }) => string;
  'problem.transfer/wrong-id': (args: { entry: string; stream: string }) => string;
  'problem.transfer/unknown-event': (args: { entry: string; type: string }) => string;
  'problem.transfer/wrong-data': (args: { entry: string; field: string }) => string;
  'problem.transfer/from-the-future': (args: { entry: string }) => string;
  'problem.transfer/not-proven': (args: { entry: string }) => string;
  'problem.transfer/not-signed': () => string;
  'problem.transfer/incomplete': () => string;
  'problem.transfer/moved-on': (args: { address: string }) => string;
  'problem.transfer/already-here': (args: { stream: string }) => string;
  'problem.transfer/unfinished': () => string;
  'problem.transfer/running': () => string;
  'problem.municipality/moved': (args: { address: string }) => string;
  'problem.municipality/arriving': () => string;
  'problem.municipality/key-taken': () => string;
  'problem.municipality/key-of-other-state': (args: { begins: string }) => string;
  'problem.organ/already-exists': () => string;
  'problem.decision/already-exists': () => string;
  'problem.actor/already-exists': () => string;
  'problem.roundtable/already-exists': () => string;
  'problem.entry/correct-at-source': () => string;
  'problem.entry/already-voided': () => string;
  'problem.entry/not-correctable': () => string;
  'problem.entry/no-text': () => string;
  'problem.entry/unknown': () => string;
  'problem.log/entry-unreadable': () => string;
  'problem.log/upgrade-needed': () => string;
  'problem.log/wrong-expected-revision': () => string;
  'problem.log/id-conflict': () => string;
  'problem.log/not-storable': () => string;
  'problem.log/append-too-large': (args: { limit: number }) => string;
  'problem.vault/unavailable': () => string;
  'problem.log/busy': () => string;
  'problem.log/outcome-unknown': () => string;
  'problem.log/texts-remain': () => string;
  'problem.log/write-failed': () => string;
  'problem.log/unreachable': () => string;
  'problem.log/access-denied': () => string;
  'problem.log/no-rights': () => string;
  'problem.log/stream-deleted': () => string;
  'problem.storage/no-space': () => string;
  'problem.storage/no-access': () => string;
  'problem.storage/damaged': () => string;
  'problem.storage/held': () => string;
  'problem.storage/failing': () => string;
  'problem.log/stopped': () => string;
  'problem.log/closed': () => string;
  'problem.link/unknown': () => string;
  'problem.link/used': () => string;
  'problem.link/expired': () => string;
  'problem.stream/revision-conflict': (args: { count: number }) => string;
  'problem.stream/revision-required': () => string;
  'problem.idempotency/key-reused': () => string;
  'problem.server/failed': () => string;
  'problem.field/missing': () => string;
  'problem.field/unknown': () => string;
  'problem.field/empty': () => string;
  'problem.field/too-long': (args: { max: number }) => string;
  'problem.field/too-many': (args: { max: number }) => string;
  'problem.field/unknown-code': (args: { allowed: string }) => string;
  'problem.field/not-a-text': () => string;
  'problem.field/not-a-day': () => string;
  'problem.field/not-a-date': () => string;
  'problem.field/in-the-future': () => string;
  'problem.field/not-a-boolean': () => string;
  'problem.field/not-an-integer': (args: { max: number; min: number }) => string;
  'problem.field/not-an-id': () => string;
  'problem.field/not-a-list': () => string;
  'problem.field/not-an-object': () => string;
  'problem.field/not-a-web-address': () => string;
  'problem.field/not-a-server': () => string;
  'problem.field/wrong-form': (args: { example: string }) => string;
  'problem.reference/unknown': (args: { category: string }) => string;
  'problem.reference/other-municipality': () => string;
  'problem.plan/field-already-there': () => string;
  'problem.plan/unknown-field': () => string;
  'problem.plan/unknown-edition': () => string;
  'problem.plan/measure-not-placed': () => string;
  'problem.plan/named-twice': () => string;
  'problem.plan/own-heir': () => string;
  'problem.roundtable/already-there': () => string;
  'problem.roundtable/unknown-part': (args: { part: string }) => string;
  'problem.roundtable/only-with-dissent': () => string;
  'problem.roundtable/only-when-handed-over': () => string;
  'problem.roundtable/not-in-dissent': () => string;
  'problem.roundtable/not-held': () => string;
  'problem.roundtable/not-circulated': () => string;
  'problem.roundtable/approval-still-open': (args: { until: string }) => string;
  'problem.roundtable/not-approved': () => string;
  'problem.entry/by-policy-only': () => string;
  'problem.plan/field-within-itself': () => string;
  'problem.role/instance-wide': () => string;
  'signIn.label': () => string;
  'signIn.noLink': () => string;
  'signIn.askAgain': () => string;
  'signIn.askAgain.operator': () => string;
  'signIn.already': (args: { label: string }) => string;
  'signIn.welcomeBack': (args: { label: string }) => string;
  'problem.views/behind': () => string;
  'problem.views/first': () => string;
  'problem.views/damaged': () => string;
  'problem.backup/running': () => string;
  'problem.backup/failed': (args: { reason: string }) => string;
  'problem.backup/log-elsewhere': () => string;
  'problem.projection/unknown': () => string;
  'problem.projection/not-parked': () => string;
  'problem.projection/not-rebuilt': (args: { name: string; reason: string }) => string;
  'problem.checkpoint/unknown': () => string;
  'problem.proof/entry-unknown': () => string;
  'problem.checkpoint/not-signed': () => string;
  'problem.checkpoint/other-log': () => string;
  'problem.checkpoint/behind': () => string;
  'problem.import/town-unknown': (args: { town: string; towns: string }) => string;
  'problem.import/unknown': () => string;
  'problem.import/example': () => string;
  'log.undone.title': () => string;
  'signIn.label.hint': () => string;
  'people.title': () => string;
  'people.lead': () => string;
  'people.example': () => string;
  'people.none': () => string;
  'people.team': () => string;
  'people.you': () => string;
  'people.revoke': () => string;
  'people.revoke.of': (args: { label: string; role: string }) => string;
  'people.forget.of': (args: { label: string }) => string;
  'people.data': () => string;
  'people.data.of': (args: { label: string }) => string;
  'mentions.title': () => string;
  'mentions.lead': () => string;
  'mentions.text': () => string;
  'mentions.text.hint': () => string;
  'mentions.submit': () => string;
  'mentions.found': (args: { count: number }) => string;
  'mentions.none': () => string;
  'mentions.texts': () => string;
  'mentions.texts.text': () => string;
  'mentions.place': () => string;
  'mentions.pseudonym': () => string;
  'mentions.copy': () => string;
  'mentions.kind.person': () => string;
  'mentions.kind.contact': () => string;
  'mentions.kind.notice': () => string;
  'mentions.kind.note': () => string;
  'mentions.kind.meeting-note': () => string;
  'mentions.kind.responsible': () => string;
  'mentions.kind.page': () => string;
  'mentions.kind.dismissal': () => string;
  'mentions.go.person': () => string;
  'mentions.go.contact': () => string;
  'mentions.go.notice': () => string;
  'mentions.go.note': () => string;
  'mentions.go.meeting-note': () => string;
  'mentions.go.responsible': () => string;
  'mentions.go.page': () => string;
  'mentions.go.dismissal': () => string;
  'mentions.field.label': () => string;
  'mentions.field.name': () => string;
  'mentions.field.email': () => string;
  'mentions.field.note': () => string;
  'mentions.field.text': () => string;
  'mentions.field.source': () => string;
  'mentions.field.address': () => string;
  'mentions.field.join_url': () => string;
  'people.forget.lead': (args: { label: string }) => string;
  'people.forget.stays': () => string;
  'people.forget.when': () => string;
  'saved.accountDeleted': () => string;
  'cli.person.forget': () => string;
  'cli.person.forget.done': () => string;
  'cli.person.forget.dryRun': () => string;
  'cli.person.forget.would': (args: {
    entries: number;
    files: number;
    label: string;
    links: number;
    sessions: number;
  }) => string;
  'cli.person.export': () => string;
  'cli.person.export.entries': () => string;
  'person.csv.recordedAt': () => string;
  'person.csv.occurredOn': () => string;
  'person.csv.what': () => string;
  'person.csv.role': () => string;
  'person.csv.text': () => string;
  'person.csv.address': () => string;
  'person.csv.id': () => string;
  'people.newLink': () => string;
  'people.newLink.of': (args: { label: string }) => string;
  'people.revoke.lead': (args: { label: string; role: string }) => string;
  'people.revoke.self': () => string;
  'people.revoke.last': () => string;
  'people.invite': () => string;
  'people.invite.hint': (args: { days: number }) => string;
  'people.invite.role': () => string;
  'people.role.LEAD': () => string;
  'people.role.LEAD.hint': () => string;
  'people.role.MONITOR': () => string;
  'people.role.MONITOR.hint': () => string;
  'people.role.ADMINISTRATION': () => string;
  'people.role.ADMINISTRATION.hint': () => string;
  'people.invite.submit': () => string;
  'people.open': () => string;
  'people.open.until': (args: { day: string; role: string }) => string;
  'people.open.known': (args: { label: string }) => string;
  'people.withdraw': () => string;
  'people.withdraw.of': (args: { day: string; role: string }) => string;
  'invitation.title': () => string;
  'invitation.once': (args: { day: string }) => string;
  'invitation.text': () => string;
  'invitation.letter': (args: { day: string; role: string; town: string; url: string }) => string;
  'invitation.letter.known': (args: { day: string; town: string; url: string }) => string;
  'invitation.subject': () => string;
  'invitation.mail': () => string;
  'invitation.back': () => string;
  'invitation.sentBefore': () => string;
  'work.people.hint': () => string;
  'work.stand.people': (args: { count: number }) => string;
  'saved.invitationWithdrawn': () => string;
  'saved.roleRevoked': () => string;
  'saved.contactDeleted': () => string;
  'account.title': () => string;
  'account.lead': () => string;
  'account.label.hint': () => string;
  'account.label.submit': () => string;
  'account.roles': () => string;
  'account.roles.none': () => string;
  'account.roles.everywhere': () => string;
  'account.entries': () => string;
  'account.allEntries': () => string;
  'account.allEntries.lead': () => string;
  'account.entries.none': () => string;
  'account.sessions': () => string;
  'account.sessions.text': (args: { days: number }) => string;
  'account.otherDevice': () => string;
  'account.otherDevice.text': () => string;
  'account.signOutEverywhere': () => string;
  'account.data': () => string;
  'account.data.text': () => string;
  'account.data.download': () => string;
  'account.delete': () => string;
  'account.delete.lead': () => string;
  'account.delete.stays': () => string;
  'account.delete.text': () => string;
  'account.delete.data': () => string;
  'account.delete.submit': () => string;
  'account.deleted': () => string;
  'account.deleted.text': () => string;
  'timeline.formerMember': (args: { role: string }) => string;
  'start.title': () => string;
  'start.lead': () => string;
  'start.how': () => string;
  'start.how.trail': () => string;
  'start.how.times': () => string;
  'start.how.facts': () => string;
  'start.how.data': () => string;
  'town.arrival': (args: {
    address: string;
    day: string;
    root: string;
    since: string;
    size: number;
  }) => string;
  'towns.moved': () => string;
  'towns.movedTo': (args: { host: string }) => string;
  'towns.lead': () => string;
  'towns.search': () => string;
  'towns.none': () => string;
  'towns.target': (args: { year: string }) => string;
  'towns.lastNews': (args: { day: string }) => string;
  'draft.mark': () => string;
  'texts.german': () => string;
  'town.title': (args: { name: string }) => string;
  'town.lead': (args: { day: string; total: number }) => string;
  'town.lead.target': (args: { year: string }) => string;
  'town.unofficial': () => string;
  'town.source': () => string;
  'town.noMeasures': () => string;
  'town.numbers': () => string;
  'town.share': (args: { done: number; share: string; total: number; unknown: number }) => string;
  'town.attention': () => string;
  'town.late': (args: { count: number }) => string;
  'town.stale': (args: { count: number; days: number }) => string;
  'town.toBeClarified': (args: { count: number }) => string;
  'town.target': (args: { year: string }) => string;
  'town.byField': () => string;
  'town.overTime': () => string;
  'town.plans': (args: { count: number }) => string;
  'town.changes': () => string;
  'town.assessment': (args: { group: string }) => string;
  'town.observers': () => string;
  'town.observers.none': () => string;
  'town.website': () => string;
  'observers.name': () => string;
  'observers.relation': () => string;
  'observers.website': () => string;
  'observers.contact': () => string;
  'observers.edit': () => string;
  'observers.form.lead': () => string;
  'observers.form.name': () => string;
  'observers.form.name.hint': () => string;
  'observers.form.relation': () => string;
  'observers.form.relation.INDEPENDENT': () => string;
  'observers.form.relation.ALLIANCE': () => string;
  'observers.form.relation.MUNICIPALITY': () => string;
  'observers.form.teaser': () => string;
  'observers.form.description': () => string;
  'observers.form.contact': () => string;
  'observers.form.contact.hint': () => string;
  'observers.form.website': () => string;
  'observers.form.logo': () => string;
  'observers.form.logo.hint': () => string;
  'observers.form.logo.alt': () => string;
  'observers.form.logo.alt.hint': () => string;
  'observers.form.logo.noPicture': () => string;
  'observers.form.sources': () => string;
  'observers.form.sources.hint': () => string;
  'observers.form.method': () => string;
  'observers.form.method.hint': () => string;
  'observers.form.supporters': () => string;
  'observers.form.licence': () => string;
  'observers.form.responsible': () => string;
  'observers.form.responsible.hint': () => string;
  'observers.form.responsibleName': () => string;
  'observers.form.responsibleAddress': () => string;
  'observers.form.responsibleEmail': () => string;
  'observers.title': (args: { name: string }) => string;
  'observers.lead': () => string;
  'observers.more': () => string;
  'observers.licence': () => string;
  'observers.licence.use': () => string;
  'observers.responsible.none': () => string;
  'observers.general': () => string;
  'observers.wrong': () => string;
  'observers.wrong.text': () => string;
  'town.official': () => string;
  'observers.sources': () => string;
  'observers.supporters': () => string;
  'relation.INDEPENDENT': () => string;
  'relation.ALLIANCE': () => string;
  'relation.MUNICIPALITY': () => string;
  'plan.kind': () => string;
  'plan.title': () => string;
  'plan.title.hint': () => string;
  'plan.origin': () => string;
  'planOrigin.ADMINISTRATION': () => string;
  'planOrigin.ALLIANCE': () => string;
  'planOrigin.CITIZENS_PETITION': () => string;
  'planOrigin.OTHER': () => string;
  'plan.description': () => string;
  'plan.url': () => string;
  'plan.edit': () => string;
  'plan.edit.hint': () => string;
  'plan.addEdition': () => string;
  'plan.addEdition.hint': () => string;
  'plan.fields': () => string;
  'plan.fields.hint': () => string;
  'plan.fields.count': (args: { count: number }) => string;
  'plan.measures': () => string;
  'plan.measures.hint': () => string;
  'plan.measures.lead': () => string;
  'plan.toDashboard': () => string;
  'plan.dashboard': () => string;
  'plan.allOfTown': (args: { name: string }) => string;
  'plan.about': () => string;
  'plan.lead': (args: { name: string }) => string;
  'plans.lead': () => string;
  'plans.none': () => string;
  'plans.new': () => string;
  'edition.label': () => string;
  'edition.label.hint': () => string;
  'edition.on': () => string;
  'edition.url': () => string;
  'fields.lead': () => string;
  'fields.none': () => string;
  'fields.new': () => string;
  'fields.moveName': (args: { name: string }) => string;
  'fields.measures': () => string;
  'planField.name': () => string;
  'planField.number': () => string;
  'planField.number.hint': () => string;
  'planField.parent': () => string;
  'planField.top': () => string;
  'planField.move': () => string;
  'planField.move.lead': () => string;
  'planField.assess': () => string;
  'planField.assess.short': () => string;
  'planField.assess.lead': () => string;
  'planField.rating': () => string;
  'planField.reason': () => string;
  'planField.assessedOn': () => string;
  'move.up': () => string;
  'move.down': () => string;
  'move.in': () => string;
  'move.out': () => string;
  'move.elsewhere': () => string;
  'plan.adopted': () => string;
  'plan.notAdopted': () => string;
  'plan.edition': () => string;
  'planKind.CLIMATE_PROTECTION': () => string;
  'planKind.ADAPTATION': () => string;
  'planKind.HEAT': () => string;
  'planKind.OTHER': () => string;
  'planAdopted.FULL': () => string;
  'planAdopted.IN_PRINCIPLE': () => string;
  'planAdopted.PART': () => string;
  'example.publicSources': () => string;
  'change.recorded': (args: { day: string }) => string;
  'change.voided': () => string;
  'change.MunicipalityFounded': () => string;
  'change.MunicipalityDescribed': () => string;
  'change.MunicipalityObserversDescribed': () => string;
  'change.MunicipalityTargetSet': () => string;
  'change.MunicipalityPublished': () => string;
  'change.MunicipalityUnpublished': () => string;
  'change.MunicipalityMoved': () => string;
  'change.OrganRegistered': () => string;
  'change.OrganDescribed': () => string;
  'change.OrganClosed': () => string;
  'change.PlanDrafted': () => string;
  'change.PlanDescribed': () => string;
  'change.PlanEditionAdded': () => string;
  'change.PlanFieldAdded': () => string;
  'change.PlanFieldDescribed': () => string;
  'change.PlanFieldMoved': () => string;
  'change.PlanFieldAssessed': () => string;
  'change.PlanMeasurePlaced': () => string;
  'change.PlanMeasureRemoved': () => string;
  'change.PlanMeasuresMerged': () => string;
  'change.PlanMeasureSplit': () => string;
  'change.PlanMeasureSuperseded': () => string;
  'change.PlanAdopted': () => string;
  'change.PlanPublished': () => string;
  'change.PlanUnpublished': () => string;
  'change.PlanImportCompleted': () => string;
  'change.DecisionRecorded': () => string;
  'change.MeasureRecorded': () => string;
  'change.MeasureDescribed': () => string;
  'change.MeasurePublished': () => string;
  'change.MeasureUnpublished': () => string;
  'change.MeasureProposed': () => string;
  'change.MeasureSubmitted': () => string;
  'change.MeasureDeliberated': () => string;
  'change.MeasureDecided': () => string;
  'change.MeasureNoDecisionNeeded': () => string;
  'change.MeasureRevived': () => string;
  'change.MeasureMerged': () => string;
  'change.MeasureSplit': () => string;
  'change.MeasureSuperseded': () => string;
  'change.MeasureResponsibleBodyAssigned': () => string;
  'change.MeasureResponsibleBodyReleased': () => string;
  'change.MeasureImplementationPlanned': () => string;
  'change.MeasureImplementationStarted': () => string;
  'change.MeasureProgressReported': () => string;
  'change.MeasureDelayReported': () => string;
  'change.MeasureRescheduled': () => string;
  'change.MeasureImplementationPaused': () => string;
  'change.MeasureImplementationResumed': () => string;
  'change.MeasureImplementationCompleted': () => string;
  'change.MeasureImplementationAbandoned': () => string;
  'change.MeasureCheckedUnchanged': () => string;
  'change.MeasureFindingSettled': () => string;
  'change.MeasureAssessed': () => string;
  'change.EntryCorrected': () => string;
  'change.EntryVoided': () => string;
  'change.EvidenceAdded': () => string;
  'change.TextRedacted': () => string;
  'list.title': (args: { name: string }) => string;
  'list.crumb': () => string;
  'list.lead': () => string;
  'list.results': () => string;
  'list.apart': (args: { count: number }) => string;
  'list.noneFound': () => string;
  'list.downloads': () => string;
  'list.ignored': (args: { filters: string }) => string;
  'filter.only': () => string;
  'filter.late': () => string;
  'filter.stale': () => string;
  'filter.toBeClarified': () => string;
  'filter.allies': () => string;
  'filter.allies.without': () => string;
  'filter.allies.only': () => string;
  'filter.allies.with': () => string;
  'sort.plan': () => string;
  'sort.title': () => string;
  'sort.status': () => string;
  'sort.lastNews': () => string;
  'sort.plannedEnd': () => string;
  'measure.ownProposal': () => string;
  'measure.entry': () => string;
  'measure.inNewConsultation': () => string;
  'measure.staleSentence': (args: { days: number }) => string;
  'measure.since': (args: { day: string }) => string;
  'measure.before': (args: { dates: string }) => string;
  'measure.facts': () => string;
  'measure.decision': () => string;
  'measure.implementation': () => string;
  'measure.percent': () => string;
  'measure.startedOn': () => string;
  'measure.endedOn': () => string;
  'measure.finishedLate': () => string;
  'measure.days': (args: { days: number }) => string;
  'measure.responsible.LEAD': () => string;
  'measure.responsible.PARTNER': () => string;
  'measure.origin': () => string;
  'measure.budgetPerYear': () => string;
  'measure.budgetTotal': () => string;
  'measure.savingMoney': () => string;
  'measure.savingCo2': () => string;
  'measure.savingEnergy': () => string;
  'measure.texts': () => string;
  'measure.history': () => string;
  'measure.wholeHistory': (args: { count: number }) => string;
  'text.description': () => string;
  'text.planText': () => string;
  'text.background': () => string;
  'text.goal': () => string;
  'text.statusReport': () => string;
  'text.statusNote': () => string;
  'text.outlook': () => string;
  'text.obstacles': () => string;
  'text.remarks': () => string;
  'text.planAssessment': () => string;
  'text.supporters': () => string;
  'text.targetGroups': () => string;
  'text.initiator': () => string;
  'text.steps': () => string;
  'text.period': () => string;
  'text.indicators': () => string;
  'text.costNote': () => string;
  'text.funding': () => string;
  'text.savingsMethod': () => string;
  'text.notQuantifiedReason': () => string;
  'text.coBenefits': () => string;
  'text.localValue': () => string;
  'text.examples': () => string;
  'text.related': () => string;
  'text.papers': () => string;
  'text.classes': () => string;
  'sheet.horizon': () => string;
  'sheet.title': () => string;
  'sheet.part.filled': (args: { count: number }) => string;
  'sheet.part.plan': () => string;
  'sheet.part.plan.hint': () => string;
  'sheet.part.time': () => string;
  'sheet.part.time.hint': () => string;
  'sheet.part.money': () => string;
  'sheet.part.money.hint': () => string;
  'sheet.part.effect': () => string;
  'sheet.part.effect.hint': () => string;
  'sheet.part.links': () => string;
  'sheet.part.links.hint': () => string;
  'sheet.part.state': () => string;
  'sheet.part.state.hint': () => string;
  'sheet.part.state.lead': () => string;
  'sheet.cost.staff.hint': () => string;
  'sheet.funding.amountEuros': () => string;
  'sheet.notQuantified.hint': () => string;
  'sheet.saving.min': () => string;
  'sheet.saving.max': () => string;
  'sheet.paper.title': () => string;
  'sheet.paper.url': () => string;
  'sheet.classes.hint': () => string;
  'sheet.class.scheme': () => string;
  'sheet.class.code': () => string;
  'sheet.class.label': () => string;
  'sheet.row.steps': () => string;
  'sheet.row.indicators': () => string;
  'sheet.row.funding': () => string;
  'sheet.row.papers': () => string;
  'sheet.row.classes': () => string;
  'sheet.horizon.SHORT': () => string;
  'sheet.horizon.MEDIUM': () => string;
  'sheet.horizon.LONG': () => string;
  'sheet.duration': () => string;
  'sheet.duration.PROJECT': () => string;
  'sheet.duration.PERMANENT': () => string;
  'sheet.priority': () => string;
  'sheet.priority.HIGH': () => string;
  'sheet.priority.MEDIUM': () => string;
  'sheet.priority.LOW': () => string;
  'sheet.feasibility': () => string;
  'sheet.impact': () => string;
  'sheet.influence': () => string;
  'sheet.influence.CONSUMES': () => string;
  'sheet.influence.SUPPLIES': () => string;
  'sheet.influence.REGULATES': () => string;
  'sheet.influence.ADVISES': () => string;
  'sheet.climateEffect': () => string;
  'sheet.climateEffect.POSITIVE': () => string;
  'sheet.climateEffect.NEGATIVE': () => string;
  'sheet.climateEffect.NONE': () => string;
  'sheet.climateEffect.UNKNOWN': () => string;
  'sheet.effectFrom': () => string;
  'sheet.cost.oneOff': () => string;
  'sheet.cost.perYear': () => string;
  'sheet.cost.staff': () => string;
  'sheet.cost.staffPosts': (args: { posts: number }) => string;
  'sheet.cost.asOf': () => string;
  'sheet.saving.range': (args: { max: string; min: string }) => string;
  'sheet.saving.quality': () => string;
  'sheet.saving.quality.A': () => string;
  'sheet.saving.quality.B': () => string;
  'sheet.saving.quality.C': () => string;
  'sheet.saving.quality.D': () => string;
  'sheet.notQuantified': () => string;
  'sheet.notQuantified.GREENHOUSE_GAS': () => string;
  'sheet.notQuantified.ENERGY': () => string;
  'sheet.notQuantified.COST': () => string;
  'sheet.step': () => string;
  'sheet.step.start': () => string;
  'sheet.step.end': () => string;
  'sheet.step.state': () => string;
  'sheet.step.state.OPEN': () => string;
  'sheet.step.state.RUNNING': () => string;
  'sheet.step.state.DONE': () => string;
  'sheet.step.state.DROPPED': () => string;
  'sheet.indicator': () => string;
  'sheet.indicator.unit': () => string;
  'sheet.indicator.baseline': () => string;
  'sheet.indicator.target': () => string;
  'sheet.funding.source': () => string;
  'sheet.funding.amount': () => string;
  'sheet.funding.state': () => string;
  'sheet.funding.state.OPEN': () => string;
  'sheet.funding.state.APPLIED': () => string;
  'sheet.funding.state.GRANTED': () => string;
  'sheet.funding.state.REFUSED': () => string;
  'measure.round': () => string;
  'measure.round.number': (args: { round: number }) => string;
  'measure.heirs': () => string;
  'measure.predecessors': () => string;
  'origin.ROUND_TABLE': () => string;
  'origin.CITIZENS_GROUP': () => string;
  'origin.FACTION': () => string;
  'origin.ADMINISTRATION': () => string;
  'origin.MAGISTRAT': () => string;
  'origin.PLAN': () => string;
  'origin.ORTSBEIRAT': () => string;
  'origin.CITIZEN_PETITION': () => string;
  'origin.FUNDING_PROGRAMME': () => string;
  'origin.LEGAL_DUTY': () => string;
  'history.title': (args: { title: string }) => string;
  'history.crumb': () => string;
  'history.lead': () => string;
  'history.kind': () => string;
  'historyKind.all': () => string;
  'historyKind.council': () => string;
  'historyKind.work': () => string;
  'historyKind.assessment': () => string;
  'historyKind.records': () => string;
  'historyKind.corrections': () => string;
  'historyKind.plan': () => string;
  'historyKind.tables': () => string;
  'historyKind.town': () => string;
  'trail.about': () => string;
  'trail.about.all': () => string;
  'trail.order': () => string;
  'trail.order.recorded': () => string;
  'trail.order.happened': () => string;
  'trail.newest': () => string;
  'trail.newer': () => string;
  'trail.older': () => string;
  'trail.oldest': () => string;
  'trail.town.lead': () => string;
  'trail.plan.lead': () => string;
  'trail.decision.lead': () => string;
  'trail.toTown': () => string;
  'trail.toPlan': () => string;
  'trail.toDecision': () => string;
  'trail.thing.municipality': () => string;
  'trail.thing.organ': () => string;
  'trail.thing.plan': () => string;
  'trail.thing.measure': () => string;
  'trail.thing.decision': () => string;
  'trail.thing.actor': () => string;
  'trail.thing.roundtable': () => string;
  'trail.things.municipality': () => string;
  'trail.things.organ': () => string;
  'trail.things.plan': () => string;
  'trail.things.measure': () => string;
  'trail.things.roundtable': () => string;
  'trail.things.actor': () => string;
  'town.allEntries': () => string;
  'plan.allEntries': () => string;
  'decision.allEntries': () => string;
  'historyColumn.what': () => string;
  'historyColumn.on': () => string;
  'historyColumn.latest': () => string;
  'historyColumn.recorded': () => string;
  'historyColumn.by': () => string;
  'historyColumn.from': () => string;
  'historyColumn.to': () => string;
  'historyColumn.note': () => string;
  'historyColumn.standing': () => string;
  'historyColumn.about': () => string;
  'historyColumn.changed': () => string;
  'historyColumn.facts': () => string;
  'historyColumn.evidence': () => string;
  'historyColumn.address': () => string;
  'standing.valid': () => string;
  'standing.corrected': () => string;
  'standing.voided': () => string;
  'change.detail': (args: { detail: string; what: string }) => string;
  'change.corrected': () => string;
  'change.imported': (args: { count: number }) => string;
  'change.measures': (args: { count: number; what: string }) => string;
  'change.published': (args: { count: number }) => string;
  'change.times': (args: { count: number; what: string }) => string;
  'start.lead2': () => string;
  'start.changes': () => string;
  'towns.all': (args: { count: number }) => string;
  'towns.found': (args: { count: number }) => string;
  'towns.noneFound.q': (args: { q: string }) => string;
  'towns.showAll': () => string;
  'towns.measures': (args: { total: number }) => string;
  'towns.none.begin': () => string;
  'town.lead.done': (args: { done: number; total: number; unknown: number }) => string;
  'town.asOf': (args: { day: string }) => string;
  'town.target.resolved': (args: { day: string }) => string;
  'town.target.unknown': (args: { total: number; unknown: number }) => string;
  'otherDay.title': () => string;
  'otherDay.day': () => string;
  'otherDay.day.hint': () => string;
  'otherDay.days': (args: { count: number }) => string;
  'otherDay.body': () => string;
  'otherDay.slider': () => string;
  'otherDay.decisions': (args: { count: number }) => string;
  'otherDay.deliberations': (args: { count: number }) => string;
  'otherDay.entries': (args: { count: number }) => string;
  'otherDay.advanced': () => string;
  'otherDay.advanced.lead': () => string;
  'otherDay.known': () => string;
  'otherDay.known.hint': () => string;
  'otherDay.known.steps': () => string;
  'otherDay.show': () => string;
  'otherDay.choose': () => string;
  'town.assessment.own': () => string;
  'town.assessment.administration': () => string;
  'town.assessment.plan': () => string;
  'town.assessment.status': () => string;
  'town.assessment.asOf': (args: { day: string; rating: string }) => string;
  'town.about': (args: { name: string }) => string;
  'town.population': () => string;
  'town.populationOn': (args: { count: number; day: string }) => string;
  'observers.method': () => string;
  'observers.responsible': () => string;
  'plan.adoptedOn': (args: { day: string; how: string }) => string;
  'plan.inPrinciple': () => string;
  'town.assessment.fields': () => string;
  'town.assessment.undated': (args: { day: string; rating: string }) => string;
  'townFile.number': () => string;
  'townFile.late': () => string;
  'townFile.stale': () => string;
  'townFile.toBeClarified': () => string;
  'problem.query/invalid': (args: { count: number }) => string;
  'filter.attention': () => string;
  'draft.short': () => string;
  'draft.counted': (args: { count: number }) => string;
  'problem.example/not-open': () => string;
  'problem.field/wrong-order': (args: { from: string }) => string;
  'problem.query/future-day': (args: { name: string }) => string;
  'problem.today': () => string;
  'problem.filter/unknown': (args: { value: string }) => string;
  'problem.field/not-a-cursor': () => string;
  'problem.field/control-character': () => string;
  'measure.evidence': () => string;
  'measure.assessment.own': () => string;
  'measure.assessment.signed': (args: { day: string; rating: string }) => string;
  'measure.assessment.undated': (args: { day: string; rating: string }) => string;
  'measure.dueStart': (args: { day: string }) => string;
  'measure.missedStart': (args: { days: number }) => string;
  'townsFile.name': () => string;
  'townsFile.state': () => string;
  'townsFile.target': () => string;
  'townsFile.lastNews': () => string;
  'townsFile.lastNewsRecorded': () => string;
  'behind.title': () => string;
  'behind.text': () => string;
  'newer.title': () => string;
  'newer.text': () => string;
  'townsFile.download': () => string;
  'kept.nothing-lost': () => string;
  'kept.sign-in': () => string;
  'kept.send-again': () => string;
  'form.missing.title': (args: { count: number }) => string;
  'form.problem.choice': () => string;
  'kept.typed': () => string;
  'measure.lateSince.start': (args: { day: string }) => string;
  'measure.lateSince.end': (args: { day: string }) => string;
  'share.open': () => string;
  'share.title': (args: { title: string }) => string;
  'share.lead': (args: { stand: string }) => string;
  'share.text': () => string;
  'share.text.label': () => string;
  'share.text.hint': (args: { count: number }) => string;
  'share.pictures': () => string;
  'share.landscape': (args: { height: string; width: string }) => string;
  'share.portrait': (args: { height: string; width: string }) => string;
  'share.download.landscape': () => string;
  'share.download.portrait': () => string;
  'share.alt': () => string;
  'share.alt.hint': () => string;
  'share.back': () => string;
  'share.copy': () => string;
  'share.copied': () => string;
  'share.saved': () => string;
  'share.measure': (args: { number: string }) => string;
  'share.decision': () => string;
  'share.town': () => string;
  'share.named': (args: { title: string; town: string }) => string;
  'share.planned': (args: { day: string }) => string;
  'share.fact': (args: { day: string; what: string }) => string;
  'share.fact.body': (args: { day: string; what: string }) => string;
  'share.since': (args: { day: string; word: string }) => string;
  'share.post': (args: {
    link: string;
    said: string;
    source: string;
    stand: string;
    what: string;
  }) => string;
  'share.post.least': (args: { link: string; stand: string }) => string;
  'problem.picture/busy': () => string;
  'problem.print/no-browser': () => string;
  'problem.print/busy': () => string;
  'problem.print/failed': () => string;
  'chart.on': () => string;
  'chart.shareOf': (args: { share: string; total: number }) => string;
  'stages.title': () => string;
  'stages.overTime': () => string;
  'stages.stage': () => string;
  'stages.total': () => string;
  'stages.decided': () => string;
  'stages.begun': () => string;
  'stages.finished': () => string;
  'stages.givenUp': () => string;
  'stages.begunUndecided': () => string;
  'stages.decisionUnknown': () => string;
  'stages.sentence': (args: {
    begun: number;
    decided: number;
    finished: number;
    total: number;
  }) => string;
  'stages.sentence.givenUp': (args: { count: number }) => string;
  'stages.sentence.undecided': (args: { count: number }) => string;
  'stages.sentence.unknown': (args: { count: number }) => string;
  'stages.grew': (args: {
    begun: number;
    begunThen: number;
    decided: number;
    finished: number;
    finishedThen: number;
    from: string;
    then: number;
    to: string;
    total: number;
  }) => string;
  'opinions.hint': () => string;
  'opinions.open': () => string;
  'opinions.sentence': (args: {
    assessed: number;
    count: number;
    notAssessed: number;
    open: number;
    rating: string;
    title: string;
    total: number;
  }) => string;
  'opinions.sentence.none': (args: {
    notAssessed: number;
    open: number;
    title: string;
    total: number;
  }) => string;
  'moved.title': () => string;
  'moved.sentence': (args: {
    earlier: number;
    later: number;
    moves: number;
    planned: number;
    total: number;
  }) => string;
  'moved.none': (args: { planned: number }) => string;
  'moved.noneDated': () => string;
  'moved.noneLater': () => string;
  'moved.distances': () => string;
  'moved.distance': () => string;
  'moved.planned': () => string;
  'moved.farthest': () => string;
  'moved.farthest.sentence': (args: {
    first: string;
    months: number;
    now: string;
    title: string;
  }) => string;
  'moved.item': (args: { first: string; now: string; times: number }) => string;
  'moved.measure': () => string;
  'moved.first': () => string;
  'moved.now': () => string;
  'moved.times': () => string;
  'moved.days': () => string;
  'moved.hint': () => string;
  'shift.EARLIER': () => string;
  'shift.SAME': () => string;
  'shift.QUARTER': () => string;
  'shift.YEAR': () => string;
  'shift.TWO_YEARS': () => string;
  'shift.LONGER': () => string;
  'trends.title': () => string;
  'trends.lead': () => string;
  'trends.more': () => string;
  'trends.dashboard': () => string;
  'trends.scope': () => string;
  'trends.all': () => string;
  'compare.title': () => string;
  'compare.pageTitle': (args: { name: string }) => string;
  'compare.description': () => string;
  'compare.lead': (args: { count: number; from: string; to: string; total: number }) => string;
  'compare.dashboard': () => string;
  'compare.open': () => string;
  'compare.ofField': () => string;
  'compare.from': () => string;
  'compare.to': () => string;
  'compare.apply': () => string;
  'compare.more': () => string;
  'compare.more.hint': () => string;
  'compare.known.from': () => string;
  'compare.known.to': () => string;
  'compare.known.hint': (args: { today: string }) => string;
  'compare.presets': () => string;
  'compare.preset.meeting': (args: { body: string; day: string }) => string;
  'compare.preset.month': () => string;
  'compare.preset.halfYear': () => string;
  'compare.preset.adopted': (args: { day: string; plan: string }) => string;
  'compare.stands': () => string;
  'compare.stands.sentence': (args: {
    before: number;
    now: number;
    total: number;
    unknown: number;
  }) => string;
  'compare.difference': () => string;
  'compare.pairs': () => string;
  'compare.others': () => string;
  'compare.heading': (args: { count: number; what: string }) => string;
  'compare.none': () => string;
  'compare.nothing': () => string;
  'compare.furtherOnes': (args: { count: number }) => string;
  'compare.inFile': (args: { count: number }) => string;
  'compare.byField': () => string;
  'compare.column.measures': () => string;
  'compare.column.good': () => string;
  'compare.column.bad': () => string;
  'compare.column.dates': () => string;
  'compare.column.others': () => string;
  'compare.how': () => string;
  'compare.how.difference': () => string;
  'compare.how.pairs': () => string;
  'compare.how.records': () => string;
  'compare.kind.decided': () => string;
  'compare.kind.rejected': () => string;
  'compare.kind.begun': () => string;
  'compare.kind.paused': () => string;
  'compare.kind.finished': () => string;
  'compare.kind.abandoned': () => string;
  'compare.kind.recovered': () => string;
  'compare.kind.delayed': () => string;
  'compare.kind.rescheduled': () => string;
  'compare.kind.proceeding': () => string;
  'compare.kind.planned': () => string;
  'compare.kind.other': () => string;
  'compare.kind.removed': () => string;
  'compare.kind.added': () => string;
  'compare.kind.corrected': () => string;
  'compare.kind.assessed': () => string;
  'compare.withDay': (args: { day: string; what: string }) => string;
  'compare.begun': () => string;
  'compare.begun.again': () => string;
  'compare.begun.permanent': () => string;
  'compare.finished.late': (args: { days: number; said: string }) => string;
  'compare.recovered': (args: { now: string }) => string;
  'compare.delayed.reported': () => string;
  'compare.delayed.reported.later': (args: { days: number; said: string }) => string;
  'compare.delayed.start': (args: { day: string; days: number }) => string;
  'compare.delayed.end': (args: { day: string; days: number }) => string;
  'compare.start': () => string;
  'compare.end': () => string;
  'compare.date.later': (args: {
    before: string;
    date: string;
    days: number;
    now: string;
  }) => string;
  'compare.date.earlier': (args: {
    before: string;
    date: string;
    days: number;
    now: string;
  }) => string;
  'compare.date.exact': (args: { before: string; date: string; now: string }) => string;
  'compare.date.named': (args: { date: string; now: string }) => string;
  'compare.date.gone': (args: { before: string; date: string }) => string;
  'compare.added': (args: { now: string }) => string;
  'compare.recorded': () => string;
  'compare.removed': () => string;
  'compare.removed.plan': () => string;
  'compare.removed.field': () => string;
  'compare.other': (args: { before: string; now: string }) => string;
  'compare.other.decision': (args: { before: string; now: string }) => string;
  'compare.other.implementation': (args: { before: string; now: string }) => string;
  'compare.notAssessed': () => string;
  'compare.assessed': (args: { before: string; said: string }) => string;
  'compare.corrected': (args: { count: number }) => string;
  'compare.voided': (args: { count: number }) => string;
  'compare.file': () => string;
  'compare.file.number': () => string;
  'compare.file.kind': () => string;
  'compare.file.sentence': () => string;
  'compare.file.before': () => string;
  'compare.file.after': () => string;
  'compare.file.on': () => string;
  'compare.file.from': () => string;
  'compare.file.to': () => string;
  'compare.file.days': () => string;
  'report.title': () => string;
  'report.open': () => string;
  'report.unofficial': () => string;
  'report.allChanges': () => string;
  'report.pdf': () => string;
  'report.print': () => string;
  'report.asOf': () => string;
  'report.since': () => string;
  'report.knownAt': () => string;
  'report.knownNow': () => string;
  'report.observedBy': () => string;
  'report.short': () => string;
  'report.changed': (args: { day: string; what: string }) => string;
  'report.changed.nothing': (args: { day: string }) => string;
  'report.sum.decided': (args: { count: number }) => string;
  'report.sum.begun': (args: { count: number }) => string;
  'report.sum.finished': (args: { count: number }) => string;
  'report.sum.recovered': (args: { count: number }) => string;
  'report.sum.rejected': (args: { count: number }) => string;
  'report.sum.paused': (args: { count: number }) => string;
  'report.sum.abandoned': (args: { count: number }) => string;
  'report.sum.delayed': (args: { count: number }) => string;
  'report.sum.rescheduled': (args: { count: number }) => string;
  'report.changedSince': (args: { day: string }) => string;
  'report.rest': (args: { what: string }) => string;
  'report.rest.proceeding': (args: { count: number }) => string;
  'report.rest.planned': (args: { count: number }) => string;
  'report.rest.added': (args: { count: number }) => string;
  'report.rest.removed': (args: { count: number }) => string;
  'report.rest.other': (args: { count: number }) => string;
  'report.rest.recorded': (args: { count: number }) => string;
  'report.rest.corrected': (args: { count: number }) => string;
  'report.further': (args: { count: number }) => string;
  'report.fields': () => string;
  'report.column.good': () => string;
  'report.column.bad': () => string;
  'report.late': (args: { count: number; total: number }) => string;
  'report.late.none': () => string;
  'report.late.reported': (args: { end: string }) => string;
  'report.late.because': (args: { reason: string; said: string }) => string;
  'report.late.noReason': (args: { said: string }) => string;
  'report.questions': () => string;
  'report.questions.open': (args: { count: number }) => string;
  'report.answers': (args: { count: number }) => string;
  'report.due': () => string;
  'report.due.none': () => string;
  'report.due.by': (args: { day: string }) => string;
  'report.method': () => string;
  'report.method.how': () => string;
  'report.method.more': () => string;
  'report.checkpoint': (args: { at: string; root: string; size: number }) => string;
  'report.file.part': () => string;
  'report.file.about': () => string;
  'report.file.words': () => string;
  'report.file.question': () => string;
  'report.file.answer': () => string;
  'data.trends': () => string;
  'data.trends.1': () => string;
  'data.trends.stages': () => string;
  'data.trends.movedDates': () => string;
  'data.trends.assessments': () => string;
  'trendColumn.day': () => string;
  'trendColumn.decided': () => string;
  'trendColumn.begun': () => string;
  'trendColumn.finished': () => string;
  'trendColumn.givenUp': () => string;
  'trendColumn.begunUndecided': () => string;
  'trendColumn.decisionUnknown': () => string;
  'trendColumn.total': () => string;
  'trendColumn.scale': () => string;
  'trendColumn.rating': () => string;
  'trendColumn.count': () => string;
  'trendColumn.assessed': () => string;
  'trendColumn.notAssessed': () => string;
  'trendColumn.id': () => string;
  'trendColumn.title': () => string;
  'trendColumn.first': () => string;
  'trendColumn.now': () => string;
  'trendColumn.times': () => string;
  'trendColumn.days': () => string;
  'workbook.column.name': () => string;
  'workbook.column.kind': () => string;
  'workbook.column.final': () => string;
  'workbook.column.title': () => string;
  'workbook.column.on': () => string;
  'workbook.column.latest': () => string;
  'workbook.column.body': () => string;
  'workbook.column.outcome': () => string;
  'workbook.column.paper': () => string;
  'workbook.column.count': () => string;
  'workbook.column.entry': () => string;
  'workbook.column.measureId': () => string;
  'workbook.column.measure': () => string;
  'workbook.column.recorded': () => string;
  'workbook.column.what': () => string;
  'workbook.column.standing': () => string;
  'workbook.column.url': () => string;
  'workbook.column.id': () => string;
  'workbook.meaning.name': () => string;
  'workbook.meaning.kind': () => string;
  'workbook.meaning.final': () => string;
  'workbook.meaning.title': () => string;
  'workbook.meaning.on': () => string;
  'workbook.meaning.latest': () => string;
  'workbook.meaning.body': () => string;
  'workbook.meaning.outcome': () => string;
  'workbook.meaning.paper': () => string;
  'workbook.meaning.count': () => string;
  'workbook.meaning.entry': () => string;
  'workbook.meaning.measureId': () => string;
  'workbook.meaning.measure': () => string;
  'workbook.meaning.recorded': () => string;
  'workbook.meaning.what': () => string;
  'workbook.meaning.standing': () => string;
  'workbook.meaning.url': () => string;
  'workbook.meaning.id': () => string;
  'data.workbook': () => string;
  'data.workbook.1': () => string;
  'data.workbook.heading': () => string;
  'workbook.sheet.counts': () => string;
  'workbook.sheet.fields': () => string;
  'workbook.sheet.status': () => string;
  'workbook.sheet.stages': () => string;
  'workbook.sheet.assessments': () => string;
  'workbook.sheet.movedDates': () => string;
  'workbook.sheet.organs': () => string;
  'workbook.sheet.decisions': () => string;
  'workbook.sheet.entries': () => string;
  'workbook.sheet.evidence': () => string;
  'trendColumn.what': () => string;
  'trendColumn.statusWord': () => string;
  'trendColumn.stage': () => string;
  'trendColumn.ratingWord': () => string;
  'trendColumn.shift': () => string;
  'trendColumn.code': () => string;
  'trendColumn.measures': () => string;
  'trendColumn.share': () => string;
  'trendColumn.field': () => string;
  'trendMeaning.day': () => string;
  'trendMeaning.decided': () => string;
  'trendMeaning.begun': () => string;
  'trendMeaning.finished': () => string;
  'trendMeaning.givenUp': () => string;
  'trendMeaning.begunUndecided': () => string;
  'trendMeaning.decisionUnknown': () => string;
  'trendMeaning.total': () => string;
  'trendMeaning.scale': () => string;
  'trendMeaning.rating': () => string;
  'trendMeaning.count': () => string;
  'trendMeaning.assessed': () => string;
  'trendMeaning.notAssessed': () => string;
  'trendMeaning.id': () => string;
  'trendMeaning.title': () => string;
  'trendMeaning.first': () => string;
  'trendMeaning.now': () => string;
  'trendMeaning.times': () => string;
  'trendMeaning.days': () => string;
  'trendMeaning.what': () => string;
  'trendMeaning.statusWord': () => string;
  'trendMeaning.stage': () => string;
  'trendMeaning.ratingWord': () => string;
  'trendMeaning.shift': () => string;
  'trendMeaning.code': () => string;
  'trendMeaning.measures': () => string;
  'trendMeaning.share': () => string;
  'trendMeaning.field': () => string;
  'method.stages': () => string;
  'method.stages.1': () => string;
  'method.stages.decision': () => string;
  'method.stages.implementation': () => string;
  'method.stages.any': () => string;
  'data.trends.status': () => string;
  'data.trends.ownProjects': () => string;
  'data.trends.counts': () => string;
  'data.trends.target': () => string;
  'data.trends.fields': () => string;
  'data.trends.stagesNow': () => string;
  'data.trends.opinionsNow': () => string;
  'data.trends.shifts': () => string;
  'data.trends.farthest': () => string;
  'moved.all': (args: { count: number }) => string;
  'trendMeaning.status': () => string;
  'turns.title': () => string;
  'turns.adopted': () => string;
  'turns.completed': () => string;
  'turns.delayed': () => string;
  'turns.none': () => string;
  'alliance.organisations': () => string;
  'alliance.organisations.lead': () => string;
  'alliance.none': () => string;
  'alliance.add': () => string;
  'alliance.add.lead': () => string;
  'alliance.add.persons': () => string;
  'alliance.add.submit': () => string;
  'alliance.names': () => string;
  'alliance.names.hint': () => string;
  'alliance.preview': (args: { count: number }) => string;
  'alliance.preview.lead': () => string;
  'alliance.preview.contacts': () => string;
  'alliance.preview.unclear': (args: { count: number }) => string;
  'alliance.preview.unclear.lead': () => string;
  'alliance.doubts': (args: { count: number }) => string;
  'alliance.doubts.lead': () => string;
  'alliance.doubts.ORGANISATION': () => string;
  'alliance.doubts.CONTACT': (args: { name: string }) => string;
  'alliance.doubts.PERSON': () => string;
  'alliance.kind': () => string;
  'alliance.kind.others': () => string;
  'alliance.kind.others.hint': () => string;
  'alliance.name': () => string;
  'alliance.organ': () => string;
  'alliance.organ.hint': () => string;
  'alliance.organ.none': () => string;
  'alliance.description': () => string;
  'alliance.website': () => string;
  'alliance.contact': () => string;
  'alliance.contact.hint': () => string;
  'alliance.member': () => string;
  'alliance.named': () => string;
  'alliance.unnamed': () => string;
  'alliance.named.text': () => string;
  'alliance.unnamed.text': () => string;
  'alliance.publish': () => string;
  'alliance.publish.lead': () => string;
  'alliance.unpublish.lead': () => string;
  'alliance.edit': () => string;
  'alliance.edit.hint': () => string;
  'alliance.join': () => string;
  'alliance.join.hint': () => string;
  'alliance.open': () => string;
  'alliance.open.hint': () => string;
  'alliance.mistake': () => string;
  'alliance.merge': () => string;
  'alliance.merge.hint': () => string;
  'alliance.merge.lead': () => string;
  'alliance.merge.into': () => string;
  'alliance.merge.into.hint': () => string;
  'alliance.merge.note': () => string;
  'alliance.merge.problem.unnamed': () => string;
  'alliance.merged': () => string;
  'alliance.unmerge': () => string;
  'alliance.unmerge.lead': () => string;
  'alliance.takeBack': () => string;
  'alliance.takeBack.hint': () => string;
  'alliance.takeBack.lead': () => string;
  'alliance.takeBack.kept': () => string;
  'alliance.takeBack.problem.kept': () => string;
  'alliance.leave': () => string;
  'alliance.since': (args: { day: string }) => string;
  'alliance.offers': () => string;
  'alliance.offers.none': () => string;
  'alliance.offer.add': () => string;
  'alliance.offer.what': () => string;
  'alliance.offer.what.hint': () => string;
  'alliance.offer.kind': () => string;
  'alliance.offer.withdraw': () => string;
  'alliance.contacts': () => string;
  'alliance.contacts.hint': () => string;
  'alliance.contacts.all': () => string;
  'alliance.contacts.lead': () => string;
  'alliance.contacts.none': () => string;
  'alliance.contact.add': () => string;
  'alliance.contact.change': () => string;
  'alliance.contact.delete': () => string;
  'alliance.contact.delete.lead': () => string;
  'alliance.contact.name': () => string;
  'alliance.contact.email': () => string;
  'alliance.contact.note': () => string;
  'alliance.contact.note.hint': () => string;
  'alliance.problem.address': () => string;
  'alliance.problem.contact': () => string;
  'alliance.problem.email': () => string;
  'alliance.problem.tooLong': (args: { max: number }) => string;
  'alliance.problem.nobody': () => string;
  'alliance.problem.whoIsIt': () => string;
  'alliance.problem.tooMany': (args: { max: number }) => string;
  'work.organisations.hint': () => string;
  'actorKind.ADMINISTRATION': () => string;
  'actorKind.PARTY': () => string;
  'actorKind.COMPANY': () => string;
  'actorKind.COOPERATIVE': () => string;
  'actorKind.ASSOCIATION': () => string;
  'actorKind.CITIZENS_GROUP': () => string;
  'actorKind.EXPERT': () => string;
  'actorKind.OTHER': () => string;
  'contribution.WORK': () => string;
  'contribution.KNOWLEDGE': () => string;
  'contribution.MONEY': () => string;
  'contribution.SPACE': () => string;
  'contribution.EQUIPMENT': () => string;
  'contribution.OUTREACH': () => string;
  'contribution.VOICE': () => string;
  'contribution.OTHER': () => string;
  'roundtable.all': () => string;
  'roundtable.all.lead': () => string;
  'roundtable.none': () => string;
  'roundtable.new': () => string;
  'roundtable.new.lead': () => string;
  'roundtable.ended': () => string;
  'roundtable.next': (args: { day: string }) => string;
  'roundtable.held': (args: { count: number }) => string;
  'roundtable.name': () => string;
  'roundtable.name.hint': () => string;
  'roundtable.format': () => string;
  'roundtableFormat.ROUND_TABLE': () => string;
  'roundtableFormat.STANDING_MEETING': () => string;
  'roundtableFormat.JOUR_FIXE': () => string;
  'roundtableFormat.EXPERT_BODY_GUEST': () => string;
  'roundtableFormat.hint.ROUND_TABLE': () => string;
  'roundtableFormat.hint.STANDING_MEETING': () => string;
  'roundtableFormat.hint.JOUR_FIXE': () => string;
  'roundtableFormat.hint.EXPERT_BODY_GUEST': () => string;
  'roundtable.topic': () => string;
  'roundtable.description': () => string;
  'roundtable.mandate': () => string;
  'mandate.INFORMAL': () => string;
  'mandate.ADMINISTRATION': () => string;
  'mandate.COUNCIL_DECISION': () => string;
  'roundtable.mandate.text': () => string;
  'roundtable.organ': () => string;
  'roundtable.convenor': () => string;
  'roundtable.noChoice': () => string;
  'roundtable.moderation': () => string;
  'roundtable.moderation.hint': () => string;
  'roundtable.place': () => string;
  'roundtable.rules': () => string;
  'roundtable.rulesUrl': () => string;
  'roundtable.approvalDays': () => string;
  'roundtable.approvalDays.hint': () => string;
  'roundtable.guests': () => string;
  'roundtable.openToPublic': () => string;
  'roundtable.public': () => string;
  'roundtable.draft': () => string;
  'roundtable.publish.lead': () => string;
  'roundtable.unpublish.lead': () => string;
  'roundtable.setup': () => string;
  'roundtable.details': () => string;
  'roundtable.details.hint': () => string;
  'roundtable.seats': () => string;
  'roundtable.seats.hint': () => string;
  'roundtable.seats.count': (args: { count: number }) => string;
  'roundtable.seats.lead': () => string;
  'roundtable.seats.none': () => string;
  'roundtable.seats.noneYet': () => string;
  'roundtable.seat.add': () => string;
  'roundtable.seat.who': () => string;
  'roundtable.seat.voting': () => string;
  'roundtable.seat.voting.yes': () => string;
  'roundtable.seat.voting.no': () => string;
  'roundtable.seat.kind': () => string;
  'roundtable.seat.kind.own': () => string;
  'roundtable.seat.since': () => string;
  'roundtable.seat.end': () => string;
  'seatKind.ADMINISTRATION': () => string;
  'seatKind.POLITICS': () => string;
  'seatKind.BUSINESS': () => string;
  'seatKind.ASSOCIATION': () => string;
  'seatKind.CITIZENS': () => string;
  'seatKind.EXPERT': () => string;
  'roundtable.rhythm': () => string;
  'roundtable.rhythm.hint': () => string;
  'roundtable.rhythm.none': () => string;
  'roundtable.rhythm.lead': () => string;
  'roundtable.rhythm.now': (args: { rhythm: string }) => string;
  'roundtable.rhythm.every': () => string;
  'roundtable.rhythm.unit': () => string;
  'roundtable.rhythm.unit.WEEK': () => string;
  'roundtable.rhythm.unit.MONTH': () => string;
  'roundtable.rhythm.from': () => string;
  'roundtable.rhythm.from.hint': () => string;
  'roundtable.rhythm.until': () => string;
  'roundtable.rhythm.end': () => string;
  'roundtable.rhythm.end.lead': () => string;
  'roundtable.every.WEEK': (args: { count: number }) => string;
  'roundtable.every.MONTH': (args: { count: number }) => string;
  'roundtable.atTime': (args: { time: string }) => string;
  'roundtable.meeting': () => string;
  'roundtable.meeting.back': () => string;
  'roundtable.meeting.on': () => string;
  'roundtable.meeting.on.hint': () => string;
  'roundtable.meeting.online': () => string;
  'roundtable.meeting.online.yes': () => string;
  'roundtable.meeting.online.hint': () => string;
  'roundtable.meeting.topic': () => string;
  'roundtable.meeting.topic.hint': () => string;
  'roundtable.meeting.convene.lead': () => string;
  'roundtable.meeting.convene.due': () => string;
  'roundtable.meeting.move': () => string;
  'roundtable.meeting.move.hint': () => string;
  'roundtable.meeting.move.lead': () => string;
  'roundtable.meeting.move.note': () => string;
  'roundtable.meeting.cancel': () => string;
  'roundtable.meeting.cancel.hint': () => string;
  'roundtable.meeting.cancel.lead': () => string;
  'roundtable.meeting.topic.change': () => string;
  'roundtable.meeting.topic.change.hint': () => string;
  'roundtable.meeting.restore': () => string;
  'roundtable.meeting.restore.hint': () => string;
  'roundtable.meeting.restore.lead': () => string;
  'roundtable.meeting.cancel.note': () => string;
  'roundtable.meeting.note.public': () => string;
  'roundtable.calendar': () => string;
  'roundtable.calendar.hint': () => string;
  'roundtable.calendar.lead': () => string;
  'roundtable.calendar.team': () => string;
  'roundtable.calendar.team.hint': () => string;
  'roundtable.calendar.public': () => string;
  'roundtable.calendar.public.hint': () => string;
  'roundtable.calendar.file': () => string;
  'roundtable.calendar.teamFile': () => string;
  'roundtable.calendar.renew': () => string;
  'roundtable.calendar.renew.lead': () => string;
  'roundtable.calendar.oneFile': () => string;
  'roundtable.calendar.one': () => string;
  'roundtable.calendar.subscribe': () => string;
  'roundtable.talk': () => string;
  'roundtable.talk.minutes': () => string;
  'roundtable.talk.first': () => string;
  'roundtable.talk.results': () => string;
  'roundtable.preparation': () => string;
  'roundtable.preparation.done': (args: { all: number; done: number }) => string;
  'roundtable.step.when': () => string;
  'roundtable.step.when.hint': () => string;
  'roundtable.step.invited': () => string;
  'roundtable.step.invited.hint': () => string;
  'roundtable.step.replies': () => string;
  'roundtable.step.replies.hint': () => string;
  'roundtable.step.agenda': () => string;
  'roundtable.step.agenda.hint': () => string;
  'roundtable.step.commonGround': () => string;
  'roundtable.step.commonGround.hint': () => string;
  'roundtable.step.followUps': () => string;
  'roundtable.step.followUps.hint': () => string;
  'roundtable.step.protocol': () => string;
  'roundtable.step.protocol.hint': () => string;
  'roundtable.step.done': () => string;
  'roundtable.step.missing': () => string;
  'roundtable.step.count': (args: { count: number; of: number }) => string;
  'roundtable.suggestions': () => string;
  'roundtable.suggestions.lead': () => string;
  'roundtable.suggestions.none': () => string;
  'roundtable.suggestion.add': () => string;
  'roundtable.suggestion.parked': () => string;
  'roundtable.suggestion.undiscussed': () => string;
  'roundtable.suggestion.answer': () => string;
  'roundtable.suggestion.answerTo': (args: { topic: string }) => string;
  'roundtable.suggestion.followUp': () => string;
  'roundtable.suggestion.late': () => string;
  'roundtable.suggestion.stale': () => string;
  'roundtable.invite': () => string;
  'roundtable.invite.lead': () => string;
  'roundtable.invite.already': (args: { count: number }) => string;
  'roundtable.invite.who.hint': () => string;
  'roundtable.invite.more': () => string;
  'roundtable.invite.more.hint': () => string;
  'roundtable.invite.submit': () => string;
  'roundtable.invite.withdraw': () => string;
  'roundtable.invite.withdraw.lead': () => string;
  'roundtable.invite.withdraw.who': () => string;
  'roundtable.invite.withdraw.none': () => string;
  'roundtable.replies': () => string;
  'roundtable.replies.lead': () => string;
  'roundtable.replies.none': () => string;
  'roundtable.replies.byGroup': () => string;
  'roundtable.replies.record': () => string;
  'roundtable.reply.title': () => string;
  'roundtable.reply.none': () => string;
  'roundtable.reply.persons': () => string;
  'roundtable.group': () => string;
  'roundtable.count.invited': () => string;
  'roundtable.count.yes': () => string;
  'roundtable.count.deputy': () => string;
  'roundtable.count.no': () => string;
  'roundtable.count.open': () => string;
  'roundtable.count.persons': () => string;
  'roundtable.count.all': () => string;
  'roundtable.internal': () => string;
  'roundtable.internal.hint': () => string;
  'roundtable.internal.lead': (args: { town: string }) => string;
  'roundtable.internal.joinUrl': () => string;
  'roundtable.internal.joinUrl.hint': () => string;
  'roundtable.internal.note': () => string;
  'roundtable.internal.note.hint': () => string;
  'roundtable.letters': () => string;
  'roundtable.letters.hint': () => string;
  'roundtable.letters.lead': () => string;
  'roundtable.letters.to': () => string;
  'roundtable.letters.to.invitation': () => string;
  'roundtable.letters.to.reminder': () => string;
  'roundtable.letters.to.thanks': () => string;
  'roundtable.letters.nobody': (args: { count: number }) => string;
  'roundtable.letters.subject': () => string;
  'roundtable.letters.body': () => string;
  'roundtable.letters.unreachable': () => string;
  'roundtable.letter.invitation': () => string;
  'roundtable.letter.reminder': () => string;
  'roundtable.letter.thanks': () => string;
  'roundtable.letter.greeting': () => string;
  'roundtable.letter.invitation.subject': (args: { day: string; table: string }) => string;
  'roundtable.letter.invitation.text': (args: { table: string }) => string;
  'roundtable.letter.invitation.topic': (args: { table: string; topic: string }) => string;
  'roundtable.letter.reminder.subject': (args: { day: string; table: string }) => string;
  'roundtable.letter.reminder.text': (args: { table: string }) => string;
  'roundtable.letter.when': (args: { when: string }) => string;
  'roundtable.letter.minutes': (args: { count: number }) => string;
  'roundtable.letter.where': (args: { place: string }) => string;
  'roundtable.letter.online': (args: { link: string }) => string;
  'roundtable.letter.agenda': () => string;
  'roundtable.letter.commonGround': (args: { text: string }) => string;
  'roundtable.letter.reply': (args: { day: string }) => string;
  'roundtable.letter.thanks.subject': (args: { day: string; table: string }) => string;
  'roundtable.letter.thanks.text': (args: { day: string; table: string }) => string;
  'roundtable.letter.promised': () => string;
  'roundtable.letter.until': (args: { day: string; what: string; who: string }) => string;
  'roundtable.letter.protocol': (args: { day: string }) => string;
  'roundtable.letter.next': (args: { day: string }) => string;
  'roundtable.letter.closing': () => string;
  'roundtable.problem.noReply': () => string;
  'roundtable.problem.joinUrl': () => string;
  'roundtable.time': () => string;
  'roundtable.time.hint': () => string;
  'roundtable.minutes': () => string;
  'roundtable.meetings': () => string;
  'roundtable.reminder.subject': (args: { name: string }) => string;
  'roundtable.reminder.hello': () => string;
  'roundtable.reminder.hello.plain': () => string;
  'roundtable.reminder.nothing': () => string;
  'roundtable.reminder.promises': () => string;
  'roundtable.reminder.questions': () => string;
  'roundtable.reminder.support': () => string;
  'roundtable.reminder.dates': () => string;
  'roundtable.reminder.thanks': () => string;
  'roundtable.organisation.none': () => string;
  'roundtable.organisation.questions': () => string;
  'roundtable.organisation.support': () => string;
  'roundtable.organisation.dates': () => string;
  'roundtable.organisation.mail': () => string;
  'roundtable.organisation.mail.label': () => string;
  'roundtable.organisation.remind': () => string;
  'roundtable.organisation.remind.lead': () => string;
  'roundtable.questions': () => string;
  'roundtable.questions.hint': () => string;
  'roundtable.questions.lead': () => string;
  'roundtable.questions.none': () => string;
  'roundtable.questions.nobody': () => string;
  'roundtable.questions.others': () => string;
  'roundtable.questions.others.lead': () => string;
  'roundtable.questions.count': (args: { count: number }) => string;
  'roundtable.questions.answer': () => string;
  'roundtable.questions.text': () => string;
  'roundtable.questions.text.hint': () => string;
  'roundtable.questions.by': () => string;
  'roundtable.waiting': () => string;
  'roundtable.waiting.since': (args: { count: number }) => string;
  'roundtable.waiting.overdue': (args: { count: number }) => string;
  'roundtable.waiting.due': (args: { day: string }) => string;
  'roundtable.waiting.moved': (args: { count: number }) => string;
  'roundtable.waiting.reminded': (args: { day: string }) => string;
  'roundtable.waiting.answer': (args: { day: string }) => string;
  'roundtable.followUps': () => string;
  'roundtable.followUps.hint': () => string;
  'roundtable.followUps.lead': () => string;
  'roundtable.followUps.ofTable': () => string;
  'roundtable.followUps.none': () => string;
  'roundtable.followUps.add': () => string;
  'roundtable.followUps.between': () => string;
  'roundtable.followUps.closed': () => string;
  'roundtable.followUps.count': (args: { count: number; stale: number }) => string;
  'roundtable.between': () => string;
  'roundtable.nextMeeting': (args: { day: string }) => string;
  'roundtable.mail.subject': (args: { day: string; table: string }) => string;
  'roundtable.mail.circulate': (args: { day: string; until: string }) => string;
  'roundtable.text.lead': () => string;
  'roundtable.text.mail': () => string;
  'roundtable.text.mail.label': () => string;
  'roundtable.text.markdown': () => string;
  'roundtable.text.markdown.label': () => string;
  'roundtable.text.download': () => string;
  'roundtable.text.toMinutes': () => string;
  'roundtable.unpublishMinutes.lead': () => string;
  'roundtable.publishMinutes.lead': () => string;
  'roundtable.approve.lead': () => string;
  'roundtable.approve.open': (args: { day: string }) => string;
  'roundtable.approve.unanimous': () => string;
  'roundtable.objection.lead': () => string;
  'roundtable.objection.who': () => string;
  'roundtable.objection.item': () => string;
  'roundtable.objection.all': () => string;
  'roundtable.objection.note': () => string;
  'roundtable.circulate.lead': () => string;
  'roundtable.circulate.until': () => string;
  'roundtable.circulate.until.hint': (args: { days: number }) => string;
  'roundtable.circulate.submit': () => string;
  'roundtable.told': () => string;
  'roundtable.told.now': () => string;
  'roundtable.told.later': () => string;
  'roundtable.told.draftTable': () => string;
  'roundtable.told.dissent': () => string;
  'roundtable.told.unnamed': (args: { count: number }) => string;
  'roundtable.told.never': () => string;
  'roundtable.takeUp': () => string;
  'roundtable.takeUp.existing': () => string;
  'roundtable.takeUp.lead': () => string;
  'roundtable.takeUp.how': () => string;
  'roundtable.takeUp.new': () => string;
  'roundtable.takeUp.known': () => string;
  'roundtable.takeUp.title': () => string;
  'roundtable.takeUp.measure': () => string;
  'roundtable.results': () => string;
  'roundtable.results.open': () => string;
  'saved.ideaTakenUp': () => string;
  'roundtable.until': (args: { day: string }) => string;
  'roundtable.followUp.rows': () => string;
  'roundtable.followUp.rows.hint': () => string;
  'roundtable.followUp.agreed': () => string;
  'roundtable.followUp.one': () => string;
  'roundtable.followUp.what': () => string;
  'roundtable.followUp.who': () => string;
  'roundtable.followUp.dueBy': () => string;
  'roundtable.followUp.on': () => string;
  'roundtable.followUp.stand': () => string;
  'roundtable.followUp.turn': () => string;
  'roundtable.followUp.turn.finish-follow-up': () => string;
  'roundtable.followUp.turn.reschedule-follow-up': () => string;
  'roundtable.followUp.turn.remind-of-follow-up': () => string;
  'roundtable.followUp.turn.drop-follow-up': () => string;
  'roundtable.followUp.newDue': () => string;
  'roundtable.followUp.newDue.hint': () => string;
  'roundtable.followUp.note': () => string;
  'roundtable.followUp.note.internal': () => string;
  'roundtable.resultMeans.CONSENSUS': () => string;
  'roundtable.resultMeans.MAJORITY': () => string;
  'roundtable.resultMeans.DISSENT': () => string;
  'roundtable.resultMeans.PARKED': () => string;
  'roundtable.resultMeans.DROPPED': () => string;
  'roundtable.resultMeans.HANDED_OVER': () => string;
  'roundtable.conclude.result': () => string;
  'roundtable.conclude.dissent': () => string;
  'roundtable.conclude.who': () => string;
  'roundtable.conclude.who.hint': () => string;
  'roundtable.conclude.handOver': () => string;
  'roundtable.conclude.handedTo': () => string;
  'roundtable.conclude.recipient': () => string;
  'roundtable.conclude.recipient.hint': () => string;
  'roundtable.conclude.answerBy': () => string;
  'roundtable.conclude.text': () => string;
  'roundtable.conclude.text.hint': () => string;
  'roundtable.correct.hint': () => string;
  'roundtable.correct.ifChanged.hint': () => string;
  'roundtable.hold': () => string;
  'roundtable.hold.change': () => string;
  'roundtable.hold.lead': (args: { day: string }) => string;
  'roundtable.hold.on': () => string;
  'roundtable.hold.groups': () => string;
  'roundtable.hold.groups.hint': () => string;
  'roundtable.hold.others': () => string;
  'roundtable.hold.guests': () => string;
  'roundtable.hold.guests.hint': () => string;
  'roundtable.hold.summary': () => string;
  'roundtable.hold.summary.hint': () => string;
  'roundtable.hold.change.lead': (args: { day: string }) => string;
  'roundtable.item.topic': () => string;
  'roundtable.item.kind': () => string;
  'roundtable.item.more': () => string;
  'roundtable.item.commonGround': () => string;
  'roundtable.item.commonGround.hint': () => string;
  'roundtable.item.text': () => string;
  'roundtable.item.measure': () => string;
  'roundtable.item.measure.hint': () => string;
  'roundtable.item.broughtBy': () => string;
  'roundtable.item.followUp': () => string;
  'roundtable.item.change': () => string;
  'roundtable.agenda': () => string;
  'roundtable.agenda.lead': (args: { day: string }) => string;
  'roundtable.agenda.none': () => string;
  'roundtable.agenda.add': () => string;
  'roundtable.agenda.strike': () => string;
  'roundtable.agenda.strike.lead': () => string;
  'roundtable.agenda.carry': (args: { day: string }) => string;
  'roundtable.agenda.place': () => string;
  'roundtable.agenda.place.lead': () => string;
  'roundtable.agenda.whichMeeting': () => string;
  'roundtable.agenda.noLater': () => string;
  'roundtable.convene': () => string;
  'roundtable.byRhythm': () => string;
  'roundtable.notConvened': () => string;
  'roundtable.invited': (args: { count: number }) => string;
  'roundtable.cancelled': () => string;
  'roundtable.protocol.NONE': () => string;
  'roundtable.protocol.DRAFT': () => string;
  'roundtable.protocol.CIRCULATED': () => string;
  'roundtable.protocol.APPROVED': () => string;
  'roundtable.protocol.PUBLISHED': () => string;
  'roundtable.protocol.changed': (args: { stand: string }) => string;
  'roundtable.end': () => string;
  'roundtable.end.hint': () => string;
  'roundtable.end.on': () => string;
  'roundtable.work.hint': () => string;
  'roundtable.title': (args: { name: string }) => string;
  'roundtable.lead': () => string;
  'roundtable.none.public': () => string;
  'roundtable.one': () => string;
  'roundtable.one.description': (args: { name: string }) => string;
  'roundtable.minutes.count': () => string;
  'roundtable.minutes.title': (args: { day: string }) => string;
  'roundtable.minutes.asPrinted': () => string;
  'roundtable.minutes.next.NONE': () => string;
  'roundtable.minutes.next.DRAFT': () => string;
  'roundtable.minutes.next.CIRCULATED': (args: { day: string }) => string;
  'roundtable.minutes.next.APPROVED': () => string;
  'roundtable.minutes.next.PUBLISHED': () => string;
  'roundtable.minutes.changed': () => string;
  'roundtable.minutes.held': () => string;
  'roundtable.minutes.agenda': () => string;
  'roundtable.minutes.circulate': () => string;
  'roundtable.minutes.objection': () => string;
  'roundtable.minutes.approve': () => string;
  'roundtable.minutes.publish': () => string;
  'roundtable.minutes.unpublish': () => string;
  'roundtable.minutes.text': () => string;
  'roundtable.withoutResult': (args: { count: number }) => string;
  'roundtable.withoutResult.lead': () => string;
  'roundtable.minutes.public': () => string;
  'roundtable.isEnded': () => string;
  'roundtable.history': () => string;
  'roundtable.coming': () => string;
  'roundtable.mandate.decision': () => string;
  'roundtable.mandate.open': () => string;
  'roundtable.meetings.none': () => string;
  'roundtable.unnamed': (args: { count: number }) => string;
  'roundtable.protocol.notPublished': () => string;
  'roundtable.protocol.later': () => string;
  'roundtable.protocol.internal': () => string;
  'roundtable.meeting.title': (args: { day: string }) => string;
  'roundtable.meeting.titleMonth': (args: { month: string }) => string;
  'roundtable.meeting.crumb': (args: { day: string }) => string;
  'roundtable.meeting.cancelled': () => string;
  'roundtable.present': () => string;
  'roundtable.present.guests': (args: { count: number }) => string;
  'roundtable.online': () => string;
  'roundtable.online.yes': () => string;
  'roundtable.broughtBy': () => string;
  'roundtable.commonGround': () => string;
  'roundtable.commonGround.hint': () => string;
  'roundtable.result.title': (args: { result: string }) => string;
  'roundtable.dissent': () => string;
  'roundtable.dissent.unnamed': () => string;
  'roundtable.dissent.release': () => string;
  'roundtable.dissent.release.lead': () => string;
  'roundtable.dissent.agreed': () => string;
  'roundtable.dissent.withdraw': () => string;
  'roundtable.dissent.withdraw.lead': () => string;
  'roundtable.dissent.withdraw.whose': () => string;
  'roundtable.dissent.internal': () => string;
  'roundtable.handedTo': (args: { to: string }) => string;
  'roundtable.answerBy': (args: { day: string }) => string;
  'roundtable.answer': () => string;
  'roundtable.factCheck': () => string;
  'roundtable.aboutMeasure': () => string;
  'roundtable.promises': () => string;
  'roundtable.promise.done': (args: { day: string }) => string;
  'roundtable.promise.dropped': (args: { day: string }) => string;
  'roundtable.promise.open': () => string;
  'roundtable.promise.due': (args: { day: string }) => string;
  'roundtable.promise.overdue': (args: { day: string }) => string;
  'roundtable.approvedOn': (args: { day: string }) => string;
  'roundtable.toTable': () => string;
  'alliance.title': () => string;
  'redaction.again': () => string;
  'redact.title': () => string;
  'redact.lead': () => string;
  'redact.goes': () => string;
  'redact.goes.text': () => string;
  'redact.goes.besides': (args: { count: number }) => string;
  'redact.stays': () => string;
  'redact.stays.entry': () => string;
  'redact.stays.proofs': () => string;
  'redact.stays.files': () => string;
  'redact.stays.backups': () => string;
  'redact.never': () => string;
  'redact.reason': () => string;
  'redact.reason.hint': () => string;
  'redact.second': () => string;
  'redact.second.hint': () => string;
  'redact.second.none': () => string;
  'redact.go': () => string;
  'redact.confirm': () => string;
  'redact.confirm.lead': () => string;
  'redact.forGood': () => string;
  'redact.removed': () => string;
  'timeline.redacts': (args: { day: string }) => string;
  'saved.redacted': () => string;
  'problem.redaction/same-person': () => string;
  'cli.redact': () => string;
  'cli.redact.reason': () => string;
  'cli.redact.second': () => string;
  'cli.redact.dryRun': () => string;
  'cli.redact.reasonMissing': () => string;
  'cli.redact.would': (args: { count: number }) => string;
  'cli.redact.done': (args: { count: number }) => string;
  'cli.redact.unchanged': () => string;
}
export const de = ({ inner, number, plural, select }: Formatters): Messages => ({
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
  'status.elsewhere': () => 'wird an anderer Stelle fortgeführt',
  'language.de': () => 'Deutsch',
  'language.en': () => 'English',
  'language.switch': () => 'Diese Seite auf Englisch',
  'layout.skip': () => 'Zum Inhalt springen',
  'layout.navigation': () => 'Hauptnavigation',
  'layout.breadcrumbs': () => 'Sie sind hier',
  'layout.footer': () => 'Über diese Seiten',
  'layout.footer.openSource': () =>
    'Klimaspur ist freie Software (EUPL-1.2). Kein Eintrag wird still geändert.',
  'layout.signIn': () => 'Anmelden',
  'layout.signOut': () => 'Abmelden',
  'layout.signedIn': (args) => `Angemeldet als ${args.name}`,
  'layout.titleWithError': (args) => `Fehler: ${args.title}`,
  'nav.municipalities': () => 'Kommunen',
  'nav.data': () => 'Offene Daten',
  'nav.checksums': () => 'Prüfsummen',
  'nav.accessibility': () => 'Barrierefreiheit',
  'nav.imprint': () => 'Impressum',
  'nav.privacy': () => 'Datenschutz',
  'nav.api': () => 'Schnittstelle (API)',
  'nav.start': () => 'Start',
  'nav.whatIs': () => 'Was ist Local Monitoring?',
  'nav.method': () => 'So wird gezählt',
  'nav.easyLanguage': () => 'Leichte Sprache',
  'privacy.short': () =>
    '## Kurz gesagt\n\nDiese Seiten kommen ohne Werbung, ohne Besuchsstatistik und ohne Inhalte fremder Anbieter aus. Wer sie nur liest, bekommt keinen Cookie und hinterlässt in dieser Anwendung nichts.',
  'privacy.controller': () =>
    '## Wer verantwortlich ist\n\nVerantwortlich für die Verarbeitung ist, wer im Impressum steht. Wer für die Einträge einer Kommune einsteht, steht dort unter „Wer beobachtet hier?“.',
  'privacy.reading': () =>
    '## Beim Lesen\n\nUm eine Seite zu senden, verarbeitet der Server Ihre IP-Adresse; gespeichert wird sie nicht. Die Protokolldatei der Anwendung enthält zu jedem Aufruf nur Uhrzeit, Art der Seite, Ergebnis und Dauer. Vor der Anwendung kann ein weiterer Webserver stehen; was er aufzeichnet, ergänzen die Betreibenden hier.',
  'privacy.cookies': () =>
    '## Cookies\n\nOhne Anmeldung setzt diese Anwendung keine Cookies. Für Angemeldete gibt es diese, alle technisch nötig und nur von dieser Seite lesbar:',
  'privacy.cookie.session': (args) =>
    `- ${args.name}: hält Sie angemeldet, ${number(args.days)} Tage oder bis Sie sich abmelden`,
  'privacy.cookie.after': (args) =>
    `- ${args.name}: sorgt dafür, dass Sie sofort sehen, was Sie gerade eingetragen haben, ${number(args.seconds)} Sekunden`,
  'privacy.cookie.saved': (args) =>
    `- ${args.name}: trägt die Meldung „Gespeichert“ auf die nächste Seite, ${number(args.seconds)} Sekunden`,
  'privacy.accounts': (args) => `## Wenn Sie ein Konto haben

Gespeichert werden die Bezeichnung, die Sie selbst wählen und die öffentlich bei Ihren Einträgen steht, eine zufällige Kennung, Ihre Rollen und Ihre Anmeldungen. Name und E-Mail-Adresse werden nicht verlangt. Ein Einladungslink gilt ${number(args.days)} Tage und einmal.

Einträge werden nicht gelöscht, denn Nachvollziehbarkeit ist ihr Zweck; sie enthalten nur die Kennung. Unter „Mein Konto“ können Sie alles herunterladen, was über Sie gespeichert ist. Löschen Sie Ihr Konto, so werden Bezeichnung, Anmeldungen und Anmeldelinks gelöscht, und niemand kann die Kennung mehr einer Person zuordnen; sie wird nie wieder vergeben. Rolle, Tag und Text Ihrer Einträge bleiben. In Sicherungen steht die Bezeichnung, bis diese überschrieben sind; wird eine eingespielt, verschwindet sie wieder.`,
  'privacy.notices': (args) => `## Wenn Sie einen Fehler oder eine Barriere melden

Gespeichert werden Ihr Text, die Quelle und, wenn Sie eine angeben, Ihre E-Mail-Adresse. Lesen können es nur die Angemeldeten der Kommune und die Betreibenden. Nichts davon wird veröffentlicht. Nach ${number(args.days)} Tagen, auf Wunsch früher, wird der Hinweis gelöscht. Wird ein Eintrag deshalb berichtigt, steht dort nur „Korrigiert aufgrund eines Hinweises“. Dasselbe gilt, wenn Sie eine Barriere melden; das lesen nur die Betreibenden.

Gegen Missbrauch wird gezählt, wie viele Hinweise von einer IP-Adresse kommen: mit einer Prüfzahl, die nur bis zum Ende des Tages im Arbeitsspeicher liegt. Die Adresse selbst wird nicht gespeichert.`,
  'privacy.contacts': () =>
    '## Wenn Sie zu einem Runden Tisch eingeladen werden\n\nWer einlädt, kann Namen und E-Mail-Adressen derer hinterlegen, an die eine Einladung geht, dazu eine Bemerkung. Lesen können es nur diejenigen, die in der Kommune einladen. Nichts davon wird veröffentlicht oder steht in Einträgen; öffentlich ist höchstens, welche Organisation da war. Verlangen Sie die Löschung, so wird Ihr Kontakt spurlos gelöscht.',
  'privacy.entries': () =>
    '## Namen in Einträgen\n\nEingetragen werden Beschlüsse, Gremien und Ämter, keine Privatpersonen. Steht Ihr Name doch in einem Eintrag und soll dort nicht stehen, melden Sie es an dem Eintrag selbst oder über das Impressum.',
  'privacy.links': () =>
    '## Links\n\nLinks zu Belegen führen auf fremde Seiten. Erst wenn Sie einem folgen, erfährt deren Server etwas von Ihnen.',
  'privacy.linkCheck': () =>
    'Ob veröffentlichte Links noch erreichbar sind, prüft der Server dieser Anwendung im Hintergrund, jeden etwa einmal im Monat. Die verlinkten Server erfahren dabei seine Adresse und seinen Namen, nichts über Sie.',
  'privacy.basis': () =>
    '## Rechtsgrundlage und Empfänger\n\nGrundlage ist Art. 6 Abs. 1 Buchst. f DSGVO: das berechtigte Interesse, die Seiten bereitzustellen und zu schützen, nachvollziehbar zu machen, wer was eingetragen hat, und Hinweise zu bearbeiten. Die Daten liegen auf dem Server der Betreibenden. Sie werden an niemanden weitergegeben, außer dass öffentliche Einträge für alle zum Herunterladen bereitstehen.',
  'privacy.rights': () =>
    '## Ihre Rechte\n\nSie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung, Datenübertragbarkeit und Widerspruch (Art. 15 bis 21 DSGVO). Wenden Sie sich an die Verantwortlichen. Die Bezeichnung Ihres Kontos ändern Sie selbst, ebenso löschen Sie es selbst. Außerdem können Sie sich bei einer Datenschutz-Aufsichtsbehörde beschweren, zum Beispiel bei der Ihres Bundeslandes.',
  'accessibility.goal': () =>
    '## Was wir wollen\n\nAlle sollen diese Seiten benutzen können. Maßstab sind die WCAG 2.2 in Stufe AA, auf die sich auch die EN 301 549 und die BITV 2.0 stützen.',
  'accessibility.done': () =>
    '## Was dafür getan ist\n\n- Alles geht mit der Tastatur, ohne JavaScript und ohne Maus.\n- Die Seiten passen auf 320 Pixel Breite und lassen sich vergrößern.\n- Kein Stand hängt allein an der Farbe: Jeder hat Wort, Zeichen und Muster.\n- Jedes Diagramm hat einen Satz und eine Tabelle.\n- Formulare behalten alles Geschriebene und sagen in Worten, was fehlt.',
  'accessibility.tested': () =>
    '## Wie geprüft wird\n\nBei jeder Änderung des Programms prüfen automatische Tests jede Seite in beiden Sprachen, schmal und breit, mit axe, auf Erreichbarkeit mit der Tastatur und auf Umbruch. Das ist eine Selbstbewertung; automatische Tests finden nicht alles.',
  'accessibility.gaps': () =>
    '## Was fehlt\n\n- Texte aus Plänen und Drucksachen stehen so da, wie sie geschrieben wurden, auch auf den englischen Seiten auf Deutsch.\n- Dokumente, auf die Belege verweisen, liegen woanders und sind oft nicht barrierefrei.\n- In Leichter Sprache gibt es nur eine Seite. Gebärdensprache fehlt.',
  'easyLanguage.what': () =>
    '## Worum geht es hier?\n\nDas Klima auf der Erde wird wärmer.\nDas ist schlecht für Menschen, Tiere und Pflanzen.\nViele Städte wollen das Klima schützen.\nDafür haben sie einen Plan gemacht.\nIm Plan stehen viele Aufgaben.\nDie Aufgaben heißen: Maßnahmen.',
  'easyLanguage.see': () =>
    '## Was sehe ich hier?\n\nHier sehen Sie:\n\n- Was will die Stadt tun?\n- Was ist schon fertig?\n- Was dauert länger als geplant?\n- Was macht die Stadt nicht mehr?',
  'easyLanguage.who': () =>
    '## Wer schreibt das?\n\nIn jeder Stadt gibt es eine Gruppe.\nDie Gruppe schaut genau hin.\nSie schreibt auf: Was ist passiert? An welchem Tag?\nOft sind das Menschen aus der Stadt.\nSie bekommen dafür kein Geld.',
  'easyLanguage.use': () =>
    '## Wie finde ich etwas?\n\n- Klicken Sie oben auf: Kommunen.\n- Wählen Sie Ihre Stadt.\n- Sie sehen Zahlen und Bilder.\n- Klicken Sie auf: Maßnahmen. Dann sehen Sie alle Aufgaben.\n- Jede Aufgabe hat ein Wort und ein Zeichen. Zum Beispiel: abgeschlossen. Das heißt: Die Aufgabe ist fertig.',
  'easyLanguage.wrong': () =>
    '## Ist etwas falsch?\n\nDann sagen Sie es uns.\nBei jeder Aufgabe steht: Fehler melden.\nKlicken Sie darauf und schreiben Sie uns.\nSie müssen Ihren Namen nicht sagen.',
  'site.lead.imprint': () => 'Wer diese Seiten betreibt und verantwortet.',
  'site.lead.privacy': () =>
    'Was mit Daten geschieht, wenn Sie diese Seiten lesen oder hier etwas eintragen.',
  'site.lead.accessibility': () =>
    'Wie gut sich diese Seiten benutzen lassen, was fehlt, und wie Sie eine Barriere melden.',
  'site.lead.easy-language': () => 'Diese Seite ist in Leichter Sprache.',
  'site.none': () => 'Hier steht noch nichts. Wer diese Seiten betreibt, muss es noch ausfüllen.',
  'site.otherLanguage': () => 'Diesen Text gibt es nur auf Englisch.',
  'site.changedAt': (args) => `Zuletzt geändert am ${args.day}.`,
  'site.builtIn': () => 'Dieser Text beschreibt das Programm, wie es ausgeliefert wird.',
  'site.edit': () => 'Text ändern',
  'site.towns': () => 'Verantwortlich für einzelne Kommunen',
  'site.towns.1': () => 'Für die Einträge einer Kommune steht ein, wer dort genannt ist.',
  'site.all': () => 'Texte dieser Seiten',
  'site.all.lead': () =>
    'Impressum, Datenschutz und Barrierefreiheit gehören Ihnen, die diese Seiten betreiben. Erst wenn das Impressum geschrieben ist und die beiden anderen Texte von Ihnen stammen oder von Ihnen geprüft sind, lässt sich eine Kommune veröffentlichen.',
  'site.state.own': () => 'eigener Text',
  'site.state.builtIn': () => 'eingebauter Text',
  'site.state.checked': () => 'eingebauter Text, von Ihnen geprüft',
  'site.state.unchecked': () => 'eingebauter Text, noch nicht geprüft',
  'site.state.missing': () => 'fehlt noch',
  'site.form.de': () => 'Text auf Deutsch',
  'site.form.en': () => 'Text auf Englisch',
  'site.form.hint': () =>
    'Absätze durch eine Leerzeile trennen; eine Zeile mit „## “ am Anfang wird eine Überschrift, mit „- “ ein Punkt einer Liste. Web- und E-Mail-Adressen werden zu Links.',
  'site.form.emptyMeans': () =>
    'Leer lassen, um den eingebauten Text zu zeigen. Er ändert sich mit dem Programm.',
  'site.form.english': () =>
    'Leer lassen, um auch auf den englischen Seiten den deutschen Text zu zeigen.',
  'site.form.template': () => 'Den eingebauten Text als Vorlage einsetzen',
  'site.form.look': () => 'Die Seite lesen, wie sie jetzt ist',
  'site.form.checked': () => 'Eingebauter Text',
  'site.form.checked.privacy': () =>
    'Er sagt, was das Programm mit Daten tut. Wo der Server steht, wer ihn betreibt und wer Ihr Datenschutzbeauftragter ist, weiß er nicht: Fehlt das, schreiben Sie einen eigenen Text.',
  'site.form.checked.accessibility': () =>
    'Er sagt, was am Programm geprüft wurde. Eigene Texte, Bilder und Dateien kennt er nicht.',
  'site.form.checked.yes': () => 'Wir haben ihn geprüft, er gilt für diese Seiten.',
  'site.form.imprint': () =>
    'Nötig sind Name und Anschrift, unter der man Ihnen schreiben kann, ein schneller Weg wie E-Mail oder Telefon, bei Vereinen die Vertretung und das Register, und wer für den Inhalt verantwortlich ist (§ 5 DDG, § 18 MStV).',
  'whatIs.lead': () =>
    'Viele Kommunen haben einen Klimaplan beschlossen. Local Monitoring heißt: Menschen vor Ort verfolgen öffentlich, was daraus wird, Maßnahme für Maßnahme.',
  'whatIs.why': () => 'Wozu?',
  'whatIs.why.1': () =>
    'Ein Klimaplan besteht aus vielen Maßnahmen. Sie werden vorgeschlagen, beraten, vertagt, geändert, beschlossen, begonnen und fertig – oder auch nicht. Das steht verstreut in Drucksachen, Niederschriften und Zeitungen.',
  'whatIs.why.2': () =>
    'Hier steht es beieinander: mit dem Tag, an dem es geschah, und mit Beleg. Für alle, die in der Kommune leben, für die Gremien, die Verwaltung und die Presse.',
  'whatIs.who': () => 'Wer macht das?',
  'whatIs.who.1': () =>
    'In jeder Kommune gibt es eine Gruppe, die beobachtet: Ehrenamtliche, ein Bündnis oder die Kommune selbst. Wer es ist, wie sie zur Kommune steht, wie sie vorgeht und wer verantwortlich ist, steht bei jeder Kommune unter „Wer beobachtet hier?“.',
  'whatIs.who.2': () =>
    'Wo die Kommune nicht selbst beobachtet, steht auf jeder Seite: „Kein amtliches Angebot der Stadt“.',
  'whatIs.how': () => 'Wie geht das vor sich?',
  'whatIs.how.plan': () => 'Die Gruppe erfasst den Plan mit allen Maßnahmen, im Wortlaut.',
  'whatIs.how.record': () =>
    'Geschieht etwas, trägt sie es ein: „Ausschuss: vertagt“, „Umsetzung begonnen“. Jeder Eintrag nennt den Tag und möglichst einen Beleg.',
  'whatIs.how.check': () =>
    'Geschieht nichts, prüft sie es von Zeit zu Zeit und trägt auch das ein: „Geprüft, unverändert“.',
  'whatIs.how.correct': () =>
    'War etwas falsch, wird es sichtbar berichtigt. Der alte Eintrag bleibt daneben stehen.',
  'whatIs.how.derive': () =>
    'Der Stand jeder Maßnahme folgt allein aus diesen Einträgen, nach festen Regeln.',
  'whatIs.limits': () => 'Was es nicht ist',
  'whatIs.limits.1': () =>
    'Keine Klimabilanz: Gezählt werden Maßnahmen, keine Tonnen. Die Zahl ihrer Maßnahmen macht eine Kommune nicht klimaneutral.',
  'whatIs.limits.2': () =>
    'Keine Rangliste: Kleine und große Maßnahmen zählen gleich, und jeder Plan ist anders geschnitten.',
  'whatIs.limits.3': () =>
    'Kein Pranger: Es geht um Beschlüsse und ihre Umsetzung, nicht um Personen. Gelungenes steht ebenso da wie Verzögertes.',
  'whatIs.join': () => 'Etwas stimmt nicht, oder Sie möchten mitmachen?',
  'whatIs.join.1': () =>
    'Schreiben Sie der Gruppe Ihrer Kommune; der Kontakt steht unter „Wer beobachtet hier?“. Wer für diese Seiten insgesamt verantwortlich ist, steht im Impressum.',
  'whatIs.join.towns': () => 'Zu den Kommunen',
  'method.lead': () =>
    'Diese Seite beschreibt die Regeln so, wie das Programm sie anwendet: Listen, Reihenfolge und Fristen sind aus ihm selbst erzeugt.',
  'method.entries': () => 'Einträge und ihre zwei Zeiten',
  'method.entries.1': () =>
    'Alles beginnt mit Einträgen: „Umweltausschuss: vertagt“, „Umsetzung begonnen“. Jeder hat zwei Zeiten: wann es geschah und wann es eingetragen wurde. Ist nur Monat oder Jahr bekannt, gilt der Eintrag ab dem letzten möglichen Tag, spätestens aber ab dem Tag, an dem er eingetragen wurde.',
  'method.entries.2': () =>
    'Nichts wird still geändert. Eine Berichtigung steht neben dem, was sie berichtigt; was zurückgenommen wurde, bleibt lesbar und zählt nicht. Deshalb gibt es jede Seite auch für einen Tag in der Vergangenheit.',
  'method.entries.3': () =>
    'Festgehalten wird, was geschah: Widerspricht ein Eintrag einem anderen, wird er trotzdem angenommen und als Auffälligkeit gezeigt. Belege sind erwünscht; fehlt einer, steht „ohne Beleg“ dabei.',
  'method.axes': () => 'Beschluss, Umsetzung und Bewertung sind getrennt',
  'method.axes.1': () =>
    'Zu jeder Maßnahme führen wir getrennt, wie weit der Beschluss ist und wie weit die Umsetzung. Die Beratung einzelner Drucksachen steht im Verlauf. Die Bewertung durch die Beobachtenden ist eine Meinung: datiert, unterschrieben und in keiner Zahl enthalten.',
  'method.state': () => 'Stand',
  'method.aloneGives': () => 'Für sich allein ergibt das',
  'method.decisionStates': (args) => `Beschluss: ${number(args.count)} Stände`,
  'method.implementationStates': (args) => `Umsetzung: ${number(args.count)} Stände`,
  'method.noDelayState': () =>
    '„Verzögert“ ist kein Stand der Umsetzung. Eine Verzögerung wird gemeldet, dann gilt sie bis zum nächsten Fortschritt oder zum Ende; oder sie wird aus den geplanten Terminen errechnet.',
  'method.words': (args) => `Die ${number(args.count)} Wörter, und nach welcher Regel`,
  'method.words.1': () => 'Auf den Übersichten trägt jede Maßnahme genau eines dieser Wörter:',
  'method.words.2': () =>
    'Welches, entscheidet die erste Regel dieser Liste, die passt. Jede Maßnahme nennt ihre Regel und den Eintrag dahinter unter „Warum dieser Stand?“.',
  'method.late': () => 'Wann ein Termin überschritten ist',
  'method.late.1': () =>
    'Überschritten ist ein Termin am Tag nach dem letzten Tag, den er umfasst. Der geplante Beginn zählt, solange kein Beginn bekannt ist; das geplante Ende, solange die Umsetzung nicht beendet ist. Eine Daueraufgabe, die läuft, hat kein Ende, das sie verpassen könnte.',
  'method.late.2': () =>
    'Nennt eine Liste nur ihren eigenen Stand, so ist erst an diesem Tag bekannt, dass die Maßnahme begonnen hatte oder beendet war. Die Tage davor zählen weiter wie damals: Der Termin war vorbei, und ein Beginn oder Ende war nicht bekannt. Ob sie zu spät fertig wurde, sagen wir dann nicht.',
  'method.late.planned': () => 'Geplantes Ende',
  'method.late.from': () => 'Überschritten ab',
  'method.late.table': () => 'Beispiele, nach derselben Regel errechnet',
  'method.stale': () => 'Wann eine Maßnahme „lange nicht geprüft“ heißt',
  'method.stale.1': (args) =>
    `Wenn ${number(args.days)} Tage lang nichts über sie eingetragen wurde. Es zählt der Tag des Eintragens, nicht der des Geschehens: Es geht darum, ob jemand hingesehen hat. Texte, Einordnung im Plan und Berichtigungen zählen nicht.`,
  'method.stale.news': () => 'Was als Lebenszeichen zählt',
  'method.findings': () => 'Auffälligkeiten',
  'method.findings.1': () =>
    'Einträge, die nicht zusammenpassen, werden nicht abgelehnt, sondern gezeigt. Die Gruppe kann prüfen und festhalten, dass der Eintrag richtig ist.',
  'method.assessment': () => 'Bewertung durch die Beobachtenden',
  'method.assessment.1': () =>
    'Die Gruppe kann Maßnahmen und Handlungsfelder bewerten, auf einer dieser Skalen. Das steht immer gesondert, mit Namen und Tag.',
  'scale.TRAFFIC_LIGHT': () => 'Ampel',
  'scale.LOCALZERO': () => 'Stufen von LocalZero',
  'scale.ONE_TO_FIVE': () => '1 bis 5',
  'method.percent': () => 'Zahlen und Anteile',
  'method.percent.1': () =>
    'Jeder Anteil nennt, wie viele von wie vielen es sind und bei wie vielen der Stand unbekannt ist. Eine Maßnahme, die in einer anderen aufgegangen, aufgeteilt oder ersetzt ist, zählt bei ihren Nachfolgerinnen.',
  'method.more': () => 'Weiter',
  'method.source': () => 'Das Programm ist freie Software; jede Regel lässt sich dort nachlesen.',
  'measure.rule': () => 'So lautet die Regel',
  'data.lead': () =>
    'Alles, was hier öffentlich steht, lässt sich herunterladen, abfragen und weiterverwenden.',
  'checksums.lead': () =>
    'Jeder Eintrag geht in eine Prüfsumme ein, die unterschrieben und veröffentlicht wird. Wer eine davon aufhebt, kann später nachrechnen, ob seitdem etwas geändert, gelöscht oder eingeschoben wurde – auch von denen, die diese Seiten betreiben.',
  'checksums.newest': () => 'Die neueste Prüfsumme',
  'checksums.none': () => 'Bisher ist nichts unterschrieben.',
  'checksums.counts': () =>
    'Gezählt wird jeder Eintrag dieser Installation, auch der von Entwürfen und Zugängen. Worum es darin geht, verrät die Zahl nicht.',
  'checksums.entries': () => 'Einträge',
  'checksums.number': (args) => `${number(args.count)}`,
  'checksums.root': () => 'Prüfsumme',
  'checksums.signedAt': () => 'unterschrieben am',
  'checksums.note': () => 'Die unterschriebene Prüfsumme als Text',
  'checksums.key': () => 'Der öffentliche Schlüssel, mit dem sich die Unterschrift prüfen lässt',
  'checksums.how': () => 'So prüfen Sie selbst',
  'checksums.how.1': () =>
    'Heben Sie eine Prüfsumme auf. Sie steht auf jeder gedruckten Seite, in der Datei zu jedem Eintrag und hier.',
  'checksums.how.2': () =>
    'An jedem Eintrag eines Verlaufs steht „Unverändertheit nachweisen“. Der Link lädt eine Datei mit dem Eintrag, dem Rechenweg zur Prüfsumme und der Unterschrift.',
  'checksums.how.3': () =>
    'Die Formate sind öffentlich (RFC 6962 und die Textformate von C2SP). Jedes Programm, das sie versteht, kann nachrechnen, ohne uns zu fragen.',
  'checksums.not': () =>
    'Geprüft wird damit nicht, ob ein Eintrag stimmt, sondern nur, dass er noch so dasteht, wie er unterschrieben wurde.',
  'checksums.all': () => 'Alle unterschriebenen Prüfsummen',
  'checksums.all.1': (args) =>
    `${number(args.count)} von ${number(args.total)}, die neueste zuerst. Jede bleibt unter ihrer Adresse.`,
  'checksums.all.json': () => 'Alle als JSON',
  'checksums.refused': () => 'Zurzeit wird nichts unterschrieben',
  'checksums.refused.shorter': (args) =>
    `Hier sind ${number(args.size)} Einträge, unterschrieben waren schon ${number(args.signed)}. Vermutlich kam eine ältere Sicherung zurück.`,
  'checksums.refused.differs': (args) =>
    `Unter den ersten ${number(args.signed)} von ${number(args.size)} Einträgen sind solche, die nicht mehr dastehen, wie sie unterschrieben wurden.`,
  'checksums.refused.stuck': (args) =>
    `Nach ${number(args.size)} Einträgen kommt einer, der beschädigt ist. Unterschrieben sind ${number(args.signed)}.`,
  'checksums.refused.what': () =>
    'Was früher unterschrieben wurde, bleibt gültig. Was der Betrieb tun kann, steht in docs/hosting.md.',
  'data.licence': () => 'Lizenz',
  'data.licence.1': (args) =>
    `Soweit eine Kommune nichts anderes angibt, stehen ihre Daten unter ${args.licence}. Nennen Sie die Gruppe, die beobachtet, und die Adresse. Was gilt, steht bei jeder Kommune unter „Wer beobachtet hier?“. Texte aus Plänen und Drucksachen gehören denen, die sie geschrieben haben.`,
  'data.cite': () => 'So zitieren Sie',
  'data.cite.1': (args) =>
    `Nennen Sie immer den Tag, für den die Zahl gilt: Einträge kommen dazu, auch für vergangene Tage. Damit die Adresse zeigt, was Sie gesehen haben, nennt sie zwei Tage: ${args.asOf} (für welchen Tag?) und ${args.knownAt} (was war am Ende welches Tages bekannt?). Mit ${args.asOf} allein zeigt sie auch, was später für diesen Tag eingetragen oder berichtigt wird. Was inzwischen verborgen oder entfernt wurde, zeigt keine Adresse mehr.`,
  'data.cite.example': (args) =>
    `${args.group}: Klimaschutz in ${args.town}. Stand ${args.day}. ${args.address} (${args.licence})`,
  'data.cite.group': () => 'Name der Gruppe',
  'data.cite.town': () => 'Name der Kommune',
  'data.files': () => 'Herunterladen',
  'data.files.1': () =>
    'Unter jeder Liste und jedem Diagramm steht „herunterladen“: genau das Gezeigte, mit denselben Filtern und demselben Tag. Am Ende jeder Übersicht steht „Alle Tabellen in einer Arbeitsmappe“: ein Blatt je Tabelle (Maßnahmen, Zahlen, Entwicklung, verschobene Termine, Gremien, Beschlüsse, Einträge, Belege). Eingelesen wird davon nur das Blatt der Maßnahmen. Alles auf einmal gibt es hier:',
  'data.files.what': () => 'Datei',
  'data.files.formats': () => 'Formate',
  'data.files.measures': () => 'Alle Maßnahmen aller Kommunen',
  'data.files.towns': () => 'Alle Kommunen mit ihren Zahlen',
  'workbook.all': () => 'Alle Tabellen in einer Arbeitsmappe',
  'data.files.events': () => 'Alle Einträge, wie sie gespeichert sind',
  'data.files.proofs': () => 'JSON Lines mit Prüfsummen',
  'data.files.events.1': () =>
    'Die Datei der Einträge ist JSON Lines: eine Zeile je Eintrag, in der Reihenfolge, in der eingetragen wurde. Felder und Bedeutung jedes Eintrags beschreibt die Datei docs/events.md im Quelltext; Felder kommen dazu, keines ändert seine Bedeutung.',
  'data.api': () => 'Schnittstelle (API)',
  'data.api.1': () =>
    'Jede Zahl gibt es auch für Programme, ohne Anmeldung und ohne Schlüssel. Die Fragen nehmen asOf (für welchen Tag?) und knownAt (was war wann bekannt?). Jede Seite einer Kommune, einer Maßnahme und eines Verlaufs gibt es auch mit der Endung .json.',
  'data.api.docs': () => 'Beschreibung der API zum Ausprobieren',
  'data.api.document': () => 'OpenAPI-Dokument',
  'data.columns': () => 'Spalten der Maßnahmentabelle',
  'data.columns.1': (args) =>
    `Die ${number(args.count)} Spalten der CSV- und XLSX-Datei und die Namen derselben Werte in JSON. Ein leeres Feld heißt: dazu ist nichts gesagt. Beide Dateien lassen sich unverändert wieder einlesen; in einer leeren Umgebung eingelesen, geben sie wieder dieselbe Datei.`,
  'data.columns.heading': () => 'Überschrift (CSV, XLSX)',
  'data.columns.key': () => 'Name (JSON)',
  'data.columns.kind': () => 'Art',
  'data.columns.meaning': () => 'Bedeutung',
  'columnKind.text': () => 'Text',
  'columnKind.date': () => 'Tag, Monat oder Jahr',
  'columnKind.code': () => 'Code',
  'columnKind.amount': () => 'Zahl',
  'columnKind.money': () => 'Betrag in Euro; in JSON in Cent',
  'columnKind.answer': () => 'ja oder nein; in JSON true oder false',
  'columnKind.path': () => 'Pfad; in JSON eine Liste',
  'columnKind.word': () => 'Wort; in JSON der Code',
  'columnKind.list': () => 'Liste, ein Eintrag je Zeile, Teile mit | getrennt; in JSON eine Liste',
  'data.codes': () => 'Codes und ihre Wörter',
  'data.codes.code': () => 'Code',
  'data.codes.word': () => 'Wort',
  'data.towns': () => 'Daten einzelner Kommunen',
  'data.towns.all': () => 'Alle Kommunen; ihre Dateien stehen unten auf jeder Übersicht.',
  'licence.CC-BY-4.0': () => 'Creative Commons Namensnennung 4.0 (CC BY 4.0)',
  'licence.CC0-1.0': () => 'Creative Commons Zero 1.0 (CC0)',
  'licence.DL-DE-BY-2.0': () => 'Datenlizenz Deutschland – Namensnennung 2.0',
  'licence.DL-DE-ZERO-2.0': () => 'Datenlizenz Deutschland – Zero 2.0',
  'columnMeaning.id': () =>
    'Kennung der Maßnahme; ändert sich nie, auch nicht beim Einlesen an anderer Stelle.',
  'columnMeaning.municipality': () => 'Name der Kommune, zu der die Maßnahme gehört.',
  'columnMeaning.plan': () => 'Titel des Plans, in dem die Maßnahme steht; leer: in keinem.',
  'columnMeaning.planKind': () =>
    'Klimaschutz, Klimaanpassung, Wärmeplanung oder ein anderer Plan.',
  'columnMeaning.number': () => 'Nummer im Plan.',
  'columnMeaning.field': () => 'Handlungsfeld mit allem, worin es liegt.',
  'columnMeaning.title': () => 'Titel der Maßnahme.',
  'columnMeaning.teaser': () => 'Kurzbeschreibung in einem oder zwei Sätzen.',
  'columnMeaning.statusWord': () => 'Eines der neun Wörter, in der Sprache der Datei.',
  'columnMeaning.status': () => 'Dasselbe als Code.',
  'columnMeaning.decision': () => 'Wie weit der Beschluss ist.',
  'columnMeaning.implementation': () => 'Wie weit die Umsetzung ist.',
  'columnMeaning.delayReported': () =>
    'Jemand hat eine Verzögerung gemeldet, und sie besteht noch.',
  'columnMeaning.late': () => 'Ein geplanter Termin ist überschritten (errechnet).',
  'columnMeaning.plannedStart': () => 'Geplanter Beginn, so genau wie bekannt.',
  'columnMeaning.plannedEnd': () => 'Geplantes Ende, so genau wie bekannt.',
  'columnMeaning.lead': () => 'Wer federführend ist.',
  'columnMeaning.leadExplanation': () => 'Erläuterung dazu, wie sie in der Quelle steht.',
  'columnMeaning.budgetPerYearCents': () => 'Laufende Kosten laut Plan.',
  'columnMeaning.budgetTotalCents': () => 'Gesamtkosten laut Plan.',
  'columnMeaning.savingKgCo2ePerYear': () => 'Erwartete Einsparung an Treibhausgasen laut Plan.',
  'columnMeaning.savingKwhPerYear': () => 'Erwartete Einsparung an Energie laut Plan.',
  'columnMeaning.savingCentsPerYear': () => 'Erwartete Einsparung an Kosten laut Plan.',
  'columnMeaning.ownProposal': () => 'Vorschlag der Gruppe, nicht Teil des Plans.',
  'columnMeaning.description': () => 'Was getan werden muss.',
  'columnMeaning.planText': () => 'Wortlaut der Maßnahme im Plan.',
  'columnMeaning.background': () => 'Ausgangslage.',
  'columnMeaning.goal': () => 'Ziel der Maßnahme.',
  'columnMeaning.statusReport': () => 'Sachstand, wie ihn die Quelle beschreibt.',
  'columnMeaning.statusNote': () => 'Begründung des Stands in der Quelle.',
  'columnMeaning.outlook': () => 'Ausblick.',
  'columnMeaning.obstacles': () => 'Hemmnisse.',
  'columnMeaning.remarks': () => 'Weitere Hinweise.',
  'columnMeaning.planAssessment': () => 'Wie die Gruppe die Planung bewertet.',
  'columnMeaning.supporters': () => 'Wer die Maßnahme unterstützt.',
  'columnMeaning.lastEntryOn': () =>
    'Der späteste Tag, den ein Eintrag zu Beschluss, Umsetzung oder Bewertung nennt; so genau wie bekannt. Beim Einlesen an anderer Stelle: „geprüft, unverändert“ an diesem Tag, wo sonst nichts von ihm zeugt.',
  'columnMeaning.url': () =>
    'Adresse der Seite dieser Maßnahme auf diesem Server. Sie steht nur in JSON und auf dem Blatt „Adressen“ der Arbeitsmappe einer Kommune, nicht in der Tabelle der Maßnahmen: an anderer Stelle ist sie eine andere.',
  'columnMeaning.decidedOn': () =>
    'Seit wann die Maßnahme beschlossen ist, so genau wie bekannt; leer: unbekannt.',
  'columnMeaning.implementationSince': () =>
    'Seit wann der Umsetzungsstand gilt, wo weder Beginn noch Ende es sagen; so genau wie bekannt; leer: unbekannt.',
  'columnMeaning.implementationBy': () =>
    'Bis wann es spätestens zu diesem Umsetzungsstand gekommen war. Steht statt „Umsetzungsstand seit“, wo mehr nicht bekannt ist, etwa weil eine Liste nur ihren eigenen Stand nennt.',
  'columnMeaning.startedOn': () => 'Wann die Arbeit begann, so genau wie bekannt.',
  'columnMeaning.startedBy': () =>
    'Wann die Arbeit spätestens begonnen hatte. Steht statt „Begonnen am“, wo mehr nicht bekannt ist, etwa weil eine Liste nur ihren eigenen Stand nennt.',
  'columnMeaning.endedOn': () => 'Wann die Arbeit endete, so genau wie bekannt.',
  'columnMeaning.endedBy': () =>
    'Wann die Arbeit spätestens beendet war. Steht statt „Beendet am“, wo mehr nicht bekannt ist, etwa weil eine Liste nur ihren eigenen Stand nennt.',
  'columnMeaning.percent': () => 'Zuletzt gemeldeter Fortschritt.',
  'columnMeaning.delayReportedOn': () =>
    'Wann die Verzögerung gemeldet wurde, so genau wie bekannt; leer: unbekannt.',
  'columnMeaning.decisionSince': () =>
    'Seit wann der Beschlussstand gilt, wo die Maßnahme nicht beschlossen ist; so genau wie bekannt; leer: unbekannt.',
  'columnMeaning.amended': () => 'Der Beschluss hat die Maßnahme geändert.',
  'columnMeaning.inNewConsultation': () =>
    'Über die Maßnahme wird noch einmal beraten, ohne dass der Beschluss dadurch fällt.',
  'columnMeaning.noDecisionReason': () => 'Warum kein Beschluss nötig ist.',
  'columnMeaning.heirs': () =>
    'Kennungen der Maßnahmen, in denen sie weitergeht; dort wird sie gezählt.',
  'columnMeaning.delayReason': () => 'Warum es sich verzögert.',
  'columnMeaning.abandonReason': () => 'Warum die Maßnahme aufgegeben wurde.',
  'columnMeaning.assessment': () =>
    'Wie die Gruppe die Maßnahme bewertet, und auf welcher Skala; die Texte dazu stehen im Verlauf.',
  'columnMeaning.assessedOn': () => 'Wann bewertet wurde, so genau wie bekannt; leer: unbekannt.',
  'columnMeaning.period': () => 'Dauer oder Zeitraum in den Worten des Plans.',
  'columnMeaning.horizon': () =>
    'Einführung: kurzfristig bis 3 Jahre, mittelfristig bis 7, langfristig danach.',
  'columnMeaning.duration': () => 'Befristetes Projekt oder Daueraufgabe.',
  'columnMeaning.priority': () => 'Priorität laut Plan.',
  'columnMeaning.feasibility': () => 'Machbarkeit laut Plan, von 1 bis 5.',
  'columnMeaning.impact': () => 'Wirkung laut Plan, von 1 bis 5.',
  'columnMeaning.partners': () => 'Weitere Beteiligte, mit Erläuterung.',
  'columnMeaning.initiator': () => 'Stelle oder Gruppe, von der die Maßnahme ausgeht.',
  'columnMeaning.targetGroups': () => 'An wen sich die Maßnahme richtet.',
  'columnMeaning.influence': () => 'Wie die Kommune einwirken kann.',
  'columnMeaning.costOneOffCents': () => 'Einmalige Kosten laut Plan.',
  'columnMeaning.costPerYearCents': () => 'Kosten pro Jahr laut Plan.',
  'columnMeaning.staffHundredths': () => 'Benötigte Personalstellen; in JSON in Hundertsteln.',
  'columnMeaning.costAsOf': () => 'Von wann die Preise sind.',
  'columnMeaning.costNote': () => 'Was die Quelle zu den Kosten sagt.',
  'columnMeaning.funding': () => 'Förderprogramm oder Haushaltsstelle | Betrag | Stand.',
  'columnMeaning.savingMinKgCo2ePerYear': () =>
    'Untere Grenze der erwarteten Einsparung an Treibhausgasen.',
  'columnMeaning.savingMaxKgCo2ePerYear': () =>
    'Obere Grenze der erwarteten Einsparung an Treibhausgasen.',
  'columnMeaning.savingQuality': () => 'Wie gut die Schätzung ist.',
  'columnMeaning.savingsMethod': () => 'Wie die Zahl zustande kam.',
  'columnMeaning.notQuantified': () => 'Was die Quelle ausdrücklich nicht beziffert.',
  'columnMeaning.notQuantifiedReason': () => 'Warum dazu keine Zahl genannt ist.',
  'columnMeaning.climateEffect': () => 'Wirkung auf das Klima, wo keine Zahl genannt ist.',
  'columnMeaning.effectFrom': () => 'Ab wann die Maßnahme wirkt.',
  'columnMeaning.steps': () => 'Schritt | Beginn | Ende | Stand.',
  'columnMeaning.indicators': () => 'Indikator | Einheit | Ausgangswert | Zielwert.',
  'columnMeaning.coBenefits': () => 'Nebeneffekte.',
  'columnMeaning.localValue': () => 'Wertschöpfung vor Ort.',
  'columnMeaning.examples': () => 'Gute Beispiele anderswo.',
  'columnMeaning.related': () => 'Maßnahmen, die dazugehören.',
  'columnMeaning.papers': () => 'Nummer der Drucksache | Titel | Adresse.',
  'columnMeaning.classes': () => 'Schema | Code | Bezeichnung.',
  'example.heading': () => 'Beispiel',
  'example.text': () =>
    'Sie sehen eine erfundene Kommune zum Ausprobieren. Alles darf geändert werden.',
  'example.begin': () => 'Eigene Kommune beginnen',
  'past.heading': () => 'Blick zurück',
  'past.asOf': (args) => `Sie sehen den Stand vom ${args.day}.`,
  'past.knownAt': (args) => `Kenntnisstand vom ${args.instant}: später Eingetragenes fehlt hier.`,
  'past.today': () => 'Zum heutigen Stand',
  'print.permalink': () => 'Adresse dieser Seite',
  'print.checkpoint': (args) =>
    `Prüfstand: ${number(args.size)} Einträge, Prüfsumme ${args.root}…, unterschrieben unter ${args.address}`,
  'print.asOf': () => 'Stand',
  'print.knownAt': () => 'Kenntnisstand',
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
  'form.description': () => 'Eine Seite zum Arbeiten an den Einträgen dieser Kommune.',
  'form.save': () => 'Speichern',
  'form.cancel': () => 'Abbrechen',
  'form.moreRows': () => 'Weitere Zeilen',
  'form.row': (args) => `${args.item} ${number(args.number)}`,
  'form.none': () => 'keine Angabe',
  'form.choose': () => 'Bitte wählen',
  'form.conflict.title': () => 'Inzwischen hat jemand anderes das geändert',
  'form.conflict.text': () =>
    'Noch ist nichts von Ihnen gespeichert. Bei jedem Feld, das sich unterscheidet, steht, was jetzt gespeichert ist. Wenn Sie noch einmal speichern, gilt, was in den Feldern steht.',
  'form.theirs': (args) => `Inzwischen gespeichert: ${args.value}`,
  'form.theirs.none': () => 'Inzwischen gespeichert: nichts',
  'form.sentBefore': () =>
    'Dieses Formular wurde schon einmal mit anderem Inhalt gesendet und gespeichert. Prüfen Sie, ob Sie noch einmal speichern wollen.',
  'form.problem.integer': () => 'Geben Sie eine ganze Zahl an, zum Beispiel 25.',
  'form.problem.year': (args) =>
    `Geben Sie ein Jahr von ${args.min} bis ${args.max} an, zum Beispiel 2035.`,
  'form.problem.number': () => 'Geben Sie eine Zahl an, zum Beispiel 12,5.',
  'form.problem.money': () => 'Geben Sie einen Betrag in Euro an, zum Beispiel 1.250,50.',
  'form.problem.date': () =>
    'Geben Sie einen Tag (30.6.2027), einen Monat (06/2027) oder ein Jahr (2027) an.',
  saved: () => 'Gespeichert.',
  'saved.unchanged': () => 'Nichts geändert, also auch nichts gespeichert.',
  'saved.rebuilding': () =>
    'Wird neu gebaut. Bis dahin antwortet der bisherige Stand; diese Seite zeigt, wie weit es ist.',
  'saved.replayed': () => 'Der Verlauf ist wieder auf dem Stand.',
  'saved.stillParked': () => 'Der Verlauf lässt sich weiterhin nicht erzählen.',
  'saved.dismissed': () => 'Der Verlauf bleibt, wie er ist.',
  'saved.founded': () => 'Die Kommune ist angelegt, als Entwurf. Hier geht es weiter.',
  'saved.published': () => 'Veröffentlicht.',
  'saved.unpublished': () => 'Veröffentlichung zurückgenommen.',
  'saved.planDrafted': () => 'Der Plan ist angelegt, als Entwurf.',
  'saved.moved': () => 'Verschoben.',
  'saved.recorded': () =>
    'Die Maßnahme ist angelegt, als Entwurf. Hier können Sie sie beschreiben.',
  'saved.voided': () =>
    'Zurückgenommen. Die Maßnahme zählt nicht mehr; an ihrer Adresse steht nun, dass sie irrtümlich angelegt war.',
  'form.date.hint': () => 'Tag, Monat oder Jahr: 30.6.2027, 06/2027 oder 2027.',
  'form.lines.hint': () => 'Eine Angabe pro Zeile.',
  'form.euros': () => 'in Euro',
  'form.tonnes': () => 'in Tonnen',
  'signIn.returns': () =>
    'Öffnen Sie den Link in diesem Browser, dann geht es dort weiter, wo Sie hinwollten.',
  'problem.auth/operator-needed': () =>
    'Das darf nur, wer diese Seiten betreibt (Rolle „Betrieb“). Bitten Sie diese Person darum.',
  'begin.title': () => 'Eigene Kommune beginnen',
  'begin.lead': () =>
    'Ein Name genügt, alles andere kann folgen. Bis zur Veröffentlichung sehen die Kommune nur Angemeldete Ihres Teams.',
  'begin.import': () => 'Mit einer Liste der Maßnahmen beginnen',
  'begin.submit': () => 'Kommune anlegen',
  'begin.name': () => 'Name der Kommune',
  'begin.name.hint': () => 'Zum Beispiel „Musterstadt am Main“.',
  'begin.state': () => 'Land',
  'begin.ags': () => 'Amtlicher Gemeindeschlüssel (AGS)',
  'begin.ags.hint': () => 'Acht Ziffern, zum Beispiel 06433012.',
  'details.key.reason': () =>
    'In den „Angaben zur Kommune“ berichtigt: Land oder Gemeindeschlüssel',
  'begin.population': () => 'Einwohnerinnen und Einwohner',
  'begin.populationOn': () => 'Stand der Einwohnerzahl',
  'begin.target': () => 'Klimaziel der Kommune',
  'target.year': () => 'Zieljahr',
  'target.year.hint': () => 'Bis wann will die Kommune klimaneutral sein? Zum Beispiel 2035.',
  'target.resolution': () => 'Beschluss dahinter',
  'target.resolution.hint': () =>
    'Zum Beispiel „Beschluss der Stadtverordnetenversammlung, DS 74/2023“.',
  'target.resolvedOn': () => 'Beschlossen am',
  'target.evidence': () => 'Beleg: Internet-Adresse des Beschlusses',
  'state.BW': () => 'Baden-Württemberg',
  'state.BY': () => 'Bayern',
  'state.BE': () => 'Berlin',
  'state.BB': () => 'Brandenburg',
  'state.HB': () => 'Bremen',
  'state.HH': () => 'Hamburg',
  'state.HE': () => 'Hessen',
  'state.MV': () => 'Mecklenburg-Vorpommern',
  'state.NI': () => 'Niedersachsen',
  'state.NW': () => 'Nordrhein-Westfalen',
  'state.RP': () => 'Rheinland-Pfalz',
  'state.SL': () => 'Saarland',
  'state.SN': () => 'Sachsen',
  'state.ST': () => 'Sachsen-Anhalt',
  'state.SH': () => 'Schleswig-Holstein',
  'state.TH': () => 'Thüringen',
  'work.crumb': () => 'Bearbeiten',
  'work.open': () => 'Bearbeiten',
  'measure.new': () => 'Maßnahme anlegen',
  'measure.edit': () => 'Maßnahme bearbeiten',
  'measure.new.lead': () => 'Ein Titel genügt. Als Nächstes kommt das Maßnahmenblatt.',
  'measure.new.more': () => 'Herkunft und Art',
  'measure.new.more.hint': () => 'Idee, eigener Vorschlag, von wem.',
  'measure.noPlan': () => 'Noch gibt es keinen Plan. Die Maßnahme kann später eingeordnet werden.',
  'measure.place': () => 'Plan und Handlungsfeld',
  'measure.place.none': () => 'steht in keinem Plan',
  'measure.place.problem': () => 'Wählen Sie einen Plan.',
  'measure.place.more': () => 'Tag und Fassung',
  'measure.place.more.hint': () => 'Wenn sie erst von einem bestimmten Tag an dort steht.',
  'measure.place.since': () => 'Steht dort seit',
  'measure.plan': () => 'Plan',
  'measure.number': () => 'Nummer im Plan',
  'measure.number.gone': (args) =>
    `Nur die Nummer ${args.number} fällt weg; die Maßnahme steht weiter im Plan.`,
  'measure.number.hint': () => 'Wie sie im Plan steht, zum Beispiel „A1.1“ oder „12“.',
  'measure.marks': () => 'Besonderes',
  'measure.mark.idea': () => 'Idee',
  'measure.mark.idea.hint': () =>
    'Nur, wenn jemand ausdrücklich sagt, dass es bisher eine Idee ist.',
  'measure.mark.ownProposal.hint': () => 'Von Ihrer Gruppe vorgeschlagen.',
  'measures.lead': () =>
    'Maßnahmen stehen in Plänen. Dort ändern Sie Reihenfolge und Nummern und kommen zu jeder einzelnen.',
  'measures.import': () => 'Tabelle importieren',
  'measures.outside': () => 'In keinem Plan',
  'measures.outside.more': (args) =>
    `${plural(args.count, { one: `Und ${number(args.count)} weitere: suchen Sie sie in der Liste der Maßnahmen.`, other: `Und ${number(args.count)} weitere: suchen Sie sie in der Liste der Maßnahmen.` })}`,
  'measureTask.sheet.hint': () => 'Alle Texte und Zahlen der Maßnahme.',
  'measureTask.sheet.lead': () =>
    'Nur der Titel ist nötig. Was zugeklappt ist, brauchen Sie nur, wenn Ihr Plan es nennt.',
  'measureTask.place': () => 'Platz im Plan',
  'measureTask.place.hint': () => 'Handlungsfeld und Nummer.',
  'measureTask.place.lead': () =>
    'In einem anderen Handlungsfeld steht die Maßnahme danach an letzter Stelle. Ein anderer Plan kommt zu dem bisherigen dazu.',
  'measureTask.responsible': () => 'Zuständige',
  'measureTask.responsible.hint': () => 'Federführung und Beteiligte.',
  'measureTask.assess.hint': () =>
    'Was die Gruppe von der Maßnahme hält: Bewertung, was erreicht ist, was fehlt.',
  'measureTask.origin': () => 'Herkunft berichtigen',
  'measureTask.origin.hint': () =>
    'Wer sie vorgeschlagen hat; Idee; „Vorschlag, nicht Teil des Plans“.',
  'measureTask.origin.lead': () =>
    'Das steht im ersten Eintrag der Maßnahme. Die Berichtigung bleibt im Verlauf sichtbar.',
  'measureTask.revive': () => 'Neu aufgreifen',
  'measureTask.revive.hint': () => 'Abgelehnt oder zurückgezogen, und nun ein neuer Anlauf.',
  'measureTask.revive.lead': () => 'Die Maßnahme bleibt dieselbe; ein neuer Anlauf beginnt.',
  'measureTask.merge': () => 'In einer anderen aufgehen lassen',
  'measureTask.merge.hint': () => 'Sie wird Teil einer anderen Maßnahme.',
  'measureTask.merge.lead': () =>
    'Von diesem Tag an zählt sie bei der anderen Maßnahme mit und nicht mehr selbst.',
  'measureTask.split': () => 'Aufteilen',
  'measureTask.split.hint': () => 'Aus einer Maßnahme werden mehrere.',
  'measureTask.split.lead': () => 'Von diesem Tag an zählen die Teile und nicht mehr das Ganze.',
  'measureTask.supersede': () => 'Ersetzen',
  'measureTask.supersede.hint': () => 'Eine andere Maßnahme tritt an ihre Stelle.',
  'measureTask.supersede.lead': () => 'Von diesem Tag an zählt die andere Maßnahme statt dieser.',
  'measureTask.remove': () => 'Aus dem Plan nehmen',
  'measureTask.remove.hint': () => 'Sie steht nicht mehr im Plan; ihre Geschichte geht weiter.',
  'measureTask.remove.lead': () =>
    'Die Maßnahme bleibt erhalten und zählt weiter zur Kommune, nur nicht mehr zu diesem Plan.',
  'measureTask.void': () => 'Irrtümlich angelegt: zurücknehmen',
  'measureTask.void.hint': () => 'Doppelt, falsche Kommune, nur ein Versuch.',
  'measureTask.void.lead': () =>
    'Die Maßnahme verschwindet aus allen Listen und Zahlen; an ihrer Adresse steht dann, wann und warum. Für Maßnahmen, die es gab, ist das der falsche Weg: Die werden aufgegeben, abgelehnt oder aus dem Plan genommen.',
  'heir.into': () => 'In welcher Maßnahme geht sie auf?',
  'heir.by': () => 'Welche Maßnahme ersetzt sie?',
  'heir.id.hint': () => 'Die Kennung steht am Ende der Adresse der Maßnahme.',
  'heir.newTitle': () => 'Oder Titel einer neuen Maßnahme',
  'heir.newTitle.hint': () => 'Sie wird dann im selben Handlungsfeld angelegt.',
  'heir.split': () => 'In welche Teile?',
  'heir.split.hint': () =>
    'Je Zeile ein Titel für eine neue Maßnahme, oder eine, die es schon gibt.',
  'heir.part': () => 'Teil',
  'heir.part.title': () => 'Titel des Teils',
  'heir.part.known': () => 'Vorhandene Maßnahme',
  'heir.part.new': () => 'neu anlegen',
  'heir.problem.none': () => 'Nennen Sie mindestens einen Teil.',
  'responsible.assign': () => 'Zuständige ergänzen',
  'responsible.none': () => 'Noch niemand zuständig. Tragen Sie unten ein, wer federführend ist.',
  'responsible.how': () => 'Wie?',
  'responsible.organ': () => 'Gremium oder Amt',
  'responsible.organ.none': () => 'keines davon',
  'responsible.name': () => 'Name',
  'responsible.name.hint': () =>
    'Nur nötig, wenn es oben fehlt: ein Amt, ein Verein, ein Unternehmen. Keine Privatpersonen.',
  'responsible.since': () => 'Seit wann?',
  'responsible.release': () => 'Zuständigkeit beenden',
  'responsible.release.lead': (args) => `${args.name} ist von diesem Tag an nicht mehr zuständig.`,
  'revive.as': () => 'Wie wird sie aufgegriffen?',
  'revive.as.PROPOSED': () => 'als Vorschlag',
  'revive.as.SUBMITTED': () => 'mit einer neuen Drucksache',
  'revive.by': () => 'Durch wen?',
  'revive.paperKind': () => 'Art der Drucksache',
  'work.title': (args) => `${args.name} bearbeiten`,
  'work.lead': () =>
    'Alles, was Ihr Team hier tun kann, in der Reihenfolge, in der man meist anfängt.',
  'work.toTown': () => 'Zur Seite der Kommune',
  'work.group.town': () => 'Die Kommune',
  'work.group.plan': () => 'Plan und Maßnahmen',
  'work.group.people': () => 'Team und Hinweise',
  'work.group.tables': () => 'Runde Tische und Bündnis',
  'work.stand.none': () => 'noch nichts',
  'work.stand.organs': (args) =>
    `${plural(args.count, { '=0': `noch keine`, one: `${number(args.count)} Gremium`, other: `${number(args.count)} Gremien` })}`,
  'work.stand.plans': (args) =>
    `${plural(args.count, { '=0': `noch keiner`, one: `${number(args.count)} Plan`, other: `${number(args.count)} Pläne` })}`,
  'work.details': () => 'Angaben zur Kommune',
  'work.details.hint': () => 'Name, Beschreibung, Einwohnerzahl, Bewertung im Ganzen.',
  'work.details.lead': () =>
    'Diese Texte stehen auf der Seite der Kommune. Leere Felder werden nicht gezeigt.',
  'work.target': () => 'Zieljahr und Beschluss',
  'work.target.hint': () => 'Bis wann die Kommune klimaneutral sein will, und wo das steht.',
  'work.target.lead': () =>
    'Ein neues Ziel ersetzt das alte von seinem Tag an; der Verlauf behält beide.',
  'work.organs': () => 'Gremien und Ämter',
  'work.organs.hint': () => 'Wer berät und entscheidet, mit den Namen der Kommune.',
  'work.observers.hint': () =>
    'Die Gruppe, ihre Quellen, und wer verantwortlich ist. Nötig zum Veröffentlichen.',
  'problem.publish/imprint-missing': () =>
    'Vor dem Veröffentlichen fehlt das Impressum dieser Seiten. Wer sie betreibt, trägt es unter „Texte dieser Seiten“ ein.',
  'problem.publish/privacy-missing': () =>
    'Vor dem Veröffentlichen fehlt die Datenschutzerklärung. Wer diese Seiten betreibt, schreibt unter „Texte dieser Seiten“ eine eigene oder bestätigt dort, dass der eingebaute Text geprüft ist.',
  'problem.publish/accessibility-missing': () =>
    'Vor dem Veröffentlichen fehlt die Erklärung zur Barrierefreiheit. Wer diese Seiten betreibt, schreibt unter „Texte dieser Seiten“ eine eigene oder bestätigt dort, dass der eingebaute Text geprüft ist.',
  'problem.publish/observers-missing': () =>
    'Vor dem Veröffentlichen fehlt, welche Gruppe hier beobachtet. Die Team-Leitung trägt sie unter „Bearbeiten“ bei „Wer beobachtet hier?“ ein.',
  'problem.public/observers-needed': () =>
    'Diese Kommune ist öffentlich; dazu gehört, welche Gruppe hier beobachtet. Berichtigen Sie die Angabe, oder nehmen Sie vorher die Veröffentlichung zurück.',
  'problem.public/responsible-needed': () =>
    'Diese Kommune ist öffentlich; ohne eine verantwortliche Person darf sie es nicht sein. Nennen Sie eine andere, oder nehmen Sie vorher die Veröffentlichung zurück.',
  'problem.public/page-needed': () =>
    'Eine Kommune ist hier öffentlich; ohne diese Seite darf sie es nicht sein. Schreiben Sie einen Text, bestätigen Sie, dass der eingebaute geprüft ist, oder nehmen Sie vorher ihre Veröffentlichung zurück.',
  'problem.public/imprint-needed': () =>
    'Eine Kommune ist hier öffentlich; ohne Impressum darf sie es nicht sein. Schreiben Sie eines, oder nehmen Sie vorher ihre Veröffentlichung zurück.',
  'import.publicTooEarly': (args) => `Schon öffentlich, obwohl noch etwas fehlt. ${args.missing}`,
  'import.townKept': (args) => `Die Kommune wird damit noch nicht veröffentlicht. ${args.missing}`,
  'import.fillIn': () => 'Hier ausfüllen',
  'problem.publish/responsible-missing': () =>
    'Vor dem Veröffentlichen fehlt, wer für die Seiten der Kommune verantwortlich ist. Die Team-Leitung trägt Name und Anschrift unter „Bearbeiten“ bei „Wer beobachtet hier?“ ein.',
  'organs.lead': () =>
    'Nennen Sie jedes Gremium so, wie es in Ihrer Kommune heißt. Ob es abschließend entscheidet, bestimmt, wie ein Beschluss zählt.',
  'organs.none': () =>
    'Noch keine Gremien. Legen Sie zuerst das Gremium an, das am Ende entscheidet.',
  'organs.new': () => 'Gremium anlegen',
  'organs.register': () => 'Gremium anlegen',
  'organs.closed': () => 'Frühere Gremien',
  'organs.closedOn': (args) => `beendet am ${args.day}`,
  'organ.name': () => 'Name',
  'organ.since': () => 'Neuer Name gilt seit',
  'organ.since.hint': () =>
    'Nur bei einer Umbenennung, zum Beispiel 23.4.2026; ältere Einträge behalten den alten Namen. Leer: Der Name war schon immer so gemeint.',
  'organ.name.hint': () => 'Zum Beispiel „Stadtverordnetenversammlung“ oder „Umweltausschuss“.',
  'organ.kind': () => 'Art',
  'organ.kind.hint': () =>
    'Vertretung ist das gewählte Hauptgremium; Verwaltungsspitze zum Beispiel der Magistrat.',
  'organ.decidesFinally': () => 'Entscheidet es abschließend?',
  'organ.decidesFinally.hint': () => 'Beschlüsse anderer Gremien zählen als Empfehlung.',
  'organ.decidesFinally.yes': () => 'entscheidet abschließend',
  'organ.decidesFinally.no': () => 'berät oder empfiehlt',
  'organ.seats': () => 'Zahl der Sitze',
  'organ.website': () => 'Internetseite',
  'organ.note': () => 'Anmerkung',
  'organ.lead': () => 'Frühere Beschlüsse zählen weiter wie bisher, was Sie hier auch ändern.',
  'organ.end': () => 'Gremium beenden',
  'organ.end.lead': (args) =>
    `${args.name} gibt es nicht mehr, zum Beispiel nach einer Wahl. Frühere Beschlüsse bleiben.`,
  'organ.end.on': () => 'Wann hörte es auf?',
  'work.plans': () => 'Pläne',
  'work.plans.hint': () =>
    'Klimaschutz, Klimaanpassung, Wärmeplanung; Fassungen und Handlungsfelder.',
  'work.import.hint': () => 'Eine Liste aus CSV oder Excel, mit Vorschau.',
  'work.measures': () => 'Maßnahmen',
  'work.measures.hint': () => 'Anlegen, beschreiben, einordnen, zusammenlegen.',
  'work.decision.hint': () => 'Eine Abstimmung über mehrere Maßnahmen, einmal erfasst.',
  'work.clarify.hint': () =>
    'Was nach einem Import oder bei Widersprüchen nur ein Mensch sagen kann.',
  'work.links.hint': () => 'Belege, die unter ihrer Adresse nicht mehr zu finden sind.',
  'details.name.hint': () =>
    'Nur ändern, wenn die Kommune anders heißt. Alte Adressen führen weiter hierher.',
  'details.teaser': () => 'Kurz gesagt',
  'details.description': () => 'Beschreibung',
  'details.postcode': () => 'Postleitzahl',
  'details.assessments': () => 'Bewertung im Ganzen',
  'details.assessments.hint': () => 'Was Ihre Gruppe von Verwaltung, Plan und Umsetzung hält.',
  'gap.publish/imprint-missing': () => 'Impressum eintragen (Rolle „Betrieb“)',
  'gap.publish/privacy-missing': () =>
    'Datenschutzerklärung schreiben oder die eingebaute bestätigen (Rolle „Betrieb“)',
  'gap.publish/accessibility-missing': () =>
    'Erklärung zur Barrierefreiheit schreiben oder die eingebaute bestätigen (Rolle „Betrieb“)',
  'gap.publish/responsible-missing': () =>
    'Name und Anschrift der verantwortlichen Person eintragen',
  'gap.publish/observers-missing': () => 'Eintragen, welche Gruppe hier beobachtet',
  'publish.title': () => 'Veröffentlichen',
  'publish.submit': () => 'Jetzt veröffentlichen',
  'publish.takeBack': () => 'Veröffentlichung zurücknehmen',
  'publish.isPublic': () => 'Öffentlich.',
  'publish.isDraft': () => 'Entwurf.',
  'publish.town.public': () =>
    'Alle können diese Kommune sehen, mit allem, was davon veröffentlicht ist.',
  'publish.town.draft': () => 'Nur Angemeldete Ihres Teams sehen diese Kommune.',
  'publish.plan.public': () =>
    'Alle können diesen Plan und seine veröffentlichten Maßnahmen sehen.',
  'publish.plan.draft': () => 'Nur Angemeldete Ihres Teams sehen diesen Plan.',
  'publish.measure.public': () => 'Alle können diese Maßnahme sehen.',
  'publish.measure.draft': () => 'Nur Angemeldete Ihres Teams sehen diese Maßnahme.',
  'publish.town.lead': () => 'Danach können alle die Kommune sehen, und was Sie dazu auswählen.',
  'publish.plan.lead': () =>
    'Danach können alle den Plan sehen, sobald auch die Kommune veröffentlicht ist.',
  'publish.measure.lead': () =>
    'Danach können alle die Maßnahme sehen, sobald auch die Kommune veröffentlicht ist.',
  'publish.also': () => 'Auch veröffentlichen',
  'publish.also.hint': () => 'Was Sie nicht auswählen, bleibt Entwurf.',
  'publish.planWith': (args) =>
    `${args.title}, mit ${plural(args.count, { '=0': `allen Maßnahmen (keine davon Entwurf)`, one: `${number(args.count)} Maßnahme im Entwurf`, other: `${number(args.count)} Maßnahmen im Entwurf` })}`,
  'publish.allMeasures': (args) =>
    `${plural(args.count, { one: `die ${number(args.count)} Maßnahme des Plans`, other: `alle ${number(args.count)} Maßnahmen des Plans` })}`,
  'unpublish.town.lead': () =>
    'Die Kommune ist dann wieder ein Entwurf und nur für Angemeldete Ihres Teams zu sehen. Nichts geht verloren.',
  'unpublish.plan.lead': () =>
    'Der Plan ist dann wieder ein Entwurf. Seine Maßnahmen bleiben zu sehen, wenn Sie sie nicht auswählen.',
  'unpublish.measure.lead': () =>
    'Die Maßnahme ist dann wieder ein Entwurf und nur für Angemeldete Ihres Teams zu sehen.',
  'unpublish.also': () => 'Auch zurücknehmen',
  'unpublish.reason': () => 'Grund',
  'unpublish.reason.hint': () => 'Er wird aufbewahrt und ist für Ihr Team nachzulesen.',
  'date.unknown': () => 'Tag unbekannt',
  'date.latest': (args) => `spätestens ${args.day}`,
  'date.unknownRecorded': (args) => `Tag unbekannt, eingetragen am ${args.day}`,
  'date.day': () => 'Tag',
  'date.precision': () => 'Wie genau ist der Tag bekannt?',
  'date.precision.day': () => 'genauer Tag',
  'date.precision.month': () => 'nur Monat oder Jahr',
  'date.precision.unknown': () => 'unbekannt',
  'date.less': () => 'Tag nicht genau bekannt?',
  'date.month': () => 'Monat',
  'date.month.none': () => 'nur das Jahr',
  'date.year': () => 'Jahr',
  'date.problem.missing': () => 'Geben Sie einen Tag an, oder wählen Sie „unbekannt“.',
  'date.problem.invalid': () => 'Das ist kein Tag im Kalender.',
  'date.problem.year': () => 'Geben Sie das Jahr mit vier Ziffern an, zum Beispiel 2025.',
  'timeline.becomes': () => 'wird zu',
  'timeline.happenedOn': (args) => `geschehen am ${args.day}`,
  'timeline.happenedInMonth': (args) => `geschehen im ${args.day}`,
  'timeline.happenedIn': (args) => `geschehen ${args.year}`,
  'timeline.latestOn': (args) => `geschehen spätestens am ${args.day}`,
  'timeline.latestInMonth': (args) => `geschehen spätestens im ${args.day}`,
  'timeline.latestIn': (args) => `geschehen spätestens ${args.year}`,
  'timeline.recorded': () => 'eingetragen am',
  'timeline.by': () => 'von',
  'timeline.actor': (args) => `${args.label} (${args.role})`,
  'timeline.noEvidence': () => 'ohne Beleg',
  'timeline.permalink': () => 'Link zu diesem Eintrag',
  'timeline.copied': () => 'Link kopiert',
  'timeline.proof': () => 'Unverändertheit nachweisen',
  'timeline.corrected': () => 'Dieser Eintrag wurde berichtigt.',
  'timeline.correctedBy': (args) => `Zur Berichtigung vom ${args.day}`,
  'timeline.corrects': (args) => `Berichtigt den Eintrag vom ${args.day}`,
  'timeline.voided': () => 'Dieser Eintrag wurde zurückgenommen und zählt nicht.',
  'timeline.voidedBy': (args) => `Zur Rücknahme vom ${args.day}`,
  'timeline.voids': (args) => `Nimmt den Eintrag vom ${args.day} zurück`,
  'timeline.redacted': (args) => `[entfernt am ${args.day}]`,
  'changes.first': (args) => `Angaben: ${args.fields}`,
  'changes.old': () => 'vorher:',
  'changes.new': () => 'jetzt:',
  'changes.removed': () => 'entfernt',
  'changes.show': () => 'Geänderte Wörter zeigen',
  'changes.show.new': () => 'Neuen Text zeigen',
  'timeline.source': () => 'Gilt durch den Eintrag',
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
  'link.unreachable': (args) => `Link nicht mehr erreichbar seit ${args.day}`,
  'links.title': () => 'Links nicht mehr erreichbar',
  'links.lead': () =>
    'An drei verschiedenen Tagen war dort nichts mehr zu finden. Ergänzen Sie die neue Adresse oder eine gespeicherte Fassung; der alte Link bleibt mit diesem Vermerk stehen.',
  'links.none': () => 'Zurzeit ist kein Link als nicht erreichbar bekannt.',
  'links.off': () => 'Links werden hier nicht geprüft.',
  'links.count': (args) =>
    `${plural(args.count, { '=0': `keiner bekannt`, one: `${number(args.count)} Link`, other: `${number(args.count)} Links` })}`,
  'links.reason.not-found': () => 'Der Server kennt die Seite nicht mehr.',
  'links.reason.no-such-name': () => 'Den Server gibt es unter diesem Namen nicht mehr.',
  'links.reason.nobody-listens': () => 'Der Server nimmt keine Verbindung mehr an.',
  'links.change': () => 'Angabe ändern',
  'links.mend.lead': () =>
    'Der Beleg wird mit neuer Adresse ergänzt. Das ist ein Eintrag wie jeder andere: Der alte bleibt daneben stehen.',
  'links.newAddress': (args) => `Neue Adresse: ${args.title}`,
  'links.oldAddress': (args) => `Bisher: ${args.url}`,
  'evidence.picture': () => 'Bild ohne Beschreibung',
  'evidence.file': (args) => `Datei öffnen (${args.kind}, ${args.size})`,
  'evidence.erased': (args) => `Datei gelöscht am ${args.day}. Grund:`,
  'file.evidence': () => 'Foto oder Dokument',
  'file.evidence.hint': () =>
    'PDF, JPEG, PNG oder WebP. Ort und Gerät werden aus Bildern entfernt, aus PDF nicht. Keine erkennbaren Personen ohne Einwilligung.',
  'file.limit': (args) => `Höchstens ${number(args.limit)} MB.`,
  'file.unnamed': () => 'Datei',
  'file.waiting': () => 'Schon hochgeladen',
  'file.waiting.sentence': (args) =>
    `„${inner(args.name)}“ (${args.size}) ist hochgeladen und geht mit. Eine andere Datei tritt an ihre Stelle.`,
  'file.drop': () => 'Doch ohne diese Datei',
  'file.erase': () => 'Datei löschen',
  'file.erase.lead': () =>
    'Die Datei wird endgültig gelöscht. Im Verlauf stehen dann der Tag und Ihre Begründung; die Prüfsumme der Datei bleibt. In den Sicherungen der Betreibenden verschwindet sie, wenn diese ablaufen.',
  'file.erase.submit': () => 'Endgültig löschen',
  'file.erase.reason': () => 'Warum wird sie gelöscht?',
  'file.erase.reason.hint': () =>
    'Öffentlich. Zum Beispiel: Es sind Personen zu erkennen, die nicht eingewilligt haben.',
  'saved.fileErased': () => 'Die Datei ist gelöscht.',
  'form.problem.fileGone': () => 'Die Datei ist nicht mehr da. Wählen Sie sie noch einmal aus.',
  'kept.files': () =>
    'Dateien sind nicht dabei. Ergänzen Sie sie nach dem Senden beim Eintrag als Beleg.',
  'chart.table': () => 'Als Tabelle zeigen',
  'chart.region': (args) => `Tabelle: ${args.caption}`,
  'chart.download': () => 'Daten herunterladen',
  'chart.assessment.title': (args) => `Bewertung durch ${args.group}, Stand ${args.day}`,
  'chart.assessment.sentence': (args) =>
    `${args.title}: ${plural(args.count, { one: `${args.last}`, other: `${number(args.count)} Bewertungen, zuerst ${args.first}, zuletzt ${args.last}` })}.`,
  'chart.assessment.day': () => 'Tag',
  'chart.assessment.rating': () => 'Bewertung',
  'chart.source': (args) => `Quelle: ${args.source}`,
  'chart.asOf': (args) => `Stand ${args.day}`,
  'moment.known': (args) => `Stand ${args.day} (Kenntnisstand ${args.known})`,
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
    `${plural(args.fields, { one: `${number(args.fields)} Handlungsfeld`, other: `${number(args.fields)} Handlungsfelder` })}; am weitesten ist „${inner(args.best)}“ mit ${number(args.done)} von ${number(args.total)} abgeschlossen.`,
  'chart.fields.several': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} Handlungsfeld`, other: `${number(args.fields)} Handlungsfelder` })}; am weitesten sind ${args.names} mit je ${args.share} abgeschlossen.`,
  'chart.fields.noneDone': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} Handlungsfeld`, other: `${number(args.fields)} Handlungsfelder` })}; noch in keinem ist eine Maßnahme abgeschlossen.`,
  'chart.fields.twice': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme steht`, other: `${number(args.count)} Maßnahmen stehen` })} in mehreren Handlungsfeldern und ${plural(args.count, { one: `ist`, other: `sind` })} dort je mitgezählt: Zusammen zählen die Felder mehr, als es Maßnahmen gibt.`,
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
  'chart.target.timeFrom': (args) => `Zeit seit ${args.from}`,
  'chart.target.what': () => 'Verglichen',
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
  'download.label': () => 'Genau das Gezeigte herunterladen',
  'feed.title': (args) => `Neues: ${args.name}`,
  'feed.list': (args) => `Neues zu den Maßnahmen in ${args.name}`,
  'feed.chosen': (args) => `Neues zu ausgewählten Maßnahmen in ${args.name}`,
  'feed.subscribe': () => 'Als Feed abonnieren',
  'feed.status': (args) => `Stand: ${args.status}`,
  'dates.start': (args) => `Geplanter Beginn: ${args.title}`,
  'dates.end': (args) => `Geplantes Ende: ${args.title}`,
  'dates.within': (args) => `${args.what} (${args.day})`,
  'dates.answer': (args) => `Antwort erwartet: ${args.topic}`,
  'dates.promise': (args) => `Zusage fällig: ${args.what}`,
  'dates.all': () => 'Alle Termine der Kommune',
  'dates.all.lead': () =>
    'Geplanter Beginn und geplantes Ende von Maßnahmen, Treffen der Runden Tische und erwartete Antworten in einem Kalender. Ist nur ein Monat oder ein Jahr bekannt, steht der Eintrag am letzten Tag davon.',
  'dates.team.hint': () =>
    'Auch Entwürfe und die Tage, an denen Zusagen fällig sind. Geben Sie diese Adresse nicht weiter.',
  'dates.public.hint': () => 'Nur Veröffentlichtes, ohne Zusagen.',
  'organKind.COUNCIL': () => 'Vertretung',
  'organKind.EXECUTIVE': () => 'Verwaltungsspitze',
  'organKind.COMMITTEE': () => 'Ausschuss',
  'organKind.DISTRICT': () => 'Ortsbeirat',
  'organKind.ADVISORY': () => 'Beirat',
  'organKind.ROUND_TABLE': () => 'Runder Tisch',
  'organKind.OFFICE': () => 'Amt',
  'organKind.OTHER': () => 'Sonstiges',
  'entry.body': () => 'Gremium',
  'entry.bodySays': (args) => `${args.body}: ${args.what}`,
  'entry.inCommittee.RECOMMENDED': () => 'Im Ausschuss empfohlen',
  'entry.inCommittee.RECOMMENDED_AMENDED': () => 'Im Ausschuss geändert empfohlen',
  'entry.inCommittee.NOT_RECOMMENDED': () => 'Im Ausschuss nicht empfohlen',
  'entry.inCommittee.PRELIMINARY_ADVICE': () => 'Im Ausschuss vorberaten',
  'entry.inCommittee.DEFERRED': () => 'Im Ausschuss vertagt',
  'entry.MeasureRecorded': () => 'Maßnahme erfasst',
  'entry.MeasureRecorded.idea': () => 'Als Idee erfasst',
  'entry.MeasureDescribed': () => 'Beschreibung erfasst oder geändert',
  'entry.MeasurePublished': () => 'Veröffentlicht',
  'entry.MeasureUnpublished': () => 'Veröffentlichung zurückgenommen',
  'entry.MeasureProposed': () => 'Vorgeschlagen',
  'entry.MeasureSubmitted': () => 'Eingebracht',
  'entry.MeasureNoDecisionNeeded.CURRENT_ADMINISTRATION': () =>
    'Kein Beschluss nötig: Geschäft der laufenden Verwaltung',
  'entry.MeasureNoDecisionNeeded.CIVIL_SOCIETY': () =>
    'Kein Beschluss nötig: Vorhaben von Bündnispartnern',
  'entry.MeasureRevived': () => 'Neu aufgegriffen',
  'entry.MeasureMerged': () => 'In einer anderen Maßnahme aufgegangen',
  'entry.MeasureSplit': () => 'In mehrere Maßnahmen aufgeteilt',
  'entry.MeasureSuperseded': () => 'Durch eine andere Maßnahme ersetzt',
  'entry.MeasureResponsibleBodyAssigned.LEAD': (args) => `Federführung: ${args.name}`,
  'entry.MeasureResponsibleBodyAssigned.PARTNER': (args) => `Beteiligt: ${args.name}`,
  'entry.MeasureResponsibleBodyReleased': () => 'Zuständigkeit beendet',
  'entry.MeasureImplementationPlanned': () => 'Umsetzung geplant',
  'entry.MeasureImplementationStarted': () => 'Umsetzung begonnen',
  'entry.MeasureImplementationStarted.PERMANENT': () => 'Als Daueraufgabe begonnen',
  'entry.MeasureProgressReported': () => 'Fortschritt gemeldet',
  'entry.MeasureProgressReported.percent': (args) =>
    `Fortschritt gemeldet: ${number(args.percent)} %`,
  'entry.MeasureDelayReported': () => 'Verzögerung gemeldet',
  'entry.MeasureRescheduled': () => 'Termine genannt',
  'entry.MeasureRescheduled.moved': () => 'Termin verschoben',
  'entry.MeasureImplementationPaused': () => 'Umsetzung ruht',
  'entry.MeasureImplementationResumed': () => 'Umsetzung wieder aufgenommen',
  'entry.MeasureImplementationCompleted': () => 'Abgeschlossen',
  'entry.MeasureImplementationAbandoned': () => 'Aufgegeben',
  'entry.MeasureImplementationAbandoned.NOT_FEASIBLE': () => 'Nicht umsetzbar',
  'entry.MeasureCheckedUnchanged': () => 'Geprüft, unverändert',
  'entry.MeasureFindingSettled': () => 'Geprüft: Der auffällige Eintrag ist richtig so',
  'entry.MeasureAssessed': (args) => `Bewertung: ${args.rating}`,
  'entry.MeasureDiscussed': (args) => `Am Runden Tisch besprochen: ${args.result}`,
  'entry.MeasureSupportPledged': () => 'Unterstützung zugesagt',
  'entry.MeasureSupportDelivered': () => 'Zugesagte Unterstützung geleistet',
  'entry.MeasureSupportWithdrawn': () => 'Zusage zurückgezogen',
  'entry.ActorRegistered': () => 'Organisation erfasst',
  'entry.ActorDescribed': () => 'Beschreibung der Organisation erfasst oder geändert',
  'entry.ActorPublished': () => 'Organisation veröffentlicht',
  'entry.ActorUnpublished': () => 'Veröffentlichung der Organisation zurückgenommen',
  'entry.ActorAllianceJoined': () => 'Dem Bündnis beigetreten',
  'entry.ActorAllianceLeft': () => 'Aus dem Bündnis ausgetreten',
  'entry.ActorMerged': () => 'Mit einer anderen Organisation zusammengelegt',
  'entry.ActorOfferMade': () => 'Angebot an alle gemacht',
  'entry.ActorOfferWithdrawn': () => 'Angebot zurückgezogen',
  'entry.RoundtableFounded': () => 'Runder Tisch angelegt',
  'entry.RoundtableDescribed': () => 'Auftrag und Regeln erfasst oder geändert',
  'entry.RoundtablePublished': () => 'Runder Tisch veröffentlicht',
  'entry.RoundtableUnpublished': () => 'Veröffentlichung des Runden Tisches zurückgenommen',
  'entry.RoundtableEnded': () => 'Runder Tisch beendet',
  'entry.RoundtableRhythmSet': () => 'Fester Rhythmus vereinbart',
  'entry.RoundtableRhythmEnded': () => 'Fester Rhythmus beendet',
  'entry.RoundtableSeatAdded': () => 'Platz am Runden Tisch vergeben',
  'entry.RoundtableSeatEnded': () => 'Platz am Runden Tisch aufgegeben',
  'entry.RoundtableMeetingConvened': () => 'Termin angesetzt',
  'entry.RoundtableMeetingMoved': () => 'Termin verlegt',
  'entry.RoundtableMeetingCancelled': () => 'Termin abgesagt',
  'entry.RoundtableMeetingHeld': () => 'Termin fand statt',
  'entry.RoundtableInvited': () => 'Einladung verschickt',
  'entry.RoundtableInvitationWithdrawn': () => 'Einladung zurückgenommen',
  'entry.RoundtableReplyReceived': () => 'Antwort auf die Einladung',
  'entry.RoundtableItemAdded': () => 'Auf die Tagesordnung gesetzt',
  'entry.RoundtableItemPlaced': () => 'Tagesordnung geändert',
  'entry.RoundtableItemConcluded': (args) => `Ergebnis: ${args.result}`,
  'entry.RoundtableDissentReleased': () => 'Dissens zur Veröffentlichung freigegeben',
  'entry.RoundtableProposalTakenUp': () => 'Idee als Maßnahme erfasst',
  'entry.RoundtableAnswerReceived': () => 'Rückmeldung erhalten',
  'entry.RoundtableFactCheckAnswered': () => 'Faktencheck beantwortet',
  'entry.RoundtableFollowUpAgreed': () => 'Zusage gemacht',
  'entry.RoundtableFollowUpRescheduled': () => 'Frist einer Zusage verschoben',
  'entry.RoundtableFollowUpReminded': () => 'An eine Zusage erinnert',
  'entry.RoundtableFollowUpDone': () => 'Zusage erledigt',
  'entry.RoundtableFollowUpDropped': () => 'Zusage entfallen',
  'entry.RoundtableProtocolCirculated': () => 'Protokoll zur Abstimmung verschickt',
  'entry.RoundtableProtocolObjected': () => 'Änderung am Protokoll erbeten',
  'entry.RoundtableProtocolApproved': () => 'Protokoll genehmigt',
  'entry.RoundtableProtocolPublished': () => 'Protokoll veröffentlicht',
  'entry.RoundtableProtocolUnpublished': () => 'Veröffentlichung des Protokolls zurückgenommen',
  'entry.EntryCorrected': () => 'Eintrag berichtigt',
  'entry.EntryVoided': () => 'Eintrag zurückgenommen',
  'entry.EvidenceAdded': () => 'Beleg ergänzt',
  'entry.TextRedacted': () => 'Text entfernt',
  'entry.imported': () => 'Aus Bestandsdaten übernommen',
  'entry.importedUnknown': () => 'Aus Bestandsdaten übernommen, Zeitpunkt unbekannt',
  'entry.reason': () => 'Grund',
  'entry.paper': () => 'Drucksache',
  'entry.result': () => 'Ergebnis laut Niederschrift',
  'entry.votes': () => 'Abstimmung',
  'entry.by': () => 'Durch',
  'entry.referredTo': () => 'Verwiesen an',
  'entry.plannedStart': () => 'Geplanter Beginn',
  'entry.plannedEnd': () => 'Geplantes Ende',
  'entry.movedFrom': (args) => `${args.to} (bisher ${args.from})`,
  'entry.budget': () => 'Budget',
  'entry.achieved': () => 'Was wurde erreicht?',
  'entry.missing': () => 'Was fehlt?',
  'entry.originally': () => 'Ursprünglich eingetragen',
  'entry.explanation': () => 'Erläuterung',
  'entry.what': () => 'Was',
  'entry.actor': () => 'Organisation',
  'entry.table': () => 'Runder Tisch',
  'entry.contribution': () => 'Beitrag',
  'entry.topic': () => 'Thema',
  'entry.commonGround': () => 'Gemeinsame Schnittmenge',
  'entry.said': () => 'Besprochen',
  'entry.answer': () => 'Antwort',
  'entry.summary': () => 'Zusammenfassung',
  'entry.place': () => 'Ort',
  'entry.factChecked': () => 'mit der Verwaltung abgeglichen',
  'outcome.RECOMMENDED': () => 'empfohlen',
  'outcome.RECOMMENDED_AMENDED': () => 'geändert empfohlen',
  'outcome.NOT_RECOMMENDED': () => 'nicht empfohlen',
  'outcome.PRELIMINARY_ADVICE': () => 'vorberaten',
  'outcome.REFERRED': () => 'verwiesen',
  'outcome.REMITTED_TO_ADMIN': () => 'zurück an die Verwaltung',
  'outcome.DEFERRED': () => 'vertagt',
  'outcome.REMOVED_FROM_AGENDA': () => 'von der Tagesordnung abgesetzt',
  'outcome.NO_DECISION': () => 'kein Beschluss gefasst',
  'outcome.NOTED': () => 'zur Kenntnis genommen',
  'outcome.ANSWERED': () => 'beantwortet',
  'outcome.SETTLED': () => 'Antrag als erledigt erklärt',
  'outcome.WITHDRAWN': () => 'zurückgezogen',
  'outcome.LAPSED': () => 'verfallen',
  'effect.ADOPTS': () => 'beschlossen',
  'effect.ADOPTS.amended': () => 'geändert beschlossen',
  'effect.ADOPTS.IN_PRINCIPLE': () => 'grundsätzlich beschlossen – Einzelbeschluss steht aus',
  'effect.ADOPTS.PART': () => 'teilweise beschlossen',
  'effect.AMENDS': () => 'Änderung beschlossen',
  'effect.REJECTS': () => 'abgelehnt',
  'effect.REJECTS.PART': () => 'teilweise abgelehnt',
  'effect.REVOKES': () => 'Beschluss aufgehoben',
  'effect.FUNDS': () => 'Mittel bewilligt',
  'effect.DEFERS': () => 'vertagt',
  'effect.SETTLES': () => 'Antrag als erledigt erklärt (ändert nichts an der Maßnahme)',
  'effect.NOTES': () => 'zur Kenntnis genommen',
  'effect.MANDATES_REPORT': () => 'Bericht verlangt',
  'effect.advice': (args) => `${args.what} (als Empfehlung: entscheidet nicht abschließend)`,
  'majority.UNANIMOUS': () => 'einstimmig',
  'majority.MAJORITY': () => 'mehrheitlich',
  'majority.TIE': () => 'Stimmengleichheit',
  'votes.yes': (args) => `${number(args.count)} Ja`,
  'votes.no': (args) => `${number(args.count)} Nein`,
  'votes.abstain': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Enthaltung`, other: `${number(args.count)} Enthaltungen` })}`,
  'delayReason.STAFF': () => 'Personal fehlt',
  'delayReason.FUNDING': () => 'Geld fehlt',
  'delayReason.PROCUREMENT': () => 'Vergabe',
  'delayReason.LEGAL': () => 'Recht und Genehmigung',
  'delayReason.COORDINATION': () => 'Absprachen dauern',
  'delayReason.POLITICAL': () => 'politische Gründe',
  'delayReason.TECHNICAL': () => 'technische Gründe',
  'delayReason.OTHER': () => 'anderer Grund',
  'abandonReason.NOT_FEASIBLE': () => 'nicht umsetzbar',
  'abandonReason.FUNDING': () => 'Geld fehlt',
  'abandonReason.STAFF': () => 'Personal fehlt',
  'abandonReason.LEGAL': () => 'Recht und Genehmigung',
  'abandonReason.POLITICAL': () => 'politische Gründe',
  'abandonReason.NO_DEMAND': () => 'kein Bedarf',
  'abandonReason.REPLACED': () => 'durch anderes ersetzt',
  'abandonReason.OTHER': () => 'anderer Grund',
  'abandonReason.UNKNOWN': () => 'Grund unbekannt',
  'rating.TRAFFIC_LIGHT.GREEN': () => 'kommt sehr gut voran oder abgeschlossen (grün)',
  'rating.TRAFFIC_LIGHT.YELLOW': () => 'in Arbeit (gelb)',
  'rating.TRAFFIC_LIGHT.RED': () => 'braucht mehr Aufmerksamkeit (rot)',
  'rating.TRAFFIC_LIGHT.DARK_GREY': () => 'gescheitert oder nicht umsetzbar (dunkelgrau)',
  'rating.TRAFFIC_LIGHT.LIGHT_GREY': () => 'nicht bewertet (hellgrau)',
  'rating.LOCALZERO.DONE': () => 'abgeschlossen',
  'rating.LOCALZERO.AS_PLANNED': () => 'in Arbeit',
  'rating.LOCALZERO.DELAYED': () => 'verzögert oder fehlt',
  'rating.LOCALZERO.FAILED': () => 'gescheitert',
  'rating.LOCALZERO.UNKNOWN': () => 'unbekannt',
  'rating.ONE_TO_FIVE.1': () => '1 von 5',
  'rating.ONE_TO_FIVE.2': () => '2 von 5',
  'rating.ONE_TO_FIVE.3': () => '3 von 5',
  'rating.ONE_TO_FIVE.4': () => '4 von 5',
  'rating.ONE_TO_FIVE.5': () => '5 von 5',
  'decisionState.UNKNOWN': () => 'unbekannt',
  'decisionState.IDEA': () => 'Idee',
  'decisionState.PROPOSED': () => 'vorgeschlagen',
  'decisionState.SUBMITTED': () => 'eingebracht',
  'decisionState.IN_CONSULTATION': () => 'in Beratung',
  'decisionState.DEFERRED': () => 'vertagt',
  'decisionState.ADOPTED_IN_PRINCIPLE': () =>
    'grundsätzlich beschlossen – Einzelbeschluss steht aus',
  'decisionState.ADOPTED': () => 'beschlossen',
  'decisionState.NO_DECISION_NEEDED': () => 'kein Beschluss nötig',
  'decisionState.REJECTED': () => 'abgelehnt',
  'decisionState.WITHDRAWN': () => 'zurückgezogen',
  'decisionState.LAPSED': () => 'verfallen',
  'decisionState.REVOKED': () => 'aufgehoben',
  'decisionState.MERGED': () => 'in anderer Maßnahme aufgegangen',
  'decisionState.SPLIT': () => 'in mehrere Maßnahmen aufgeteilt',
  'decisionState.SUPERSEDED': () => 'durch andere Maßnahme ersetzt',
  'implementationState.UNKNOWN': () => 'unbekannt',
  'implementationState.PLANNED': () => 'geplant',
  'implementationState.IN_PROGRESS': () => 'in Umsetzung',
  'implementationState.ONGOING': () => 'in Umsetzung (Daueraufgabe)',
  'implementationState.PAUSED': () => 'ruht',
  'implementationState.COMPLETED': () => 'abgeschlossen',
  'implementationState.ABANDONED': () => 'aufgegeben',
  'implementationState.NOT_FEASIBLE': () => 'nicht umsetzbar',
  'why.completed': () => 'Die Umsetzung ist abgeschlossen.',
  'why.abandoned': () => 'Die Umsetzung wurde aufgegeben.',
  'why.not-feasible': () => 'Die Maßnahme hat sich als nicht umsetzbar erwiesen.',
  'why.not-wanted': () =>
    'Sie wurde abgelehnt, zurückgezogen, aufgehoben oder ist verfallen, und die Umsetzung läuft nicht.',
  'why.late-start': () =>
    'Der geplante Beginn ist vorbei, ein Beginn ist nicht bekannt (errechnet).',
  'why.late-end': () =>
    'Das geplante Ende ist vorbei, ein Abschluss ist nicht bekannt (errechnet).',
  'why.delay-reported': () => 'Eine Verzögerung wurde gemeldet.',
  'why.paused': () => 'Die Umsetzung ruht.',
  'why.in-progress': () => 'Die Umsetzung läuft.',
  'why.planned': () => 'Die Umsetzung ist geplant, aber noch nicht begonnen.',
  'why.adopted': () => 'Sie ist beschlossen; von einem Beginn ist nichts bekannt.',
  'why.adopted-in-principle': () =>
    'Sie ist grundsätzlich beschlossen; der Einzelbeschluss steht aus.',
  'why.no-decision-needed': () =>
    'Ein Beschluss ist nicht nötig; von einem Beginn ist nichts bekannt.',
  'why.open': () => 'Sie wird beraten; ein Beschluss steht aus.',
  'why.nothing-known': () => 'Bisher hat niemand etwas zu Beschluss oder Umsetzung eingetragen.',
  'why.merged': () => 'Sie ist in einer anderen Maßnahme aufgegangen und wird dort gezählt.',
  'why.split': () => 'Sie ist in mehrere Maßnahmen aufgeteilt und wird dort gezählt.',
  'why.superseded': () =>
    'Eine andere Maßnahme ist an ihre Stelle getreten und wird statt ihrer gezählt.',
  'finding.not-a-final-body': () =>
    'Zu prüfen: Es ist kein Gremium genannt, oder keines, das abschließend entscheidet; gezählt als Empfehlung.',
  'finding.started-without-decision': () => 'Hinweis: begonnen, bevor ein Beschluss bekannt war.',
  'finding.implementation-after-end': () => 'Widerspruch: Eintrag zur Umsetzung nach ihrem Ende.',
  'finding.decided-against-earlier-decision': () =>
    'Zu prüfen: widerspricht einem früheren Beschluss.',
  'finding.deliberated-after-end': () => 'Zu prüfen: beraten, obwohl das Verfahren beendet war.',
  'finding.revoked-while-running': () =>
    'Zu klären: aufgehoben, während die Umsetzung läuft. Was geschieht mit der Umsetzung?',
  'finding.decided-after-moving-on': () =>
    'Zu prüfen: Über diese Maßnahme wurde entschieden, obwohl sie an anderer Stelle fortgeführt wird.',
  'finding.end-before-start': () => 'Zu prüfen: Das geplante Ende liegt vor dem geplanten Beginn.',
  'finding.contradictory-votes': () =>
    'Widerspruch in der Quelle: einstimmig, aber mit Gegenstimmen.',
  'role.OPERATOR': () => 'Betrieb',
  'role.LEAD': () => 'Team-Leitung',
  'role.MONITOR': () => 'Beobachtung',
  'role.ADMINISTRATION': () => 'Verwaltung',
  'log.title': () => 'Eintragen, was geschehen ist',
  'log.assess': () => 'Bewerten',
  'log.intro': () => 'Drei Angaben genügen. Belege lassen sich später ergänzen.',
  'log.what': () => 'Was ist geschehen?',
  'log.what.choose': () => 'Bitte wählen',
  'log.when': () => 'Wann?',
  'log.note': () => 'Notiz oder Quelle',
  'log.note.hint': () => 'Zum Beispiel „TOP 7, auf Antrag vertagt“ oder eine Internet-Adresse.',
  'note.public': () =>
    'Alle können das lesen, sobald die Seite öffentlich ist: keine Namen von Personen.',
  'log.more': () => 'Mehr angeben: Gremium, Drucksache, neuer Termin, Abstimmung',
  'log.evidence': () => 'Beleg: Foto, Dokument oder Internet-Adresse',
  'log.assessment': () => 'Zur Bewertung: Was ist erreicht, was fehlt, wer bewertet?',
  'log.assessment.group.hint': (args) =>
    `Nur, wenn es eine andere Gruppe ist als „${inner(args.group)}“.`,
  'log.evidenceTitle.hint': () => 'Bei einem Bild: Was ist darauf zu sehen?',
  'log.organ': () => 'Gremium',
  'log.organ.none': () => 'keine Angabe',
  'log.paper': () => 'Nummer der Drucksache',
  'log.plannedStart': () => 'Geplanter Beginn',
  'log.plannedEnd': () => 'Geplantes Ende',
  'log.planned.hint': () => 'Jahr, Monat oder Tag: 2027, 2027-06 oder 2027-06-30.',
  'log.percent': () => 'Fortschritt in Prozent',
  'log.votesYes': () => 'Ja-Stimmen',
  'log.votesNo': () => 'Nein-Stimmen',
  'log.votesAbstain': () => 'Enthaltungen',
  'log.evidenceKind': () => 'Art des Belegs',
  'log.evidenceUrl': () => 'Internet-Adresse des Belegs',
  'log.evidenceTitle': () => 'Bezeichnung des Belegs',
  'log.save': () => 'Eintragen',
  'log.saved': () => 'Eingetragen.',
  'log.evidenceAdded': () => 'Beleg ergänzt.',
  'log.saved.public': () => 'Sichtbar für: alle.',
  'log.saved.draft': () => 'Sichtbar für: Angemeldete dieser Kommune (Entwurf).',
  'log.unchanged': () =>
    'Nichts eingetragen: Der Eintrag sagt nichts Neues. Ergänzen Sie eine Notiz, oder wählen Sie „Geprüft, nichts Neues“.',
  'log.undo': () => 'Rückgängig machen',
  'log.undone': () =>
    'Zurückgenommen. Der Eintrag bleibt im Verlauf sichtbar und zählt nicht mehr.',
  'log.undo.reason': () => 'Gleich nach dem Eintragen rückgängig gemacht',
  'log.addEvidence': () => 'Beleg ergänzen',
  'log.toMeasure': () => 'Zur Maßnahme',
  'log.another': () => 'Noch etwas eintragen',
  'notice.link': () => 'Fehler melden',
  'notice.ask': () => 'Stimmt hier etwas nicht?',
  'notice.title': () => 'Fehler melden oder Hinweis geben',
  'notice.lead': () =>
    'Stimmt etwas nicht, oder fehlt etwas? Schreiben Sie es der Gruppe, die hier beobachtet. Ein Konto brauchen Sie nicht.',
  'notice.about': () => 'Es geht um',
  'notice.measure': () => 'Maßnahme',
  'notice.about.entry': (args) => `den Eintrag „${inner(args.entry)}“`,
  'notice.about.measure': () => 'die ganze Maßnahme',
  'notice.text': () => 'Was stimmt nicht?',
  'notice.text.hint': () =>
    'Zum Beispiel: „Der Beschluss fiel am 12. Mai, nicht am 12. Juni.“ Bitte keine Angaben über Privatpersonen.',
  'notice.source': () => 'Woher wissen Sie es?',
  'notice.source.hint': () => 'Eine Internet-Adresse, eine Drucksache, eine Zeitung.',
  'notice.email': () => 'Ihre E-Mail-Adresse',
  'notice.email.hint': () => 'Nur für Rückfragen. Sie wird nicht veröffentlicht.',
  'notice.trap': () => 'Dieses Feld bitte leer lassen',
  'notice.privacy': (args) =>
    `Ihr Hinweis wird nicht veröffentlicht. Lesen können ihn nur die Angemeldeten dieser Kommune und die Betreibenden. Nach ${number(args.days)} Tagen wird er gelöscht.`,
  'notice.send': () => 'Hinweis senden',
  'notice.thanks': () => 'Danke für den Hinweis',
  'notice.thanks.text': () =>
    'Die Gruppe kann ihn jetzt lesen. Ist etwas falsch, wird der Eintrag für alle sichtbar berichtigt; dabei steht dann „Korrigiert aufgrund eines Hinweises“.',
  'notice.thanks.contact': () => 'Wer beobachtet hier?',
  'notice.tooMany.address': (args) =>
    `Von Ihrem Anschluss kamen heute schon ${number(args.count)} Hinweise. Bitte senden Sie weitere morgen, oder schreiben Sie der Gruppe.`,
  'notice.tooMany.instance': () =>
    'Heute sind hier schon sehr viele Hinweise eingegangen. Bitte versuchen Sie es morgen noch einmal, oder schreiben Sie der Gruppe.',
  'notice.trace': () => 'Korrigiert aufgrund eines Hinweises',
  'barrier.title': () => 'Barriere melden',
  'barrier.lead': () =>
    'Kommen Sie auf diesen Seiten irgendwo nicht weiter? Schreiben Sie es denen, die sie betreiben. Ein Konto brauchen Sie nicht.',
  'barrier.text': () => 'Was geht nicht?',
  'barrier.text.hint': () =>
    'Zum Beispiel: „Das Auswahlfeld ist mit der Tastatur nicht zu erreichen.“ Womit Sie die Seiten benutzen, hilft uns beim Suchen: Vorleseprogramm, Vergrößerung, Browser.',
  'barrier.page': () => 'Auf welcher Seite?',
  'barrier.page.hint': () => 'Adresse oder Name der Seite.',
  'barrier.send': () => 'Meldung senden',
  'barrier.privacy': (args) =>
    `Ihre Meldung wird nicht veröffentlicht. Lesen können sie nur die Betreibenden. Nach ${number(args.days)} Tagen wird sie gelöscht.`,
  'barrier.thanks': () => 'Danke für die Meldung',
  'barrier.thanks.text': () =>
    'Die Betreibenden können sie jetzt lesen. Haben Sie eine E-Mail-Adresse angegeben, so können sie Ihnen antworten.',
  'barrier.enforcement': () => 'Wenn niemand antwortet',
  'barrier.enforcement.none': () =>
    'Betreibt eine öffentliche Stelle diese Seiten, so nennt sie hier die Durchsetzungs- oder Schlichtungsstelle ihres Landes oder des Bundes. Bisher ist keine genannt.',
  'barriers.title': () => 'Gemeldete Barrieren',
  'barriers.lead': () =>
    'Wo Menschen auf diesen Seiten nicht weiterkamen. Nur die Betreibenden sehen es.',
  'barriers.one': () => 'Meldung einer Barriere',
  'barriers.noPage': () => 'ohne Angabe der Seite',
  'site.form.enforcement.de': () => 'Durchsetzungs- oder Schlichtungsstelle, auf Deutsch',
  'site.form.enforcement.en': () => 'Durchsetzungs- oder Schlichtungsstelle, auf Englisch',
  'site.form.enforcement.hint': () =>
    'Öffentliche Stellen müssen sagen, an wen sich wenden kann, wer auf eine Meldung keine Antwort bekommt: Name, Anschrift, E-Mail-Adresse.',
  'barriers.settle': () => 'Erledigen',
  'barriers.note.hint': () =>
    'Nur für die Betreibenden, zum Beispiel: „In der nächsten Fassung behoben.“',
  'barriers.delete': () => 'Meldung löschen',
  'saved.reportDeleted': () => 'Die Meldung ist gelöscht.',
  'notices.title': () => 'Hinweise',
  'notices.lead': () =>
    'Was Menschen ohne Konto gemeldet haben. Nur Angemeldete dieser Kommune sehen es.',
  'notices.none': () => 'Hier liegt nichts.',
  'notices.state.open': () => 'offen',
  'notices.state.answered': () => 'erledigt',
  'notices.state.set-aside': () => 'beiseitegelegt',
  'notices.states': () => 'Hinweise nach Stand',
  'notices.stateCount': (args) => `${args.state} (${number(args.count)})`,
  'notices.received': (args) => `eingegangen am ${args.day}`,
  'notices.deletedOn': (args) => `wird gelöscht am ${args.day}`,
  'notices.source': () => 'Quelle',
  'notices.email': () => 'E-Mail',
  'notices.note': () => 'Interne Notiz',
  'notices.settled': (args) => `${args.state} am ${args.day}`,
  'notices.settledBy': (args) => `${args.state} am ${args.day} von ${args.label}`,
  'notices.one': () => 'Hinweis',
  'notices.measureGone': () => 'Diese Maßnahme ist hier nicht mehr zu sehen.',
  'notices.correct': () => 'Mit Korrektur erledigen',
  'notices.correct.hint': () =>
    'Die Berichtigung trägt dann öffentlich den Zusatz „Korrigiert aufgrund eines Hinweises“; der Hinweis selbst bleibt unsichtbar und gilt als erledigt.',
  'notices.correct.entry': () => 'Eintrag berichtigen',
  'notices.correct.void': () => 'Eintrag zurücknehmen',
  'notices.correct.choose': () => 'Den Eintrag im Verlauf suchen und dort berichtigen',
  'notices.correct.decision': () =>
    'Der Eintrag kommt aus einem Beschluss und wird dort berichtigt',
  'notices.settle': () => 'Ohne Korrektur erledigen',
  'notices.settle.state': () => 'Was ist daraus geworden?',
  'notices.settle.open': () => 'noch offen',
  'notices.settle.answered': () => 'beantwortet oder erledigt',
  'notices.settle.set-aside': () => 'beiseitegelegt: es bleibt, wie es ist',
  'notices.settle.note.hint': () =>
    'Nur für die Gruppe, zum Beispiel: „Steht so in der Niederschrift.“',
  'notices.delete': () => 'Hinweis löschen',
  'notices.delete.lead': () => 'Er wird endgültig gelöscht, mit Text, Quelle und E-Mail-Adresse.',
  'notices.delete.submit': () => 'Endgültig löschen',
  'internalNote.title': () => 'Interne Notizen',
  'internalNote.hint': () => 'Nur für die eigene Arbeit; steht nirgends öffentlich.',
  'internalNote.count': (args) =>
    `${plural(args.count, { '=0': `Interne Notizen`, one: `${number(args.count)} interne Notiz`, other: `${number(args.count)} interne Notizen` })}`,
  'internalNote.lead': (args) =>
    `Lesen können das nur Angemeldete mit einer Rolle für ${args.town}, auch die der Verwaltung, und die Betreibenden. Es steht auf keiner öffentlichen Seite, in keiner Datei zum Herunterladen und in keiner Suche.`,
  'internalNote.none': () => 'Noch keine Notiz.',
  'internalNote.write': () => 'Notiz schreiben',
  'internalNote.text': () => 'Notiz',
  'internalNote.text.hint': () =>
    'Zum Beispiel: „Im Mai beim Tiefbauamt nachfragen.“ Wer mit Namen genannt ist, darf erfahren, was hier steht.',
  'internalNote.written': (args) => `geschrieben am ${args.at} von ${args.label}`,
  'internalNote.changed': (args) => `geändert am ${args.at} von ${args.label}`,
  'internalNote.formerMember': () => 'einem ehemaligen Mitglied',
  'internalNote.change': () => 'Notiz ändern',
  'internalNote.delete': () => 'Notiz löschen',
  'internalNote.delete.lead': () =>
    'Sie wird endgültig gelöscht, auch aus den Datenbanken; nur ältere Sicherungen enthalten sie noch.',
  'saved.noteDeleted': () => 'Die Notiz ist gelöscht.',
  'problem.internal-note/unknown': () => 'Diese Notiz gibt es nicht, oder sie ist gelöscht.',
  'notices.count': (args) =>
    `${plural(args.count, { '=0': `keine offenen`, one: `${number(args.count)} offener`, other: `${number(args.count)} offene` })}`,
  'work.notices.hint': () => 'Was Leserinnen und Leser gemeldet haben.',
  'correct.dueToNotice': () => 'Aufgrund eines Hinweises (das steht dann öffentlich dabei)',
  'saved.noticeDeleted': () => 'Der Hinweis ist gelöscht.',
  'problem.notice/unknown': () => 'Diesen Hinweis gibt es nicht, oder seine Zeit ist um.',
  'log.group.council': () => 'In den Gremien',
  'log.group.work': () => 'In der Umsetzung',
  'log.group.assessment': () => 'Unsere Bewertung',
  'log.group.check': () => 'Nur geprüft',
  'log.group.odd': () => 'Passt nicht zum Stand dieses Tages',
  'log.standing': (args) => `Geordnet nach dem Stand am ${args.day}: ${args.status}.`,
  'log.order': () => 'Auswahl für diesen Tag zeigen',
  'log.misfit': (args) => `${args.choice} – ${args.reason}`,
  'log.misfit.changes-nothing': () => 'ändert nichts am Stand',
  'log.misfit.contradicts': () => 'widerspricht dem Stand',
  'log.misfit.not-running': () => 'war nicht in Umsetzung',
  'log.misfit.not-paused': () => 'ruhte nicht',
  'log.misfit.not-adopted': () => 'war nicht beschlossen',
  'log.misfit.chosen': (args) =>
    `Gewählt ist „${inner(args.choice)}“. Das passt nicht zu diesem Tag (${args.reason}); eintragen können Sie es trotzdem.`,
  'log.problem.choose': () => 'Wählen Sie, was geschehen ist.',
  'log.problem.notAssessed': () =>
    'Das gehört zu einer Bewertung. Wählen Sie bei „Was ist geschehen?“ eine Bewertung, oder leeren Sie dieses Feld.',
  'log.problem.misfit': (args) =>
    `„${inner(args.choice)}“ passt nicht zum Stand am ${args.day} (${args.reason}). War es so, dann tragen Sie es noch einmal ein.`,
  'log.proposed': () => 'Vorgeschlagen (Runder Tisch, Brief, Positionspapier)',
  'log.submitted': () => 'Als Antrag oder Vorlage eingebracht',
  'log.recommended': () => 'Ausschuss: empfohlen',
  'log.recommended-amended': () => 'Ausschuss: geändert empfohlen',
  'log.not-recommended': () => 'Ausschuss: nicht empfohlen',
  'log.deferred': () => 'Ausschuss: vertagt',
  'log.removed': () => 'Von der Tagesordnung abgesetzt',
  'log.referred': () => 'In ein anderes Gremium verwiesen',
  'log.remitted': () => 'Zurück an die Verwaltung',
  'log.adopted': () => 'Beschlossen',
  'log.adopted-amended': () => 'Geändert beschlossen',
  'log.adopted-in-principle': () => 'Grundsätzlich beschlossen, Einzelbeschluss steht aus',
  'log.rejected': () => 'Abgelehnt',
  'log.withdrawn': () => 'Antrag zurückgezogen',
  'log.revoked': () => 'Beschluss aufgehoben',
  'log.settled': () => 'Antrag als erledigt erklärt (Maßnahme bleibt)',
  'log.noted': () => 'Zur Kenntnis genommen',
  'log.no-decision-needed': () => 'Kein Beschluss nötig (laufende Verwaltung)',
  'log.planned': () => 'Umsetzung geplant',
  'log.started': () => 'Umsetzung begonnen (Projekt)',
  'log.started-permanent': () => 'Umsetzung begonnen (Daueraufgabe)',
  'log.progress': () => 'Fortschritt',
  'log.delayed': () => 'Verzögerung',
  'log.rescheduled': () => 'Neuer Termin',
  'log.paused': () => 'Umsetzung ruht',
  'log.resumed': () => 'Umsetzung wieder aufgenommen',
  'log.completed': () => 'Abgeschlossen',
  'log.not-feasible': () => 'Gescheitert: nicht umsetzbar',
  'log.abandoned': () => 'Gescheitert: aufgegeben',
  'log.rated-green': () => 'Kommt sehr gut voran (grün)',
  'log.rated-yellow': () => 'In Arbeit (gelb)',
  'log.rated-red': () => 'Braucht mehr Aufmerksamkeit (rot)',
  'log.rated-dark-grey': () => 'Gescheitert oder nicht umsetzbar (dunkelgrau)',
  'log.rated-light-grey': () => 'Nicht bewertet (hellgrau)',
  'log.checked': () => 'Geprüft, nichts Neues',
  'answer.yes': () => 'ja',
  'answer.no': () => 'nein',
  'field.name': () => 'Name',
  'field.rating': () => 'Bewertung',
  'field.reason': () => 'Grund',
  'field.origin': () => 'Herkunft',
  'field.idea': () => 'Bisher nur eine Idee',
  'field.ownProposal': () => 'Vorschlag der Gruppe, nicht Teil des Plans',
  'field.title': () => 'Titel',
  'field.duration': () => 'Dauer',
  'field.to': () => 'Gerichtet an',
  'field.note': () => 'Notiz',
  'field.by': () => 'Durch',
  'field.paperKind': () => 'Art der Drucksache',
  'field.organ': () => 'Gremium',
  'field.paper': () => 'Nummer der Drucksache',
  'field.outcome': () => 'Ergebnis',
  'field.referredTo': () => 'Verwiesen an',
  'field.votes.majority': () => 'Mehrheit',
  'field.votes.yes': () => 'Ja-Stimmen',
  'field.votes.no': () => 'Nein-Stimmen',
  'field.votes.abstain': () => 'Enthaltungen',
  'field.result': () => 'Ergebnis im Wortlaut der Niederschrift',
  'field.effect': () => 'Bedeutung für die Maßnahme',
  'field.scope': () => 'Reichweite',
  'field.final': () => 'Das Gremium entscheidet abschließend',
  'field.as': () => 'Neu aufgegriffen als',
  'field.responsibility': () => 'Art der Zuständigkeit',
  'field.explanation': () => 'Erläuterung',
  'field.plannedStart': () => 'Geplanter Beginn',
  'field.plannedEnd': () => 'Geplantes Ende',
  'field.budgetCents': () => 'Budget in Euro',
  'field.percent': () => 'Fortschritt in Prozent',
  'field.newStart': () => 'Neuer geplanter Beginn',
  'field.newEnd': () => 'Neues geplantes Ende',
  'field.finding': () => 'Auffälligkeit',
  'field.factChecked': () => 'Mit der Verwaltung abgeglichen',
  'field.dayIsLatest': () => 'Spätestens an diesem Tag; der genaue Tag ist unbekannt',
  'field.achieved': () => 'Was wurde erreicht?',
  'field.missing': () => 'Was fehlt?',
  'field.group': () => 'Wer bewertet',
  'field.plan.scope': () => 'Reichweite für den Plan',
  'field.answer': () => 'Antwort',
  'field.answerBy': () => 'Antwort erwartet bis',
  'field.approvalDays': () => 'Übliche Frist zur Abstimmung in Tagen',
  'field.approvalUntil': () => 'Frist für Änderungen',
  'field.code.result': () => 'Ergebnis',
  'field.commonGround': () => 'Gemeinsame Schnittmenge',
  'field.contact': () => 'Kontakt',
  'field.contribution': () => 'Art des Beitrags',
  'field.description': () => 'Beschreibung',
  'field.due': () => 'Fällig am',
  'field.every': () => 'Abstand',
  'field.format': () => 'Art der Runde',
  'field.from': () => 'Ab',
  'field.guests': () => 'Zahl der Gäste',
  'field.handedTo': () => 'Weitergegeben an',
  'field.kind': () => 'Art',
  'field.mandate': () => 'Auftrag',
  'field.minutes': () => 'Dauer in Minuten',
  'field.moderation': () => 'Moderation',
  'field.on': () => 'Tag',
  'field.online': () => 'Online',
  'field.openToPublic': () => 'Zuhören darf jede Person',
  'field.persons': () => 'Zahl der Personen',
  'field.place': () => 'Ort',
  'field.places': () => 'Zahl der Plätze',
  'field.reply': () => 'Antwort auf die Einladung',
  'field.rules': () => 'Regeln',
  'field.rulesUrl': () => 'Adresse der Regeln',
  'field.summary': () => 'Zusammenfassung',
  'field.text': () => 'Was besprochen wurde',
  'field.time': () => 'Beginn',
  'field.topic': () => 'Thema',
  'field.unanimous': () => 'Alle haben vor Ablauf der Frist zugestimmt',
  'field.unit': () => 'Einheit des Abstands',
  'field.until': () => 'Bis',
  'field.voting': () => 'Stimmberechtigt',
  'field.website': () => 'Website',
  'field.what': () => 'Was',
  'roundtable.reply.YES': () => 'Zusage',
  'roundtable.reply.NO': () => 'Absage',
  'roundtable.reply.DEPUTY': () => 'Vertretung',
  'roundtable.itemKind.PROPOSAL': () => 'Vorschlag',
  'roundtable.itemKind.REFERRAL_FROM_COUNCIL': () => 'Verweis aus einem Gremium',
  'roundtable.itemKind.STATUS': () => 'Sachstand',
  'roundtable.itemKind.FACT_CHECK': () => 'Faktencheck',
  'roundtable.itemKind.FEEDBACK_CITY': () => 'Rückmeldung der Stadt',
  'roundtable.result.CONSENSUS': () => 'Konsens',
  'roundtable.result.MAJORITY': () => 'Mehrheit',
  'roundtable.result.DISSENT': () => 'Dissens',
  'roundtable.result.PARKED': () => 'Zurückgestellt',
  'roundtable.result.DROPPED': () => 'Fallen gelassen',
  'roundtable.result.HANDED_OVER': () => 'Weitergegeben',
  'roundtable.handedTo.ADMINISTRATION': () => 'Verwaltung',
  'roundtable.handedTo.FACTION': () => 'Fraktion',
  'roundtable.handedTo.DISTRICT': () => 'Ortsbeirat oder Ortsvorsteher',
  'roundtable.handedTo.ASSOCIATION': () => 'Verein oder Verband',
  'alliance.together.tables': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Tisch`, other: `${number(args.count)} Tische` })}`,
  'roundtable.nextDate': () => 'Nächster Termin:',
  'roundtable.newestMinutes': () => 'Neuestes Protokoll:',
  'alliance.ofMeasure': () => 'Runder Tisch und Bündnis',
  'alliance.isOwnProject': () =>
    'Ein Vorhaben von Bündnispartnern, für das kein Beschluss nötig ist',
  'roundtable.ofMeasure': () => 'Am Runden Tisch',
  'roundtable.ofMeasure.proposed': () => 'Vorgeschlagen',
  'alliance.supportOfMeasure': () => 'Wer etwas einbringt',
  'alliance.support': () => 'Unterstützung',
  'alliance.support.hint': () =>
    'Was Organisationen für diese Maßnahme zusagen, einlösen oder zurücknehmen.',
  'alliance.support.add': () => 'Zusage eintragen',
  'alliance.support.none': () => 'Noch hat niemand etwas zugesagt.',
  'alliance.support.who': () => 'Wer sagt zu?',
  'alliance.support.what': () => 'Was wird zugesagt?',
  'alliance.support.what.hint': () =>
    'Zum Beispiel „Gießen in den ersten drei Jahren“. Keine Namen von Personen.',
  'alliance.support.deliver': () => 'Einlösung eintragen',
  'alliance.support.withdraw': () => 'Rücknahme eintragen',
  'responsible.actor': () => 'Organisation des Bündnisses',
  'roundtable.history.lead': () =>
    'Was am Runden Tisch geschah, was genehmigt und veröffentlicht ist, und wer es wann eingetragen hat. Nichts wird gelöscht: Berichtigtes bleibt sichtbar.',
  'roundtable.movedTo': () => 'Tag',
  'roundtable.promise': () => 'Zusage',
  'roundtable.due': () => 'Fällig',
  'roundtable.answerExpected': () => 'Antwort erwartet bis',
  'roundtable.outcome.none': () => 'Noch steht kein Vorschlag in einem veröffentlichten Protokoll.',
  'roundtable.timeline.none': () => 'Noch ist kein Protokoll eines Runden Tisches veröffentlicht.',
  'outcome.stage.free': () => 'kein Beschluss nötig, nicht begonnen',
  'outcome.title': () => 'Was daraus wurde',
  'outcome.lead': () =>
    'Jeder Vorschlag der Runden Tische, und was danach geschah: beschlossen, begonnen, abgeschlossen, wartend oder fallen gelassen.',
  'outcome.numbers': () => 'In Zahlen',
  'outcome.sentence': (args) =>
    `${plural(args.total, { one: `Ein Vorschlag`, other: `${number(args.total)} Vorschläge` })}: ${plural(args.decided, { one: `${number(args.decided)} ging`, other: `${number(args.decided)} gingen` })} einem Beschluss voraus, ${number(args.begun)} dem Beginn und ${number(args.finished)} dem Abschluss einer Maßnahme.`,
  'outcome.sentence.rest': (args) =>
    `${plural(args.waiting, { one: `${number(args.waiting)} wartet`, other: `${number(args.waiting)} warten` })} noch, ${plural(args.ended, { one: `${number(args.ended)} wird`, other: `${number(args.ended)} werden` })} nicht weiterverfolgt.`,
  'outcome.preceded': () =>
    'Der Vorschlag ging voraus. Ob er den Beschluss bewirkt hat, lässt sich so nicht sagen.',
  'outcome.stand': () => 'Stand',
  'outcome.proposals': () => 'Vorschläge',
  'outcome.proposal': () => 'Vorschlag',
  'outcome.proposedOn': () => 'Vorgeschlagen am',
  'outcome.result': () => 'Ergebnis am Tisch',
  'outcome.group.measure': () => 'Daraus wurde eine Maßnahme',
  'outcome.group.waiting': () => 'Das wartet noch',
  'outcome.group.ended': () => 'Das wird nicht weiterverfolgt',
  'outcome.step.decided': () => 'Beschlossen',
  'outcome.step.begun': () => 'Begonnen',
  'outcome.step.finished': () => 'Abgeschlossen',
  'outcome.days.decided': () => 'Tage bis zum Beschluss',
  'outcome.days.begun': () => 'Tage bis zum Beginn',
  'outcome.days.finished': () => 'Tage bis zum Abschluss',
  'outcome.daysAfter': (args) =>
    `${plural(args.days, { '=0': `am selben Tag`, one: `${number(args.days)} Tag danach`, other: `${number(args.days)} Tage danach` })}`,
  'outcome.daysBefore': (args) =>
    `${plural(args.days, { one: `schon ${number(args.days)} Tag vorher`, other: `schon ${number(args.days)} Tage vorher` })}`,
  'outcome.stage.finished': () => 'abgeschlossen',
  'outcome.stage.begun': () => 'begonnen',
  'outcome.stage.adopted': () => 'beschlossen, nicht begonnen',
  'outcome.stage.elsewhere': () => 'geht in einer anderen Maßnahme weiter',
  'outcome.stage.open': () => 'vorgeschlagen, noch nicht beschlossen',
  'outcome.stage.waiting': () => 'wartet auf Antwort',
  'outcome.stage.parked': () => 'zurückgestellt',
  'outcome.stage.answered': () => 'beantwortet, noch keine Maßnahme',
  'outcome.stage.agreed': () => 'vereinbart, noch keine Maßnahme',
  'outcome.stage.unsettled': () => 'noch ohne Ergebnis',
  'outcome.stage.rejected': () => 'vom Gremium abgelehnt oder zurückgezogen',
  'outcome.stage.abandoned': () => 'begonnen und aufgegeben, oder nicht umsetzbar',
  'outcome.stage.dissent': () => 'keine Einigung am Tisch',
  'outcome.stage.dropped': () => 'am Tisch fallen gelassen',
  'timelineOfPlan.title': () => 'Vom Runden Tisch zum Plan',
  'timelineOfPlan.lead': () =>
    'Runde Tische, Vorschläge, Beschlüsse und Beginn der Arbeiten in der Reihenfolge, in der sie geschahen.',
  'timelineOfPlan.way': (args) =>
    `Vom ersten Runden Tisch am ${args.first} bis zum Beschluss über „${inner(args.plan)}“ am ${args.adopted} ${plural(args.days, { '=-1': `verging einige Zeit`, one: `verging ein Tag`, other: `vergingen ${number(args.days)} Tage` })}.`,
  'timelineOfPlan.note': () =>
    'Was hier früher steht, ging voraus; dass es das Spätere bewirkt hat, ist damit nicht gesagt. Von festen Terminen stehen hier nur die, bei denen etwas vorgeschlagen wurde.',
  'timelineOfPlan.proposed': () => 'Vorgeschlagen wurde:',
  'timelineOfPlan.plan': () => 'Plan beschlossen',
  'timelineOfPlan.decided': (args) =>
    `${plural(args.count, { one: `Beschluss über eine Maßnahme, die vorgeschlagen worden war`, other: `Beschluss über ${number(args.count)} Maßnahmen, die vorgeschlagen worden waren` })}`,
  'timelineOfPlan.begun': (args) =>
    `${plural(args.count, { one: `Arbeit an einer Maßnahme begonnen`, other: `Arbeit an ${number(args.count)} Maßnahmen begonnen` })}`,
  'timelineOfPlan.finished': (args) =>
    `${plural(args.count, { one: `Eine Maßnahme abgeschlossen`, other: `${number(args.count)} Maßnahmen abgeschlossen` })}`,
  'alliance.page.title': (args) => `Klimabündnis in ${args.name}`,
  'alliance.lead': () =>
    'Wer mitmacht, was die Organisationen einbringen, und wer mit wem arbeitet. Genannt wird nur, wer zugestimmt hat.',
  'alliance.none.public': () => 'Hier ist noch keine Organisation genannt.',
  'alliance.members': () => 'Wer dazugehört',
  'alliance.members.count': (args) =>
    `${plural(args.count, { '=0': `Noch gehört keine Organisation dazu, die genannt werden will.`, one: `Eine Organisation gehört dazu.`, other: `${number(args.count)} Organisationen gehören dazu.` })}`,
  'alliance.weBringIn': () => 'Was wir einbringen',
  'alliance.weBringIn.lead': () =>
    'Angebote an alle. Was für einzelne Maßnahmen zugesagt ist, steht dort.',
  'alliance.together': () => 'Wer mit wem arbeitet',
  'alliance.together.byMeasure': () => 'Nach Maßnahmen',
  'alliance.together.sentence': (args) =>
    `${number(args.count)} Organisationen haben miteinander zu tun: ${plural(args.measures, { '=0': `an gemeinsamen Tischen`, one: `ein Paar an einer Maßnahme, die anderen an Runden Tischen`, other: `${number(args.measures)} Paare an Maßnahmen, die anderen an Runden Tischen` })}.`,
  'alliance.together.note': (args) =>
    `Dicke Linie: Beide arbeiten an derselben Maßnahme, oder die eine führt sie und die andere bringt etwas ein. Dünne Linie: Beide sitzen an ${plural(args.count, { one: `mindestens einem gemeinsamen Tisch`, other: `mindestens ${number(args.count)} gemeinsamen Tischen` })}; alle übrigen stehen in der Tabelle. Ämter sind dunkel gefüllt.`,
  'alliance.together.measures': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })}`,
  'alliance.together.with': () => 'Arbeitet zusammen mit',
  'alliance.organisation': () => 'Organisation',
  'alliance.measure': () => 'Maßnahme',
  'alliance.part': () => 'Aufgabe',
  'alliance.part.LEAD': () => 'Federführung',
  'alliance.part.PARTNER': () => 'Beteiligt',
  'alliance.part.SUPPORT': () => 'Bringt etwas ein',
  'alliance.others': () => 'Wer außerdem mit am Tisch sitzt',
  'alliance.ownProjects': () => 'Vorhaben von Bündnispartnern, kein Beschluss nötig',
  'alliance.ownProjects.count': (args) =>
    `${plural(args.count, { one: `Ein Vorhaben`, other: `${number(args.count)} Vorhaben` })}: ${args.states}.`,
  'alliance.ownProjects.apart': (args) =>
    `${plural(args.total, { one: `${number(args.total)} Vorhaben`, other: `${number(args.total)} Vorhaben` })}, in den Zahlen der Kommune nicht mitgezählt`,
  'alliance.one.description': (args) =>
    `${args.name}: Was die Organisation führt, unterstützt, zugesagt und eingelöst hat.`,
  'alliance.leads': () => 'Maßnahmen, an denen sie arbeitet',
  'alliance.promised': () => 'Was sie zugesagt hat',
  'alliance.promised.count': (args) =>
    `${plural(args.count, { one: `Eine Zusage`, other: `${number(args.count)} Zusagen` })}: ${number(args.kept)} eingelöst, ${number(args.open)} offen, ${number(args.ended)} zurückgenommen oder entfallen.`,
  'alliance.forMeasure': () => 'für',
  'alliance.support.delivered': (args) => `eingelöst, ${args.day}`,
  'alliance.support.withdrawn': (args) => `zurückgenommen, ${args.day}`,
  'alliance.support.pledged': (args) => `zugesagt, ${args.day}`,
  'alliance.brought': () => 'Was sie an den Tisch gebracht hat',
  'alliance.sitsAt': () => 'An welchen Tischen sie sitzt',
  'alliance.until': (args) => `bis ${args.day}`,
  'scope.FULL': () => 'ganz',
  'scope.IN_PRINCIPLE': () => 'grundsätzlich („auf Verweis“), Einzelbeschluss steht aus',
  'scope.PART': () => 'teilweise',
  'decisionOutcome.ADOPTED': () => 'beschlossen',
  'decisionOutcome.ADOPTED_AMENDED': () => 'geändert beschlossen',
  'decisionOutcome.ADOPTED_PARTLY': () => 'teilweise beschlossen',
  'decisionOutcome.REJECTED': () => 'abgelehnt',
  'decisionOutcome.REVOKED': () => 'aufgehoben',
  'decisionOutcome.DEFERRED': () => 'vertagt',
  'decisionOutcome.NOTED': () => 'zur Kenntnis genommen',
  'decisionOutcome.SETTLED': () => 'als erledigt erklärt',
  'noDecisionReason.CURRENT_ADMINISTRATION': () => 'Geschäft der laufenden Verwaltung',
  'noDecisionReason.CIVIL_SOCIETY': () => 'Vorhaben von Bündnispartnern, kein Beschluss nötig',
  'paperKind.MOTION': () => 'Antrag',
  'paperKind.ADMIN_PAPER': () => 'Vorlage',
  'paperKind.AMENDMENT': () => 'Änderungsantrag',
  'paperKind.SUPPLEMENT': () => 'Ergänzungsvorlage',
  'paperKind.QUESTION': () => 'Anfrage',
  'paperKind.STATEMENT': () => 'Stellungnahme',
  'paperKind.REPORT': () => 'Mitteilung oder Bericht',
  'paperKind.CITIZEN_INITIATIVE': () => 'Bürgerantrag oder Bürgerbegehren',
  'correct.title': () => 'Eintrag berichtigen',
  'correct.lead': () =>
    'Der alte Eintrag bleibt im Verlauf sichtbar; gezählt wird die Berichtigung.',
  'correct.reason': () => 'Warum wird berichtigt?',
  'correct.reason.hint': () =>
    'Für alle lesbar, zum Beispiel „Datum verwechselt, siehe Niederschrift“.',
  'correct.save': () => 'Berichtigung eintragen',
  'correct.what': () => 'Eintrag',
  'correct.kept': () => 'Belege und Listen bleiben, wie sie sind.',
  'correct.money.hint': () => 'In Euro, zum Beispiel 1.250,50.',
  'correct.latest.hint': () => 'Geben Sie oben einen anderen Tag an, so gilt er als der genaue.',
  'void.title': () => 'Eintrag zurücknehmen',
  'void.lead': () => 'Der Eintrag bleibt im Verlauf sichtbar und zählt nicht mehr.',
  'void.reason': () => 'Warum wird er zurückgenommen?',
  'void.save': () => 'Eintrag zurücknehmen',
  'entryAction.correct': () => 'Berichtigen',
  'entryAction.void': () => 'Zurücknehmen',
  'decision.kicker': () => 'Beschluss für mehrere Maßnahmen',
  'decision.day': () => 'Tag der Sitzung',
  'decision.plan': () => 'Plan',
  'decision.voided': () =>
    'Dieser Beschluss wurde zurückgenommen und zählt nicht mehr; er bleibt zum Nachlesen stehen.',
  'decision.voidedShort': () => 'zurückgenommen',
  'decision.effects': (args) =>
    `${plural(args.count, { one: `Betrifft ${number(args.count)} Maßnahme`, other: `Betrifft ${number(args.count)} Maßnahmen` })}`,
  'decision.concernsPlan': (args) => `Betrifft den Plan „${inner(args.title)}“`,
  'decision.planAlone': () => 'nur der Plan',
  'decision.measure': () => 'Maßnahme',
  'decision.measures': () => 'Maßnahmen',
  'decision.trail': () => 'Wer das eingetragen hat',
  'decision.all': () => 'Alle Beschlüsse',
  'decision.record': () => 'Beschluss eintragen',
  'decisions.title': (args) => `Beschlüsse in ${args.name}`,
  'decisions.lead': () =>
    'Abstimmungen, die mehrere Maßnahmen betreffen: Jede steht einmal hier und wirkt in jeder Maßnahme, die sie nennt.',
  'decisions.none': () => 'Noch kein Beschluss eingetragen, der mehrere Maßnahmen betrifft.',
  'decisions.crumb': () => 'Beschlüsse',
  'decision.title': () => 'Worüber wurde abgestimmt?',
  'decision.title.hint': () => 'Zum Beispiel „Klima-Aktionsplan: Grundsatzbeschluss“.',
  'decision.organ.hint': () => 'Ob es abschließend entscheidet, steht beim Gremium.',
  'decision.wholePlan': () => 'Alle Maßnahmen eines Plans',
  'decision.wholePlan.none': () => 'nur die unten gewählten',
  'decision.choose': () => 'Betroffene Maßnahmen',
  'decision.effect': () => 'Bedeutung für die gewählten Maßnahmen',
  'decision.effect.asOutcome': () => 'wie das Ergebnis',
  'decision.effect.kept': () => 'wie bisher; bei neu gewählten wie das Ergebnis',
  'decision.adoptsPlan': () => 'Der Beschluss gilt auch dem Plan selbst',
  'decision.adoptsPlan.none': () => 'nein',
  'decision.correct': () => 'Beschluss berichtigen',
  'decision.void': () => 'Beschluss zurücknehmen',
  'decision.noBodies': () =>
    'Noch kein Gremium erfasst. Legen Sie zuerst das Gremium an, das entschieden hat.',
  'clarify.title': () => 'Zu klären',
  'clarify.lead': () =>
    'Was nur ein Mensch sagen kann: eine Frage je Zeile, jede mit einem Klick beantwortet. Jede Antwort ist ein Eintrag und lässt sich zurücknehmen.',
  'clarify.none': () => 'Nichts mehr zu klären.',
  'clarify.toTown': () => 'Zur Kommune',
  'clarify.count': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme ist zu klären.`, other: `${number(args.count)} Maßnahmen sind zu klären.` })}`,
  'clarify.late-or-missing': () =>
    'Die Quelle sagt „verzögert oder fehlt“. Wie steht es um die Umsetzung?',
  'clarify.settle': () => 'So ist es richtig',
  'clarify.answer.running-late': () => 'Läuft, aber verspätet',
  'clarify.answer.not-begun': () => 'Noch nicht begonnen, verspätet',
  'clarify.answer.running': () => 'Läuft, nicht verspätet',
  'clarify.answer.completed': () => 'Ist abgeschlossen',
  'clarify.answer.abandoned': () => 'Ist aufgegeben',
  'clarify.unread-state': () => 'Wie steht es um die Umsetzung? Die Quelle sagt dazu:',
  'clarify.answer.under-way': () => 'Läuft',
  'clarify.answer.paused': () => 'Ruht',
  'clarify.reason': () => 'Grund, falls aufgegeben',
  'clarify.answer.planned': () => 'Ist geplant oder nicht begonnen',
  'clarify.answer.nothing': () => 'Das sagt nichts über den Stand',
  'clarify.gone': () =>
    'Die Maßnahme fehlt in der neuen Fassung der Liste. Was ist daraus geworden?',
  'clarify.answer.goes-on': () => 'Gilt weiter, fehlt nur in der Liste',
  'clarify.answer.left-plan': () => 'Steht nicht mehr im Plan',
  'clarify.answer.gone-completed': () => 'Ist abgeschlossen',
  'clarify.answer.gone-abandoned': () => 'Ist aufgegeben',
  'import.reportedDelay': () => 'Verzögerung gemeldet',
  'clarify.state-taken-back': (args) =>
    `Eine frühere Fassung der Liste sagte „${inner(args.was)}“. Die neue sagt:`,
  'clarify.state-taken-back.nothing': () => 'nichts.',
  'clarify.answer.take-back': () => 'Der neuen folgen: früheren Eintrag zurücknehmen',
  'clarify.answer.keep-state': () => 'So lassen, wie es hier steht',
  'clarify.takenBack.reason': () => 'Laut neuerer Liste nicht so',
  'clarify.note': () => 'Nach dem Import geklärt',
  'column.id': () => 'Klimaspur-ID',
  'column.planKind': () => 'Art des Plans',
  'column.number': () => 'Nummer',
  'column.field': () => 'Handlungsfeld',
  'column.title': () => 'Titel',
  'column.teaser': () => 'Kurzbeschreibung',
  'column.status': () => 'Umsetzungsstand (Wort)',
  'column.statusCode': () => 'Umsetzungsstand (wie in unserer Datei)',
  'column.statusSince': () => 'Stand seit',
  'column.statusBy': () => 'Stand spätestens seit',
  'column.municipality': () => 'Kommune',
  'column.plan': () => 'Plan',
  'column.ownStatus': () => 'Stand (Code)',
  'column.decisionSince': () => 'Beschlussstand seit',
  'column.amended': () => 'Mit Änderungen beschlossen',
  'column.inNewConsultation': () => 'In neuer Beratung',
  'column.noDecisionReason': () => 'Warum kein Beschluss nötig',
  'column.heirs': () => 'Geht weiter in',
  'column.delayReported': () => 'Verzögerung gemeldet',
  'column.delayReason': () => 'Grund der Verzögerung',
  'column.abandonReason': () => 'Grund der Aufgabe',
  'column.assessedOn': () => 'Bewertet am',
  'column.percent': () => 'Fortschritt in Prozent',
  'column.delayReportedOn': () => 'Verzögerung gemeldet am',
  'column.startedOn': () => 'Begonnen am',
  'column.startedBy': () => 'Begonnen spätestens am',
  'column.endedOn': () => 'Beendet am',
  'column.endedBy': () => 'Beendet spätestens am',
  'column.decisionCode': () => 'Beschlussstand (wie in unserer Datei)',
  'column.decidedOn': () => 'Beschlossen am',
  'column.decided': () => 'Beschlossen (ja, Tag oder Gremium)',
  'column.decidedBy': () => 'Beschlossen durch',
  'column.paper': () => 'Drucksache',
  'column.papers': () => 'Drucksachen',
  'column.checkedOn': () => 'Geprüft am',
  'column.standOn': () => 'Stand der Zeile',
  'column.plannedStart': () => 'Geplanter Beginn',
  'column.plannedEnd': () => 'Geplantes Ende',
  'column.begin': () => 'Beginn (geplant oder tatsächlich)',
  'column.finish': () => 'Ende (geplant oder tatsächlich)',
  'column.period': () => 'Zeitraum im Wortlaut',
  'column.horizon': () => 'Horizont',
  'column.duration': () => 'Projekt oder Daueraufgabe',
  'column.priority': () => 'Priorität',
  'column.feasibility': () => 'Machbarkeit (1 bis 5)',
  'column.impact': () => 'Wirkung (1 bis 5)',
  'column.influence': () => 'Einfluss der Kommune',
  'column.climateEffect': () => 'Klimawirkung',
  'column.effectFrom': () => 'Wirkt ab',
  'column.lead': () => 'Federführung',
  'column.leadExplanation': () => 'Erläuterung zur Federführung',
  'column.partners': () => 'Beteiligte',
  'column.initiator': () => 'Anstoß',
  'column.targetGroups': () => 'Zielgruppen',
  'column.budgetPerYear': () => 'Budget pro Jahr',
  'column.budgetTotal': () => 'Budget insgesamt',
  'column.costOneOff': () => 'Kosten einmalig',
  'column.costPerYear': () => 'Kosten pro Jahr',
  'column.costs': () => 'Kosten im Wortlaut',
  'column.staff': () => 'Personalbedarf',
  'column.costAsOf': () => 'Preisstand',
  'column.costNote': () => 'Erläuterung zu den Kosten',
  'column.funding': () => 'Finanzierung und Förderung',
  'column.saving': () => 'Einsparung CO₂e pro Jahr',
  'column.savingMin': () => 'Einsparung CO₂e, mindestens',
  'column.savingMax': () => 'Einsparung CO₂e, höchstens',
  'column.savingKwh': () => 'Einsparung kWh pro Jahr',
  'column.savingEur': () => 'Einsparung Euro pro Jahr',
  'column.savingQuality': () => 'Güte der Schätzung',
  'column.savingsMethod': () => 'Ermittlung der Einsparung',
  'column.notQuantified': () => 'Nicht beziffert',
  'column.notQuantifiedReason': () => 'Warum nicht beziffert',
  'column.ownProposal': () => 'Eigener Vorschlag',
  'column.description': () => 'Was muss getan werden?',
  'column.planText': () => 'Wortlaut im Plan',
  'column.background': () => 'Ausgangslage',
  'column.goal': () => 'Ziel',
  'column.steps': () => 'Handlungsschritte',
  'column.indicators': () => 'Erfolgsindikatoren',
  'column.coBenefits': () => 'Nebeneffekte',
  'column.localValue': () => 'Wertschöpfung vor Ort',
  'column.examples': () => 'Gute Beispiele',
  'column.related': () => 'Flankierende Maßnahmen',
  'column.classes': () => 'Einordnung',
  'column.statusReport': () => 'Sachstandsbericht',
  'column.statusNote': () => 'Begründung des Stands',
  'column.outlook': () => 'Ausblick',
  'column.obstacles': () => 'Hemmnisse und Risiken',
  'column.remarks': () => 'Hinweise',
  'column.planAssessment': () => 'Bewertung der Planung',
  'column.supporters': () => 'Unterstützt von',
  'column.assessment': () => 'Ampel der Gruppe',
  'column.achieved': () => 'Was wurde erreicht?',
  'column.missing': () => 'Was fehlt?',
  'import.title': () => 'Tabelle importieren',
  'import.lead': () =>
    'CSV oder Excel (XLSX) mit beliebigen Überschriften, oder eine LocalZero-Datei. Nichts wird übernommen, bevor Sie es gesehen haben.',
  'import.lead.anyTown': () =>
    'Für eine Kommune, die hier noch nicht steht: Die Datei nennt sie, oder Sie geben ihr auf der nächsten Seite einen Namen.',
  'import.standOn': () => 'Für welchen Tag gilt die Tabelle?',
  'import.standOn.hint': () =>
    'Tag, Monat oder Jahr, zum Beispiel 30.4.2024. Ohne Angabe heißt es „Zeitpunkt unbekannt“.',
  'import.standOn.inFile': (args) => `Die Datei nennt selbst: ${args.day}.`,
  'import.standOn.day': (args) => `Stand ${args.day}`,
  'import.standOn.none': () => 'ohne Stand',
  'import.file': () => 'Datei',
  'import.file.hint': () =>
    'CSV, XLSX oder JSON. Mehrere Fassungen derselben Tabelle: die älteste zuerst übernehmen.',
  'import.file.missing': () => 'Wählen Sie eine Datei.',
  'import.file.tooMany': (args) => `Das sind mehr als ${number(args.limit)} Dateien auf einmal.`,
  'import.file.named': (args) => `${args.name}: ${args.text}`,
  'import.look': () => 'Datei ansehen',
  'import.waiting': () => 'Hochgeladen, noch nicht übernommen',
  'import.waiting.lead': () =>
    'Dateien warten einen Tag lang. Übernehmen Sie mehrere Fassungen in dieser Reihenfolge: die älteste zuerst.',
  'import.check': () => 'Spalten prüfen und übernehmen',
  'import.check.lead': () =>
    'So wurde die Datei verstanden. Was nicht stimmt, ändern Sie hier; die Vorschau zeigt, was dann geschieht.',
  'import.columns': () => 'Spalten',
  'import.columns.others': (args) =>
    `${plural(args.count, { one: `${number(args.count)} weitere Spalte`, other: `${number(args.count)} weitere Spalten` })} zeigen`,
  'import.words.others': (args) =>
    `${plural(args.count, { one: `${number(args.count)} weiteres Wort`, other: `${number(args.count)} weitere Wörter` })} zeigen`,
  'import.columns.hint': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Spalte`, other: `${number(args.count)} Spalten` })}. Die Zuordnung wird für die nächste Fassung gemerkt.`,
  'import.unplaced': (args) =>
    `Ohne Platz: ${args.columns}. Ordnen Sie sie zu, oder lassen Sie sie weg.`,
  'import.column': (args) => `${args.letter}: ${args.heading}`,
  'import.column.nameless': () => 'ohne Überschrift',
  'import.samples': (args) => `Beispiele: ${args.samples}`,
  'import.target.none': () => 'bitte zuordnen',
  'import.target.ignore': () => 'weglassen',
  'import.reason.asked': () => 'von Ihnen zugeordnet',
  'import.reason.heading': () => 'an der Überschrift erkannt',
  'import.reason.part': () => 'an einem Teil der Überschrift erkannt',
  'import.reason.content': () => 'am Inhalt erkannt',
  'import.reason.computed': () => 'berechnet Klimaspur selbst',
  'import.reason.personal': () => 'personenbezogen oder intern, bleibt draußen',
  'import.reason.taken': () => 'eine andere Spalte ist schon so zugeordnet',
  'import.reason.unknown': () => 'nicht erkannt',
  'import.sheet': () => 'Blätter, Überschrift und Datumsform',
  'import.sheets': () => 'Blätter, die gelesen werden',
  'import.sheets.hint': () =>
    'Aus mehreren Blättern mit denselben Spalten kommen alle Maßnahmen. Wo keine Spalte das Handlungsfeld nennt, ist es der Name des Blattes.',
  'import.sheet.use.read': () => 'wird gelesen',
  'import.sheet.use.ignored': () => 'von Ihnen abgewählt',
  'import.sheet.use.hidden': () => 'ausgeblendet',
  'import.sheet.use.no-table': () => 'keine Tabelle mit Maßnahmen gefunden',
  'import.sheet.use.other-columns': () => 'hat andere Spalten',
  'import.sheet.use.same-measures': () => 'hat dieselben Maßnahmen, wohl eine andere Fassung',
  'import.headingRow': () => 'Zeile der Überschriften',
  'import.dateOrder': () => 'Reihenfolge in Daten wie 3/4/2025',
  'import.dateOrder.DMY': () => 'Tag, Monat, Jahr',
  'import.dateOrder.MDY': () => 'Monat, Tag, Jahr',
  'import.words': () => 'Was die Wörter zum Stand bedeuten',
  'import.words.hint': () =>
    'Was unbekannt bleibt, wird als Notiz übernommen und ändert keinen Stand.',
  'import.word': (args) => `„${inner(args.word)}“ (${args.count}-mal)`,
  'import.word.unsure': () => 'Städte meinen damit Verschiedenes: bitte prüfen.',
  'import.meaning.none': () => 'unbekannt',
  'import.meaning.PLANNED': () => 'geplant oder noch nicht begonnen',
  'import.meaning.IN_PROGRESS': () => 'in Umsetzung',
  'import.meaning.ONGOING': () => 'Daueraufgabe, läuft',
  'import.meaning.PAUSED': () => 'ruht',
  'import.meaning.DELAYED': () => 'verzögert (ob begonnen, ist nicht gesagt)',
  'import.meaning.COMPLETED': () => 'abgeschlossen',
  'import.meaning.ABANDONED': () => 'aufgegeben',
  'import.meaning.NOT_FEASIBLE': () => 'nicht umsetzbar',
  'import.meaning.NOTHING': () => 'sagt nichts',
  'import.preview': () => 'Vorschau erneuern',
  'import.preview.title': () => 'Was übernommen würde',
  'import.acceptGoodRows': () => 'Die guten Zeilen übernehmen, obwohl andere abgewiesen werden',
  'import.faultyRows': () => 'Fehlerhafte Zeilen',
  'import.faulty': (args) =>
    `Es wurde nichts übernommen, denn die Datei hat ${plural(args.count, { one: `eine fehlerhafte Stelle`, other: `${number(args.count)} fehlerhafte Stellen` })}: ${args.places}. Setzen Sie hier den Haken, um alles andere zu übernehmen, oder berichtigen Sie die Datei und laden Sie sie noch einmal hoch.`,
  'import.apply': () => 'Übernehmen',
  'import.discard': () => 'Verwerfen',
  'import.target': () => 'Wohin',
  'import.newTown': () => 'Name der Kommune',
  'import.newTown.hint': () =>
    'So heißt sie auf allen Seiten, auch öffentlich. Der Vorschlag kommt aus der Datei. Steht die Kommune schon hier, geben Sie ihren Namen so ein, wie er hier steht.',
  'import.newTown.missing': () => 'Geben Sie den Namen der Kommune ein.',
  'import.plan': () => 'Plan',
  'import.plan.hint': () => 'In welchen Plan die Maßnahmen gehören.',
  'import.plan.new': () => 'neuer Plan',
  'import.newPlan': () => 'Titel des neuen Plans',
  'import.newPlan.hint': () =>
    'So heißt der Plan auf allen Seiten, auch öffentlich. Der Vorschlag kommt vom Namen der Datei.',
  'import.newPlan.hint.only': () => 'Zählt nur, wenn oben „neuer Plan“ steht.',
  'import.newPlan.missing': () => 'Geben Sie dem neuen Plan einen Titel.',
  'import.whereTo': (args) =>
    `Wohin: ${args.town}${select(args.townIs, { new: ` (neu)`, other: `` })}, Plan „${inner(args.plan)}“${select(args.planIs, { new: ` (neu)`, other: `` })}`,
  'import.rows.new': () => 'neu',
  'import.rows.changed': () => 'geändert',
  'import.rows.unchanged': () => 'unverändert',
  'import.rows.gone': () => 'fehlt jetzt',
  'import.rows.gone.untold': () => 'lässt sich nicht sagen',
  'import.rows.title': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })}: ${args.kind}`,
  'import.rows.new.hint': () => 'Stehen hier noch nicht und werden als Entwürfe angelegt.',
  'import.rows.changed.hint': () => 'Was vorher dastand, und was danach dasteht.',
  'import.rows.unchanged.hint': () => 'Die Datei sagt dasselbe wie bisher: Hier geschieht nichts.',
  'import.rows.gone.hint': () =>
    'Standen in der früheren Fassung und fehlen in dieser. Sie bleiben unverändert; klären Sie, was daraus wurde.',
  'import.rows.new.done': () => 'Standen hier noch nicht und sind jetzt angelegt.',
  'import.rows.changed.done': () => 'Was vorher dastand, und was jetzt dasteht.',
  'import.rows.unchanged.done': () =>
    'Die Datei sagt dasselbe wie bisher: Hier ist nichts geschehen.',
  'import.rows.gone.done': () =>
    'Standen in der früheren Fassung und fehlen in dieser. Sie sind unverändert; klären Sie, was daraus wurde.',
  'import.more.here': (args) =>
    `${plural(args.count, { one: `${number(args.count)} weitere`, other: `${number(args.count)} weitere` })} zeigen`,
  'import.rows.more': (args) =>
    `und ${plural(args.count, { one: `${number(args.count)} weitere`, other: `${number(args.count)} weitere` })}: im ganzen Bericht`,
  'import.report.file': () => 'Ganzer Bericht als Tabelle (CSV)',
  'import.file.what': () => 'Was geschieht',
  'import.change.before': () => 'vorher',
  'import.change.after': () => 'jetzt',
  'import.change.nothing': () => 'nichts',
  'import.change.status': () => 'Umsetzungsstand',
  'import.change.order': () => 'Reihenfolge im Plan',
  'import.looking': () => 'Wird geprüft',
  'import.looking.lead': () =>
    'Die Datei wird gelesen und mit dem verglichen, was hier steht. Noch wird nichts übernommen.',
  'import.count.fields': () => 'Handlungsfelder',
  'import.count.measures': () => 'Maßnahmen',
  'import.count.refused': () => 'abgewiesen',
  'import.refused': () => 'Abgewiesen',
  'import.where': () => 'Ort',
  'import.columnName': () => 'Spalte',
  'import.value': () => 'Wert',
  'import.why': () => 'Grund',
  'import.where.city': (args) => `Kommune ${args.key}`,
  'import.where.field': (args) => `Handlungsfeld ${args.key}`,
  'import.where.file': () => 'Datei',
  'import.where.measure': (args) => `Maßnahme ${args.key}`,
  'import.where.plan': (args) => `Plan ${args.key}`,
  'import.where.row': (args) =>
    `${select(args.sheet, { none: `Zeile ${args.key}`, other: `Blatt „${inner(args.sheet)}“, Zeile ${args.key}` })}`,
  'import.where.sheet': (args) => `Blatt „${inner(args.key)}“`,
  'import.field.order': () => 'Reihenfolge',
  'import.field.other': () => 'eine Angabe',
  'import.refused.other': () => 'Das kann so nicht eingetragen werden.',
  'import.where.task': (args) => `Eintrag ${args.key}`,
  'import.place.column': (args) => `Spalte „${inner(args.column)}“`,
  'import.place.value': (args) => `„${inner(args.value)}“`,
  'import.findings': () => 'Bitte ansehen',
  'import.more': (args) =>
    `und ${plural(args.count, { one: `${number(args.count)} weitere`, other: `${number(args.count)} weitere` })}`,
  'import.notTaken': () => 'Noch nicht übernommen',
  'import.notTaken.not-yet': () => 'dafür hat Klimaspur noch keinen Platz',
  'import.notTaken.computed': () => 'berechnet Klimaspur selbst',
  'import.notTaken.personal': () => 'personenbezogen oder intern, bleibt draußen',
  'import.notTaken.technical': () => 'technisch, sagt nichts über die Kommune',
  'import.notTaken.ignored': () => 'auf Ihren Wunsch weggelassen',
  'import.notTaken.other-sheet': () => 'nur das Blatt mit den Maßnahmen wird gelesen',
  'import.running': () => 'Wird übernommen',
  'import.running.lead': () => 'Sie können die Seite schließen: Der Import läuft weiter.',
  'import.progress': (args) => `${number(args.done)} von ${number(args.total)} Schritten`,
  'import.lookAgain': () => 'Stand erneuern',
  'import.done': () => 'Übernommen',
  'import.done.text': (args) =>
    `${plural(args.refused, { '=0': `Alles aus der Datei ist eingetragen.`, other: `Eingetragen ist alles, was nicht abgewiesen wurde.` })} Neue Maßnahmen sind Entwürfe, bis Sie sie veröffentlichen.`,
  'import.done.report': () => 'Was übernommen wurde',
  'import.drafts': (args) =>
    `${select(args.planIs, { draft: `Der Plan „${inner(args.title)}“ ${plural(args.count, { '=0': `ist ein Entwurf`, one: `und ${number(args.count)} Maßnahme darin sind Entwürfe`, other: `und ${number(args.count)} Maßnahmen darin sind Entwürfe` })}`, other: `Im Plan „${inner(args.title)}“ ${plural(args.count, { one: `ist ${number(args.count)} Maßnahme noch Entwurf`, other: `sind ${number(args.count)} Maßnahmen noch Entwürfe` })}` })}. Das sieht bisher nur Ihr Team.`,
  'import.next': () => 'Wie es weitergeht',
  'import.next.clarify': (args) => `Klären, was die Datei nicht sagt (${args.name})`,
  'import.next.measures': (args) => `Maßnahmen ansehen (${args.name})`,
  'import.next.another': () => 'Noch eine Datei importieren',
  'import.next.publish': (args) => `Veröffentlichen (${args.name})`,
  'cli.next.where': (args) =>
    `Kommune „${inner(args.town)}“, Plan „${inner(args.plan)}“: ${plural(args.measures, { one: `${number(args.measures)} Maßnahme`, other: `${number(args.measures)} Maßnahmen` })}.`,
  'cli.next.public': (args) => `  Öffentlich unter ${args.url}`,
  'cli.next.drafts': (args) =>
    `  Noch nicht öffentlich: ${plural(args.drafts, { one: `${number(args.drafts)} Entwurf`, other: `${number(args.drafts)} Entwürfe` })}. Das Team sieht ${plural(args.drafts, { one: `ihn`, other: `sie` })} unter ${args.url}`,
  'cli.next.townDraft': (args) =>
    `  Noch nicht öffentlich: Die Maßnahmen sind veröffentlicht, die Kommune noch nicht. Das Team sieht sie unter ${args.url}`,
  'cli.next.serve': (args) =>
    `  Zurzeit läuft kein Server; die Adressen gelten, sobald er gestartet ist: ${args.program} serve`,
  'cli.next.hidden': (args) =>
    `  Noch nicht öffentlich: alle ${number(args.measures)} Maßnahmen, denn die Kommune ist ein Entwurf; ${plural(args.drafts, { one: `${number(args.drafts)} ist`, other: `${number(args.drafts)} sind` })} es auch selbst. Das Team sieht sie unter ${args.url}`,
  'cli.next.signIn': (args) => `  Anmelden: mit dem Link von ${args.program} login-link`,
  'cli.next.publish': (args) => `  Veröffentlichen: ${args.command}`,
  'cli.next.fillIn': () => '  Die Kommune bleibt unveröffentlicht, bis hier steht, was noch fehlt:',
  'cli.next.then': (args) => `  Danach veröffentlichen: ${args.command}`,
  'cli.next.kept': () =>
    '  Was jemand wieder verborgen hat, veröffentlicht ein Import nicht; das geht im Browser.',
  'cli.next.published': (args) =>
    `Veröffentlicht: ${plural(args.municipalities, { '=0': ``, one: `${number(args.municipalities)} Kommune, `, other: `${number(args.municipalities)} Kommunen, ` })}${plural(args.plans, { '=0': ``, one: `${number(args.plans)} Plan, `, other: `${number(args.plans)} Pläne, ` })}${plural(args.measures, { one: `${number(args.measures)} Maßnahme`, other: `${number(args.measures)} Maßnahmen` })}.`,
  'cli.import.heldBack': (args) =>
    `Nicht veröffentlicht: ${args.towns}. Der Grund steht oben; die Datei ist trotzdem übernommen.`,
  'cli.import.tooLarge': (args) =>
    `${args.file} ist ${number(args.size)} MB groß; gelesen werden höchstens ${number(args.max)} MB.`,
  'cli.seeHelp': (args) => `Mehr dazu: ${args.program} ${args.command} --help`,
  'cli.usage': (args) => `Aufruf: ${args.program} ${args.usage}`,
  'folder.inUse': (args) =>
    `Der Datenordner ${args.folder} wird gerade von einem anderen Programm benutzt. Halten Sie dieses zuerst an, oder nennen Sie einen anderen Ordner.`,
  'serve.folder': (args) =>
    `Der Datenordner ${args.folder} lässt sich nicht anlegen (${args.code}).`,
  'serve.notAnnounced': (args) =>
    `In ${args.folder} lässt sich server.json nicht schreiben (${args.code}). Seiten werden ausgeliefert; die Befehle von klimaspur finden diesen Server aber nicht.`,
  'serve.trouble.start/log-damaged': (args) =>
    `Das Logbuch ${args.file} ist beschädigt (${args.reason}). Verändert wurde nichts. Was noch lesbar ist, sagt „klimaspur verify“. Heben Sie den Ordner ${args.folder} auf, und stellen Sie die neueste Sicherung mit „klimaspur restore DATEI“ in einem neuen Datenordner wieder her.`,
  'serve.trouble.start/log-gone': (args) =>
    `Das Logbuch ${args.file} fehlt, obwohl in ${args.folder} schon eines geführt wurde. Angelegt wurde keines. Legen Sie log.db und log.db-wal zurück, oder stellen Sie die neueste Sicherung mit „klimaspur restore DATEI“ in einem neuen Datenordner wieder her. Nur wer mit einem leeren Logbuch neu anfangen will, löscht views.db und tree.db.`,
  'serve.trouble.start/log-shorter': (args) =>
    `Dem Logbuch ${args.file} fehlen bestätigte Einträge: Es endet bei Position ${args.end}, war aber schon bei ${args.known}. Fehlt log.db-wal, oder ist log.db eine ältere Kopie? Legen Sie die richtigen Dateien zurück, ehe Neues eingetragen wird. Nur wer den Verlust hinnimmt, löscht views.db und tree.db.`,
  'serve.trouble.start/server-log-shorter': (args) =>
    `Dem Logbuch auf ${args.address} fehlen bestätigte Einträge: Es endet bei Position ${args.end}, war aber schon bei ${args.known}. Läuft der Server mit einer älteren Sicherung? Stellen Sie die neueste wieder her, ehe Neues eingetragen wird. Nur wer den Verlust hinnimmt, löscht views.db und tree.db in ${args.folder}, auf jedem Knoten.`,
  'serve.trouble.start/server-log-empty': (args) =>
    `Das Logbuch auf ${args.address} ist leer, obwohl in ${args.folder} schon eines geführt wurde. Eingetragen wurde nichts. Stimmt die Adresse in KLIMASPUR_LOG? Sonst stellen Sie die neueste Sicherung des Servers wieder her, oder kopieren Sie das Logbuch mit „klimaspur log copy“ dorthin. Nur wer mit einem leeren Logbuch neu anfangen will, löscht views.db und tree.db in ${args.folder}.`,
  'serve.trouble.start/vault-damaged': (args) =>
    `Der Tresor ${args.file} ist beschädigt (${args.reason}). Verändert wurde nichts. Das Logbuch ist davon nicht berührt. Legen Sie vault.db aus der neuesten Sicherung an diese Stelle („tar -xf DATEI vault.db“), und löschen Sie vault.db-wal und vault.db-shm daneben.`,
  'serve.trouble.start/vault-gone': (args) =>
    `Der Tresor ${args.file} fehlt, obwohl in ${args.folder} schon einer geführt wurde: Mit einem neuen wären alle Namen und Anmeldungen verloren, und unterschrieben würde mit einem anderen Schlüssel. Angelegt wurde keiner. Legen Sie vault.db aus der neuesten Sicherung an diese Stelle („tar -xf DATEI vault.db“), und löschen Sie vault.db-wal und vault.db-shm daneben. Nur wer den Verlust hinnimmt, löscht views.db und tree.db.`,
  'serve.trouble.start/no-space': (args) =>
    `In ${args.folder} ist kein Platz mehr (${args.file}: ${args.reason}). Schaffen Sie Platz, und starten Sie noch einmal; verloren ist nichts.`,
  'serve.trouble.start/no-access': (args) =>
    `${args.file} lässt sich nicht öffnen oder nicht beschreiben (${args.reason}). Dieses Konto muss in ${args.folder} schreiben dürfen.`,
  'serve.trouble.start/held': (args) =>
    `${args.file} hält ein anderes Programm fest (${args.reason}). Halten Sie dieses zuerst an.`,
  'serve.trouble.start/failing': (args) =>
    `${args.file} lässt sich nicht lesen oder schreiben (${args.reason}). Prüfen Sie den Datenträger, ehe Sie weitermachen.`,
  'serve.trouble.start/vault-empty': (args) =>
    `In der Datenbank, die KLIMASPUR_VAULT nennt, liegt noch nichts, obwohl in ${args.folder} schon ein Tresor geführt wurde: Mit einem neuen wären alle Namen und Anmeldungen verloren, und unterschrieben würde mit einem anderen Schlüssel. Übernehmen Sie ihn zuerst: „klimaspur vault copy --from sqlite:“. Nur wer den Verlust hinnimmt, löscht views.db und tree.db.`,
  'serve.vaultSilent': (args) =>
    `Die Datenbank, die KLIMASPUR_VAULT nennt, antwortet nicht: ${args.reason}. [vault/unavailable]`,
  'serve.portInUse': (args) =>
    `Port ${args.port} benutzt schon ein anderes Programm. Halten Sie dieses an, oder nehmen Sie mit PORT=0 einen freien Port.`,
  'serve.logRefused': (args) => `KLIMASPUR_LOG: ${args.words}`,
  'serve.logTrouble.log/unreachable': (args) =>
    `Unter ${args.address} antwortet kein EventStoreDB (${args.reason}).`,
  'serve.logTrouble.log/untrusted': (args) =>
    `Dem Zertifikat des Servers unter ${args.address} wird nicht vertraut (${args.reason}). tlsCaFile in der Adresse muss die Stelle nennen, die es ausgestellt hat; das Zertifikat muss auf diesen Rechner lauten und noch gelten.`,
  'serve.logTrouble.log/needs-tls': (args) =>
    `Der Server unter ${args.address} spricht nur verschlüsselt. Lassen Sie tls=false weg, und nennen Sie Namen, Passwort und tlsCaFile.`,
  'serve.logTrouble.log/without-tls': (args) =>
    `Der Server unter ${args.address} spricht nur unverschlüsselt. Geben Sie ihm ein Zertifikat; tls=false genügt nur, wo niemand mithört.`,
  'serve.logTrouble.log/no-login': () =>
    'Ein Server mit TLS braucht Namen und Passwort: esdb://NAME:PASSWORT@RECHNER:2113.',
  'serve.logTrouble.log/access-denied': () => 'Der Server nimmt Namen oder Passwort nicht an.',
  'serve.logTrouble.log/no-rights': () =>
    'Der Server kennt den Namen, lässt ihn aber nicht das ganze Logbuch lesen. Geben Sie ihm das Leserecht an $all (docs/operations.md).',
  'serve.logTrouble.log/missing': (args) => `Unter ${args.address} gibt es kein Logbuch.`,
  'serve.logAddress': (args) => `KLIMASPUR_LOG ist keine lesbare Adresse: ${args.reason}`,
  'serve.portClosed': (args) => `Port ${args.port} steht diesem Konto nicht offen.`,
  'serve.hostUnknown': (args) => `HOST ${args.host} ist keine Adresse dieses Rechners.`,
  'serve.warning': (args) => `Warnung: ${args.words}`,
  'serve.dataFolder': () => 'Datenordner',
  'serve.signIn': () => 'Anmelden (einmal)',
  'serve.stop': () => 'Beenden mit',
  'serve.keys': () => 'Strg+C',
  'cli.usage.command': () => 'BEFEHL [OPTIONEN]',
  'cli.usage.options': () => '[OPTIONEN]',
  'cli.commands': () => 'Befehle',
  'cli.options': () => 'Optionen',
  'cli.more': (args) => `Mehr zu einem Befehl: ${args.program} BEFEHL --help`,
  'cli.exitCodes': () => 'Endet mit 0: erledigt · 1: abgelehnt, mit Grund · 2: falsch aufgerufen',
  'cli.option.data': () => 'Datenordner; sonst KLIMASPUR_DATA, sonst ./data',
  'cli.option.help': () => 'diese Seite',
  'cli.option.json': () => 'Ergebnis für Maschinen, als JSON auf stdout',
  'cli.unknownCommand': (args) => `Unbekannter Befehl: ${args.command}`,
  'cli.unknownOption': (args) => `Unbekannte Option: ${args.option}`,
  'cli.valueMissing': (args) => `Hier fehlt der Wert: ${args.option}`,
  'cli.valueNotTaken': (args) => `${args.option} hat keinen Wert.`,
  'cli.wordMissing': (args) => `Es fehlt: ${args.what}`,
  'cli.wordTooMany': (args) => `Ein Wort zu viel: ${args.word}`,
  'cli.noFolder': (args) =>
    `Den Datenordner ${args.folder} gibt es nicht. Nennen Sie ihn mit --data DIR oder KLIMASPUR_DATA.`,
  'cli.noRights': (args) =>
    `Der Datenordner ${args.folder} lässt sich nicht lesen (${args.code}). Führen Sie den Befehl mit dem Benutzerkonto aus, unter dem der Server läuft.`,
  'cli.noAnswer': (args) =>
    `Der Server unter ${args.url} antwortet nicht (${args.reason}). Läuft er nicht mehr, löschen Sie server.json im Datenordner.`,
  'cli.otherToken': () =>
    'Der Server dieses Datenordners hat ein anderes KLIMASPUR_TOKEN. Setzen Sie hier dasselbe.',
  'cli.notStarted': () => 'Der Server ist nicht gestartet.',
  'cli.notStartedInTime': () => 'Der Server ist nicht rechtzeitig gestartet.',
  'cli.exportTown': () =>
    'Eine Kommune für einen anderen Server ausgeben: alle Einträge, unverändert und prüfbar, mit den Dateien',
  'cli.exportTown.town': () => 'die Kommune, die umziehen soll',
  'cli.exportTown.to': () => 'Name der Datei',
  'cli.exportTown.labels': () =>
    'die Bezeichnungen der Personen mitgeben (personenbezogen); sonst steht dort „ehemaliges Mitglied“',
  'cli.exportTown.done': (args) =>
    `${args.name} liegt in ${args.file} (${args.size} MB), mit allen Entwürfen. Geben Sie die Datei nur denen, die den neuen Server betreiben, und den öffentlichen Schlüssel (/checkpoint/key) auf anderem Weg.`,
  'cli.importTown': () =>
    'Eine Kommune von einem anderen Server übernehmen, mit Kennungen, Zeiten und Verlauf',
  'cli.importTown.key': () =>
    'öffentlicher Schlüssel des anderen Logs, auf anderem Weg als mit der Datei erhalten',
  'cli.importTown.dryRun': () => 'nur prüfen',
  'cli.importTown.done': (args) =>
    `${args.name} ist von ${args.address} übernommen: ${number(args.written)} Einträge, ${number(args.here)} waren schon da.`,
  'cli.importTown.could': (args) =>
    `${args.name} kann von ${args.address} übernommen werden: ${number(args.events)} Einträge, ${number(args.here)} davon sind schon da.`,
  'cli.importTown.proven': () =>
    'Alle Einträge stehen so in dem Log, das mit dem genannten Schlüssel unterschrieben ist.',
  'cli.importTown.unproven': (args) =>
    `Die Einträge passen zu einem Prüfstand, dessen Schlüssel nur die Datei selbst nennt: ${args.key}. Vergleichen Sie ihn mit dem alten Server.`,
  'cli.importTown.responsible': () =>
    'Wer für die Seiten verantwortlich ist, steht hier noch nicht: Tragen Sie es gleich nach (bearbeiten → wer beobachtet).',
  'cli.importTown.next': () =>
    'Rollen und Konten sind nicht mitgekommen: klimaspur login-link --town … --role LEAD',
  'cli.townMoved': () =>
    'Sagen, dass eine Kommune jetzt auf einem anderen Server geführt wird; alle Adressen leiten dorthin',
  'cli.townMoved.town': () => 'die Kommune, die umgezogen ist',
  'cli.townMoved.to': () => 'Adresse des anderen Servers',
  'cli.townMoved.missing': () => 'Nötig sind --town und --to.',
  'cli.townMoved.done': (args) =>
    `Die Adressen von ${args.name} leiten jetzt zu ${args.to}. Zurück geht es, indem dieser Eintrag zurückgenommen wird.`,
  'cli.logCopy': () =>
    'Das Logbuch in einen anderen Speicher kopieren und beide vergleichen; nach einem Abbruch geht es dort weiter',
  'cli.logCopy.from': () => 'woher: sqlite:ORDNER oder esdb://…',
  'cli.logCopy.to': () => 'wohin: sqlite:ORDNER oder esdb://…; dort darf nichts anderes stehen',
  'cli.logCopy.missing': () => 'Nötig sind --from und --to mit zwei verschiedenen Adressen.',
  'cli.logCopy.done': (args) =>
    `${args.to} enthält jetzt dasselbe wie ${args.from}: ${number(args.events)} Einträge in ${number(args.streams)} Verläufen, davon ${number(args.written)} neu.`,
  'cli.logCopy.root': (args) =>
    `Beide sind Eintrag für Eintrag gleich und haben dieselbe Prüfsumme ${args.root}.`,
  'cli.logCopy.takenOut': (args) =>
    `${plural(args.count, { one: `Ein Text, der entfernt wurde, ist jetzt auch dort entfernt.`, other: `${number(args.count)} Texte, die entfernt wurden, sind jetzt auch dort entfernt.` })}`,
  'cli.logCopy.grown': () =>
    'Während des Kopierens kam etwas hinzu. Halten Sie Klimaspur an, und kopieren Sie noch einmal.',
  'cli.logCopy.otherLog': (args) =>
    `In ${args.to} steht etwas anderes als in ${args.from}, zuerst an Stelle ${number(args.revision)} von ${args.stream}. Es wurde nichts kopiert; nehmen Sie einen leeren Speicher.`,
  'cli.logCopy.differs': (args) =>
    `${args.to} ist nach dem Kopieren nicht gleich ${args.from}, zuerst an Stelle ${number(args.revision)} von ${args.stream}. Schreibt dort noch ein anderes Programm?`,
  'cli.logCopy.unreadable': (args) => `${args.address} lässt sich nicht öffnen: ${args.reason}`,
  'cli.logCopy.stopped': (args) =>
    `Das Kopieren wurde abgebrochen: ${args.reason} Was schon kopiert ist, bleibt; derselbe Befehl macht dort weiter.`,
  'cli.logCopy.sameLog': (args) =>
    `${args.from} und ${args.to} sind ein und dasselbe Logbuch. Kopiert ist nichts.`,
  'cli.town.unknown': (args) =>
    `Eine Kommune „${inner(args.town)}“ gibt es hier nicht. Es gibt: ${args.towns}`,
  'cli.town.none': (args) =>
    `Eine Kommune „${inner(args.town)}“ gibt es hier nicht; es gibt noch keine.`,
  'cli.fileUnreadable': (args) => `${args.file} lässt sich nicht lesen (${args.code}).`,
  'cli.fileNotWritten': (args) => `${args.file} lässt sich nicht schreiben (${args.code}).`,
  'cli.notJson': (args) => `${args.file} ist kein JSON.`,
  'cli.serve': () => 'Seiten und API bereitstellen',
  'cli.loginLink': () => 'Einen Anmeldelink machen, der einmal gilt',
  'cli.loginLink.town': () => 'für welche Kommune; ohne sie gilt die Rolle für alle',
  'cli.loginLink.role': () =>
    'LEAD (mit --town sonst diese), MONITOR, ADMINISTRATION, OPERATOR (sonst diese)',
  'cli.example': () => 'Rüsselsheim aus öffentlichen Quellen als zweites Beispiel zeigen',
  'cli.example.done': () => 'Geladen. Es wird gezeigt, solange es keine eigene Kommune gibt.',
  'cli.rebuild': () => 'Die Lesemodelle neu aus dem Logbuch bauen',
  'cli.files.erase': () =>
    'Eine hochgeladene Datei endgültig löschen; die Prüfsumme bleibt in den Einträgen',
  'cli.files.erase.reason': () => 'öffentliche Begründung, steht statt der Datei da',
  'cli.files.erase.reasonMissing': () =>
    'Nennen Sie mit --reason, warum die Datei gelöscht wird; die Begründung ist öffentlich.',
  'cli.files.erase.done': (args) => `Gelöscht: ${args.sha256}`,
  'privacy.files': () =>
    '## Fotos und Dokumente\n\nWer einträgt, kann Fotos und PDF als Beleg hochladen. Aus Fotos werden Ort, Gerät und andere Zusatzangaben entfernt; ein PDF bleibt, wie es ist. Wer eine Datei wann hochgeladen hat und wie sie hieß, wird gespeichert, aber nicht veröffentlicht. Öffentlich ist eine Datei nur, wenn ein öffentlicher Eintrag sie nennt. Was zu keinem Eintrag kommt, wird nach einem Tag gelöscht. Sind Sie ohne Einwilligung auf einem Bild zu erkennen, melden Sie es an dem Eintrag oder über das Impressum: Die Datei kann gelöscht werden; es bleiben Prüfsumme, Tag und Grund.',
  'cli.rebuild.done': (args) =>
    `Neu gebaut aus ${plural(args.events, { one: `${number(args.events)} Ereignis`, other: `${number(args.events)} Ereignissen` })} in ${number(args.seconds)} s.`,
  'cli.projections.list': () =>
    'Zeigen, was aus dem Logbuch berechnet wird: Zustand, Stelle, Rückstand, letzter Fehler',
  'cli.projections.rebuild': () =>
    'Eine Projektion neu aus dem Logbuch bauen; ohne NAME alle Ansichten',
  'cli.projections.rebuilt': () => 'Neu gebaut.',
  'cli.projections.parked': () =>
    'Verläufe zeigen, die sich nicht weiter erzählen lassen, mit Ereignis und Grund',
  'cli.projections.noneParked': () => 'Kein Verlauf ist zurückgestellt.',
  'cli.projections.replay': () => 'Einen zurückgestellten Verlauf noch einmal von vorn erzählen',
  'cli.projections.replayed': (args) => `Der Verlauf ist wieder auf dem Stand: ${args.stream}`,
  'cli.projections.still': (args) => `Der Verlauf lässt sich weiterhin nicht erzählen:
${args.lines}`,
  'cli.projections.dismiss': () => 'Einen zurückgestellten Verlauf so lassen, wie er ist',
  'cli.projections.dismiss.reason': () => 'Begründung für alle, die den Server später betreuen',
  'cli.projections.dismiss.reasonMissing': () =>
    'Nennen Sie mit --reason, warum der Verlauf so bleiben kann.',
  'cli.projections.dismissed': (args) => `Erledigt: ${args.stream} bleibt, wie er ist.`,
  'cli.projections.line': (args) =>
    `${args.name}: ${args.state}, Stelle ${args.position}, Rückstand ${args.lag}`,
  'cli.projections.fault': (args) => `letzter Fehler ${args.at}: ${args.message}`,
  'cli.projections.parkedLine': (args) =>
    `${args.stream} in ${args.projection}: ${args.type} ${args.event} (Nr. ${args.revision}), seit ${args.since}, ${plural(args.tries, { one: `${number(args.tries)} Versuch`, other: `${number(args.tries)} Versuche` })}: ${args.error}`,
  'cli.projections.dismissedLine': (args) => `erledigt am ${args.at}: ${args.reason}`,
  'projection.state.new': () => 'neu',
  'projection.state.catching-up': () => 'holt auf',
  'projection.state.live': () => 'auf dem Stand',
  'projection.state.retrying': () => 'versucht es erneut',
  'projection.state.parked': () => 'auf dem Stand, mit Ausnahmen',
  'projection.state.rebuilding': () => 'wird neu gebaut',
  'projection.state.stopped': () => 'steht still',
  'projection.lag': (args) =>
    `${plural(args.events, { '=0': `keiner`, one: `${number(args.events)} Ereignis`, other: `${number(args.events)} Ereignisse` })}`,
  'projection.lag.more': (args) => `mehr als ${number(args.events)} Ereignisse`,
  'projection.nowhere': () => 'noch keine',
  'projections.title': () => 'Projektionen',
  'projections.lead': () =>
    'Was Klimaspur aus dem Logbuch berechnet: wie weit es ist, wie es ihm geht und was sich nicht erzählen ließ.',
  'projections.shared': () =>
    'Mehrere Server teilen sich dieses Logbuch. Was hier steht, sagt der Server, der diese Seite geschickt hat; jeder berechnet für sich. „So lassen“ gilt für alle.',
  'projections.views': () => 'Ansichten',
  'projections.views.what': () => 'Was Seiten, Suche und Schnittstelle zeigen.',
  'projections.proofs': () => 'Unverändertheit',
  'projections.proofs.what': () =>
    'Womit sich nachweisen lässt, dass nichts verändert wurde. Kein Eintrag kann ausgelassen werden: Einer, der nicht passt, hält sie an.',
  'projections.policies': () => 'Folgen von Beschlüssen',
  'projections.policies.what': () =>
    'Was Beschlüsse, Pläne und Runde Tische in die Maßnahmen schreiben.',
  'projections.example': (args) => `${args.name} der Beispielkommune`,
  'projections.name': () => 'Was berechnet wird',
  'projections.state': () => 'Zustand',
  'projections.progress': () => 'Gelesen',
  'projections.position': () => 'Stelle im Logbuch',
  'projections.lag': () => 'Rückstand',
  'projections.lag.since': (args) => `${args.count}, seit ${args.since}`,
  'projections.retries': () => 'Neue Versuche',
  'projections.fault': () => 'Letzter Fehler',
  'projections.rebuild': () => 'Neu bauen',
  'projections.rebuild.of': (args) => `Neu bauen: ${args.name}`,
  'projections.parked': () => 'Zurückgestellt',
  'projections.parked.none': () =>
    'Nichts ist zurückgestellt: Alles im Logbuch lässt sich erzählen.',
  'projections.parked.lead': () =>
    'Diese Verläufe ließen sich nicht weiter erzählen. Sie bleiben, wie sie bis dahin waren; alle anderen gehen weiter.',
  'projections.parked.in': () => 'Wo',
  'projections.parked.event': () => 'Ereignis',
  'projections.parked.revision': (args) => `(das ${args.revision}. des Verlaufs)`,
  'projections.parked.why': () => 'Grund',
  'projections.parked.since': () => 'Seit',
  'projections.parked.tries': () => 'Versuche',
  'projections.parked.dismissed': () => 'Bleibt so',
  'projections.replay': () => 'Noch einmal versuchen',
  'projections.replay.of': (args) => `Noch einmal versuchen: ${args.stream}`,
  'projections.dismiss': () => 'So lassen',
  'projections.dismiss.lead': () =>
    'Wenn ein Verlauf bleiben kann, wie er ist, sagen Sie hier, warum. Lässt er sich später doch erzählen, geschieht das von selbst.',
  'projections.dismiss.stream': () => 'Verlauf',
  'projections.dismiss.reason': () => 'Begründung',
  'projections.dismiss.reason.hint': () =>
    'Für alle, die diesen Server später betreuen. Ohne Namen von Personen.',
  'projections.dismiss.submit': () => 'So lassen',
  'cli.exportMeasures': () => 'Maßnahmen als CSV, XLSX oder JSON schreiben',
  'cli.exportEvents': () => 'Alle Ereignisse als JSON Lines schreiben',
  'cli.export.proofs': () =>
    'mit unterschriebener Prüfsumme, gegen die sich jeder Eintrag prüfen lässt',
  'cli.export.town': () => 'nur die dieser Kommune',
  'cli.export.format': () => 'sonst csv',
  'cli.export.out': () => 'in diese Datei; sonst auf stdout',
  'cli.export.wrongFormat': (args) => `--format muss eines von diesen sein: ${args.formats}`,
  'cli.export.noText': () =>
    'Eine Arbeitsmappe ist kein Text: Nennen Sie eine Datei mit --out DATEI.xlsx.',
  'cli.importLocalZero': () => 'Eine LocalZero-Datenbank oder Antworten der API übernehmen',
  'cli.importMeasures': () =>
    'Maßnahmenlisten (CSV, XLSX) übernehmen; mehrere Fassungen je mit --stand',
  'cli.import.town': () => 'in welche Kommune; sonst die einzige; gibt es noch keine, heißt sie so',
  'cli.import.newTown': () => 'Name der neuen Kommune, wenn die Datei sie nicht nennt',
  'cli.import.plan': () =>
    'in welchen Plan der Kommune; sonst der, aus dem die Liste stammt, sonst ein neuer',
  'cli.import.newPlan': () => 'Titel des neuen Plans, der mit dieser Liste beginnt',
  'cli.import.stand': () =>
    'für welchen Tag die Datei gilt: JJJJ, JJJJ-MM oder JJJJ-MM-TT; je Datei einmal',
  'cli.import.dryRun': () => 'nur sagen, was geschähe',
  'cli.import.acceptGoodRows': () => 'die guten Zeilen übernehmen, obwohl andere abgelehnt werden',
  'cli.import.publish': () =>
    'Kommune, Plan und Maßnahmen veröffentlichen; sonst sind sie Entwürfe. Die Kommune erst, wenn Impressum, verantwortliche Person und dergleichen ausgefüllt sind.',
  'cli.import.sheet': () => 'nur dieses Blatt der Arbeitsmappe lesen; mehrmals für mehrere',
  'cli.import.mapping': () =>
    'JSON, das sagt, was Spalten und Wörter bedeuten (Form: docs/list-mapping.md)',
  'cli.import.standPerFile': (args) =>
    `${plural(args.files, { one: `Zu ${number(args.files)} Datei`, other: `Zu ${number(args.files)} Dateien` })} gehört ebenso oft --stand, oder keines; hier steht es ${number(args.stands)}-mal.`,
  'cli.import.refused': (args) =>
    `Nichts wurde übernommen: ${plural(args.count, { one: `Eine Zeile oder ein Wert wurde`, other: `${number(args.count)} Zeilen oder Werte wurden` })} abgewiesen. Bessern Sie sie aus, oder übernehmen Sie die guten Zeilen mit --accept-good-rows.`,
  'cli.import.nothing': () => 'Nichts wurde übernommen.',
  'cli.import.stopped': () =>
    'Der Server hielt an, bevor der Import fertig war. Starten Sie ihn noch einmal: Er geht weiter, wo er war.',
  'import.progress.rows': (args) => `${number(args.count)} Zeilen gelesen`,
  'cli.report.holds': (args) =>
    `${plural(args.municipalities, { one: `${number(args.municipalities)} Kommune`, other: `${number(args.municipalities)} Kommunen` })}, ${plural(args.fields, { one: `${number(args.fields)} Handlungsfeld`, other: `${number(args.fields)} Handlungsfelder` })}, ${plural(args.measures, { one: `${number(args.measures)} Maßnahme`, other: `${number(args.measures)} Maßnahmen` })}.`,
  'cli.report.dryRun': (args) => `Probelauf: ${args.holds}`,
  'cli.report.counts': (args) =>
    `neu ${number(args.new)} · geändert ${number(args.changed)} · unverändert ${number(args.unchanged)} · abgewiesen ${number(args.refused)}`,
  'cli.report.refused': () => 'Abgewiesen',
  'cli.report.changed': () => 'Geändert',
  'cli.report.findings': () => 'Bitte ansehen',
  'cli.report.notTaken': () => 'Noch nicht übernommen',
  'cli.backup': () => 'Logbuch, Tresor und Dateien eines Augenblicks sichern',
  'cli.backup.keep': () => 'so viele Sicherungen in dem Ordner behalten',
  'cli.backup.keepNumber': () => '--keep muss eine Zahl ab 1 sein.',
  'cli.backup.keepFolder': () =>
    '--keep braucht einen Ordner: Nur dort finden sich alte Sicherungen.',
  'cli.backup.there': (args) => `${args.file} gibt es schon und wird nicht überschrieben.`,
  'cli.backup.done': (args) => `Gesichert nach ${args.file} (${args.size} MB)`,
  'cli.backup.removed': (args) => `Entfernt: ${args.name}`,
  'cli.backup.nothing': () => '(nichts)',
  'cli.backup.log': (args) => `Logbuch          ${args.log}, bis Position ${args.position}`,
  'cli.backup.holds': (args) =>
    `enthält          ${plural(args.events, { one: `${number(args.events)} Ereignis`, other: `${number(args.events)} Ereignisse` })} von ${plural(args.towns, { one: `${number(args.towns)} Kommune`, other: `${number(args.towns)} Kommunen` })}, ${plural(args.files, { one: `${number(args.files)} Datei`, other: `${number(args.files)} Dateien` })}`,
  'cli.backup.last': (args) => `zuletzt erfasst  ${args.last}`,
  'cli.backup.made': (args) => `gemacht          ${args.made} von Klimaspur ${args.app}`,
  'cli.restore': () => 'Eine Sicherung in einen neuen oder leeren Datenordner legen',
  'cli.restore.dryRun': () => 'nur versuchen, ob es ginge',
  'cli.restore.done': (args) => `Wiederhergestellt in ${args.folder} aus ${args.file}`,
  'cli.restore.could': (args) => `Probelauf: ließe sich wiederherstellen aus ${args.file}`,
  'cli.verify.elsewhere': () =>
    'Das Logbuch liegt auf einem Server (KLIMASPUR_LOG), nicht im Datenordner. Kopieren Sie es mit „klimaspur log copy“ in einen Ordner, und prüfen Sie diesen, während KLIMASPUR_LOG und KLIMASPUR_VAULT leer sind: --data ORDNER --key SCHLÜSSEL --checkpoint DATEI. Der Schlüssel steht unter /checkpoint/key, die unterschriebene Prüfsumme unter /checkpoint.',
  'cli.restore.elsewhere': (args) =>
    `${args.setting} führt aus dem Datenordner hinaus. Stellen Sie ohne diese Einstellung wieder her, und verschieben Sie die Datei dann dorthin, wo sie liegen soll; einen Tresor in eine Datenbank mit „klimaspur vault copy“.`,
  'cli.vault.copy': () =>
    'Einen Tresor in einen leeren anderen kopieren, etwa von der Datei in eine PostgreSQL-Datenbank',
  'cli.vault.from': () => 'woher: sqlite:, sqlite:DATEI oder postgres://…; sonst KLIMASPUR_VAULT',
  'cli.vault.to': () => 'wohin: ebenso',
  'cli.vault.needsTwo': () =>
    'Der Tresor würde in sich selbst kopiert. Nennen Sie --from oder --to: Was fehlt, ist KLIMASPUR_VAULT.',
  'cli.vault.unknown': (args) => `${args.option} muss ${args.forms} sein.`,
  'cli.vault.missing': (args) => `${args.vault} gibt es nicht.`,
  'cli.vault.notEmpty': (args) =>
    `In ${args.vault} liegt schon etwas. Kopiert wird nur in einen leeren Tresor; verändert wurde nichts.`,
  'cli.vault.copied': (args) =>
    `Kopiert nach ${args.vault}: ${plural(args.rows, { one: `${number(args.rows)} Zeile`, other: `${number(args.rows)} Zeilen` })}. Der alte Tresor blieb, wie er war, mit allen Namen darin: Löschen Sie ihn, sobald der neue in Gebrauch ist.`,
  'cli.verify': () =>
    'Prüfen, ob das Logbuch noch das unterschriebene ist; ohne Server, ohne etwas zu ändern',
  'cli.verify.key': () =>
    'öffentlicher Schlüssel, den Sie von anderswo haben; sonst der des Datenordners',
  'cli.verify.checkpoint': () =>
    'früher aufgehobene unterschriebene Prüfsumme, zu der das Logbuch passen muss; mehrmals für mehrere',
  'cli.verify.noKey': (args) => `Das ist kein öffentlicher Schlüssel eines Logbuchs: ${args.key}`,
  'cli.verify.oneCheckpoint': () => 'Zu einer Datei passt --checkpoint nur einmal.',
  'verify.ok': (args) =>
    `In Ordnung: ${plural(args.events, { '=0': `Das Logbuch ist noch leer`, one: `Der eine Eintrag ist`, other: `Alle ${number(args.events)} Einträge sind` })}${plural(args.events, { '=0': `.`, other: ` so, wie das Logbuch sie geschrieben hat.` })}`,
  'verify.signed': (args) =>
    `Unterschrieben: ${plural(args.size, { one: `der erste Eintrag`, other: `die ersten ${number(args.size)} Einträge` })}, Prüfsumme ${args.root}${args.when}`,
  'verify.signedAt': (args) => `, vom ${args.instant}`,
  'verify.unsealed': (args) =>
    `Noch nicht unterschrieben: ${plural(args.count, { one: `der letzte Eintrag`, other: `die letzten ${number(args.count)} Einträge` })}. Was daran geändert würde, fiele erst nach der nächsten Unterschrift auf.`,
  'verify.neverSigned': () =>
    'Unterschrieben ist hier noch nichts. Geprüft ist nur, dass das Logbuch in sich stimmt.',
  'verify.signedBy': (args) => `Schlüssel: ${args.key}`,
  'verify.redacted': (args) =>
    `Entfernte Texte: bei ${plural(args.count, { one: `einem Eintrag`, other: `${number(args.count)} Einträgen` })}. Was dort stand, lässt sich nicht mehr prüfen; dass sonst nichts daran geändert wurde, schon.`,
  'verify.means': () =>
    'Das heißt: Von den unterschriebenen Einträgen wurde seitdem keiner geändert, gelöscht, verschoben oder dazwischengeschoben. Es heißt nicht, dass stimmt, was darin steht, und nicht, dass vor der Unterschrift nichts weggelassen wurde.',
  'verify.ownKey': () =>
    'Der Schlüssel liegt im selben Datenordner. Wer über ihn verfügt, kann alles neu schreiben und neu unterschreiben. Dagegen hilft nur, was Sie anderswo aufgehoben haben: --key, --checkpoint.',
  'verify.failed': (args) => `Nicht in Ordnung. ${args.finding}`,
  'verify.more': (args) =>
    `Dazu ${plural(args.count, { one: `ein weiterer Befund`, other: `${number(args.count)} weitere Befunde` })}; --json nennt alle.`,
  'verify.detail': (args) => `Genauer: ${args.detail}`,
  'verify.place': (args) =>
    `Eintrag Nr. ${args.number} (Position ${args.position}, ${args.stream}, Revision ${args.revision}, Kennung ${args.id})`,
  'verify.placeGone': (args) => `Eintrag Nr. ${args.number} (Kennung ${args.id})`,
  'verify.finding.damaged': () => 'Die Datei log.db ist beschädigt.',
  'verify.finding.no-log': () => 'In diesem Ordner liegt keine log.db.',
  'verify.finding.other-structure': () =>
    'In log.db steht, was kein Logbuch enthält: Tabellen, Spalten, Indizes oder Trigger sind andere.',
  'verify.finding.name': () => 'Das Logbuch hat keinen Namen mehr, oder mehrere.',
  'verify.finding.sequence': () =>
    'Der Zähler der Positionen in log.db passt nicht zu den Einträgen.',
  'verify.finding.idle-stream': () =>
    'Zu einem Verlauf in log.db gibt es keinen einzigen Eintrag mehr.',
  'verify.finding.wal': () =>
    'Die Datei log.db-wal ist beschädigt: Was dahinter noch geschrieben war, liest niemand mehr. Nach einem Stromausfall kann das ein Eintrag sein, dessen Speichern nie bestätigt wurde.',
  'verify.finding.journal': () =>
    'Neben log.db liegt eine Datei log.db-journal, aus der SQLite beim nächsten Öffnen alte Inhalte einsetzen würde.',
  'verify.finding.no-stream': (args) => `${args.place} gehört zu keinem Verlauf.`,
  'verify.finding.revision': (args) =>
    `${args.place} ist an dieser Stelle nicht an der Reihe: Im selben Verlauf fehlt davor ein Eintrag, oder einer steht zu viel da.`,
  'verify.finding.not-text': (args) => `${args.place} ist kein lesbarer Text.`,
  'verify.finding.not-json': (args) => `${args.place} ist kein JSON.`,
  'verify.finding.not-canonical': (args) =>
    `${args.place} ist anders geschrieben, als ein Logbuch schreibt.`,
  'verify.finding.not-storable': (args) => `${args.place} enthält, was kein Logbuch annimmt.`,
  'verify.finding.no-leaf': (args) =>
    `${args.place} wurde verändert: Text und Salz passen nicht zusammen.`,
  'verify.finding.text-gone': (args) =>
    `${args.place} hat keinen Text mehr, und kein Eintrag sagt, dass und warum er entfernt wurde.`,
  'verify.finding.event-changed': (args) => `${args.place} wurde verändert.`,
  'verify.finding.event-missing': (args) => `${args.place} fehlt.`,
  'verify.finding.event-inserted': (args) =>
    `${args.place} wurde eingefügt: Im Baum der Prüfsummen gibt es ihn nicht.`,
  'verify.finding.event-moved': (args) => `${args.place} steht nicht mehr, wo er stand.`,
  'verify.finding.other-position': (args) =>
    `${args.place} liegt in log.db an einer anderen Position als zuvor. Sein Inhalt und die Reihenfolge sind unverändert.`,
  'verify.finding.checkpoint-unreadable': () => 'Eine unterschriebene Prüfsumme ist nicht lesbar.',
  'verify.finding.checkpoint-forged': (args) =>
    `Die Prüfsumme über ${plural(args.size, { one: `den ersten Eintrag`, other: `die ersten ${number(args.size)} Einträge` })} ist nicht mit diesem Schlüssel unterschrieben, oder sie wurde verändert.`,
  'verify.finding.checkpoint-differs': (args) =>
    `Verändert wurde einer der Einträge von hier: ${args.place} bis hier: ${args.to}. Genauer lässt es sich nicht sagen, denn der Baum der Prüfsummen wurde mit verändert oder fehlt.`,
  'verify.finding.checkpoint-beyond': (args) =>
    `Am Ende fehlen Einträge: Unterschrieben wurden schon ${number(args.size)}.`,
  'verify.finding.other-key': () =>
    'Unterschrieben ist mit einem anderen Schlüssel als dem genannten.',
  'verify.finding.other-log': () =>
    'Unterschrieben wurde hier ein anderes Logbuch: Dieses hat einen anderen Namen.',
  'verify.finding.no-key': () =>
    'Der Schlüssel fehlt, mit dem die Prüfsummen unterschrieben sind. Nennen Sie ihn mit --key.',
  'verify.finding.not-signed': () => 'Mit dem genannten Schlüssel ist hier nichts unterschrieben.',
  'verify.finding.tree-damaged': () =>
    'Die Datei tree.db ist beschädigt. Das Logbuch selbst ist davon nicht berührt; löschen Sie tree.db, dann baut der Server sie neu.',
  'verify.finding.tree-differs': () =>
    'Die Datei tree.db passt nicht zum unterschriebenen Logbuch. Das Logbuch selbst stimmt; löschen Sie tree.db, dann baut der Server sie neu.',
  'verify.finding.tree-other-log': () =>
    'Die Datei tree.db gehört zu einem anderen Logbuch, oder der Name dieses Logbuchs wurde geändert.',
  'verify.finding.vault-damaged': () =>
    'Die Datei vault.db ist beschädigt; darin liegen die unterschriebenen Prüfsummen.',
  'verify.proof.ok': (args) =>
    `Nachgewiesen: Eintrag Nr. ${args.number} steht unverändert im unterschriebenen Logbuch.`,
  'verify.proof.leafOnly': () =>
    'Der Inhalt steht nicht in der Datei; nachgewiesen ist nur seine Prüfsumme.',
  'verify.proof.means': () =>
    'Das heißt: Was unterschrieben wurde, enthält genau das, was in der Datei steht. Es heißt nicht, dass es stimmt, und nicht, dass es später nicht berichtigt wurde.',
  'verify.fileKey': () =>
    'Der Schlüssel stammt aus der Datei selbst. Vergleichen Sie ihn mit dem, den die Seite veröffentlicht (/checkpoint/key), oder nennen Sie ihn mit --key.',
  'verify.export.whole': (args) =>
    `In Ordnung: ${plural(args.count, { one: `Der eine Eintrag`, other: `Alle ${number(args.count)} Einträge` })} der Datei, und es sind alle, die unterschrieben wurden.`,
  'verify.export.part': (args) =>
    `In Ordnung: ${plural(args.count, { one: `Der eine Eintrag`, other: `Alle ${number(args.count)} Einträge` })} der Datei. Es sind nicht alle, die unterschrieben wurden.`,
  'verify.export.partly': (args) =>
    `Nur zum Teil gezeigt: ${plural(args.count, { one: `ein Eintrag`, other: `${number(args.count)} Einträge` })}. Was die Datei davon zeigt, ist damit nicht nachgewiesen, nur dass es den Eintrag gibt.`,
  'verify.export.line': (args) => `Zeile ${args.line}:`,
  'verify.export.entry': (args) => `Zeile ${args.line} (${args.stream}, Kennung ${args.id}):`,
  'proof.fault.no-json': () => 'Das ist kein JSON, oder es ist abgeschnitten.',
  'proof.fault.no-proof': () =>
    'Das ist kein Nachweis: Es fehlen der Eintrag, der Rechenweg oder der Schlüssel.',
  'proof.fault.unreadable': () =>
    'Der Nachweis ist nicht lesbar: Rechenweg, Unterschrift oder Schlüssel sind beschädigt.',
  'proof.fault.other-key': () =>
    'Unterschrieben ist mit einem anderen Schlüssel als dem bekannten.',
  'proof.fault.forged': () =>
    'Die Unterschrift ist falsch: Dieser Schlüssel hat das nicht unterschrieben.',
  'proof.fault.other-log': () => 'Unterschrieben ist ein anderes Logbuch.',
  'proof.fault.no-leaf': () =>
    'Der Eintrag wurde verändert: Text und Salz passen nicht zusammen, oder es ist kein Eintrag eines Logbuchs.',
  'proof.fault.path-length': () =>
    'Der Rechenweg ist falsch: Er führt nicht von dieser Stelle zur unterschriebenen Prüfsumme.',
  'proof.fault.not-included': () =>
    'Der Eintrag ist nicht der unterschriebene: Sein Text oder eine andere Angabe wurde verändert, oder der Rechenweg gehört zu einem anderen Eintrag.',
  'proof.fault.contradicts': () =>
    'Dasselbe Logbuch hat für ebenso viele Einträge schon etwas anderes unterschrieben. Eines von beiden ist nicht das, was alle sehen.',
  'proof.fault.line': () => 'Das ist kein Eintrag mit seinem Platz im Logbuch.',
  'proof.fault.twice': () => 'Diesen Platz im Logbuch hat schon ein anderer Eintrag der Datei.',
  'proof.fault.count': () => 'Es fehlt ein Eintrag, oder einer ist zu viel.',
  'proof.fault.no-proofs': () =>
    'Diese Datei enthält keine Nachweise. Wird sie mit --proofs exportiert, enthält sie welche.',
  'proof.title': () => 'Nachweis prüfen',
  'proof.lead': () =>
    'An jedem Eintrag eines Verlaufs steht „Unverändertheit nachweisen“. Hier prüfen Sie die Datei, die Sie dort bekommen haben.',
  'proof.file': () => 'Datei mit dem Nachweis',
  'proof.file.hint': () =>
    'Auswählen oder irgendwo in dieses Formular ziehen; sie bleibt auf Ihrem Gerät. Ohne JavaScript fügen Sie stattdessen ihren Text darunter ein.',
  'proof.source': () => 'Text des Nachweises',
  'proof.check': () => 'Prüfen',
  'proof.ready': () =>
    'Das Prüfprogramm ist geladen: Von jetzt an braucht diese Seite kein Netz mehr.',
  'proof.where': () => 'Wer prüft hier?',
  'proof.where.browser': () =>
    'Ihr Browser. Er rechnet nach, ohne etwas abzuschicken oder abzufragen; Sie können dafür das Netz abschalten.',
  'proof.where.server': () =>
    'Ohne JavaScript prüft der Server, dem Sie vielleicht gerade nicht trauen. Auch dieses Prüfprogramm kommt von ihm.',
  'proof.where.shell': () =>
    'Davon unabhängig prüft die freie Software Klimaspur auf jedem Rechner, ohne Netz:',
  'proof.where.key': () =>
    'Der Schlüssel dieser Seite steht unter /checkpoint/key. Wer ihn früher aufgehoben hat, sieht auch, ob er noch derselbe ist.',
  'proof.here': () => 'Geprüft hat Ihr Browser, ohne jemanden zu fragen.',
  'proof.byServer': () =>
    'Geprüft hat hier der Server, dem Sie vielleicht gerade nicht trauen. Unabhängig von ihm prüft der Befehl unten.',
  'proof.ok': () => 'Der Nachweis stimmt',
  'proof.failed': () => 'Der Nachweis stimmt nicht',
  'proof.means': () =>
    'Dieser Eintrag stand genau so im Logbuch, als es unterschrieben wurde, und ist seitdem nicht verändert.',
  'proof.meansNot': () =>
    'Es heißt nicht, dass stimmt, was darin steht, und nicht, dass es später nicht berichtigt wurde.',
  'proof.fact.type': () => 'Was',
  'proof.fact.occurredOn': () => 'Geschehen am',
  'proof.fact.recordedAt': () => 'Eingetragen am',
  'proof.fact.text': () => 'Text',
  'proof.fact.terms': () => 'Angaben',
  'proof.fact.stream': () => 'Verlauf',
  'proof.fact.id': () => 'Kennung',
  'proof.fact.number': () => 'Platz im Logbuch',
  'proof.fact.root': () => 'Unterschriebene Prüfsumme',
  'proof.fact.key': () => 'Schlüssel',
  'proof.removed': () => '[entfernt]',
  'proof.unknownDay': () => 'unbekannt',
  'proof.type.DecisionRecorded': () => 'Beschluss',
  'proof.type.MeasureDecided': () => 'Entscheidung',
  'proof.type.MeasureDeliberated': () => 'Beratung',
  'proof.type.MeasureNoDecisionNeeded': () => 'Kein Beschluss nötig',
  'proof.type.MeasureResponsibleBodyAssigned': () => 'Zuständigkeit',
  'proof.type.MunicipalityDescribed': () => 'Beschreibung der Kommune',
  'proof.type.MunicipalityFounded': () => 'Kommune angelegt',
  'proof.type.MunicipalityMoved': () => 'Kommune umgezogen',
  'proof.type.MunicipalityObserversDescribed': () => 'Wer beobachtet',
  'proof.type.MunicipalityPublished': () => 'Kommune veröffentlicht',
  'proof.type.MunicipalityTargetSet': () => 'Zieljahr',
  'proof.type.MunicipalityUnpublished': () => 'Kommune verborgen',
  'proof.type.OrganClosed': () => 'Gremium aufgelöst',
  'proof.type.OrganDescribed': () => 'Beschreibung des Gremiums',
  'proof.type.OrganRegistered': () => 'Gremium angelegt',
  'proof.type.PersonRoleGranted': () => 'Rolle vergeben',
  'proof.type.PersonRoleRevoked': () => 'Rolle entzogen',
  'proof.type.PlanAdopted': () => 'Plan beschlossen',
  'proof.type.PlanDescribed': () => 'Beschreibung des Plans',
  'proof.type.PlanDrafted': () => 'Plan angelegt',
  'proof.type.PlanEditionAdded': () => 'Neue Fassung des Plans',
  'proof.type.PlanFieldAdded': () => 'Handlungsfeld angelegt',
  'proof.type.PlanFieldAssessed': () => 'Handlungsfeld bewertet',
  'proof.type.PlanFieldDescribed': () => 'Beschreibung des Handlungsfelds',
  'proof.type.PlanFieldMoved': () => 'Handlungsfeld verschoben',
  'proof.type.PlanImportCompleted': () => 'Import abgeschlossen',
  'proof.type.PlanMeasurePlaced': () => 'Maßnahme eingeordnet',
  'proof.type.PlanMeasureRemoved': () => 'Maßnahme aus dem Plan genommen',
  'proof.type.PlanMeasureSplit': () => 'Maßnahme geteilt',
  'proof.type.PlanMeasureSuperseded': () => 'Maßnahme ersetzt',
  'proof.type.PlanMeasuresMerged': () => 'Maßnahmen zusammengelegt',
  'proof.type.PlanPublished': () => 'Plan veröffentlicht',
  'proof.type.PlanUnpublished': () => 'Plan verborgen',
  'cli.place.noRoom': (args) =>
    `${args.path} lässt sich nicht schreiben (${args.code}). Es ist kein Platz mehr; nichts wurde behalten.`,
  'cli.place.refused': (args) =>
    `${args.path} lässt sich nicht schreiben oder lesen (${args.code}). Nichts wurde behalten.`,
  'problem.import/plan-unknown': (args) =>
    `Einen Plan „${inner(args.plan)}“ hat diese Kommune nicht. ${select(args.plans, { none: `Sie hat noch keinen.`, other: `Sie hat: ${args.plans}` })}`,
  'problem.import/plan-elsewhere': (args) =>
    `Maßnahmen dieser Datei stehen schon im Plan „${inner(args.home)}“. Ohne --plan gehen sie wieder dorthin.`,
  'problem.import/several-towns': (args) =>
    `Die Datei enthält mehrere Kommunen: ${args.towns}. Keine davon ist eindeutig „${inner(args.town)}“, und alle dort hineinzulegen wäre falsch. Lassen Sie die Angabe der Kommune weg (in der Befehlszeile --town), oder nennen Sie eine der Datei.`,
  'problem.import/plan-ambiguous': (args) =>
    `In ${args.town} gibt es ${plural(args.count, { '=2': `zwei`, other: `${number(args.count)}` })} Pläne, zu denen diese Datei passt: ${args.plans}. Wählen Sie einen (in der Befehlszeile mit --plan).`,
  'problem.row/names-another-town': () =>
    'Die Datei nennt hier eine andere Kommune als die, für die sie eingelesen wird. Lesen Sie die Zeile für jene Kommune ein.',
  'problem.row/of-another-town': () =>
    'Diese Klimaspur-ID hat eine Maßnahme einer anderen Kommune. Lesen Sie die Zeile für jene Kommune ein. Soll hier eine neue Maßnahme beginnen, dann lassen Sie die Klimaspur-ID weg.',
  'nav.home': () => 'Meine Arbeit',
  'home.title': (args) => `Guten Tag, ${args.name}`,
  'home.lead': () => 'Was Aufmerksamkeit braucht, und was zuletzt eingetragen wurde.',
  'home.publicGaps': () => 'Diese Kommune ist öffentlich, obwohl etwas fehlt, was dazugehört:',
  'home.none': () => 'Sie haben noch keine Kommune.',
  'home.attention': (args) => `${args.name}: was Aufmerksamkeit braucht`,
  'home.late': () => 'Termin überschritten',
  'home.stale': () => 'lange nicht geprüft',
  'home.toBeClarified': () => 'zu klären',
  'home.brokenLinks': (args) =>
    `${plural(args.count, { one: `Link nicht mehr erreichbar`, other: `Links nicht mehr erreichbar` })}`,
  'home.notices': (args) =>
    `${plural(args.count, { one: `offener Hinweis`, other: `offene Hinweise` })}`,
  'home.questions': (args) =>
    `${plural(args.count, { one: `Frage ohne Antwort`, other: `Fragen ohne Antwort` })}`,
  'home.stalePromises': (args) =>
    `${plural(args.count, { one: `Zusage überfällig oder lange still`, other: `Zusagen überfällig oder lange still` })}`,
  'home.people': (args) => `Personen in ${args.name}`,
  'home.more': () => 'Für Sie',
  'home.more.operator': () => 'Für Sie und den Betrieb',
  'home.log': () => 'Maßnahme wählen und eintragen, was geschehen ist',
  'problem.title.308': () => 'Hier nicht mehr geführt',
  'problem.title.400': () => 'Ungültige Anfrage',
  'problem.title.401': () => 'Anmeldung nötig',
  'problem.title.403': () => 'Nicht erlaubt',
  'problem.title.404': () => 'Nicht gefunden',
  'problem.title.405': () => 'So nicht möglich',
  'problem.title.409': () => 'Passt nicht zum Bestand',
  'problem.title.410': () => 'Nicht mehr gültig',
  'problem.title.412': () => 'Inzwischen geändert',
  'problem.title.413': () => 'Zu groß',
  'problem.title.415': () => 'Falsches Format',
  'problem.title.422': () => 'Schlüssel schon verwendet',
  'problem.title.428': () => 'Stand der Änderung fehlt',
  'problem.title.500': () => 'Fehler bei uns',
  'problem.title.503': () => 'Gerade nicht möglich',
  'problem.command/invalid': (args) =>
    `${plural(args.count, { one: `Eine Angabe fehlt oder stimmt nicht`, other: `${number(args.count)} Angaben fehlen oder stimmen nicht` })}. Es wurde nichts eingetragen.`,
  'problem.command/unknown': () => 'Diesen Eintrag gibt es hier nicht.',
  'problem.request/broken-json': () => 'Der Inhalt der Anfrage ist kein gültiges JSON.',
  'problem.request/not-utf8': () =>
    'Der Inhalt der Anfrage ist kein Text in UTF-8. Bitte in UTF-8 speichern oder senden.',
  'problem.request/too-deep': (args) =>
    `Der Inhalt der Anfrage ist zu tief verschachtelt: höchstens ${number(args.max)} Ebenen.`,
  'problem.request/not-an-object': () => 'Der Inhalt der Anfrage muss ein JSON-Objekt sein.',
  'problem.request/wrong-if-match': () =>
    'If-Match muss eine Revision in Anführungszeichen sein, zum Beispiel "7".',
  'problem.request/wrong-idempotency-key': () =>
    'Idempotency-Key muss 1 bis 200 sichtbare Zeichen lang sein.',
  'problem.request/unreadable': () => 'Die Anfrage ist nicht lesbar.',
  'problem.file/missing': () => 'Es fehlt eine Datei.',
  'problem.file/empty': () => 'Die Datei ist leer.',
  'problem.file/unknown-type': () =>
    'Das ist weder ein PDF noch ein Bild in JPEG, PNG oder WebP. Fotos in HEIC lassen sich als JPEG speichern.',
  'problem.file/too-large': (args) => `Die Datei ist größer als ${args.limit} MB.`,
  'problem.file/too-many-pixels': (args) =>
    `Das Bild hat mehr als ${args.limit} Millionen Bildpunkte. Speichern Sie es kleiner.`,
  'problem.file/damaged': () => 'Die Datei ist beschädigt oder unvollständig.',
  'problem.file/erased': (args) => `Diese Datei wurde gelöscht. Grund: ${args.reason}`,
  'problem.file/unknown': () => 'Diese Datei gibt es hier nicht, oder sie ist nicht öffentlich.',
  'problem.request/too-large': (args) =>
    `Das ist zu groß: Hier gehen höchstens ${args.limit} auf einmal.`,
  'problem.request/wrong-media-type': () =>
    'Dieses Format wird hier nicht angenommen: Angaben kommen als application/json, Dateien als application/octet-stream.',
  'problem.auth/sign-in-needed': () => 'Dafür müssen Sie angemeldet sein.',
  'problem.auth/token-unknown': () => 'Dieses Zugangstoken gilt nicht.',
  'problem.auth/not-allowed': () => 'Ihre Rolle erlaubt das hier nicht.',
  'problem.auth/foreign-origin': () =>
    'Die Anfrage kam von einer fremden Seite und wurde deshalb nicht ausgeführt.',
  'problem.route/unknown': () => 'Diese Adresse gibt es nicht.',
  'problem.route/wrong-method': (args) =>
    `${args.method} geht an dieser Adresse nicht, möglich ist: ${args.allow}.`,
  'voided.kicker': () => 'Zurückgenommene Maßnahme',
  'voided.title': () => 'Diese Maßnahme wurde irrtümlich angelegt.',
  'voided.text': (args) =>
    `Sie wurde am ${args.day} zurückgenommen von ${args.actor}. Seitdem steht sie in keiner Liste und zählt nirgends mit. Was eingetragen war, bleibt unten nachzulesen.`,
  'voided.reason': () => 'Begründung:',
  'voided.toMeasures': () => 'Zu den Maßnahmen der Kommune',
  'problem.measure/voided': () =>
    'Diese Maßnahme wurde irrtümlich angelegt und zurückgenommen. Was eingetragen war, steht in ihrem Verlauf.',
  'problem.measure/not-known-yet': (args) =>
    `Diese Maßnahme war am ${args.day} noch nicht bekannt.`,
  'problem.municipality/not-known-yet': (args) =>
    `Diese Kommune gab es hier am ${args.day} noch nicht.`,
  'problem.plan/not-known-yet': (args) => `Diesen Plan gab es hier am ${args.day} noch nicht.`,
  'problem.decision/not-known-yet': (args) =>
    `Diesen Beschluss gab es hier am ${args.day} noch nicht.`,
  'problem.organ/not-known-yet': (args) => `Dieses Gremium gab es hier am ${args.day} noch nicht.`,
  'problem.actor/not-known-yet': (args) =>
    `Diese Organisation gab es hier am ${args.day} noch nicht.`,
  'problem.roundtable/not-known-yet': (args) =>
    `Diesen Runden Tisch gab es hier am ${args.day} noch nicht.`,
  'problem.measure/unknown': () => 'Diese Maßnahme gibt es nicht.',
  'problem.plan/unknown': () => 'Diesen Plan gibt es nicht.',
  'problem.municipality/unknown': () => 'Diese Kommune gibt es nicht.',
  'problem.organ/unknown': () => 'Dieses Gremium gibt es nicht.',
  'problem.decision/unknown': () => 'Diesen Beschluss gibt es nicht.',
  'problem.actor/unknown': () => 'Diese Organisation gibt es nicht.',
  'problem.roundtable/unknown': () => 'Diesen Runden Tisch gibt es nicht.',
  'problem.person/unknown': () => 'Diese Person gibt es nicht.',
  'problem.person/erased': () =>
    'Das Konto dieser Person wurde gelöscht. Wer wieder mitmachen möchte, bekommt eine neue Einladung und dabei eine neue Kennung.',
  'problem.person/not-erased': () =>
    'Die Löschung ist begonnen, aber nicht fertig. Versuchen Sie es noch einmal; spätestens beim nächsten Start wird sie fortgesetzt.',
  'problem.measure/already-exists': () => 'Diese Maßnahme gibt es schon.',
  'problem.plan/already-exists': () => 'Diesen Plan gibt es schon.',
  'problem.municipality/already-exists': () => 'Diese Kommune gibt es hier schon.',
  'problem.transfer/no-town-file': () => 'Das ist keine Datei einer Kommune aus Klimaspur.',
  'problem.transfer/newer': (args) =>
    `Die Datei hat das Format ${args.format}, von einem neueren Klimaspur (${args.app}). Aktualisieren Sie zuerst.`,
  'problem.transfer/damaged': (args) =>
    `Die Datei ist beschädigt oder verändert: ${args.what} ist nicht, wie es ausgegeben wurde. Nichts wurde übernommen.`,
  'problem.transfer/foreign-event': (args) =>
    `Die Datei enthält, was nicht zu dieser Kommune gehört: ${args.stream} (Eintrag ${args.entry}). Nichts wurde übernommen.`,
  'problem.transfer/gap': (args) =>
    `In ${args.stream} fehlt etwas oder steht an anderer Stelle, bei Eintrag ${args.entry}. Nichts wurde übernommen.`,
  'problem.transfer/wrong-id': (args) =>
    `Der Eintrag ${args.entry} in ${args.stream} hat eine Kennung, die nicht zu ihm gehört. Nichts wurde übernommen.`,
  'problem.transfer/unknown-event': (args) =>
    `Den Eintrag ${args.entry} (${args.type}) kennt diese Version von Klimaspur nicht. Aktualisieren Sie zuerst.`,
  'problem.transfer/wrong-data': (args) =>
    `Der Eintrag ${args.entry} hat in ${args.field} einen Wert, den kein Klimaspur schreibt. Nichts wurde übernommen.`,
  'problem.transfer/from-the-future': (args) =>
    `Der Eintrag ${args.entry} liegt in der Zukunft. Prüfen Sie die Uhren beider Server. Nichts wurde übernommen.`,
  'problem.transfer/not-proven': (args) =>
    `Der Eintrag ${args.entry} steht so nicht in dem Log, das unterschrieben ist. Nichts wurde übernommen.`,
  'problem.transfer/not-signed': () =>
    'Der Prüfstand der Datei ist nicht mit diesem Schlüssel unterschrieben. Nichts wurde übernommen.',
  'problem.transfer/incomplete': () =>
    'Die Datei enthält nicht so viele Einträge, wie sie ankündigt. Nichts wurde übernommen.',
  'problem.transfer/moved-on': (args) =>
    `Diese Kommune war schon umgezogen (${args.address}), als die Datei entstand. Holen Sie eine Datei von dort, oder nehmen Sie den Umzug zurück.`,
  'problem.transfer/already-here': (args) =>
    `${args.stream} gibt es hier schon, mit anderem Inhalt. Zwei Verläufe derselben Kommune lassen sich nicht zusammenlegen. Nichts wurde übernommen.`,
  'problem.transfer/unfinished': () =>
    'Eine andere Datei dieser Kommune ist erst zum Teil übernommen. Übernehmen Sie zuerst dieselbe Datei noch einmal.',
  'problem.transfer/running': () =>
    'Gerade wird schon eine Kommune ausgegeben oder übernommen. Versuchen Sie es danach noch einmal.',
  'problem.municipality/moved': (args) => `Diese Kommune wird jetzt hier geführt: ${args.address}`,
  'problem.municipality/arriving': () =>
    'Diese Kommune wird gerade übernommen. Einträge sind möglich, sobald alles da ist.',
  'problem.municipality/key-taken': () =>
    'Diesen Gemeindeschlüssel hat hier schon eine andere Kommune.',
  'problem.municipality/key-of-other-state': (args) =>
    `Dieser Gemeindeschlüssel gehört in ein anderes Land: Im gewählten beginnt er mit ${args.begins}.`,
  'problem.organ/already-exists': () => 'Dieses Gremium gibt es schon.',
  'problem.decision/already-exists': () => 'Diesen Beschluss gibt es schon.',
  'problem.actor/already-exists': () => 'Diese Organisation gibt es schon.',
  'problem.roundtable/already-exists': () => 'Diesen Runden Tisch gibt es schon.',
  'problem.entry/correct-at-source': () =>
    'Dieser Eintrag kommt aus einem Beschluss und wird dort berichtigt.',
  'problem.entry/already-voided': () => 'Dieser Eintrag wurde schon zurückgenommen.',
  'problem.entry/not-correctable': () => 'Ein solcher Eintrag kann nicht berichtigt werden.',
  'problem.entry/no-text': () =>
    'An diesem Eintrag gibt es keinen Text, der entfernt werden könnte.',
  'problem.entry/unknown': () => 'Diesen Eintrag gibt es hier nicht.',
  'problem.log/entry-unreadable': () =>
    'Hier ist ein Eintrag fehlerhaft gespeichert; geschrieben wird erst wieder, wenn er in Ordnung gebracht ist. Die Betreiberseite nennt ihn.',
  'problem.log/upgrade-needed': () =>
    'Hier liegen Einträge einer neueren Programmfassung; geschrieben wird erst wieder nach der Aktualisierung.',
  'problem.log/wrong-expected-revision': () =>
    'Andere haben zur selben Zeit geschrieben. Bitte noch einmal senden.',
  'problem.log/id-conflict': () => 'Unter dieser Kennung ist schon etwas anderes eingetragen.',
  'problem.log/not-storable': () =>
    'Die Anfrage enthält Zeichen oder Zahlen, die sich nicht unverändert aufbewahren lassen.',
  'problem.log/append-too-large': (args) =>
    `Der Eintrag ist größer als ${number(args.limit)} Bytes.`,
  'problem.vault/unavailable': () =>
    'Der Speicher für Namen und Anmeldungen antwortet gerade nicht. Bitte gleich noch einmal versuchen.',
  'problem.log/busy': () =>
    'Gerade schreiben hier zu viele gleichzeitig. Eingetragen ist nichts; noch einmal senden hilft.',
  'problem.log/outcome-unknown': () =>
    'Ob der Eintrag gespeichert ist, steht noch nicht fest. Noch einmal senden schadet nicht.',
  'problem.log/texts-remain': () =>
    'Der Text ist aus den Seiten genommen, doch Kopien können noch in den Dateien liegen. Klimaspur versucht es von selbst weiter.',
  'problem.log/write-failed': () =>
    'Gerade lässt sich nichts eintragen: Der Speicher nimmt nichts an.',
  'problem.log/unreachable': () =>
    'Der Speicher antwortet gerade nicht. Bitte gleich noch einmal versuchen.',
  'problem.log/access-denied': () =>
    'Der Speicher lässt diesen Dienst nicht hinein. Wer ihn betreibt, muss Namen und Passwort prüfen.',
  'problem.log/no-rights': () =>
    'Der Speicher lässt diesen Dienst nicht alles lesen. Wer ihn betreibt, muss dem Dienst das Leserecht geben.',
  'problem.log/stream-deleted': () =>
    'Was hier stand, wurde auf dem Server des Speichers gelöscht. Wer ihn betreibt, muss es aus einer Sicherung zurückholen.',
  'problem.storage/no-space': () =>
    'Auf dem Server ist kein Platz mehr. Eingetragen ist nichts; senden Sie es noch einmal, sobald der Betrieb Platz geschaffen hat.',
  'problem.storage/no-access': () =>
    'Der Server darf gerade nichts schreiben. Eingetragen ist nichts; wer den Server betreibt, findet den Grund in dessen Meldungen.',
  'problem.storage/damaged': () =>
    'Eine Datei des Servers ist beschädigt. Eingetragen ist nichts; wer den Server betreibt, muss danach sehen.',
  'problem.storage/held': () =>
    'Eine Datei des Servers hält gerade ein anderes Programm fest. Eingetragen ist nichts; noch einmal senden hilft.',
  'problem.storage/failing': () =>
    'Der Speicher des Servers antwortet nicht richtig. Ob etwas aufgehoben ist, steht nicht fest; wer den Server betreibt, muss danach sehen.',
  'problem.log/stopped': () =>
    'Eingetragen ist nichts: Das Logbuch nimmt nichts mehr an, weil der Datenträger ein Schreiben nicht bestätigt hat. Wer den Server betreibt, muss danach sehen und ihn neu starten.',
  'problem.log/closed': () => 'Der Dienst wird gerade beendet.',
  'problem.link/unknown': () => 'Diesen Anmeldelink gibt es nicht.',
  'problem.link/used': () => 'Dieser Anmeldelink wurde schon benutzt.',
  'problem.link/expired': () => 'Dieser Anmeldelink ist abgelaufen.',
  'problem.stream/revision-conflict': (args) =>
    `${plural(args.count, { one: `Inzwischen kam ein Eintrag dazu`, other: `Inzwischen kamen ${number(args.count)} Einträge dazu` })}. Bitte prüfen und noch einmal senden.`,
  'problem.stream/revision-required': () =>
    'Diese Änderung ersetzt, was andere geschrieben haben können: Bitte mit If-Match angeben, von welchem Stand sie ausgeht.',
  'problem.idempotency/key-reused': () =>
    'Dieser Idempotency-Key gehört schon zu einer anderen Anfrage.',
  'problem.server/failed': () => 'Das ist unser Fehler, nicht Ihrer. Er ist notiert.',
  'problem.field/missing': () => 'Diese Angabe fehlt.',
  'problem.field/unknown': () => 'Diese Angabe gibt es hier nicht.',
  'problem.field/empty': () => 'Hier steht nichts.',
  'problem.field/too-long': (args) => `Das ist zu lang: höchstens ${number(args.max)} Zeichen.`,
  'problem.field/too-many': (args) => `Das sind zu viele: höchstens ${number(args.max)}.`,
  'problem.field/unknown-code': (args) =>
    `Dieses Wort ist hier nicht bekannt. Möglich: ${args.allowed}.`,
  'problem.field/not-a-text': () => 'Hier wird ein Text erwartet.',
  'problem.field/not-a-day': () => 'Hier braucht es einen genauen Tag, zum Beispiel 2025-03-31.',
  'problem.field/not-a-date': () =>
    'Das ist kein Tag (2025-03-31), kein Monat (2025-03) und kein Jahr (2025).',
  'problem.field/in-the-future': () => 'Das liegt in der Zukunft.',
  'problem.field/not-a-boolean': () => 'Hier wird true oder false erwartet.',
  'problem.field/not-an-integer': (args) =>
    `Hier wird eine ganze Zahl von ${number(args.min)} bis ${number(args.max)} erwartet.`,
  'problem.field/not-an-id': () => 'Das ist keine Kennung (UUID in Kleinbuchstaben).',
  'problem.field/not-a-list': () => 'Hier wird eine Liste erwartet.',
  'problem.field/not-an-object': () => 'Hier wird ein Objekt erwartet.',
  'problem.field/not-a-web-address': () => 'Das ist keine Webadresse mit http:// oder https://.',
  'problem.field/not-a-server': () =>
    'Das ist keine Adresse eines Servers. Sie beginnt mit http:// oder https:// und enthält kein Kennwort, kein „?“ und kein „#“.',
  'problem.field/wrong-form': (args) =>
    `Das hat nicht die Form, die hier erwartet wird. Ein Beispiel: „${inner(args.example)}“.`,
  'problem.reference/unknown': (args) =>
    `${select(args.category, { municipality: `Diese Kommune`, organ: `Dieses Gremium`, plan: `Diesen Plan`, measure: `Diese Maßnahme`, decision: `Diesen Beschluss`, actor: `Diese Organisation`, roundtable: `Diesen Runden Tisch`, person: `Diese Person`, other: `Das` })} gibt es nicht.`,
  'problem.reference/other-municipality': () => 'Das gehört zu einer anderen Kommune.',
  'problem.plan/field-already-there': () => 'Dieses Handlungsfeld gibt es im Plan schon.',
  'problem.plan/unknown-field': () => 'Dieses Handlungsfeld gibt es im Plan nicht.',
  'problem.plan/unknown-edition': () => 'Diese Fassung gibt es nicht.',
  'problem.plan/measure-not-placed': () => 'Diese Maßnahme steht nicht im Plan.',
  'problem.plan/named-twice': () => 'Eine Maßnahme ist zweimal genannt.',
  'problem.plan/own-heir': () =>
    'Eine Maßnahme kann nicht in sich selbst aufgehen, auch nicht auf Umwegen.',
  'problem.roundtable/already-there': () => 'Das gibt es an diesem Runden Tisch schon.',
  'problem.roundtable/unknown-part': (args) =>
    `${select(args.part, { seat: `Diesen Platz`, meeting: `Diesen Termin`, item: `Diesen Tagesordnungspunkt`, followUp: `Diese Zusage`, other: `Das` })} gibt es an diesem Runden Tisch nicht.`,
  'problem.roundtable/only-with-dissent': () =>
    'Wer nicht zustimmt, wird nur bei einem Dissens genannt.',
  'problem.roundtable/only-when-handed-over': () =>
    'Das passt nur zu einem Punkt, der weitergegeben wurde.',
  'problem.roundtable/not-in-dissent': () =>
    'Diese Organisation hat bei dem Punkt keinen Dissens angemeldet.',
  'problem.roundtable/not-held': () => 'Der Termin hat noch nicht stattgefunden.',
  'problem.roundtable/not-circulated': () =>
    'Das Protokoll ist noch nicht zur Abstimmung verschickt.',
  'problem.roundtable/approval-still-open': (args) =>
    `Die Frist für Änderungen läuft noch bis ${args.until}. Vorher gilt das Protokoll nur als genehmigt, wenn alle zugestimmt haben.`,
  'problem.roundtable/not-approved': () => 'Das Protokoll ist noch nicht genehmigt.',
  'problem.entry/by-policy-only': () =>
    'Das schreibt nur Klimaspur selbst, wenn es einen Eintrag aus einer anderen Akte übernimmt.',
  'problem.plan/field-within-itself': () => 'Ein Handlungsfeld kann nicht in sich selbst liegen.',
  'problem.role/instance-wide': () => 'Diese Rolle gilt für alle Kommunen; hier darf keine stehen.',
  'signIn.label': () => 'Unter welcher Bezeichnung erscheinen Ihre Einträge?',
  'signIn.noLink': () =>
    'Zum Anmelden brauchen Sie einen Anmeldelink. Sie bekommen ihn von der Person, die diese Seiten betreibt oder Ihre Kommune betreut.',
  'signIn.askAgain': () =>
    'Jeder Link gilt einmal. Bitten Sie die Person, die Sie eingeladen hat, um einen neuen.',
  'signIn.askAgain.operator': () =>
    'Betreiben Sie diese Seiten selbst? Dann schreibt der Befehl „klimaspur login-link“ einen neuen.',
  'signIn.already': (args) => `Sie sind schon angemeldet als ${args.label}.`,
  'signIn.welcomeBack': (args) => `Angemeldet werden Sie als ${args.label}.`,
  'problem.views/behind': () =>
    'Die Übersichten zeigen noch nicht alles, was eingetragen ist. Versuchen Sie es gleich noch einmal.',
  'problem.views/first': () =>
    'Dieser Server ist neu und liest das Logbuch zum ersten Mal; bis dahin zeigt er nichts. Versuchen Sie es gleich noch einmal.',
  'problem.views/damaged': () =>
    'Diese Übersicht lässt sich gerade nicht lesen und wird aus dem Logbuch neu gebaut. Verloren ist nichts; versuchen Sie es gleich noch einmal.',
  'problem.backup/running': () =>
    'Es läuft schon eine Sicherung. Versuchen Sie es, wenn sie fertig ist.',
  'problem.backup/failed': (args) =>
    `Die Sicherung kam nicht zustande (${args.reason}). Es wurde nichts geändert. Ist im Datenordner noch Platz?`,
  'problem.backup/log-elsewhere': () =>
    'Das Logbuch liegt auf einem Server (KLIMASPUR_LOG), nicht im Datenordner. Sichern Sie es dort, und den Datenordner dazu.',
  'problem.projection/unknown': () => 'Eine Projektion dieses Namens gibt es hier nicht.',
  'problem.projection/not-parked': () => 'Dieser Verlauf ist nicht zurückgestellt.',
  'problem.projection/not-rebuilt': (args) =>
    `${args.name} lässt sich gerade nicht neu bauen: ${args.reason}`,
  'problem.checkpoint/unknown': () =>
    'Über diesen Stand gibt es hier keine unterschriebene Prüfsumme.',
  'problem.proof/entry-unknown': () =>
    'Diesen Eintrag gibt es hier nicht, oder er ist nicht öffentlich.',
  'problem.checkpoint/not-signed': () =>
    'Das lässt sich zurzeit nicht nachweisen: Die Aufzeichnung passt nicht zu dem, was zuletzt unterschrieben wurde. Der Betrieb dieser Seiten weiß, warum.',
  'problem.checkpoint/other-log': () =>
    'Die Aufzeichnung hier ist nicht die, über die diese Prüfsumme spricht. Der Betrieb dieser Seiten weiß, warum.',
  'problem.checkpoint/behind': () =>
    'Die Prüfsummen werden gerade neu berechnet. Versuchen Sie es gleich noch einmal.',
  'problem.import/town-unknown': (args) =>
    `Eine Kommune „${inner(args.town)}“ gibt es hier nicht. Es gibt: ${args.towns}. Eine neue beginnt mit --new-town.`,
  'problem.import/unknown': () =>
    'Diese Datei wartet hier nicht (mehr). Laden Sie sie noch einmal hoch.',
  'problem.import/example': () =>
    'In das Beispiel wird nichts importiert. Beginnen Sie eine eigene Kommune, oder importieren Sie als Betrieb eine Datei, die ihre Kommune nennt.',
  'log.undone.title': () => 'Zurückgenommen',
  'signIn.label.hint': () =>
    'Zum Beispiel der Name Ihrer Gruppe oder Ihr Vorname. Er steht öffentlich bei jedem Eintrag und lässt sich ändern.',
  'people.title': () => 'Personen',
  'people.lead': () =>
    'Wer für diese Kommune einträgt, und in welcher Rolle. Namen stehen nur hier und bei den Einträgen; gespeichert wird mit einem Eintrag nur eine zufällige Kennung.',
  'people.example': () =>
    'Im Beispiel gibt es kein Team: Wer angemeldet ist, darf alles ausprobieren. Personen gehören zu eigenen Kommunen.',
  'people.none': () => 'Noch niemand hat eine Rolle in dieser Kommune. Laden Sie jemanden ein.',
  'people.team': () => 'Das Team',
  'people.you': () => 'das sind Sie',
  'people.revoke': () => 'Rolle entziehen',
  'people.revoke.of': (args) => `${args.label}: Rolle ${args.role} entziehen`,
  'people.forget.of': (args) => `${args.label}: Konto löschen`,
  'people.data': () => 'Daten herunterladen',
  'people.data.of': (args) => `Gespeicherte Daten von ${args.label} herunterladen`,
  'mentions.title': () => 'Personendaten suchen',
  'mentions.lead': () =>
    'Wenn jemand fragt, was hier über sie oder ihn gespeichert ist: Konten, Kontakte von Organisationen, Hinweise, interne Notizen, Angaben zu Sitzungen und die Texte dieser Seiten. Ein Konto löschen Sie in der Liste der Personen der Kommune, alles andere dort, wohin der Link führt.',
  'mentions.text': () => 'Name oder E-Mail-Adresse',
  'mentions.text.hint': () => 'Auch ein Teil genügt. Was Sie suchen, wird nicht gespeichert.',
  'mentions.submit': () => 'Suchen',
  'mentions.found': (args) =>
    `${plural(args.count, { '=0': `Nichts gefunden`, one: `Eine Stelle`, other: `${number(args.count)} Stellen` })}`,
  'mentions.none': () =>
    'So steht es in keinem Konto, Kontakt, Hinweis und in keiner Notiz. Suchen Sie auch nach der E-Mail-Adresse und anderen Schreibweisen.',
  'mentions.texts': () => 'In Einträgen',
  'mentions.texts.text': () =>
    'Steht der Name im Text eines Eintrags, finden Sie ihn mit der Suche in der Liste der Maßnahmen. Am Eintrag, im Verlauf, entfernt „Text entfernen“ ihn endgültig.',
  'mentions.place': () => 'Ansehen, ändern, löschen',
  'mentions.pseudonym': () => 'Kennung',
  'mentions.copy': () => 'Auskunft',
  'mentions.kind.person': () => 'Konto',
  'mentions.kind.contact': () => 'Kontakt einer Organisation',
  'mentions.kind.notice': () => 'Hinweis oder Meldung',
  'mentions.kind.note': () => 'Interne Notiz',
  'mentions.kind.meeting-note': () => 'Angaben zu einer Sitzung am Runden Tisch',
  'mentions.kind.responsible': () => 'Verantwortlich für eine Kommune',
  'mentions.kind.page': () => 'Text dieser Seiten',
  'mentions.kind.dismissal': () => 'Begründung zu einem Verlauf, der so bleibt',
  'mentions.go.person': () => 'Gespeicherte Daten herunterladen',
  'mentions.go.contact': () => 'Zu den Kontakten',
  'mentions.go.notice': () => 'Zum Hinweis',
  'mentions.go.note': () => 'Zu den Notizen',
  'mentions.go.meeting-note': () => 'Zu den Runden Tischen',
  'mentions.go.responsible': () => 'Zu „Wer beobachtet hier?“',
  'mentions.go.page': () => 'Zum Text',
  'mentions.go.dismissal': () => 'Zu den Projektionen',
  'mentions.field.label': () => 'Bezeichnung',
  'mentions.field.name': () => 'Name',
  'mentions.field.email': () => 'E-Mail-Adresse',
  'mentions.field.note': () => 'Bemerkung',
  'mentions.field.text': () => 'Text',
  'mentions.field.source': () => 'Quelle',
  'mentions.field.address': () => 'Anschrift',
  'mentions.field.join_url': () => 'Link zur Videokonferenz',
  'people.forget.lead': (args) =>
    `Gelöscht werden die Bezeichnung, die Anmeldungen und offene Anmeldelinks von ${args.label}, in allen Kommunen und endgültig.`,
  'people.forget.stays': () =>
    'Die Einträge bleiben, denn sie gehören zur Geschichte der Kommune. Bei ihnen steht dann „ehemaliges Mitglied“ mit der Rolle. Gespeichert bleibt mit ihnen eine zufällige Kennung, die niemand mehr einer Person zuordnen kann.',
  'people.forget.when': () =>
    'Das ist richtig, wenn die Person darum bittet. Arbeitet sie nur nicht mehr mit, genügt es, ihr die Rolle zu entziehen. Steht ihr Name im Text eines Eintrags, entfernen Sie vorher diesen Text: im Verlauf, am Eintrag, mit „Text entfernen“.',
  'saved.accountDeleted': () => 'Das Konto ist gelöscht.',
  'cli.person.forget': () => 'Das Konto einer Person löschen; ihre Einträge bleiben, ohne Namen',
  'cli.person.forget.done': () =>
    'Gelöscht. Bei den Einträgen dieser Person steht jetzt „ehemaliges Mitglied“.',
  'cli.person.forget.dryRun': () => 'nur sagen, was verschwände und was bliebe',
  'cli.person.forget.would': (args) =>
    `${args.label}: Gelöscht würden Bezeichnung, ${plural(args.sessions, { one: `eine Anmeldung`, other: `${number(args.sessions)} Anmeldungen` })}, ${plural(args.links, { one: `ein Link`, other: `${number(args.links)} Links` })} und die Herkunft ${plural(args.files, { one: `einer Datei`, other: `von ${number(args.files)} Dateien` })}. Bleiben würden ${plural(args.entries, { one: `ein Eintrag`, other: `${number(args.entries)} Einträge` })} als „ehemaliges Mitglied“. Nichts wurde geändert.`,
  'cli.person.export': () => 'Alles, was über eine Person gespeichert ist, als JSON',
  'cli.person.export.entries': () => 'nur ihre Einträge, als CSV-Datei',
  'person.csv.recordedAt': () => 'Eingetragen am',
  'person.csv.occurredOn': () => 'Geschehen am',
  'person.csv.what': () => 'Ereignis',
  'person.csv.role': () => 'Rolle',
  'person.csv.text': () => 'Text',
  'person.csv.address': () => 'Adresse',
  'person.csv.id': () => 'Nummer des Eintrags',
  'people.newLink': () => 'Neuer Anmeldelink',
  'people.newLink.of': (args) => `Neuer Anmeldelink für ${args.label}`,
  'people.revoke.lead': (args) =>
    `${args.label} kann danach nicht mehr als ${args.role} eintragen. Alle bisherigen Einträge bleiben.`,
  'people.revoke.self': () =>
    'Das ist Ihre eigene Rolle: Danach können Sie diese Seite nicht mehr öffnen.',
  'people.revoke.last': () =>
    'Das ist die letzte Team-Leitung. Danach kann nur der Betrieb wieder jemanden einladen.',
  'people.invite': () => 'Jemanden einladen',
  'people.invite.hint': (args) =>
    `Sie bekommen einen Link, der einmal und ${number(args.days)} Tage lang gilt. Schicken Sie ihn der Person selbst; Klimaspur verschickt keine E-Mails.`,
  'people.invite.role': () => 'In welcher Rolle?',
  'people.role.LEAD': () => 'Team-Leitung',
  'people.role.LEAD.hint': () =>
    'Darf alles in dieser Kommune: Plan und Maßnahmen bearbeiten, veröffentlichen, Personen einladen.',
  'people.role.MONITOR': () => 'Beobachtung',
  'people.role.MONITOR.hint': () =>
    'Trägt ein, was geschieht, bewertet, und berichtigt eigene Einträge.',
  'people.role.ADMINISTRATION': () => 'Verwaltung',
  'people.role.ADMINISTRATION.hint': () =>
    'Trägt ein, was geschieht, und berichtigt eigene Einträge; bewertet nicht.',
  'people.invite.submit': () => 'Einladungslink erzeugen',
  'people.open': () => 'Offene Einladungen',
  'people.open.until': (args) => `${args.role}, gilt bis ${args.day}`,
  'people.open.known': (args) => `für ${args.label}`,
  'people.withdraw': () => 'Zurückziehen',
  'people.withdraw.of': (args) => `Einladung als ${args.role} bis ${args.day} zurückziehen`,
  'invitation.title': () => 'Einladungslink',
  'invitation.once': (args) =>
    `Dieser Link wird nur jetzt gezeigt. Er gilt einmal und bis ${args.day}.`,
  'invitation.text': () => 'Text zum Weitergeben',
  'invitation.letter': (args) => `Hallo,

hier ist die Einladung, bei Klimaspur für ${args.town} mitzumachen, in der Rolle „${inner(args.role)}“.

Dazu bitte diesen Link öffnen. Er gilt einmal und bis ${args.day}:
${args.url}

Beim ersten Mal wird gefragt, unter welcher Bezeichnung die eigenen Einträge erscheinen. Name und E-Mail-Adresse sind nicht nötig.`,
  'invitation.letter.known': (args) => `Hallo,

dieser Link meldet bei Klimaspur für ${args.town} wieder an. Er gilt einmal und bis ${args.day}:
${args.url}`,
  'invitation.subject': () => 'Einladung zu Klimaspur',
  'invitation.mail': () => 'Als E-Mail öffnen',
  'invitation.back': () => 'Zurück zu den Personen',
  'invitation.sentBefore': () =>
    'Dieser Link wurde schon erzeugt und wird nur einmal gezeigt. Erzeugen Sie einen neuen, und ziehen Sie den alten zurück.',
  'work.people.hint': () => 'Wer mitmacht, in welcher Rolle; einladen und Rollen entziehen.',
  'work.stand.people': (args) =>
    `${plural(args.count, { '=0': `niemand`, one: `${number(args.count)} Person`, other: `${number(args.count)} Personen` })}`,
  'saved.invitationWithdrawn': () => 'Die Einladung ist zurückgezogen.',
  'saved.roleRevoked': () => 'Die Rolle ist entzogen.',
  'saved.contactDeleted': () => 'Der Kontakt ist gelöscht.',
  'account.title': () => 'Mein Konto',
  'account.lead': () => 'Was hier über Sie gespeichert ist und was Sie daran ändern können.',
  'account.label.hint': () => 'Steht öffentlich bei jedem Ihrer Einträge, auch bei den bisherigen.',
  'account.label.submit': () => 'Bezeichnung ändern',
  'account.roles': () => 'Meine Rollen',
  'account.roles.none': () =>
    'Sie haben keine Rolle mehr. Bitten Sie die Team-Leitung um eine Einladung.',
  'account.roles.everywhere': () => 'alle Kommunen',
  'account.entries': () => 'Meine letzten Einträge',
  'account.allEntries': () => 'Alle meine Einträge',
  'account.allEntries.lead': () =>
    'Alles, was Sie selbst eingetragen haben, das Neueste zuerst; mit dem, was daraus wurde.',
  'account.entries.none': () => 'Noch kein Eintrag von Ihnen.',
  'account.sessions': () => 'Anmeldungen',
  'account.sessions.text': (args) =>
    `Eine Anmeldung gilt ${number(args.days)} Tage auf dem Gerät, auf dem Sie den Link geöffnet haben.`,
  'account.otherDevice': () => 'Link für ein weiteres Gerät',
  'account.otherDevice.text': () =>
    'Öffnen Sie diesen Link auf dem anderen Gerät. Wer ihn hat, ist dort als Sie angemeldet: Geben Sie ihn niemandem.',
  'account.signOutEverywhere': () => 'Überall abmelden',
  'account.data': () => 'Meine Daten',
  'account.data.text': () =>
    'Alles, was hier über Sie gespeichert ist (Art. 15 und 20 DSGVO): Bezeichnung, Rollen, Anmeldungen, Links, interne Notizen, hochgeladene Dateien und alle Ihre Einträge. Nichts davon handelt von anderen. Die CSV-Datei enthält nur die Einträge und öffnet sich in jeder Tabelle.',
  'account.data.download': () => 'Herunterladen',
  'account.delete': () => 'Konto löschen',
  'account.delete.lead': () =>
    'Gelöscht werden Ihre Bezeichnung, Ihre Anmeldungen und offene Anmeldelinks, endgültig.',
  'account.delete.stays': () =>
    'Ihre Einträge bleiben, denn sie gehören zur Geschichte der Kommune. Bei ihnen steht dann „ehemaliges Mitglied“ mit der Rolle. Gespeichert bleibt mit ihnen eine zufällige Kennung, die niemand mehr einer Person zuordnen kann.',
  'account.delete.text': () =>
    'Steht in einem Ihrer Einträge etwas über Sie selbst, bitten Sie die Team-Leitung vorher, den Text zu entfernen: im Verlauf, am Eintrag, mit „Text entfernen“. Der Eintrag bleibt, der Text ist weg.',
  'account.delete.data': () =>
    'Was über Sie gespeichert ist, können Sie vorher unter „Mein Konto“ herunterladen; danach kann es niemand mehr. Wenn Sie zurückkommen, erscheinen Sie unter einer neuen Kennung.',
  'account.delete.submit': () => 'Konto endgültig löschen',
  'account.deleted': () => 'Ihr Konto ist gelöscht',
  'account.deleted.text': () =>
    'Danke fürs Mitmachen. Ihre Einträge bleiben unter „ehemaliges Mitglied“.',
  'timeline.formerMember': (args) => `ehemaliges Mitglied (${args.role})`,
  'start.title': () => 'Jede Maßnahme hinterlässt eine Spur',
  'start.lead': () =>
    'Klimaspur zeigt, was aus den Klimaplänen der Kommunen wird: was vorgeschlagen, beraten, beschlossen und umgesetzt wurde, mit Tag und Beleg.',
  'start.how': () => 'So lesen Sie diese Seiten',
  'start.how.trail': () =>
    'Jeder Schritt ist ein Eintrag. Nichts wird überschrieben; Berichtigungen stehen neben dem, was sie berichtigen.',
  'start.how.times': () =>
    'Jeder Eintrag hat zwei Zeiten: wann es geschah und wann es eingetragen wurde. Jede Seite gibt es auch für einen Tag in der Vergangenheit.',
  'start.how.facts': () =>
    'Die neun Stände sind Tatsachen aus den Gremien und der Umsetzung. Die Bewertung der Beobachtenden steht davon getrennt.',
  'start.how.data': () =>
    'Alle Zahlen führen zu den Einträgen dahinter und lassen sich herunterladen.',
  'town.arrival': (args) =>
    `Übernommen von ${args.address} am ${args.day}; aufgezeichnet seit ${args.since}. Prüfstand dort: ${number(args.size)} Einträge, Wurzel ${args.root}`,
  'towns.moved': () => 'Jetzt auf einem anderen Server',
  'towns.movedTo': (args) => `geführt auf ${args.host}`,
  'towns.lead': () => 'Kommunen, deren Klimaplan hier beobachtet wird.',
  'towns.search': () => 'Kommune suchen',
  'towns.none': () =>
    'Noch keine Kommune. Der Betrieb kann einen Plan importieren oder eine Kommune anlegen.',
  'towns.target': (args) => `Ziel: klimaneutral bis ${args.year}`,
  'towns.lastNews': (args) => `Zuletzt geschehen: ${args.day}`,
  'draft.mark': () => 'Entwurf: nur für Angemeldete sichtbar',
  'texts.german': () => 'Measure texts are in German.',
  'town.title': (args) => `Klimaschutz in ${args.name}`,
  'town.lead': (args) =>
    `Umsetzungsstand von ${plural(args.total, { one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })} am ${args.day}.`,
  'town.lead.target': (args) => `Ziel der Kommune: klimaneutral bis ${args.year}.`,
  'town.unofficial': () => 'Kein amtliches Angebot der Stadt.',
  'town.source': () => 'Beobachtende dieser Kommune',
  'town.noMeasures': () => 'Noch keine Maßnahmen. Tabelle importieren oder erste Maßnahme anlegen.',
  'town.numbers': () => 'Überblick',
  'town.share': (args) =>
    `${args.share} sind abgeschlossen: ${number(args.done)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })}; bei ${number(args.unknown)} ist der Stand unbekannt.`,
  'town.attention': () => 'Was Aufmerksamkeit braucht',
  'town.late': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme hat`, other: `${number(args.count)} Maßnahmen haben` })} einen geplanten Termin überschritten (errechnet).`,
  'town.stale': (args) =>
    `Zu ${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })} wurde seit ${number(args.days)} Tagen nichts eingetragen.`,
  'town.toBeClarified': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme ist`, other: `${number(args.count)} Maßnahmen sind` })} zu klären: etwas passt nicht zusammen.`,
  'town.target': (args) => `Klimaneutral bis ${args.year}`,
  'town.byField': () => 'Stand nach Handlungsfeld',
  'town.overTime': () => 'Entwicklung',
  'town.plans': (args) => `${plural(args.count, { one: `Der Plan`, other: `Die Pläne` })}`,
  'town.changes': () => 'Zuletzt eingetragen',
  'town.assessment': (args) => `Bewertung durch ${args.group}`,
  'town.observers': () => 'Wer beobachtet hier?',
  'town.observers.none': () => 'Dazu steht hier noch nichts.',
  'town.website': () => 'Internetseite der Kommune',
  'observers.name': () => 'Gruppe',
  'observers.relation': () => 'Verhältnis zur Kommune',
  'observers.website': () => 'Internetseite',
  'observers.contact': () => 'Kontakt',
  'observers.edit': () => '„Wer beobachtet hier?“ ausfüllen',
  'observers.form.lead': () =>
    'Das steht öffentlich auf einer eigenen Seite. Ohne Gruppe und verantwortliche Person lässt sich die Kommune nicht veröffentlichen.',
  'observers.form.name': () => 'Name der Gruppe',
  'observers.form.name.hint': () =>
    'Zum Beispiel „Klimagruppe Musterstadt“ oder „Stadt Musterstadt, Stabsstelle Klimaschutz“.',
  'observers.form.relation': () => 'Wie steht die Gruppe zur Kommune?',
  'observers.form.relation.INDEPENDENT': () => 'Unabhängig: Ehrenamtliche oder ein Verein',
  'observers.form.relation.ALLIANCE': () => 'Bündnis, in dem die Kommune mitwirkt',
  'observers.form.relation.MUNICIPALITY': () => 'Die Kommune selbst',
  'observers.form.teaser': () => 'In einem Satz',
  'observers.form.description': () => 'Mehr über die Gruppe',
  'observers.form.contact': () => 'Kontakt der Gruppe',
  'observers.form.contact.hint': () =>
    'Eine gemeinsame Adresse, Treffen oder E-Mail; keine Privatanschrift.',
  'observers.form.website': () => 'Internetseite der Gruppe',
  'observers.form.logo': () => 'Logo der Gruppe',
  'observers.form.logo.hint': () =>
    'PNG, JPEG oder WebP. Nur ein Zeichen, das Sie verwenden dürfen.',
  'observers.form.logo.alt': () => 'Was zeigt das Logo?',
  'observers.form.logo.alt.hint': () =>
    'Für alle, die es nicht sehen. Zum Beispiel „Logo von Musterstadt Zero“.',
  'observers.form.logo.noPicture': () => 'Ein Logo ist ein Bild, kein PDF.',
  'observers.form.sources': () => 'Woher kommen die Angaben?',
  'observers.form.sources.hint': () =>
    'Zum Beispiel Niederschriften, Auskünfte der Verwaltung, Ortstermine.',
  'observers.form.method': () => 'Wie wird bewertet?',
  'observers.form.method.hint': () =>
    'Wer entscheidet über eine Bewertung, wie oft, und wird sie mit der Verwaltung abgeglichen?',
  'observers.form.supporters': () => 'Unterstützt von',
  'observers.form.licence': () => 'Lizenz der Daten',
  'observers.form.responsible': () => 'Verantwortliche Person',
  'observers.form.responsible.hint': () =>
    'Wer nach Presserecht für die Seiten dieser Kommune einsteht. Name und Anschrift stehen öffentlich hier und im Impressum. Sie gehören nicht zu den unveränderlichen Einträgen und lassen sich jederzeit ändern oder löschen.',
  'observers.form.responsibleName': () => 'Vor- und Nachname',
  'observers.form.responsibleAddress': () => 'Anschrift',
  'observers.form.responsibleEmail': () => 'E-Mail-Adresse',
  'observers.title': (args) => `Wer beobachtet ${args.name}?`,
  'observers.lead': () =>
    'Wer diese Einträge macht, auf welcher Grundlage, und wer dafür einsteht.',
  'observers.more': () => 'Wer beobachtet hier? Quellen, Vorgehen, Verantwortliche',
  'observers.licence': () => 'Lizenz der Daten',
  'observers.licence.use': () => 'Beim Weiterverwenden bitte die Gruppe und die Adresse nennen.',
  'observers.responsible.none': () => 'Noch niemand genannt.',
  'observers.general': () => 'Nach denselben Regeln für alle Kommunen:',
  'observers.wrong': () => 'Etwas stimmt nicht?',
  'observers.wrong.text': () =>
    'An jeder Maßnahme und an jedem Eintrag lässt sich ein Fehler melden, ohne Anmeldung. Die Gruppe liest es und berichtigt, was falsch ist, für alle sichtbar.',
  'town.official': () => 'Diese Seiten führt die Kommune selbst.',
  'observers.sources': () => 'Quellen',
  'observers.supporters': () => 'Unterstützt von',
  'relation.INDEPENDENT': () => 'unabhängig',
  'relation.ALLIANCE': () => 'Bündnis mit der Kommune',
  'relation.MUNICIPALITY': () => 'die Kommune selbst',
  'plan.kind': () => 'Art',
  'plan.title': () => 'Titel des Plans',
  'plan.title.hint': () => 'Zum Beispiel „Klima-Aktionsplan 2030“.',
  'plan.origin': () => 'Wer hat ihn aufgestellt?',
  'planOrigin.ADMINISTRATION': () => 'Verwaltung',
  'planOrigin.ALLIANCE': () => 'Bündnis oder Runder Tisch',
  'planOrigin.CITIZENS_PETITION': () => 'Bürgerbegehren',
  'planOrigin.OTHER': () => 'jemand anderes',
  'plan.description': () => 'Beschreibung',
  'plan.url': () => 'Wo steht der Plan im Internet?',
  'plan.edit': () => 'Angaben zum Plan',
  'plan.edit.hint': () => 'Titel, Art, Herkunft, Beschreibung, Internet-Adresse.',
  'plan.addEdition': () => 'Fassung ergänzen',
  'plan.addEdition.hint': () => 'Jede veröffentlichte Fassung mit ihrem Tag.',
  'plan.fields': () => 'Handlungsfelder',
  'plan.fields.hint': () => 'Anlegen, umbenennen, verschieben.',
  'plan.fields.count': (args) =>
    `${plural(args.count, { '=0': `noch keine`, one: `${number(args.count)} Handlungsfeld`, other: `${number(args.count)} Handlungsfelder` })}`,
  'plan.measures': () => 'Maßnahmen des Plans',
  'plan.measures.hint': () => 'Reihenfolge, Nummern, neue Maßnahmen.',
  'plan.measures.lead': () =>
    'In der Reihenfolge des Plans. Jede Maßnahme führt zu allem, was sich an ihr bearbeiten lässt.',
  'plan.toDashboard': () => 'Zur Übersicht des Plans',
  'plan.dashboard': () => 'Übersicht dieses Plans',
  'plan.allOfTown': (args) => `Alle Pläne: Klimaschutz in ${args.name}`,
  'plan.about': () => 'Der Plan',
  'plan.lead': (args) => `Wie ein Plan von ${args.name} umgesetzt wird.`,
  'plans.lead': () =>
    'Klimaschutz, Klimaanpassung und Wärmeplanung sind meist eigene Pläne. Eine Maßnahme kann in mehreren stehen und zählt nur einmal.',
  'plans.none': () =>
    'Noch kein Plan. Legen Sie den ersten an; Handlungsfelder und Maßnahmen kommen danach.',
  'plans.new': () => 'Plan anlegen',
  'edition.label': () => 'Bezeichnung',
  'edition.label.hint': () => 'Zum Beispiel „Fassung 2024“ oder „Entwurf zur Beteiligung“.',
  'edition.on': () => 'Tag der Fassung',
  'edition.url': () => 'Internet-Adresse der Fassung',
  'fields.lead': () =>
    'Handlungsfelder gliedern den Plan und können ineinander liegen. Die Reihenfolge ist die des Plans.',
  'fields.none': () =>
    'Noch keine Handlungsfelder. Legen Sie die Abschnitte Ihres Plans an, zum Beispiel „Energie“ und „Mobilität“.',
  'fields.new': () => 'Handlungsfeld anlegen',
  'fields.moveName': (args) => `${args.name} verschieben`,
  'fields.measures': () => 'Maßnahmen in diesem Handlungsfeld',
  'planField.name': () => 'Name',
  'planField.number': () => 'Nummer',
  'planField.number.hint': () => 'Wie sie im Plan steht, zum Beispiel „A“ oder „2.1“.',
  'planField.parent': () => 'Liegt in',
  'planField.top': () => 'keinem anderen (oberste Ebene)',
  'planField.move': () => 'Handlungsfeld verschieben',
  'planField.move.lead': () =>
    'Es steht danach an letzter Stelle; die genaue Stelle wählen Sie in der Übersicht mit „Nach oben“ und „Nach unten“.',
  'planField.assess': () => 'Handlungsfeld bewerten',
  'planField.assess.short': () => 'Bewerten',
  'planField.assess.lead': () =>
    'Die Meinung Ihrer Gruppe über das ganze Handlungsfeld. Sie wird gezeigt und nie mitgezählt.',
  'planField.rating': () => 'Bewertung',
  'planField.reason': () => 'Begründung',
  'planField.assessedOn': () => 'Stand der Bewertung',
  'move.up': () => 'Nach oben',
  'move.down': () => 'Nach unten',
  'move.in': () => 'Einrücken',
  'move.out': () => 'Ausrücken',
  'move.elsewhere': () => 'Verschieben',
  'plan.adopted': () => 'Beschluss',
  'plan.notAdopted': () => 'kein Beschluss bekannt',
  'plan.edition': () => 'Fassung',
  'planKind.CLIMATE_PROTECTION': () => 'Klimaschutz',
  'planKind.ADAPTATION': () => 'Klimaanpassung',
  'planKind.HEAT': () => 'Wärmeplanung',
  'planKind.OTHER': () => 'anderer Plan',
  'planAdopted.FULL': () => 'beschlossen',
  'planAdopted.IN_PRINCIPLE': () => 'grundsätzlich beschlossen – Einzelbeschlüsse stehen aus',
  'planAdopted.PART': () => 'teilweise beschlossen',
  'example.publicSources': () =>
    'Beispiel aus öffentlichen Quellen – nicht von RüsselsheimZero oder der Stadt gepflegt.',
  'change.recorded': (args) => `eingetragen am ${args.day}`,
  'change.voided': () => 'zurückgenommen',
  'change.MunicipalityFounded': () => 'Kommune angelegt',
  'change.MunicipalityDescribed': () => 'Beschreibung der Kommune geändert',
  'change.MunicipalityObserversDescribed': () => '„Wer beobachtet hier?“ geändert',
  'change.MunicipalityTargetSet': () => 'Zieljahr festgelegt',
  'change.MunicipalityPublished': () => 'Kommune veröffentlicht',
  'change.MunicipalityUnpublished': () => 'Veröffentlichung der Kommune zurückgenommen',
  'change.MunicipalityMoved': () => 'Wird jetzt auf einem anderen Server geführt',
  'change.OrganRegistered': () => 'Gremium erfasst',
  'change.OrganDescribed': () => 'Gremium geändert',
  'change.OrganClosed': () => 'Gremium beendet',
  'change.PlanDrafted': () => 'Plan angelegt',
  'change.PlanDescribed': () => 'Beschreibung des Plans geändert',
  'change.PlanEditionAdded': () => 'Fassung des Plans ergänzt',
  'change.PlanFieldAdded': () => 'Handlungsfeld ergänzt',
  'change.PlanFieldDescribed': () => 'Handlungsfeld umbenannt oder beschrieben',
  'change.PlanFieldMoved': () => 'Handlungsfeld verschoben',
  'change.PlanFieldAssessed': () => 'Handlungsfeld bewertet',
  'change.PlanMeasurePlaced': () => 'Maßnahme im Plan eingeordnet',
  'change.PlanMeasureRemoved': () => 'Maßnahme aus dem Plan genommen',
  'change.PlanMeasuresMerged': () => 'Maßnahmen zusammengelegt',
  'change.PlanMeasureSplit': () => 'Maßnahme aufgeteilt',
  'change.PlanMeasureSuperseded': () => 'Maßnahme ersetzt',
  'change.PlanAdopted': () => 'Plan beschlossen',
  'change.PlanPublished': () => 'Plan veröffentlicht',
  'change.PlanUnpublished': () => 'Veröffentlichung des Plans zurückgenommen',
  'change.PlanImportCompleted': () => 'Import abgeschlossen',
  'change.DecisionRecorded': () => 'Beschluss erfasst',
  'change.MeasureRecorded': () => 'Maßnahme erfasst',
  'change.MeasureDescribed': () => 'Beschreibung geändert',
  'change.MeasurePublished': () => 'Maßnahme veröffentlicht',
  'change.MeasureUnpublished': () => 'Veröffentlichung zurückgenommen',
  'change.MeasureProposed': () => 'Vorgeschlagen',
  'change.MeasureSubmitted': () => 'Eingebracht',
  'change.MeasureDeliberated': () => 'In einem Gremium behandelt',
  'change.MeasureDecided': () => 'Beschluss gefasst',
  'change.MeasureNoDecisionNeeded': () => 'Kein Beschluss nötig',
  'change.MeasureRevived': () => 'Neu aufgegriffen',
  'change.MeasureMerged': () => 'In einer anderen Maßnahme aufgegangen',
  'change.MeasureSplit': () => 'In mehrere Maßnahmen aufgeteilt',
  'change.MeasureSuperseded': () => 'Durch eine andere Maßnahme ersetzt',
  'change.MeasureResponsibleBodyAssigned': () => 'Zuständigkeit festgelegt',
  'change.MeasureResponsibleBodyReleased': () => 'Zuständigkeit beendet',
  'change.MeasureImplementationPlanned': () => 'Umsetzung geplant',
  'change.MeasureImplementationStarted': () => 'Umsetzung begonnen',
  'change.MeasureProgressReported': () => 'Fortschritt gemeldet',
  'change.MeasureDelayReported': () => 'Verzögerung gemeldet',
  'change.MeasureRescheduled': () => 'Termin genannt oder verschoben',
  'change.MeasureImplementationPaused': () => 'Umsetzung ruht',
  'change.MeasureImplementationResumed': () => 'Umsetzung wieder aufgenommen',
  'change.MeasureImplementationCompleted': () => 'Abgeschlossen',
  'change.MeasureImplementationAbandoned': () => 'Aufgegeben oder nicht umsetzbar',
  'change.MeasureCheckedUnchanged': () => 'Geprüft, unverändert',
  'change.MeasureFindingSettled': () => 'Auffälliger Eintrag geprüft',
  'change.MeasureAssessed': () => 'Bewertet',
  'change.EntryCorrected': () => 'Eintrag berichtigt',
  'change.EntryVoided': () => 'Eintrag zurückgenommen',
  'change.EvidenceAdded': () => 'Beleg ergänzt',
  'change.TextRedacted': () => 'Text entfernt',
  'list.title': (args) => `Maßnahmen in ${args.name}`,
  'list.crumb': () => 'Maßnahmen',
  'list.lead': () =>
    'Alle Maßnahmen, ihr Stand und ihre Fristen. Die Filter stehen in der Adresse und lassen sich verlinken.',
  'list.results': () => 'Ergebnis',
  'list.apart': (args) =>
    `${plural(args.count, { one: `Dazu passt ${number(args.count)} Vorhaben von Bündnispartnern`, other: `Dazu passen ${number(args.count)} Vorhaben von Bündnispartnern` })}`,
  'list.noneFound': () =>
    'Kein Treffer. Heben Sie Filter auf, oder suchen Sie nach einem anderen Wort.',
  'list.downloads': () => 'Diese Liste herunterladen',
  'list.ignored': (args) =>
    `Nicht beachtet, weil unbekannt: ${args.filters}. Die Liste zeigt, was übrig bleibt.`,
  'filter.only': () => 'nur diese',
  'filter.late': () => 'Termin überschritten',
  'filter.stale': () => 'lange nicht geprüft',
  'filter.toBeClarified': () => 'zu klären',
  'filter.allies': () => 'Vorhaben von Bündnispartnern',
  'filter.allies.without': () => 'ohne sie',
  'filter.allies.only': () => 'nur sie',
  'filter.allies.with': () => 'zusammen mit ihnen',
  'sort.plan': () => 'Reihenfolge im Plan',
  'sort.title': () => 'Titel',
  'sort.status': () => 'Stand',
  'sort.lastNews': () => 'zuletzt geschehen',
  'sort.plannedEnd': () => 'geplantes Ende',
  'measure.ownProposal': () => 'Vorschlag, nicht Teil des Plans',
  'measure.entry': () => 'zum Eintrag',
  'measure.inNewConsultation': () =>
    'Die Maßnahme ist in neuer Beratung; der frühere Beschluss gilt weiter.',
  'measure.staleSentence': (args) =>
    `Seit ${number(args.days)} Tagen wurde hierzu nichts eingetragen.`,
  'measure.since': (args) => `seit ${args.day}`,
  'measure.before': (args) => `vorher: ${args.dates}`,
  'measure.facts': () => 'Auf einen Blick',
  'measure.decision': () => 'Beschluss',
  'measure.implementation': () => 'Umsetzung',
  'measure.percent': () => 'Fortschritt',
  'measure.startedOn': () => 'Begonnen',
  'measure.endedOn': () => 'Beendet',
  'measure.finishedLate': () => 'Zu spät fertig',
  'measure.days': (args) =>
    `${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tage` })}`,
  'measure.responsible.LEAD': () => 'Federführung',
  'measure.responsible.PARTNER': () => 'Beteiligt',
  'measure.origin': () => 'Herkunft',
  'measure.budgetPerYear': () => 'Budget pro Jahr',
  'measure.budgetTotal': () => 'Budget insgesamt',
  'measure.savingMoney': () => 'Einsparung pro Jahr',
  'measure.savingCo2': () => 'Einsparung CO₂e pro Jahr',
  'measure.savingEnergy': () => 'Einsparung Energie pro Jahr',
  'measure.texts': () => 'Maßnahmenblatt',
  'measure.history': () => 'Was geschehen ist',
  'measure.wholeHistory': (args) =>
    `${plural(args.count, { one: `Ganzer Verlauf (${number(args.count)} Eintrag)`, other: `Ganzer Verlauf (${number(args.count)} Einträge)` })}`,
  'text.description': () => 'Was muss getan werden?',
  'text.planText': () => 'Wortlaut im Plan',
  'text.background': () => 'Ausgangslage',
  'text.goal': () => 'Ziel',
  'text.statusReport': () => 'Sachstand laut Quelle',
  'text.statusNote': () => 'Begründung des Stands',
  'text.outlook': () => 'Ausblick',
  'text.obstacles': () => 'Hemmnisse',
  'text.remarks': () => 'Hinweise',
  'text.planAssessment': () => 'Bewertung der Planung durch die Gruppe',
  'text.supporters': () => 'Unterstützt von',
  'text.targetGroups': () => 'Zielgruppen',
  'text.initiator': () => 'Anstoß',
  'text.steps': () => 'Handlungsschritte',
  'text.period': () => 'Umsetzungszeitraum laut Plan',
  'text.indicators': () => 'Erfolgsindikatoren',
  'text.costNote': () => 'Erläuterung zu den Kosten',
  'text.funding': () => 'Finanzierung und Förderung',
  'text.savingsMethod': () => 'Wie die Einsparung ermittelt wurde',
  'text.notQuantifiedReason': () => 'Warum nicht beziffert',
  'text.coBenefits': () => 'Nebeneffekte',
  'text.localValue': () => 'Wertschöpfung vor Ort',
  'text.examples': () => 'Gute Beispiele anderswo',
  'text.related': () => 'Flankierende Maßnahmen',
  'text.papers': () => 'Drucksachen dazu',
  'text.classes': () => 'Einordnung',
  'sheet.horizon': () => 'Einführung',
  'sheet.title': () => 'Titel der Maßnahme',
  'sheet.part.filled': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Angabe`, other: `${number(args.count)} Angaben` })}`,
  'sheet.part.plan': () => 'Aus dem Plan',
  'sheet.part.plan.hint': () => 'Wortlaut, Ausgangslage, Zielgruppen.',
  'sheet.part.time': () => 'Zeit und Schritte',
  'sheet.part.time.hint': () => 'Einführung, Dauer, Priorität, Handlungsschritte.',
  'sheet.part.money': () => 'Kosten und Finanzierung',
  'sheet.part.money.hint': () => 'Budget, Kosten, Personal, Förderung.',
  'sheet.part.effect': () => 'Wirkung',
  'sheet.part.effect.hint': () => 'Einsparung, Klimawirkung, Nebeneffekte.',
  'sheet.part.links': () => 'Drucksachen, Indikatoren, Einordnung',
  'sheet.part.links.hint': () => 'Woran man die Maßnahme wiederfindet und misst.',
  'sheet.part.state': () => 'Sachstand laut Quelle, Hinweise, unsere Sicht',
  'sheet.part.state.hint': () => 'Was Quelle und Gruppe dazu schreiben.',
  'sheet.part.state.lead': () =>
    'Was geschehen ist, tragen Sie besser als Eintrag mit Tag ein; hier stehen Texte, die zum Maßnahmenblatt gehören.',
  'sheet.cost.staff.hint': () => 'In Stellen, zum Beispiel 0,5.',
  'sheet.funding.amountEuros': () => 'Betrag in Euro',
  'sheet.notQuantified.hint': () => 'Was der Plan ausdrücklich offenlässt.',
  'sheet.saving.min': () => 'Einsparung CO₂e, mindestens',
  'sheet.saving.max': () => 'Einsparung CO₂e, höchstens',
  'sheet.paper.title': () => 'Titel der Drucksache',
  'sheet.paper.url': () => 'Internet-Adresse der Drucksache',
  'sheet.classes.hint': () => 'Zum Beispiel BISKO, VERKEHR, Verkehr.',
  'sheet.class.scheme': () => 'Schema',
  'sheet.class.code': () => 'Kürzel',
  'sheet.class.label': () => 'Bezeichnung',
  'sheet.row.steps': () => 'Schritt',
  'sheet.row.indicators': () => 'Indikator',
  'sheet.row.funding': () => 'Finanzierung',
  'sheet.row.papers': () => 'Drucksache',
  'sheet.row.classes': () => 'Einordnung',
  'sheet.horizon.SHORT': () => 'kurzfristig (bis 3 Jahre)',
  'sheet.horizon.MEDIUM': () => 'mittelfristig (3 bis 7 Jahre)',
  'sheet.horizon.LONG': () => 'langfristig (über 7 Jahre)',
  'sheet.duration': () => 'Dauer',
  'sheet.duration.PROJECT': () => 'befristetes Vorhaben',
  'sheet.duration.PERMANENT': () => 'Daueraufgabe',
  'sheet.priority': () => 'Priorität',
  'sheet.priority.HIGH': () => 'hoch',
  'sheet.priority.MEDIUM': () => 'mittel',
  'sheet.priority.LOW': () => 'niedrig',
  'sheet.feasibility': () => 'Machbarkeit (1 bis 5)',
  'sheet.impact': () => 'Wirkung (1 bis 5)',
  'sheet.influence': () => 'Einfluss der Kommune',
  'sheet.influence.CONSUMES': () => 'verbraucht selbst',
  'sheet.influence.SUPPLIES': () => 'versorgt und bietet an',
  'sheet.influence.REGULATES': () => 'regelt',
  'sheet.influence.ADVISES': () => 'berät und wirbt',
  'sheet.climateEffect': () => 'Klimawirkung',
  'sheet.climateEffect.POSITIVE': () => 'gut für das Klima',
  'sheet.climateEffect.NEGATIVE': () => 'schlecht für das Klima',
  'sheet.climateEffect.NONE': () => 'keine',
  'sheet.climateEffect.UNKNOWN': () => 'nicht bekannt',
  'sheet.effectFrom': () => 'Wirkt ab',
  'sheet.cost.oneOff': () => 'Kosten einmalig',
  'sheet.cost.perYear': () => 'Kosten pro Jahr',
  'sheet.cost.staff': () => 'Personalbedarf',
  'sheet.cost.staffPosts': (args) =>
    `${plural(args.posts, { one: `${number(args.posts)} Stelle`, other: `${number(args.posts)} Stellen` })}`,
  'sheet.cost.asOf': () => 'Preisstand',
  'sheet.saving.range': (args) => `${args.min} bis ${args.max}`,
  'sheet.saving.quality': () => 'Güte der Schätzung',
  'sheet.saving.quality.A': () => 'A – gemessen',
  'sheet.saving.quality.B': () => 'B – aus örtlichen Daten berechnet',
  'sheet.saving.quality.C': () => 'C – aus der Literatur',
  'sheet.saving.quality.D': () => 'D – grob geschätzt',
  'sheet.notQuantified': () => 'Nicht beziffert',
  'sheet.notQuantified.GREENHOUSE_GAS': () => 'Treibhausgas-Einsparung',
  'sheet.notQuantified.ENERGY': () => 'Energieeinsparung',
  'sheet.notQuantified.COST': () => 'Kosten',
  'sheet.step': () => 'Schritt',
  'sheet.step.start': () => 'Beginn',
  'sheet.step.end': () => 'Ende',
  'sheet.step.state': () => 'Stand',
  'sheet.step.state.OPEN': () => 'offen',
  'sheet.step.state.RUNNING': () => 'läuft',
  'sheet.step.state.DONE': () => 'erledigt',
  'sheet.step.state.DROPPED': () => 'entfällt',
  'sheet.indicator': () => 'Indikator',
  'sheet.indicator.unit': () => 'Einheit',
  'sheet.indicator.baseline': () => 'Ausgangswert',
  'sheet.indicator.target': () => 'Zielwert',
  'sheet.funding.source': () => 'Programm oder Haushaltsstelle',
  'sheet.funding.amount': () => 'Betrag',
  'sheet.funding.state': () => 'Stand',
  'sheet.funding.state.OPEN': () => 'offen',
  'sheet.funding.state.APPLIED': () => 'beantragt',
  'sheet.funding.state.GRANTED': () => 'bewilligt',
  'sheet.funding.state.REFUSED': () => 'abgelehnt',
  'measure.round': () => 'Anlauf',
  'measure.round.number': (args) => `${number(args.round)}. Anlauf derselben Maßnahme`,
  'measure.heirs': () => 'Wird fortgeführt als',
  'measure.predecessors': () => 'Führt fort',
  'origin.ROUND_TABLE': () => 'Runder Tisch',
  'origin.CITIZENS_GROUP': () => 'Bürgergruppe',
  'origin.FACTION': () => 'Fraktion',
  'origin.ADMINISTRATION': () => 'Verwaltung',
  'origin.MAGISTRAT': () => 'Magistrat',
  'origin.PLAN': () => 'Plan',
  'origin.ORTSBEIRAT': () => 'Ortsbeirat',
  'origin.CITIZEN_PETITION': () => 'Bürgerantrag',
  'origin.FUNDING_PROGRAMME': () => 'Förderprogramm',
  'origin.LEGAL_DUTY': () => 'gesetzliche Pflicht',
  'history.title': (args) => `Verlauf: ${args.title}`,
  'history.crumb': () => 'Verlauf',
  'history.lead': () =>
    'Jeder Eintrag, das Neueste zuerst, mit dem Tag, an dem es geschah, und dem, an dem es eingetragen wurde.',
  'history.kind': () => 'Welche Einträge?',
  'historyKind.all': () => 'alle',
  'historyKind.council': () => 'In den Gremien',
  'historyKind.work': () => 'In der Umsetzung',
  'historyKind.assessment': () => 'Bewertung und Prüfung',
  'historyKind.records': () => 'Texte und Buchführung',
  'historyKind.corrections': () => 'Berichtigungen',
  'historyKind.plan': () => 'Pläne und Gliederung',
  'historyKind.tables': () => 'Runde Tische und Bündnis',
  'historyKind.town': () => 'Kommune und Gremien',
  'trail.about': () => 'Wozu?',
  'trail.about.all': () => 'zu allem',
  'trail.order': () => 'Reihenfolge',
  'trail.order.recorded': () => 'nach dem Tag des Eintrags',
  'trail.order.happened': () => 'nach dem Tag des Geschehens',
  'trail.newest': () => 'Neueste Einträge',
  'trail.newer': () => 'Neuere Einträge',
  'trail.older': () => 'Ältere Einträge',
  'trail.oldest': () => 'Älteste Einträge',
  'trail.town.lead': () =>
    'Jeder Eintrag zu dieser Kommune: was geschah, wann es geschah, wann es eingetragen wurde, von wem und mit welchem Beleg.',
  'trail.plan.lead': () =>
    'Jeder Eintrag zu diesem Plan: Fassungen, Handlungsfelder und wo welche Maßnahme steht. Was mit einer Maßnahme selbst geschah, steht in ihrem Verlauf.',
  'trail.decision.lead': () => 'Wie dieser Beschluss erfasst und berichtigt wurde.',
  'trail.toTown': () => 'Zur Seite der Kommune',
  'trail.toPlan': () => 'Zum Plan',
  'trail.toDecision': () => 'Zum Beschluss',
  'trail.thing.municipality': () => 'Kommune',
  'trail.thing.organ': () => 'Gremium',
  'trail.thing.plan': () => 'Plan',
  'trail.thing.measure': () => 'Maßnahme',
  'trail.thing.decision': () => 'Beschluss',
  'trail.thing.actor': () => 'Organisation',
  'trail.thing.roundtable': () => 'Runder Tisch',
  'trail.things.municipality': () => 'Kommune',
  'trail.things.organ': () => 'Gremien',
  'trail.things.plan': () => 'Pläne',
  'trail.things.measure': () => 'Maßnahmen',
  'trail.things.roundtable': () => 'Runde Tische',
  'trail.things.actor': () => 'Organisationen',
  'town.allEntries': () => 'Alle Einträge',
  'plan.allEntries': () => 'Verlauf des Plans',
  'decision.allEntries': () => 'Verlauf mit Links zu jedem Eintrag',
  'historyColumn.what': () => 'Was',
  'historyColumn.on': () => 'Geschehen am',
  'historyColumn.latest': () => 'Tag ist der späteste mögliche',
  'historyColumn.recorded': () => 'Eingetragen am',
  'historyColumn.by': () => 'Von',
  'historyColumn.from': () => 'Stand vorher',
  'historyColumn.to': () => 'Stand nachher',
  'historyColumn.note': () => 'Notiz',
  'historyColumn.standing': () => 'Gültigkeit',
  'historyColumn.about': () => 'Worum es ging',
  'historyColumn.changed': () => 'Geänderte Angaben',
  'historyColumn.facts': () => 'Einzelheiten',
  'historyColumn.evidence': () => 'Belege',
  'historyColumn.address': () => 'Adresse',
  'standing.valid': () => 'gilt',
  'standing.corrected': () => 'berichtigt',
  'standing.voided': () => 'zurückgenommen',
  'change.detail': (args) => `${args.what}: ${args.detail}`,
  'change.corrected': () => 'berichtigt',
  'change.imported': (args) =>
    `Aus einer Datei übernommen: ${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })}`,
  'change.measures': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })}: ${args.what}`,
  'change.published': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })} veröffentlicht`,
  'change.times': (args) => `${args.what} (${number(args.count)}-mal)`,
  'start.lead2': () => 'Jeder Eintrag nennt Tag und Quelle und wird nie still geändert.',
  'start.changes': () => 'Zuletzt eingetragen',
  'towns.all': (args) =>
    `${plural(args.count, { one: `Zur Liste der Kommunen`, other: `Alle ${number(args.count)} Kommunen ansehen` })}`,
  'towns.found': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Kommune`, other: `${number(args.count)} Kommunen` })}`,
  'towns.noneFound.q': (args) =>
    `Zu „${inner(args.q)}“ gibt es hier keine Kommune. Prüfen Sie die Schreibweise, oder suchen Sie nach einem Teil des Namens.`,
  'towns.showAll': () => 'Alle Kommunen zeigen',
  'towns.measures': (args) =>
    `${plural(args.total, { '=0': `Noch keine Maßnahmen.`, one: `${number(args.total)} Maßnahme.`, other: `${number(args.total)} Maßnahmen.` })}`,
  'towns.none.begin': () => 'Eigene Kommune beginnen',
  'town.lead.done': (args) =>
    `${number(args.done)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme ist`, other: `${number(args.total)} Maßnahmen sind` })} abgeschlossen${plural(args.unknown, { '=0': `.`, other: `, bei ${number(args.unknown)} ist der Stand unbekannt.` })}`,
  'town.asOf': (args) => `Stand: ${args.day}.`,
  'town.target.resolved': (args) => `Beschlossen: ${args.day}.`,
  'town.target.unknown': (args) =>
    `Gezählt sind alle ${number(args.total)} Maßnahmen; bei ${number(args.unknown)} ist der Stand unbekannt. Die Zahl der Maßnahmen allein macht keine Kommune klimaneutral.`,
  'otherDay.title': () => 'Stand an einem anderen Tag',
  'otherDay.day': () => 'Tag',
  'otherDay.day.hint': () => 'Zeigt diese Seite so, wie es an diesem Tag stand.',
  'otherDay.days': (args) =>
    `${plural(args.count, { one: `Ein Tag mit Sitzung oder Einträgen`, other: `${number(args.count)} Tage mit Sitzungen oder Einträgen` })}`,
  'otherDay.body': () => 'Ein Gremium',
  'otherDay.slider': () => 'Tage mit Sitzungen und Einträgen',
  'otherDay.decisions': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Beschluss`, other: `${number(args.count)} Beschlüsse` })}`,
  'otherDay.deliberations': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Beratung`, other: `${number(args.count)} Beratungen` })}`,
  'otherDay.entries': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Eintrag`, other: `${number(args.count)} Einträge` })}`,
  'otherDay.advanced': () => 'Erweitert: Was war wann bekannt?',
  'otherDay.advanced.lead': () =>
    'Manches wird erst später eingetragen oder berichtigt. Mit einem Kenntnisstand sehen Sie diese Seite ohne alles, was erst danach eingetragen wurde: so, wie sie sich damals gelesen hätte.',
  'otherDay.known': () => 'Kenntnisstand',
  'otherDay.known.hint': () => 'Tag und Uhrzeit; leer: alles, was heute bekannt ist.',
  'otherDay.known.steps': () => 'Wann Neues bekannt wurde',
  'otherDay.show': () => 'Diesen Stand anzeigen',
  'otherDay.choose': () => 'Anderen Tag wählen',
  'town.assessment.own': () =>
    'Eine Meinung der Beobachtenden. Sie zählt in keiner der Zahlen oben.',
  'town.assessment.administration': () => 'Verwaltung',
  'town.assessment.plan': () => 'Plan',
  'town.assessment.status': () => 'Umsetzung',
  'town.assessment.asOf': (args) => `${args.rating}, Stand ${args.day}`,
  'town.about': (args) => `Über ${args.name}`,
  'town.population': () => 'Einwohnerinnen und Einwohner',
  'town.populationOn': (args) => `${number(args.count)} (${args.day})`,
  'observers.method': () => 'Wie wir vorgehen',
  'observers.responsible': () => 'Verantwortlich',
  'plan.adoptedOn': (args) => `${args.how} (${args.day})`,
  'plan.inPrinciple': () => 'grundsätzlich beschlossen („auf Verweis“) – Einzelbeschluss steht aus',
  'town.assessment.fields': () => 'Handlungsfelder',
  'town.assessment.undated': (args) => `${args.rating}, ${args.day}`,
  'townFile.number': () => 'Nummer',
  'townFile.late': () => 'Termin überschritten',
  'townFile.stale': () => 'lange nicht geprüft',
  'townFile.toBeClarified': () => 'zu klären',
  'problem.query/invalid': (args) =>
    `${plural(args.count, { one: `Eine Angabe der Frage stimmt`, other: `${number(args.count)} Angaben der Frage stimmen` })} nicht.`,
  'filter.attention': () => 'Was Aufmerksamkeit braucht',
  'draft.short': () => 'Entwurf',
  'draft.counted': (args) =>
    `davon ${plural(args.count, { one: `${number(args.count)} Entwurf`, other: `${number(args.count)} Entwürfe` })}, nur für Angemeldete sichtbar`,
  'problem.example/not-open': () =>
    'Hier ist keine Beispielwelt offen. Sie wird mit KLIMASPUR_EXAMPLE=yes geöffnet.',
  'problem.field/wrong-order': (args) => `Das Ende liegt vor dem Anfang (${args.from}).`,
  'problem.query/future-day': (args) =>
    `„${inner(args.name)}“ nennt eine Zeit, die noch nicht gekommen ist. Wie es dann steht, weiß niemand.`,
  'problem.today': () => 'Dieselbe Seite von heute',
  'problem.filter/unknown': (args) => `„${inner(args.value)}“ gibt es hier nicht.`,
  'problem.field/not-a-cursor': () => 'Das ist kein „next“ einer früheren Antwort.',
  'problem.field/control-character': () =>
    'Der Text enthält ein Steuerzeichen, das niemand sieht. Schreiben Sie die Stelle neu.',
  'measure.evidence': () => 'Belege',
  'measure.assessment.own': () =>
    'Eine Meinung der Beobachtenden. Der Stand oben folgt allein aus Beschluss und Umsetzung.',
  'measure.assessment.signed': (args) => `${args.rating}, Stand ${args.day}`,
  'measure.assessment.undated': (args) => `${args.rating}, ${args.day}`,
  'measure.dueStart': (args) => `geplanter Beginn ${args.day}`,
  'measure.missedStart': (args) =>
    `seit ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tagen` })} ohne bekannten Beginn`,
  'townsFile.name': () => 'Kommune',
  'townsFile.state': () => 'Land',
  'townsFile.target': () => 'Zieljahr',
  'townsFile.lastNews': () => 'Zuletzt geschehen am',
  'townsFile.lastNewsRecorded': () => 'Eingetragen am (Tag unbekannt)',
  'behind.title': () => 'Ihr letzter Eintrag ist gespeichert',
  'behind.text': () =>
    'Auf dieser Seite ist er noch nicht zu sehen. Laden Sie die Seite in einem Augenblick neu.',
  'newer.title': () => 'Hier fehlt noch etwas',
  'newer.text': () =>
    'Eine neuere Programmfassung hat hier etwas eingetragen, das diese Seite noch nicht zeigen kann. Alles andere ist zu sehen; geschrieben wird hier erst wieder nach der Aktualisierung.',
  'townsFile.download': () => 'Diese Liste herunterladen',
  'kept.nothing-lost': () => 'Ihre Angaben sind nicht verloren: Sie stehen auf dieser Seite.',
  'kept.sign-in': () => 'In einem neuen Tab anmelden, dann hier noch einmal senden',
  'kept.send-again': () => 'Noch einmal senden',
  'form.missing.title': (args) =>
    `${plural(args.count, { one: `Vorher fehlt noch eine Angabe`, other: `Vorher fehlen noch ${number(args.count)} Angaben` })}`,
  'form.problem.choice': () => 'Bitte eine der angebotenen Möglichkeiten wählen.',
  'kept.typed': () => 'Das haben Sie angegeben',
  'measure.lateSince.start': (args) => `Ohne bekannten Beginn seit ${args.day} (errechnet).`,
  'measure.lateSince.end': (args) => `Ohne bekannten Abschluss seit ${args.day} (errechnet).`,
  'share.open': () => 'Teilen',
  'share.title': (args) => `Teilen: ${args.title}`,
  'share.lead': (args) =>
    `Ein kurzer Text und zwei Bilder zum Weitergeben, mit Quelle und Datum: ${args.stand}. Was später geschieht, ändert diese Bilder nicht.`,
  'share.text': () => 'Kurzer Text',
  'share.text.label': () => 'Text zum Kopieren',
  'share.text.hint': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Zeichen`, other: `${number(args.count)} Zeichen` })}, der Link mitgezählt.`,
  'share.pictures': () => 'Bilder',
  'share.landscape': (args) =>
    `Querformat, ${args.width} × ${args.height} Pixel, für Links und Webseiten.`,
  'share.portrait': (args) =>
    `Hochformat, ${args.width} × ${args.height} Pixel, für Beiträge in sozialen Netzwerken.`,
  'share.download.landscape': () => 'Querformat herunterladen',
  'share.download.portrait': () => 'Hochformat herunterladen',
  'share.alt': () => 'Bildbeschreibung zum Kopieren',
  'share.alt.hint': () =>
    'Geben Sie sie mit, wo Sie ein Bild einstellen: Sie sagt denen, die es nicht sehen, was darauf steht.',
  'share.back': () => 'Zurück zur Seite',
  'share.copy': () => 'Kopieren',
  'share.copied': () => 'Kopiert.',
  'share.saved': () => 'Gute Nachricht? Bild und kurzen Text dazu teilen',
  'share.measure': (args) => `Maßnahme ${args.number}`,
  'share.decision': () => 'Beschluss',
  'share.town': () => 'Klimaschutz',
  'share.named': (args) => `„${inner(args.title)}“ (${args.town})`,
  'share.planned': (args) => `Geplanter Beginn: ${args.day}`,
  'share.fact': (args) => `${args.day}: ${args.what}`,
  'share.fact.body': (args) => `${args.day}, ${args.what}`,
  'share.since': (args) => `${args.word} (seit ${args.day})`,
  'share.post': (args) =>
    `${args.what}: ${args.said}. Quelle: ${args.source}, ${args.stand}. ${args.link}`,
  'share.post.least': (args) => `${args.stand}: ${args.link}`,
  'problem.picture/busy': () =>
    'Gerade werden zu viele Bilder gewünscht. Versuchen Sie es in einer Minute noch einmal.',
  'problem.print/no-browser': () =>
    'Auf diesem Server ist kein Chromium, das ein PDF machen könnte. Drucken Sie die Seite, und wählen Sie „Als PDF speichern“.',
  'problem.print/busy': () =>
    'Gerade werden schon mehrere PDF gemacht. Versuchen Sie es in einer Minute noch einmal, oder drucken Sie die Seite.',
  'problem.print/failed': () =>
    'Das PDF ist nicht gelungen. Versuchen Sie es in einer Minute noch einmal, oder drucken Sie die Seite.',
  'chart.on': () => 'Stand am',
  'chart.shareOf': (args) => `von ${number(args.total)} (${args.share})`,
  'stages.title': () => 'Vom Beschluss zum Abschluss',
  'stages.overTime': () => 'Vom Beschluss zum Abschluss, im Verlauf',
  'stages.stage': () => 'Stufe',
  'stages.total': () => 'alle Maßnahmen',
  'stages.decided': () => 'beschlossen',
  'stages.begun': () => 'beschlossen und begonnen',
  'stages.finished': () => 'beschlossen und abgeschlossen',
  'stages.givenUp': () => 'beschlossen und aufgegeben',
  'stages.begunUndecided': () => 'ohne geltenden Beschluss begonnen',
  'stages.decisionUnknown': () => 'Beschlussstand unbekannt',
  'stages.sentence': (args) =>
    `${number(args.decided)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme ist`, other: `${number(args.total)} Maßnahmen sind` })} beschlossen; ${plural(args.begun, { one: `${number(args.begun)} davon hat`, other: `${number(args.begun)} davon haben` })} begonnen, ${plural(args.finished, { one: `${number(args.finished)} ist`, other: `${number(args.finished)} sind` })} abgeschlossen.`,
  'stages.sentence.givenUp': (args) =>
    `${plural(args.count, { one: `${number(args.count)} beschlossene Maßnahme wurde`, other: `${number(args.count)} beschlossene Maßnahmen wurden` })} aufgegeben.`,
  'stages.sentence.undecided': (args) =>
    `${plural(args.count, { one: `${number(args.count)} weitere hat`, other: `${number(args.count)} weitere haben` })} begonnen, ohne dass dafür ein geltender Beschluss eingetragen ist.`,
  'stages.sentence.unknown': (args) =>
    `Bei ${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })} ist der Beschlussstand unbekannt.`,
  'stages.grew': (args) =>
    `${plural(args.then, { '=0': `Für den ${args.from} ist noch keine Maßnahme als beschlossen eingetragen`, one: `Für den ${args.from} ist ${number(args.then)} Maßnahme als beschlossen eingetragen`, other: `Für den ${args.from} sind ${number(args.then)} Maßnahmen als beschlossen eingetragen` })}; für den ${args.to} ${plural(args.decided, { '=0': `keine`, one: `ist es ${number(args.decided)}`, other: `sind es ${number(args.decided)}` })} von ${number(args.total)}${plural(args.decided, { '=0': `.`, other: `, davon ${number(args.begun)} begonnen (zuvor ${number(args.begunThen)}) und ${number(args.finished)} abgeschlossen (zuvor ${number(args.finishedThen)}).` })}`,
  'opinions.hint': () =>
    'Gezählt ist je Maßnahme die neueste Bewertung, wer immer sie unterschrieben hat.',
  'opinions.open': () => 'noch offen',
  'opinions.sentence': (args) =>
    `${args.title}: ${number(args.assessed)} von ${plural(args.total, { one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })} bewertet${plural(args.notAssessed, { '=0': ``, other: `, ${number(args.notAssessed)} ausdrücklich nicht bewertet` })}${plural(args.open, { '=0': ``, other: `, ${number(args.open)} noch offen` })}; am häufigsten mit „${inner(args.rating)}“ (${number(args.count)}).`,
  'opinions.sentence.none': (args) =>
    `${args.title}: Keine von ${plural(args.total, { one: `${number(args.total)} Maßnahme`, other: `${number(args.total)} Maßnahmen` })} ist bewertet${plural(args.notAssessed, { '=0': ``, other: `, ${number(args.notAssessed)} ausdrücklich nicht bewertet` })}${plural(args.open, { '=0': ``, other: `, ${number(args.open)} noch offen` })}.`,
  'moved.title': () => 'Verschobene Termine',
  'moved.sentence': (args) =>
    `Bei ${number(args.total)} von ${plural(args.planned, { one: `${number(args.planned)} Maßnahme`, other: `${number(args.planned)} Maßnahmen` })} mit geplantem Ende wurde der Termin verschoben, zusammen ${plural(args.moves, { one: `einmal`, other: `${number(args.moves)}‑mal` })}. ${plural(args.later, { one: `${number(args.later)} endet`, other: `${number(args.later)} enden` })} später als zuerst geplant, ${number(args.earlier)} früher.`,
  'moved.none': (args) =>
    `${plural(args.planned, { one: `${number(args.planned)} Maßnahme hat`, other: `${number(args.planned)} Maßnahmen haben` })} ein geplantes Ende; verschoben wurde keines.`,
  'moved.noneDated': () => 'Zu keiner Maßnahme ist ein geplantes Ende eingetragen.',
  'moved.noneLater': () => 'Keine endet später als zuerst geplant.',
  'moved.distances': () => 'Wie weit geplante Enden verschoben wurden',
  'moved.distance': () => 'Heute geplantes Ende',
  'moved.planned': () => 'mit geplantem Ende',
  'moved.farthest': () => 'Am weitesten verschoben',
  'moved.farthest.sentence': (args) =>
    `Am weitesten verschoben ist „${inner(args.title)}“: um ${plural(args.months, { one: `einen Monat`, other: `${number(args.months)} Monate` })}, von ${args.first} auf ${args.now}.`,
  'moved.item': (args) =>
    `${args.first} → ${args.now}, ${plural(args.times, { one: `einmal`, other: `${number(args.times)}‑mal` })} verschoben`,
  'moved.measure': () => 'Maßnahme',
  'moved.first': () => 'zuerst geplant',
  'moved.now': () => 'jetzt geplant',
  'moved.times': () => 'Verschiebungen',
  'moved.days': () => 'Tage später',
  'moved.hint': () =>
    'Verglichen wird das Ende, das zuerst geplant war, mit dem, das am gezeigten Tag galt. Wird eine Angabe nur genauer (2027 → Juni 2027), ist der Termin nicht verschoben.',
  'shift.EARLIER': () => 'früher als zuerst geplant',
  'shift.SAME': () => 'wie zuerst geplant',
  'shift.QUARTER': () => 'bis zu 3 Monate später',
  'shift.YEAR': () => 'über 3 Monate bis 1 Jahr später',
  'shift.TWO_YEARS': () => 'über 1 bis 2 Jahre später',
  'shift.LONGER': () => 'mehr als 2 Jahre später',
  'trends.title': () => 'Verlauf und Termine',
  'trends.lead': () =>
    'Wie viele Maßnahmen wann beschlossen, begonnen und abgeschlossen waren, welche Termine verschoben wurden und wie sich die Bewertung verändert hat.',
  'trends.more': () => 'Verlauf und Termine: Halbjahr für Halbjahr, und was verschoben wurde',
  'trends.dashboard': () => 'Zur Übersicht',
  'trends.scope': () => 'Ausschnitt',
  'trends.all': () => 'Alle Maßnahmen',
  'compare.title': () => 'Was sich geändert hat',
  'compare.pageTitle': (args) => `Was sich geändert hat: ${args.name}`,
  'compare.description': () =>
    'Zwei Tage im Vergleich: was beschlossen, begonnen, abgeschlossen, verzögert, verschoben, abgelehnt oder berichtigt wurde.',
  'compare.lead': (args) =>
    `Vom ${args.from} bis zum ${args.to}: ${plural(args.count, { '=0': `keine Maßnahme steht anders da`, one: `${number(args.count)} Maßnahme steht anders da`, other: `${number(args.count)} Maßnahmen stehen anders da` })}, von ${number(args.total)}, die an einem der beiden Tage zählten.`,
  'compare.dashboard': () => 'Zur Übersicht',
  'compare.open': () => 'Was sich geändert hat: zwei Tage vergleichen',
  'compare.ofField': () => 'Was sich in diesem Handlungsfeld geändert hat',
  'compare.from': () => 'Von',
  'compare.to': () => 'Bis',
  'compare.apply': () => 'Vergleichen',
  'compare.more': () => 'Erweitert: was war wann bekannt?',
  'compare.more.hint': () =>
    'Sonst werden beide Tage so verglichen, wie sie heute bekannt sind. Wer hier Tage einträgt, sieht, was damals bekannt war.',
  'compare.known.from': () => 'Erster Tag, Kenntnisstand vom',
  'compare.known.to': () => 'Zweiter Tag, Kenntnisstand vom',
  'compare.known.hint': (args) => `Ein Tag wie ${args.today}; leer: alles, was bekannt ist.`,
  'compare.presets': () => 'Oft gefragt',
  'compare.preset.meeting': (args) => `Seit der letzten Sitzung: ${args.body} (${args.day})`,
  'compare.preset.month': () => 'Letzte 30 Tage',
  'compare.preset.halfYear': () => 'Letztes halbes Jahr',
  'compare.preset.adopted': (args) => `Seit „${inner(args.plan)}“ beschlossen wurde (${args.day})`,
  'compare.stands': () => 'Stand an beiden Tagen',
  'compare.stands.sentence': (args) =>
    `Abgeschlossen: vorher ${number(args.before)}, jetzt ${number(args.now)} von ${number(args.total)} Maßnahmen. Von ${number(args.unknown)} ist der Stand unbekannt.`,
  'compare.difference': () => 'Unterschied',
  'compare.pairs': () => 'Was gelang und was nicht',
  'compare.others': () => 'Was sich sonst geändert hat',
  'compare.heading': (args) => `${args.what} (${number(args.count)})`,
  'compare.none': () => 'Nichts in dieser Zeit.',
  'compare.nothing': () => 'Zwischen diesen beiden Tagen hat sich nichts geändert.',
  'compare.furtherOnes': (args) =>
    `${plural(args.count, { one: `${number(args.count)} weitere Maßnahme`, other: `${number(args.count)} weitere Maßnahmen` })} zeigen`,
  'compare.inFile': (args) => `${number(args.count)} weitere stehen in der CSV-Datei.`,
  'compare.byField': () => 'Nach Handlungsfeld',
  'compare.column.measures': () => 'Maßnahmen',
  'compare.column.good': () => 'gelungen',
  'compare.column.bad': () => 'nicht gelungen',
  'compare.column.dates': () => 'Termine geändert',
  'compare.column.others': () => 'anderes',
  'compare.how': () => 'Wie verglichen wird',
  'compare.how.difference': () =>
    'Verglichen werden die Listen der beiden Tage. Was dazwischen kam und wieder ging, ist kein Unterschied. Jede Änderung steht hier einmal; eine Maßnahme kann mehrere haben.',
  'compare.how.pairs': () =>
    'Was gelang, steht links, was nicht gelang, rechts daneben, gleich groß und mit gleich viel Platz, in der Reihenfolge: Beschluss, Beginn, Ende, Verzögerung.',
  'compare.how.records': () =>
    'Aufgenommen und berichtigt wird in unseren Aufzeichnungen: Eine Maßnahme, die erst dazwischen aufgenommen wurde, zählt an beiden Tagen mit, denn es gab sie vorher schon.',
  'compare.kind.decided': () => 'Neu beschlossen',
  'compare.kind.rejected': () => 'Abgelehnt oder zurückgezogen',
  'compare.kind.begun': () => 'Begonnen',
  'compare.kind.paused': () => 'Ruht',
  'compare.kind.finished': () => 'Abgeschlossen',
  'compare.kind.abandoned': () => 'Aufgegeben',
  'compare.kind.recovered': () => 'Nicht mehr verzögert',
  'compare.kind.delayed': () => 'Verzögert',
  'compare.kind.rescheduled': () => 'Termine geändert',
  'compare.kind.proceeding': () => 'In den Gremien weiter',
  'compare.kind.planned': () => 'Umsetzung geplant',
  'compare.kind.other': () => 'Anderes',
  'compare.kind.removed': () => 'Nicht mehr in der Zählung',
  'compare.kind.added': () => 'Neu aufgenommen',
  'compare.kind.corrected': () => 'Einträge berichtigt',
  'compare.kind.assessed': () => 'Neu bewertet',
  'compare.withDay': (args) => `${args.what} (${args.day})`,
  'compare.begun': () => 'begonnen',
  'compare.begun.again': () => 'wieder aufgenommen',
  'compare.begun.permanent': () => 'als Daueraufgabe begonnen',
  'compare.finished.late': (args) =>
    `${args.said}, ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tage` })} nach dem geplanten Ende`,
  'compare.recovered': (args) => `Jetzt ${args.now}`,
  'compare.delayed.reported': () => 'Verzögerung gemeldet',
  'compare.delayed.reported.later': (args) =>
    `${args.said}, Ende ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tage` })} später`,
  'compare.delayed.start': (args) =>
    `Sollte bis ${args.day} beginnen, seit ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tagen` })} überfällig`,
  'compare.delayed.end': (args) =>
    `Sollte bis ${args.day} fertig sein, seit ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tagen` })} überfällig`,
  'compare.start': () => 'Beginn',
  'compare.end': () => 'Ende',
  'compare.date.later': (args) =>
    `${args.date} verschoben von ${args.before} auf ${args.now}, ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tage` })} später`,
  'compare.date.earlier': (args) =>
    `${args.date} vorgezogen von ${args.before} auf ${args.now}, ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tage` })} früher`,
  'compare.date.exact': (args) => `${args.date} genauer genannt: ${args.now} statt ${args.before}`,
  'compare.date.named': (args) => `${args.date} zum ersten Mal genannt: ${args.now}`,
  'compare.date.gone': (args) => `${args.date} nicht mehr genannt, vorher ${args.before}`,
  'compare.added': (args) => `Am ersten Tag nicht in der Zählung, jetzt ${args.now}`,
  'compare.recorded': () => 'In dieser Zeit aufgenommen',
  'compare.removed': () => 'Nicht mehr bei den Maßnahmen der Kommune',
  'compare.removed.plan': () => 'Steht nicht mehr in diesem Plan',
  'compare.removed.field': () => 'Steht nicht mehr in diesem Handlungsfeld',
  'compare.other': (args) => `Jetzt „${inner(args.now)}“, vorher „${inner(args.before)}“`,
  'compare.other.decision': (args) =>
    `Beschlusslage jetzt „${inner(args.now)}“, vorher „${inner(args.before)}“`,
  'compare.other.implementation': (args) =>
    `Umsetzung jetzt „${inner(args.now)}“, vorher „${inner(args.before)}“`,
  'compare.notAssessed': () => 'nicht mehr bewertet',
  'compare.assessed': (args) => `${args.said}, vorher: ${args.before}`,
  'compare.corrected': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Eintrag berichtigt`, other: `${number(args.count)} Einträge berichtigt` })}`,
  'compare.voided': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Eintrag zurückgenommen`, other: `${number(args.count)} Einträge zurückgenommen` })}`,
  'compare.file': () => 'aenderungen',
  'compare.file.number': () => 'Nummer',
  'compare.file.kind': () => 'Art der Änderung',
  'compare.file.sentence': () => 'Was sich geändert hat',
  'compare.file.before': () => 'Stand vorher',
  'compare.file.after': () => 'Stand jetzt',
  'compare.file.on': () => 'Geschehen am',
  'compare.file.from': () => 'Termin vorher',
  'compare.file.to': () => 'Termin jetzt',
  'compare.file.days': () => 'Tage',
  'report.title': () => 'Sachstandsbericht',
  'report.open': () => 'Sachstandsbericht',
  'report.unofficial': () => 'Keine amtliche Drucksache: ein Bericht derer, die beobachten.',
  'report.allChanges': () => 'Alle Änderungen',
  'report.pdf': () => 'Als PDF',
  'report.print': () =>
    'Drucken Sie diese Seite, und wählen Sie „Als PDF speichern“: Sie ist für ein bis vier Blätter gemacht.',
  'report.asOf': () => 'Stand',
  'report.since': () => 'Verglichen mit',
  'report.knownAt': () => 'Kenntnisstand',
  'report.knownNow': () => 'alles, was bis heute eingetragen ist',
  'report.observedBy': () => 'Beobachtet von',
  'report.short': () => 'Kurz gefasst',
  'report.changed': (args) => `Seit dem ${args.day}: ${args.what}.`,
  'report.changed.nothing': (args) => `Seit dem ${args.day} hat sich daran nichts geändert.`,
  'report.sum.decided': (args) =>
    `${plural(args.count, { one: `${number(args.count)} neu beschlossen`, other: `${number(args.count)} neu beschlossen` })}`,
  'report.sum.begun': (args) =>
    `${plural(args.count, { one: `${number(args.count)} begonnen`, other: `${number(args.count)} begonnen` })}`,
  'report.sum.finished': (args) =>
    `${plural(args.count, { one: `${number(args.count)} abgeschlossen`, other: `${number(args.count)} abgeschlossen` })}`,
  'report.sum.recovered': (args) =>
    `${plural(args.count, { one: `${number(args.count)} nicht mehr verzögert`, other: `${number(args.count)} nicht mehr verzögert` })}`,
  'report.sum.rejected': (args) =>
    `${plural(args.count, { one: `${number(args.count)} abgelehnt oder zurückgezogen`, other: `${number(args.count)} abgelehnt oder zurückgezogen` })}`,
  'report.sum.paused': (args) =>
    `${plural(args.count, { one: `${number(args.count)} ruht`, other: `${number(args.count)} ruhen` })}`,
  'report.sum.abandoned': (args) =>
    `${plural(args.count, { one: `${number(args.count)} aufgegeben`, other: `${number(args.count)} aufgegeben` })}`,
  'report.sum.delayed': (args) =>
    `${plural(args.count, { one: `${number(args.count)} neu verzögert`, other: `${number(args.count)} neu verzögert` })}`,
  'report.sum.rescheduled': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Termin geändert`, other: `${number(args.count)} Termine geändert` })}`,
  'report.changedSince': (args) => `Was sich seit dem ${args.day} geändert hat`,
  'report.rest': (args) => `Außerdem: ${args.what}.`,
  'report.rest.proceeding': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme in den Gremien weiter`, other: `${number(args.count)} Maßnahmen in den Gremien weiter` })}`,
  'report.rest.planned': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Umsetzung geplant`, other: `${number(args.count)} Umsetzungen geplant` })}`,
  'report.rest.added': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme neu in der Zählung`, other: `${number(args.count)} Maßnahmen neu in der Zählung` })}`,
  'report.rest.removed': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme nicht mehr in der Zählung`, other: `${number(args.count)} Maßnahmen nicht mehr in der Zählung` })}`,
  'report.rest.other': (args) =>
    `${plural(args.count, { one: `${number(args.count)} andere Änderung`, other: `${number(args.count)} andere Änderungen` })}`,
  'report.rest.recorded': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme in dieser Zeit aufgenommen`, other: `${number(args.count)} Maßnahmen in dieser Zeit aufgenommen` })}`,
  'report.rest.corrected': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Maßnahme mit berichtigten Einträgen`, other: `${number(args.count)} Maßnahmen mit berichtigten Einträgen` })}`,
  'report.further': (args) =>
    `und ${plural(args.count, { one: `${number(args.count)} weitere`, other: `${number(args.count)} weitere` })}`,
  'report.fields': () => 'Stand und Änderungen nach Handlungsfeld',
  'report.column.good': () => 'seither gelungen',
  'report.column.bad': () => 'seither nicht',
  'report.late': (args) =>
    `Was sich verzögert, und warum (${number(args.count)} von ${number(args.total)})`,
  'report.late.none': () => 'Nichts ist verzögert.',
  'report.late.reported': (args) => `Verzögerung gemeldet, geplantes Ende: ${args.end}`,
  'report.late.because': (args) => `${args.said}. Gemeldeter Grund: ${args.reason}.`,
  'report.late.noReason': (args) => `${args.said}. Einen Grund hat niemand gemeldet.`,
  'report.questions': () => 'Fragen an die Stadt und Rückmeldung der Stadt',
  'report.questions.open': (args) => `Noch ohne Rückmeldung (${number(args.count)})`,
  'report.answers': (args) => `Rückmeldung der Stadt in dieser Zeit (${number(args.count)})`,
  'report.due': () => 'Als Nächstes fällig',
  'report.due.none': () => 'In den nächsten sechs Monaten soll nichts fertig werden.',
  'report.due.by': (args) => `soll fertig sein: ${args.day}`,
  'report.method': () => 'Wie dieser Bericht entsteht',
  'report.method.how': () =>
    'Alle Zahlen kommen aus einzelnen Einträgen mit Tag und, soweit es einen gibt, Beleg; niemand ändert sie von Hand. Verglichen werden die Listen zweier Tage, und jede Änderung steht einmal darin. Was gelang und was nicht, hat gleich viel Platz; „unbekannt“ heißt, dass niemand etwas dazu eingetragen hat.',
  'report.method.more': () => 'So wird gezählt',
  'report.checkpoint': (args) =>
    `Prüfstand: ${number(args.size)} Einträge, ${args.root}, unterschrieben ${args.at}`,
  'report.file.part': () => 'Abschnitt',
  'report.file.about': () => 'Maßnahme oder Frage',
  'report.file.words': () => 'Was es heißt',
  'report.file.question': () => 'Offene Frage an die Stadt',
  'report.file.answer': () => 'Rückmeldung der Stadt',
  'data.trends': () => 'Spalten der Diagramm-Dateien',
  'data.trends.1': () =>
    'Die Dateien der Diagramme: jede hält genau, was die Tabelle unter ihrem Diagramm zeigt. In JSON heißen dieselben Werte so wie in der zweiten Spalte, in der Form, in der die Schnittstelle sie gibt.',
  'data.trends.stages': () => 'Vom Beschluss zum Abschluss',
  'data.trends.movedDates': () => 'Verschobene Termine',
  'data.trends.assessments': () => 'Bewertungen',
  'trendColumn.day': () => 'Tag',
  'trendColumn.decided': () => 'Beschlossen',
  'trendColumn.begun': () => 'Davon begonnen',
  'trendColumn.finished': () => 'Davon abgeschlossen',
  'trendColumn.givenUp': () => 'Beschlossen und aufgegeben',
  'trendColumn.begunUndecided': () => 'Ohne geltenden Beschluss begonnen',
  'trendColumn.decisionUnknown': () => 'Beschlussstand unbekannt',
  'trendColumn.total': () => 'Alle Maßnahmen',
  'trendColumn.scale': () => 'Skala',
  'trendColumn.rating': () => 'Bewertung',
  'trendColumn.count': () => 'Anzahl',
  'trendColumn.assessed': () => 'Bewertet',
  'trendColumn.notAssessed': () => 'Ausdrücklich nicht bewertet',
  'trendColumn.id': () => 'Klimaspur-ID',
  'trendColumn.title': () => 'Titel',
  'trendColumn.first': () => 'Zuerst geplantes Ende',
  'trendColumn.now': () => 'Jetzt geplantes Ende',
  'trendColumn.times': () => 'Verschiebungen',
  'trendColumn.days': () => 'Tage später',
  'workbook.column.name': () => 'Name',
  'workbook.column.kind': () => 'Art',
  'workbook.column.final': () => 'Beschließt endgültig',
  'workbook.column.title': () => 'Titel',
  'workbook.column.on': () => 'Tag',
  'workbook.column.latest': () => 'Tag ist der späteste mögliche',
  'workbook.column.body': () => 'Gremium',
  'workbook.column.outcome': () => 'Ergebnis',
  'workbook.column.paper': () => 'Drucksache',
  'workbook.column.count': () => 'Maßnahmen',
  'workbook.column.entry': () => 'Kennung des Eintrags',
  'workbook.column.measureId': () => 'Klimaspur-ID',
  'workbook.column.measure': () => 'Maßnahme',
  'workbook.column.recorded': () => 'Eingetragen',
  'workbook.column.what': () => 'Was',
  'workbook.column.standing': () => 'Gültigkeit',
  'workbook.column.url': () => 'Link',
  'workbook.column.id': () => 'Kennung',
  'workbook.meaning.name': () => 'Wie das Gremium heißt.',
  'workbook.meaning.kind': () => 'Welche Art von Gremium oder Beleg es ist.',
  'workbook.meaning.final': () => 'Ob das Gremium endgültig beschließt oder berät.',
  'workbook.meaning.title': () => 'Titel des Beschlusses oder Belegs.',
  'workbook.meaning.on': () =>
    'An welchem Tag, in welchem Monat oder Jahr es geschah. Leer: unbekannt.',
  'workbook.meaning.latest': () => '„ja“, wo der Tag nur sagt, wann es spätestens geschehen war.',
  'workbook.meaning.body': () => 'Welches Gremium beschlossen hat.',
  'workbook.meaning.outcome': () => 'Wie die Abstimmung ausging.',
  'workbook.meaning.paper': () => 'Nummer der Drucksache.',
  'workbook.meaning.count': () =>
    'Wie viele Maßnahmen der Beschluss betrifft, soweit Sie sie sehen.',
  'workbook.meaning.entry': () =>
    'Woran der Eintrag erkannt wird, auch in der Datei aller Einträge.',
  'workbook.meaning.measureId': () =>
    'Von welcher Maßnahme die Rede ist: wie im Blatt der Maßnahmen.',
  'workbook.meaning.measure': () => 'Titel dieser Maßnahme.',
  'workbook.meaning.recorded': () => 'Wann es eingetragen wurde, in Weltzeit (UTC).',
  'workbook.meaning.what': () => 'Was geschah, in einem Satz.',
  'workbook.meaning.standing': () => 'Ob der Eintrag gilt, berichtigt oder zurückgenommen ist.',
  'workbook.meaning.url': () => 'Wo der Beleg im Netz liegt.',
  'workbook.meaning.id': () =>
    'Woran Gremium oder Beschluss erkannt wird, auch in der Schnittstelle.',
  'data.workbook': () => 'Spalten der Arbeitsmappe einer Kommune',
  'data.workbook.1': () =>
    'Das erste Blatt hat die Spalten der Maßnahmentabelle, die Blätter der Zahlen die Spalten der Diagramm-Dateien. Dazu kommen:',
  'data.workbook.heading': () => 'Überschrift',
  'workbook.sheet.counts': () => 'Stand',
  'workbook.sheet.fields': () => 'Zahlen je Handlungsfeld',
  'workbook.sheet.status': () => 'Entwicklung',
  'workbook.sheet.stages': () => 'Vom Beschluss zum Abschluss',
  'workbook.sheet.assessments': () => 'Bewertungen',
  'workbook.sheet.movedDates': () => 'Verschobene Termine',
  'workbook.sheet.organs': () => 'Gremien',
  'workbook.sheet.decisions': () => 'Beschlüsse',
  'workbook.sheet.entries': () => 'Einträge',
  'workbook.sheet.evidence': () => 'Belege',
  'trendColumn.what': () => 'Was',
  'trendColumn.statusWord': () => 'Stand',
  'trendColumn.stage': () => 'Stufe',
  'trendColumn.ratingWord': () => 'Bewertung (Wort)',
  'trendColumn.shift': () => 'Abstand',
  'trendColumn.code': () => 'Code',
  'trendColumn.measures': () => 'Maßnahmen',
  'trendColumn.share': () => 'Anteil',
  'trendColumn.field': () => 'Handlungsfeld',
  'trendMeaning.day': () => 'Tag, für den die Zeile gilt; in der letzten der gezeigte.',
  'trendMeaning.decided': () =>
    'Maßnahmen, die beschlossen sind, auch grundsätzlich, oder keinen Beschluss brauchen.',
  'trendMeaning.begun': () =>
    'Von den beschlossenen die in Umsetzung, unterbrochenen und abgeschlossenen.',
  'trendMeaning.finished': () => 'Von den beschlossenen die abgeschlossenen.',
  'trendMeaning.givenUp': () =>
    'Von den beschlossenen die aufgegebenen und nicht umsetzbaren; in „begonnen“ zählen sie nicht.',
  'trendMeaning.begunUndecided': () =>
    'In Umsetzung, unterbrochen oder abgeschlossen, ohne dass ein geltender Beschluss eingetragen ist.',
  'trendMeaning.decisionUnknown': () =>
    'Maßnahmen, bei denen nicht eingetragen ist, ob sie beschlossen sind.',
  'trendMeaning.total': () =>
    'Alle Maßnahmen an diesem Tag. Was in anderen aufgegangen ist, zählt bei diesen.',
  'trendMeaning.scale': () => 'Code der Skala, auf der bewertet wurde.',
  'trendMeaning.rating': () => 'Code der Bewertung. Eine Meinung der Beobachtenden.',
  'trendMeaning.count': () => 'Maßnahmen, deren neueste Bewertung so lautet.',
  'trendMeaning.assessed': () => 'Maßnahmen mit einer Bewertung.',
  'trendMeaning.notAssessed': () =>
    'Maßnahmen, von denen eingetragen ist, dass und warum sie nicht bewertet werden. Wer weder hier noch in „Bewertet“ zählt, ist noch offen.',
  'trendMeaning.id': () => 'Kennung der Maßnahme, dieselbe wie in der Maßnahmentabelle.',
  'trendMeaning.title': () => 'Titel der Maßnahme an diesem Tag.',
  'trendMeaning.first': () => 'Das Ende, das zuerst genannt wurde.',
  'trendMeaning.now': () => 'Das Ende, das am gezeigten Tag geplant war.',
  'trendMeaning.times': () => 'Wie oft der Termin verschoben wurde; genauere Angaben zählen nicht.',
  'trendMeaning.days': () =>
    'Tage zwischen den letzten möglichen Tagen der beiden; kleiner als 0: früher.',
  'trendMeaning.what': () =>
    'Zeit, die von der bis zum Zieljahr vergangen ist, und abgeschlossene Maßnahmen.',
  'trendMeaning.statusWord': () => 'Eines der neun Wörter; in der letzten Zeile alle zusammen.',
  'trendMeaning.stage': () =>
    'Stufe auf dem Weg vom Beschluss zum Abschluss; in der letzten Zeile alle Maßnahmen.',
  'trendMeaning.ratingWord': () => 'Bewertung der Gruppe; in der letzten Zeile alle Maßnahmen.',
  'trendMeaning.shift': () => 'Wie weit das geplante Ende vom zuerst genannten entfernt ist.',
  'trendMeaning.code': () =>
    'Dasselbe als Code; leer in der Zeile der Summe und wo nicht bewertet ist.',
  'trendMeaning.measures': () => 'So viele Maßnahmen sind es.',
  'trendMeaning.share': () => 'Anteil an allen, wie das Diagramm ihn nennt.',
  'trendMeaning.field': () => 'Handlungsfeld der obersten Ebene mit allem, was darin liegt.',
  'method.stages': () => 'Vom Beschluss zum Abschluss',
  'method.stages.1': () =>
    'Jede Stufe ist ein Teil der vorigen. Was aufgegeben wurde, zählt als beschlossen, aber nicht als begonnen: ob die Arbeit je begann, ist oft nicht bekannt. Was ohne geltenden Beschluss begann, steht daneben.',
  'method.stages.decision': () => 'Beschluss',
  'method.stages.implementation': () => 'Umsetzung',
  'method.stages.any': () => 'jeder Stand',
  'data.trends.status': () => 'Entwicklung',
  'data.trends.ownProjects': () => 'Vorhaben von Bündnispartnern',
  'data.trends.counts': () => 'Stand aller Maßnahmen',
  'data.trends.target': () => 'Bis zum Zieljahr',
  'data.trends.fields': () => 'Stand je Handlungsfeld',
  'data.trends.stagesNow': () => 'Vom Beschluss zum Abschluss, am gezeigten Tag',
  'data.trends.opinionsNow': () => 'Bewertungen, am gezeigten Tag',
  'data.trends.shifts': () => 'Wie weit geplante Enden verschoben wurden',
  'data.trends.farthest': () => 'Am weitesten verschoben',
  'moved.all': (args) =>
    `Alle ${plural(args.count, { one: `${number(args.count)} Maßnahme`, other: `${number(args.count)} Maßnahmen` })} mit verschobenem Ende herunterladen`,
  'trendMeaning.status': () => 'Maßnahmen, deren Stand an diesem Tag so heißt.',
  'turns.title': () => 'Zuletzt beschlossen, abgeschlossen, verzögert',
  'turns.adopted': () => 'Neu beschlossen',
  'turns.completed': () => 'Abgeschlossen',
  'turns.delayed': () => 'Verzögert',
  'turns.none': () => 'Noch keine.',
  'alliance.organisations': () => 'Organisationen',
  'alliance.organisations.lead': () =>
    'Wer mitmacht oder eingeladen wird: Ämter, Vereine, Unternehmen, Fraktionen. Öffentlich genannt wird eine Organisation erst, wenn sie zugestimmt hat.',
  'alliance.none': () =>
    'Noch keine Organisationen. Fügen Sie zuerst die Liste derer ein, die Sie einladen möchten.',
  'alliance.add': () => 'Organisationen erfassen',
  'alliance.add.lead': () =>
    'Eine oder vierzig auf einmal: je Zeile eine Organisation. Was schon da ist, bleibt, wie es ist.',
  'alliance.add.persons': () =>
    'Namen und Adressen von Personen werden nie Teil einer Organisation: Sie kommen zu den Ansprechpersonen, bleiben intern und lassen sich löschen. Bevor etwas gespeichert wird, sehen Sie, wie die Liste verstanden wird.',
  'alliance.add.submit': () => 'Organisationen erfassen',
  'alliance.names': () => 'Organisationen, je Zeile eine',
  'alliance.names.hint': () =>
    'Zum Beispiel „Radfreunde e. V.“ oder mit Art und Ansprechperson: „Hof Sonnentau; Unternehmen; Eva Sommer <eva@hof.example>“. Eine Tabelle oder die Empfänger einer Mail lassen sich einfügen.',
  'alliance.preview': (args) =>
    `${plural(args.count, { one: `So wird die Liste verstanden: ${number(args.count)} Organisation`, other: `So wird die Liste verstanden: ${number(args.count)} Organisationen` })}`,
  'alliance.preview.lead': () =>
    'Noch ist nichts gespeichert. Steht hier der Name einer Person als Organisation, ändern Sie die Liste unten: Was einmal erfasst ist, bleibt im Verlauf. Sonst schicken Sie das Formular noch einmal ab.',
  'alliance.preview.contacts': () => 'Intern als Ansprechperson:',
  'alliance.preview.unclear': (args) =>
    `${plural(args.count, { one: `Nicht zugeordnet, bleibt außen vor: ${number(args.count)} Angabe`, other: `Nicht zugeordnet, bleibt außen vor: ${number(args.count)} Angaben` })}`,
  'alliance.preview.unclear.lead': () =>
    'Schreiben Sie den Namen der Organisation davor, wenn jemand dazugehört: „Radfreunde e. V.; Eva Sommer <eva@rad.example>“.',
  'alliance.doubts': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Zeile kann ein Mensch sein`, other: `${number(args.count)} Zeilen können Menschen sein` })}`,
  'alliance.doubts.lead': () =>
    'Namen von Personen gehören nicht ins Verzeichnis der Organisationen, denn was dort steht, bleibt im Verlauf. Bitte sagen Sie zu jeder Zeile, was sie ist.',
  'alliance.doubts.ORGANISATION': () => 'eine Organisation',
  'alliance.doubts.CONTACT': (args) => `eine Person, Kontakt bei „${inner(args.name)}“ (intern)`,
  'alliance.doubts.PERSON': () => 'eine Person, nicht erfassen',
  'alliance.kind': () => 'Art',
  'alliance.kind.others': () => 'Art, wo keine erkannt wird',
  'alliance.kind.others.hint': () =>
    '„e. V.“, „GmbH“, „Fraktion“, „Amt“ und Ähnliches wird am Namen erkannt.',
  'alliance.name': () => 'Name',
  'alliance.organ': () => 'Gremium oder Amt der Kommune',
  'alliance.organ.hint': () => 'Wenn es dasselbe ist wie ein Gremium, das hier schon geführt wird.',
  'alliance.organ.none': () => 'keines',
  'alliance.description': () => 'Wer sind sie?',
  'alliance.website': () => 'Internetseite',
  'alliance.contact': () => 'Kontakt der Organisation',
  'alliance.contact.hint': () =>
    'Eine allgemeine Adresse, nie die einer Privatperson: Sie wird öffentlich.',
  'alliance.member': () => 'im Bündnis',
  'alliance.named': () => 'öffentlich genannt',
  'alliance.unnamed': () => 'nicht öffentlich genannt',
  'alliance.named.text': () =>
    'Die Organisation hat eine öffentliche Seite und wird in Protokollen genannt.',
  'alliance.unnamed.text': () =>
    'Die Organisation wird öffentlich nirgends genannt. In Protokollen zählt sie mit, ohne Namen.',
  'alliance.publish': () => 'Öffentlich nennen',
  'alliance.publish.lead': () =>
    'Nur mit Zustimmung der Organisation: Ihr Name, was sie zusagt und einbringt, ist dann für alle zu sehen.',
  'alliance.unpublish.lead': () =>
    'Die Seite der Organisation verschwindet, und ihr Name steht öffentlich nirgends mehr. Die Einträge bleiben.',
  'alliance.edit': () => 'Angaben ändern',
  'alliance.edit.hint': () => 'Name, Art, Beschreibung, Internetseite.',
  'alliance.join': () => 'Ins Bündnis aufnehmen',
  'alliance.join.hint': () => 'Wer zum Klimabündnis gehört, steht auf dessen öffentlicher Seite.',
  'alliance.open': () => 'Offene Punkte und Mail',
  'alliance.open.hint': () =>
    'Was zugesagt und gefragt ist, der nächste Termin, und ein Text zum Kopieren.',
  'alliance.mistake': () => 'Doppelt oder aus Versehen',
  'alliance.merge': () => 'Mit einer anderen zusammenlegen',
  'alliance.merge.hint': () => 'Wenn dieselbe Organisation zweimal erfasst ist.',
  'alliance.merge.lead': () =>
    'Alles, was diese Organisation nennt, gilt danach für die andere: Plätze, Einladungen, Zusagen, Protokolle, Maßnahmen. Die Ansprechpersonen ziehen mit um, Angebote an alle nicht. Im Verlauf bleibt stehen, was eingetragen war, und das Zusammenlegen lässt sich zurücknehmen.',
  'alliance.merge.into': () => 'Welche ist dieselbe und bleibt?',
  'alliance.merge.into.hint': () => 'Ihr Name gilt von da an.',
  'alliance.merge.note': () => 'Anmerkung',
  'alliance.merge.problem.unnamed': () =>
    'Diese Organisation wird noch nicht öffentlich genannt, die andere schon. Nennen Sie sie zuerst, oder legen Sie umgekehrt zusammen.',
  'alliance.merged': () => 'Hierin ist aufgegangen:',
  'alliance.unmerge': () => 'Zusammenlegen zurücknehmen',
  'alliance.unmerge.lead': () =>
    'Danach sind es wieder zwei Organisationen, jede mit allem, was unter ihrem Namen eingetragen wurde. Beendete Plätze und Ansprechpersonen bleiben, wo sie sind.',
  'alliance.takeBack': () => 'Aus Versehen erfasst: zurücknehmen',
  'alliance.takeBack.hint': () =>
    'Wenn es die Organisation nicht gibt oder eine Person gemeint war.',
  'alliance.takeBack.lead': () =>
    'Die Organisation verschwindet aus allen Listen; ihre Plätze und Einladungen gelten nicht mehr, ihre Ansprechpersonen werden gelöscht. Im Verlauf bleibt, dass sie erfasst und zurückgenommen wurde. War es der Name einer Person, entfernen Sie dort danach auch den Text.',
  'alliance.takeBack.kept': () =>
    'Diese Organisation wird öffentlich genannt, oder ein Protokoll, eine Zusage oder eine Maßnahme spricht von ihr. Dann bleibt sie. Ist sie doppelt erfasst, legen Sie sie mit der anderen zusammen.',
  'alliance.takeBack.problem.kept': () =>
    'Diese Organisation wird noch gebraucht und kann nicht zurückgenommen werden.',
  'alliance.leave': () => 'Austritt aus dem Bündnis eintragen',
  'alliance.since': (args) => `seit ${args.day}`,
  'alliance.offers': () => 'Was sie einbringt',
  'alliance.offers.none': () =>
    'Noch kein Angebot an alle. Zusagen für einzelne Maßnahmen stehen dort.',
  'alliance.offer.add': () => 'Angebot eintragen',
  'alliance.offer.what': () => 'Was bietet die Organisation an?',
  'alliance.offer.what.hint': () =>
    'Zum Beispiel „Werkstatt mit Werkzeug an zwei Samstagen im Monat“.',
  'alliance.offer.kind': () => 'Was ist es?',
  'alliance.offer.withdraw': () => 'Angebot beenden',
  'alliance.contacts': () => 'Kontakte',
  'alliance.contacts.hint': () => 'An wen Sie schreiben; nur fürs Team.',
  'alliance.contacts.all': () => 'Alle Kontakte der Organisationen',
  'alliance.contacts.lead': () =>
    'Namen und Adressen von Personen sieht nur das Team. Sie stehen in keinem Verlauf und lassen sich jederzeit spurlos löschen.',
  'alliance.contacts.none': () => 'Noch kein Kontakt hinterlegt.',
  'alliance.contact.add': () => 'Kontakt hinterlegen',
  'alliance.contact.change': () => 'Kontakt ändern',
  'alliance.contact.delete': () => 'Kontakt löschen',
  'alliance.contact.delete.lead': () =>
    'Name, Adresse und Bemerkung werden sofort und endgültig gelöscht.',
  'alliance.contact.name': () => 'Name',
  'alliance.contact.email': () => 'E-Mail-Adresse',
  'alliance.contact.note': () => 'Bemerkung',
  'alliance.contact.note.hint': () => 'Zum Beispiel „vertritt den Vorstand“.',
  'alliance.problem.address': () =>
    'Hier steht keine Organisation, nur Personen oder Adressen. Der Name der Organisation kommt zuerst, die Person und die Adresse hinter ein Semikolon.',
  'alliance.problem.contact': () => 'Ein Name oder eine E-Mail-Adresse wird gebraucht.',
  'alliance.problem.email': () => 'Das ist keine E-Mail-Adresse.',
  'alliance.problem.tooLong': (args) => `Das ist zu lang: höchstens ${number(args.max)} Zeichen.`,
  'alliance.problem.nobody': () => 'Hier steht noch keine Organisation.',
  'alliance.problem.whoIsIt': () =>
    'Bitte wählen Sie, ob das eine Organisation oder eine Person ist.',
  'alliance.problem.tooMany': (args) =>
    `Das sind zu viele auf einmal: höchstens ${number(args.max)}.`,
  'work.organisations.hint': () => 'Wer eingeladen wird, mitmacht und etwas einbringt.',
  'actorKind.ADMINISTRATION': () => 'Amt oder Verwaltung',
  'actorKind.PARTY': () => 'Fraktion oder Partei',
  'actorKind.COMPANY': () => 'Unternehmen',
  'actorKind.COOPERATIVE': () => 'Genossenschaft',
  'actorKind.ASSOCIATION': () => 'Verein oder Verband',
  'actorKind.CITIZENS_GROUP': () => 'Bürgergruppe oder Initiative',
  'actorKind.EXPERT': () => 'Fachstelle oder Hochschule',
  'actorKind.OTHER': () => 'Sonstige',
  'contribution.WORK': () => 'Arbeit',
  'contribution.KNOWLEDGE': () => 'Wissen',
  'contribution.MONEY': () => 'Geld',
  'contribution.SPACE': () => 'Raum oder Fläche',
  'contribution.EQUIPMENT': () => 'Gerät und Material',
  'contribution.OUTREACH': () => 'Öffentlichkeit',
  'contribution.VOICE': () => 'öffentliche Unterstützung',
  'contribution.OTHER': () => 'Sonstiges',
  'roundtable.all': () => 'Runde Tische',
  'roundtable.all.lead': () =>
    'Runde Tische, feste Termine mit Ämtern und Gespräche mit der Verwaltungsspitze: wer eingeladen ist, was besprochen wurde und was daraus wird.',
  'roundtable.none': () => 'Noch kein Runder Tisch. Legen Sie einen an, dann laden Sie ein.',
  'roundtable.new': () => 'Runden Tisch anlegen',
  'roundtable.new.lead': () => 'Name und Art genügen. Alles Weitere folgt, wenn Sie es brauchen.',
  'roundtable.ended': () => 'Beendete Runde Tische',
  'roundtable.next': (args) => `nächster Termin ${args.day}`,
  'roundtable.held': (args) =>
    `${plural(args.count, { '=0': `noch kein Termin`, one: `${number(args.count)} Termin fand statt`, other: `${number(args.count)} Termine fanden statt` })}`,
  'roundtable.name': () => 'Name',
  'roundtable.name.hint': () =>
    'Zum Beispiel „Runder Tisch Energie und Bauen“ oder „Jour fixe mit dem Umweltamt“.',
  'roundtable.format': () => 'Art',
  'roundtableFormat.ROUND_TABLE': () => 'Runder Tisch',
  'roundtableFormat.STANDING_MEETING': () => 'Fester Termin',
  'roundtableFormat.JOUR_FIXE': () => 'Jour fixe',
  'roundtableFormat.EXPERT_BODY_GUEST': () => 'Fachgremium mit der Gruppe als Gast',
  'roundtableFormat.hint.ROUND_TABLE': () =>
    'Ein Thema im Mittelpunkt, unregelmäßig, offene Liste der Eingeladenen.',
  'roundtableFormat.hint.STANDING_MEETING': () =>
    'In einem Rhythmus, zum Beispiel alle sechs Wochen mit dem Umweltamt.',
  'roundtableFormat.hint.JOUR_FIXE': () =>
    'Regelmäßiges Gespräch, zum Beispiel mit der Verwaltungsspitze.',
  'roundtableFormat.hint.EXPERT_BODY_GUEST': () =>
    'Ein Gremium der Kommune, in dem die Gruppe Gast ist.',
  'roundtable.topic': () => 'Schwerpunkt',
  'roundtable.description': () => 'Worum geht es?',
  'roundtable.mandate': () => 'Worauf beruht er?',
  'mandate.INFORMAL': () => 'ohne Auftrag, aus eigener Einladung',
  'mandate.ADMINISTRATION': () => 'Zusage der Verwaltung',
  'mandate.COUNCIL_DECISION': () => 'Beschluss eines Gremiums',
  'roundtable.mandate.text': () => 'Auftrag in Worten',
  'roundtable.organ': () => 'Welches Gremium berät er?',
  'roundtable.convenor': () => 'Wer lädt ein?',
  'roundtable.noChoice': () => 'keine Angabe',
  'roundtable.moderation': () => 'Moderation',
  'roundtable.moderation.hint': () => 'Ein Amt oder eine Organisation, keine Person.',
  'roundtable.place': () => 'Ort',
  'roundtable.rules': () => 'Regeln',
  'roundtable.rulesUrl': () => 'Regeln als Dokument',
  'roundtable.approvalDays': () => 'Frist zur Abstimmung des Protokolls in Tagen',
  'roundtable.approvalDays.hint': () =>
    'So lange können alle Teilnehmenden Änderungen erbitten, zum Beispiel 14.',
  'roundtable.guests': () => 'Gäste',
  'roundtable.openToPublic': () => 'Wer mag, darf kommen und zuhören.',
  'roundtable.public': () =>
    'Alle sehen diesen Runden Tisch, seine Termine und die veröffentlichten Protokolle.',
  'roundtable.draft': () => 'Nur das Team sieht diesen Runden Tisch.',
  'roundtable.publish.lead': () =>
    'Alle sehen dann Name, Auftrag, Plätze und Termine. Was besprochen wurde, sehen sie erst, wenn das Protokoll genehmigt und veröffentlicht ist.',
  'roundtable.unpublish.lead': () =>
    'Nur das Team sieht den Runden Tisch dann noch. Was Maßnahmen über ihn sagen, bleibt ohne seinen Namen.',
  'roundtable.setup': () => 'Einrichtung',
  'roundtable.details': () => 'Auftrag und Regeln',
  'roundtable.details.hint': () => 'Name, Auftrag, Einladende, Regeln, Frist für das Protokoll.',
  'roundtable.seats': () => 'Plätze',
  'roundtable.seats.hint': () => 'Wer dazugehört, nach Gruppen, mit Stimme oder als Gast.',
  'roundtable.seats.count': (args) =>
    `${plural(args.count, { '=0': `noch keine`, one: `${number(args.count)} Platz`, other: `${number(args.count)} Plätze` })}`,
  'roundtable.seats.lead': () => 'Einladungen und Antworten werden nach diesen Gruppen gezählt.',
  'roundtable.seats.none': () =>
    'Noch niemand hat einen Platz. Erfassen Sie zuerst die Organisationen.',
  'roundtable.seats.noneYet': () => 'Noch niemand hat einen Platz.',
  'roundtable.seat.add': () => 'Plätze vergeben',
  'roundtable.seat.who': () => 'Wer?',
  'roundtable.seat.voting': () => 'Mit Stimme?',
  'roundtable.seat.voting.yes': () => 'mit Stimme',
  'roundtable.seat.voting.no': () => 'als Gast',
  'roundtable.seat.kind': () => 'Gezählt bei',
  'roundtable.seat.kind.own': () => 'wie es zur Art der Organisation passt',
  'roundtable.seat.since': () => 'Seit wann?',
  'roundtable.seat.end': () => 'Platz beenden',
  'seatKind.ADMINISTRATION': () => 'Verwaltung',
  'seatKind.POLITICS': () => 'Politik',
  'seatKind.BUSINESS': () => 'Wirtschaft',
  'seatKind.ASSOCIATION': () => 'Vereine und Verbände',
  'seatKind.CITIZENS': () => 'Bürgerschaft',
  'seatKind.EXPERT': () => 'Fachleute',
  'roundtable.rhythm': () => 'Rhythmus',
  'roundtable.rhythm.hint': () => 'Feste Termine, zum Beispiel alle sechs Wochen.',
  'roundtable.rhythm.none': () => 'keiner',
  'roundtable.rhythm.lead': () =>
    'Der Kalender zeigt die Termine des Rhythmus im Voraus; einzelne lassen sich verlegen oder absagen.',
  'roundtable.rhythm.now': (args) => `Zurzeit ${args.rhythm}. Nächste Termine:`,
  'roundtable.rhythm.every': () => 'Alle wie viele?',
  'roundtable.rhythm.unit': () => 'Einheit',
  'roundtable.rhythm.unit.WEEK': () => 'Wochen',
  'roundtable.rhythm.unit.MONTH': () => 'Monate, am gleichen Wochentag',
  'roundtable.rhythm.from': () => 'Erster Termin',
  'roundtable.rhythm.from.hint': () =>
    'Ein genauer Tag, zum Beispiel 13.1.2026; die späteren werden von ihm aus gezählt.',
  'roundtable.rhythm.until': () => 'Letzter möglicher Tag',
  'roundtable.rhythm.end': () => 'Rhythmus beenden',
  'roundtable.rhythm.end.lead': () =>
    'Von heute an gibt es nur noch einzeln angesetzte Termine. Frühere bleiben.',
  'roundtable.every.WEEK': (args) =>
    `${plural(args.count, { one: `jede Woche`, other: `alle ${number(args.count)} Wochen` })}`,
  'roundtable.every.MONTH': (args) =>
    `${plural(args.count, { one: `jeden Monat`, other: `alle ${number(args.count)} Monate` })}`,
  'roundtable.atTime': (args) => `${args.time} Uhr`,
  'roundtable.meeting': () => 'Termin',
  'roundtable.meeting.back': () => 'Zurück zum Termin',
  'roundtable.meeting.on': () => 'Tag',
  'roundtable.meeting.on.hint': () =>
    'Zum Beispiel 13.1.2027. Ein Monat wie 1/2027 genügt, solange der Tag noch offen ist.',
  'roundtable.meeting.online': () => 'Online',
  'roundtable.meeting.online.yes': () => 'Teilnahme online ist möglich.',
  'roundtable.meeting.online.hint': () =>
    'Den Link zum Einwählen tragen Sie danach unter „Nur fürs Team“ ein.',
  'roundtable.meeting.topic': () => 'Thema dieses Termins',
  'roundtable.meeting.topic.hint': () =>
    'Wenn der Runde Tisch jedes Mal einen anderen Schwerpunkt hat.',
  'roundtable.meeting.convene.lead': () => 'Tag genügt. Eingeladen wird danach.',
  'roundtable.meeting.convene.due': () =>
    'Dieser Termin folgt aus dem Rhythmus. Wird er verlegt, bleibt er im Kalender derselbe Eintrag.',
  'roundtable.meeting.move': () => 'Verlegen oder ändern',
  'roundtable.meeting.move.hint': () =>
    'Anderer Tag, andere Uhrzeit, anderer Ort. Kalender übernehmen die Änderung.',
  'roundtable.meeting.move.lead': () =>
    'Wer den Kalender abonniert hat, sieht den Termin am neuen Tag.',
  'roundtable.meeting.move.note': () => 'Warum wird verlegt?',
  'roundtable.meeting.cancel': () => 'Termin absagen',
  'roundtable.meeting.cancel.hint': () => 'Er bleibt mit dem Vermerk „abgesagt“ stehen.',
  'roundtable.meeting.cancel.lead': () =>
    'Im Kalender erscheint der Termin als abgesagt. Die Eingeladenen benachrichtigen Sie selbst.',
  'roundtable.meeting.topic.change': () => 'Thema ändern',
  'roundtable.meeting.topic.change.hint': () => 'Worum es an dem Tag geht, mit einem Grund.',
  'roundtable.meeting.restore': () => 'Absage zurücknehmen',
  'roundtable.meeting.restore.hint': () => 'Der Termin findet doch statt.',
  'roundtable.meeting.restore.lead': () =>
    'In Kalendern steht der Termin dann wieder. Die Eingeladenen benachrichtigen Sie selbst.',
  'roundtable.meeting.cancel.note': () => 'Warum fällt er aus?',
  'roundtable.meeting.note.public': () =>
    'Öffentlich, sobald der Runde Tisch veröffentlicht ist; bitte ohne Namen von Personen.',
  'roundtable.calendar': () => 'Kalender abonnieren',
  'roundtable.calendar.hint': () => 'Alle Termine der Runden Tische, für Kalenderprogramme.',
  'roundtable.calendar.lead': () =>
    'Kopieren Sie eine Adresse in Ihr Kalenderprogramm (Kalender aus dem Internet abonnieren). Verlegte und abgesagte Termine ändern sich dort von selbst.',
  'roundtable.calendar.team': () => 'Für Sie persönlich, mit allem, was das Team sieht',
  'roundtable.calendar.team.hint': () =>
    'Auch Entwürfe und Links zum Einwählen. Geben Sie diese Adresse nicht weiter; sie gilt, solange Sie hier mitarbeiten.',
  'roundtable.calendar.public': () => 'Für alle',
  'roundtable.calendar.public.hint': () => 'Nur Termine veröffentlichter Runder Tische.',
  'roundtable.calendar.file': () =>
    'Datei für alle (iCal): nur veröffentlichte Termine, zum Weitergeben',
  'roundtable.calendar.teamFile': () =>
    'Datei für das Team (iCal): mit Entwürfen und Links zum Einwählen',
  'roundtable.calendar.renew': () => 'Persönliche Adresse erneuern',
  'roundtable.calendar.renew.lead': () =>
    'Haben Sie Ihre Adresse weitergegeben, machen Sie sich eine neue. Die alte zeigt danach nur noch, was alle sehen.',
  'roundtable.calendar.oneFile': () => 'Termin als Datei zum Anhängen (iCal)',
  'roundtable.calendar.one': () => 'Termin in den Kalender (iCal)',
  'roundtable.calendar.subscribe': () => 'Termine als Kalender (iCal)',
  'roundtable.talk': () => 'Gespräch und Protokoll',
  'roundtable.talk.minutes': () => 'Ergebnisse und Protokoll',
  'roundtable.talk.first': () => 'Wer da war und was herauskam, sobald der Termin stattfand.',
  'roundtable.talk.results': () => 'Ergebnisse Punkt für Punkt, Abstimmung, Veröffentlichung.',
  'roundtable.preparation': () => 'Vorbereitung',
  'roundtable.preparation.done': (args) =>
    `${number(args.done)} von ${number(args.all)} Punkten erledigt.`,
  'roundtable.step.when': () => 'Tag, Uhrzeit und Ort',
  'roundtable.step.when.hint': () => 'Auch der Link zum Einwählen, wenn online getagt wird.',
  'roundtable.step.invited': () => 'Einladung',
  'roundtable.step.invited.hint': () => 'Alle mit einem Platz sind eingeladen.',
  'roundtable.step.replies': () => 'Antworten',
  'roundtable.step.replies.hint': () => 'Alle Eingeladenen haben geantwortet.',
  'roundtable.step.agenda': () => 'Tagesordnung',
  'roundtable.step.agenda.hint': () => 'Worüber gesprochen wird.',
  'roundtable.step.commonGround': () => 'Gemeinsame Schnittmenge',
  'roundtable.step.commonGround.hint': () =>
    'Zu jedem Punkt ist notiert, worin sich vorab alle einig sind.',
  'roundtable.step.followUps': () => 'Zusagen angesehen',
  'roundtable.step.followUps.hint': () =>
    'Offene Zusagen stehen auf der Tagesordnung, oder es wurde erinnert.',
  'roundtable.step.protocol': () => 'Protokoll vom letzten Mal',
  'roundtable.step.protocol.hint': () => 'Es ist genehmigt.',
  'roundtable.step.done': () => 'erledigt',
  'roundtable.step.missing': () => 'offen',
  'roundtable.step.count': (args) => `(${number(args.count)} von ${number(args.of)})`,
  'roundtable.suggestions': () => 'Vorschläge für die Tagesordnung',
  'roundtable.suggestions.lead': () =>
    'Was liegen blieb, worauf gewartet wird und welche Maßnahmen hinterherhinken.',
  'roundtable.suggestions.none': () => 'Zurzeit drängt nichts.',
  'roundtable.suggestion.add': () => 'Auf die Tagesordnung',
  'roundtable.suggestion.parked': () => 'zurückgestellt',
  'roundtable.suggestion.undiscussed': () => 'stand auf der Tagesordnung, kam nicht dran',
  'roundtable.suggestion.answer': () => 'Antwort steht aus',
  'roundtable.suggestion.answerTo': (args) => `Antwort zu: ${args.topic}`,
  'roundtable.suggestion.followUp': () => 'Zusage ohne Nachricht',
  'roundtable.suggestion.late': () => 'Maßnahme ist in Verzug',
  'roundtable.suggestion.stale': () => 'Maßnahme ohne neuen Stand',
  'roundtable.invite': () => 'Einladen',
  'roundtable.invite.lead': () =>
    'Sie halten hier fest, wer eingeladen ist. Die Einladung selbst kopieren Sie danach in Ihr Mailprogramm.',
  'roundtable.invite.already': (args) =>
    `${plural(args.count, { one: `${number(args.count)} Organisation ist schon eingeladen`, other: `${number(args.count)} Organisationen sind schon eingeladen` })}.`,
  'roundtable.invite.who.hint': () => 'Alle mit einem Platz sind schon ausgewählt.',
  'roundtable.invite.more': () => 'Weitere Organisationen, je Zeile eine',
  'roundtable.invite.more.hint': () =>
    'Was noch nicht erfasst ist, wird dabei erfasst. Hinter einem Semikolon können Art und E-Mail-Adresse stehen: „Radfreunde e. V.; Verein; info@radfreunde.example“. Adressen bleiben intern.',
  'roundtable.invite.submit': () => 'Als eingeladen eintragen',
  'roundtable.invite.withdraw': () => 'Einladungen zurücknehmen',
  'roundtable.invite.withdraw.lead': () =>
    'Für Einladungen, die nicht mehr gelten oder aus Versehen eingetragen wurden. Eine Antwort darauf zählt dann nicht mehr. Wer schon eine Mail hat, muss es von Ihnen erfahren.',
  'roundtable.invite.withdraw.who': () => 'Wer ist nicht mehr eingeladen?',
  'roundtable.invite.withdraw.none': () => 'Zu diesem Termin ist niemand eingeladen.',
  'roundtable.replies': () => 'Antworten auf die Einladung',
  'roundtable.replies.lead': () => 'Alle auf einer Seite. Gespeichert wird nur, was Sie ändern.',
  'roundtable.replies.none': () => 'Noch niemand ist eingeladen.',
  'roundtable.replies.byGroup': () => 'Antworten nach Gruppen',
  'roundtable.replies.record': () => 'Antworten eintragen',
  'roundtable.reply.title': () => 'Antwort',
  'roundtable.reply.none': () => 'noch offen',
  'roundtable.reply.persons': () => 'Personen',
  'roundtable.group': () => 'Gruppe',
  'roundtable.count.invited': () => 'eingeladen',
  'roundtable.count.yes': () => 'Zusage',
  'roundtable.count.deputy': () => 'Vertretung',
  'roundtable.count.no': () => 'Absage',
  'roundtable.count.open': () => 'offen',
  'roundtable.count.persons': () => 'Personen',
  'roundtable.count.all': () => 'alle',
  'roundtable.internal': () => 'Nur fürs Team',
  'roundtable.internal.hint': () => 'Link zum Einwählen und eine interne Notiz.',
  'roundtable.internal.lead': (args) =>
    `Lesen können das nur alle, die an ${args.town} mitarbeiten. Es lässt sich löschen, indem Sie die Felder leeren.`,
  'roundtable.internal.joinUrl': () => 'Link zum Einwählen',
  'roundtable.internal.joinUrl.hint': () =>
    'Steht in der Einladung zum Kopieren und im Kalender des Teams, nirgends öffentlich.',
  'roundtable.internal.note': () => 'Interne Notiz',
  'roundtable.internal.note.hint': () => 'Zum Beispiel wer den Raum aufschließt.',
  'roundtable.letters': () => 'Texte zum Kopieren',
  'roundtable.letters.hint': () => 'Einladung, Erinnerung und Dank, mit den Adressen dazu.',
  'roundtable.letters.lead': () =>
    'Die Texte entstehen aus dem, was hier steht. Kopieren Sie sie in Ihr Mailprogramm und ergänzen Sie dort, was fehlt.',
  'roundtable.letters.to': () => 'Adressen',
  'roundtable.letters.to.invitation': () =>
    'Für das Feld Bcc, damit niemand die Adressen der anderen sieht: alle Eingeladenen.',
  'roundtable.letters.to.reminder': () =>
    'Für das Feld Bcc: alle, die noch nicht geantwortet haben.',
  'roundtable.letters.to.thanks': () => 'Für das Feld Bcc: alle, die da waren.',
  'roundtable.letters.nobody': (args) =>
    `${plural(args.count, { '=0': `Zurzeit betrifft das niemanden.`, one: `Das betrifft ${number(args.count)} Organisation; eine Adresse ist nicht hinterlegt.`, other: `Das betrifft ${number(args.count)} Organisationen; Adressen sind nicht hinterlegt.` })}`,
  'roundtable.letters.subject': () => 'Betreff',
  'roundtable.letters.body': () => 'Text',
  'roundtable.letters.unreachable': () => 'Eingeladene ohne E-Mail-Adresse',
  'roundtable.letter.invitation': () => 'Einladung',
  'roundtable.letter.reminder': () => 'Erinnerung',
  'roundtable.letter.thanks': () => 'Dank und wie es weitergeht',
  'roundtable.letter.greeting': () => 'Guten Tag,',
  'roundtable.letter.invitation.subject': (args) => `Einladung: ${args.table} am ${args.day}`,
  'roundtable.letter.invitation.text': (args) =>
    `wir laden Sie herzlich ein: „${inner(args.table)}“.`,
  'roundtable.letter.invitation.topic': (args) =>
    `wir laden Sie herzlich ein: „${inner(args.table)}“ zum Thema „${inner(args.topic)}“.`,
  'roundtable.letter.reminder.subject': (args) => `Kommen Sie? ${args.table} am ${args.day}`,
  'roundtable.letter.reminder.text': (args) =>
    `vor Kurzem haben wir Sie eingeladen: „${inner(args.table)}“. Eine Antwort von Ihnen liegt uns noch nicht vor; sie hilft uns bei der Vorbereitung.`,
  'roundtable.letter.when': (args) => `Wann: ${args.when}`,
  'roundtable.letter.minutes': (args) => `Dauer: etwa ${number(args.count)} Minuten`,
  'roundtable.letter.where': (args) => `Wo: ${args.place}`,
  'roundtable.letter.online': (args) => `Online: ${args.link}`,
  'roundtable.letter.agenda': () => 'Tagesordnung:',
  'roundtable.letter.commonGround': (args) => `Gemeinsame Schnittmenge: ${args.text}`,
  'roundtable.letter.reply': (args) =>
    `Bitte antworten Sie bis ${args.day}, ob Sie kommen, sich vertreten lassen oder absagen, und mit wie vielen Personen wir rechnen dürfen.`,
  'roundtable.letter.thanks.subject': (args) => `Danke: ${args.table} am ${args.day}`,
  'roundtable.letter.thanks.text': (args) =>
    `vielen Dank für das Gespräch am ${args.day}: „${inner(args.table)}“.`,
  'roundtable.letter.promised': () => 'Zugesagt wurde:',
  'roundtable.letter.until': (args) => `${args.who}: ${args.what} (bis ${args.day})`,
  'roundtable.letter.protocol': (args) =>
    `Änderungswünsche zum Entwurf des Protokolls nehmen wir bis ${args.day} gern entgegen.`,
  'roundtable.letter.next': (args) => `Der nächste Termin: ${args.day}.`,
  'roundtable.letter.closing': () => 'Viele Grüße',
  'roundtable.problem.noReply': () => 'Zu einer Zahl von Personen gehört eine Antwort.',
  'roundtable.problem.joinUrl': () => 'Das ist keine Internetadresse. Sie beginnt mit „https://“.',
  'roundtable.time': () => 'Beginn',
  'roundtable.time.hint': () => 'Uhrzeit, zum Beispiel 18:30.',
  'roundtable.minutes': () => 'Dauer in Minuten',
  'roundtable.meetings': () => 'Termine',
  'roundtable.reminder.subject': (args) =>
    `Betreff: Offene Punkte und nächste Termine (${args.name})`,
  'roundtable.reminder.hello': () => 'Guten Tag,\n\nhier steht, was zwischen uns offen ist.',
  'roundtable.reminder.hello.plain': () => 'Guten Tag,',
  'roundtable.reminder.nothing': () => 'Zurzeit ist nichts offen, weder bei Ihnen noch bei uns.',
  'roundtable.reminder.promises': () => 'Das haben Sie zugesagt:',
  'roundtable.reminder.questions': () => 'Auf Antwort zu diesen Fragen warten wir:',
  'roundtable.reminder.support': () => 'Für diese Maßnahmen haben Sie Unterstützung zugesagt:',
  'roundtable.reminder.dates': () => 'Die nächsten Termine:',
  'roundtable.reminder.thanks': () =>
    'Ist etwas davon erledigt, oder brauchen Sie mehr Zeit? Eine kurze Antwort genügt. Vielen Dank!',
  'roundtable.organisation.none': () => 'Diese Organisation hat zurzeit nichts offen.',
  'roundtable.organisation.questions': () => 'Fragen, auf deren Antwort wir warten',
  'roundtable.organisation.support': () => 'Zugesagt für Maßnahmen',
  'roundtable.organisation.dates': () => 'Nächste Termine',
  'roundtable.organisation.mail': () => 'Mail an die Organisation',
  'roundtable.organisation.mail.label': () => 'Text zum Kopieren',
  'roundtable.organisation.remind': () => 'Als erinnert eintragen',
  'roundtable.organisation.remind.lead': () =>
    'Für diese Zusagen steht dann, dass heute erinnert wurde. Das bleibt intern.',
  'roundtable.questions': () => 'Offene Fragen an die Stadt',
  'roundtable.questions.hint': () => 'Was weitergegeben wurde und noch keine Antwort hat.',
  'roundtable.questions.lead': () =>
    'Weitergegeben oder als Faktencheck gestellt, und noch nicht beantwortet. Wer für die Verwaltung angemeldet ist, kann selbst antworten.',
  'roundtable.questions.none': () => 'Zurzeit ist keine Frage offen.',
  'roundtable.questions.nobody': () => 'Ohne genannte Stelle',
  'roundtable.questions.others': () => 'An andere weitergegeben',
  'roundtable.questions.others.lead': () => 'Darauf antwortet nicht die Verwaltung.',
  'roundtable.questions.count': (args) =>
    `${plural(args.count, { '=0': `keine offen`, other: `${number(args.count)} offen` })}`,
  'roundtable.questions.answer': () => 'Antwort eintragen',
  'roundtable.questions.text': () => 'Antwort',
  'roundtable.questions.text.hint': () =>
    'Wird mit dem Punkt im Protokoll gezeigt, sobald es veröffentlicht ist. Ämter nennen, keine Personen.',
  'roundtable.questions.by': () => 'Wer hat geantwortet?',
  'roundtable.waiting': () => 'wartet, seit wann ist unbekannt',
  'roundtable.waiting.since': (args) =>
    `${plural(args.count, { '=0': `offen seit heute`, one: `seit ${number(args.count)} Tag offen`, other: `seit ${number(args.count)} Tagen offen` })}`,
  'roundtable.waiting.overdue': (args) =>
    `${plural(args.count, { one: `überfällig seit ${number(args.count)} Tag`, other: `überfällig seit ${number(args.count)} Tagen` })}`,
  'roundtable.waiting.due': (args) => `fällig ${args.day}`,
  'roundtable.waiting.moved': (args) =>
    `${plural(args.count, { one: `einmal verschoben`, other: `${number(args.count)}-mal verschoben` })}`,
  'roundtable.waiting.reminded': (args) => `erinnert am ${args.day}`,
  'roundtable.waiting.answer': (args) => `wartet auf Antwort seit ${args.day}`,
  'roundtable.followUps': () => 'Offene Zusagen',
  'roundtable.followUps.hint': () => 'Wer was bis wann zugesagt hat, mit Text zum Erinnern.',
  'roundtable.followUps.lead': () =>
    'Was an Runden Tischen zugesagt wurde und noch nicht erledigt ist. Ein Klick auf die Organisation zeigt alles für eine Mail.',
  'roundtable.followUps.ofTable': () =>
    'Was an diesem Runden Tisch zugesagt wurde und noch nicht erledigt ist.',
  'roundtable.followUps.none': () => 'Zurzeit ist keine Zusage offen.',
  'roundtable.followUps.add': () => 'Zusage eintragen',
  'roundtable.followUps.between': () =>
    'Was hier eingetragen wird, wurde zwischen den Terminen vereinbart und bleibt intern.',
  'roundtable.followUps.closed': () => 'Erledigt oder entfallen',
  'roundtable.followUps.count': (args) =>
    `${plural(args.count, { '=0': `keine offen`, other: `${number(args.count)} offen` })}${plural(args.stale, { '=0': ``, other: `, ${number(args.stale)} überfällig oder lange still` })}`,
  'roundtable.between': () => 'Zwischen den Terminen',
  'roundtable.nextMeeting': (args) => `Nächster Termin: ${args.day}`,
  'roundtable.mail.subject': (args) =>
    `Betreff: ${args.table}, Entwurf des Protokolls vom ${args.day}`,
  'roundtable.mail.circulate': (args) => `Guten Tag,

unten steht der Entwurf des Protokolls vom ${args.day}. Wenn etwas anders stehen soll, schreiben Sie uns bitte bis ${args.until}. Danach gilt das Protokoll als genehmigt.

Vielen Dank fürs Mitmachen!`,
  'roundtable.text.lead': () =>
    'Für Mails und gemeinsame Dokumente. Der Text enthält auch, was intern ist: nur an Teilnehmende geben.',
  'roundtable.text.mail': () => 'Mail an die Teilnehmenden',
  'roundtable.text.mail.label': () => 'Text der Mail',
  'roundtable.text.markdown': () => 'Protokoll als Markdown',
  'roundtable.text.markdown.label': () => 'Protokoll zum Kopieren',
  'roundtable.text.download': () => 'Als Datei herunterladen (.md)',
  'roundtable.text.toMinutes': () => 'Zum Protokoll',
  'roundtable.unpublishMinutes.lead': () =>
    'Das Protokoll ist dann wieder intern. Was schon gelesen oder kopiert wurde, lässt sich nicht zurückholen.',
  'roundtable.publishMinutes.lead': () =>
    'Alle können das Protokoll dann lesen, so wie es genehmigt ist.',
  'roundtable.approve.lead': () =>
    'Genehmigt wird, was bis jetzt eingetragen ist. Was später dazukommt, braucht eine neue Genehmigung.',
  'roundtable.approve.open': (args) => `Die Frist läuft noch bis ${args.day}`,
  'roundtable.approve.unanimous': () => 'Alle haben schon zugestimmt.',
  'roundtable.objection.lead': () =>
    'Änderungswünsche bleiben intern. Die Änderung selbst tragen Sie beim Punkt ein.',
  'roundtable.objection.who': () => 'Welche Gruppe?',
  'roundtable.objection.item': () => 'Zu welchem Punkt?',
  'roundtable.objection.all': () => 'zum ganzen Protokoll',
  'roundtable.objection.note': () => 'Was soll anders stehen?',
  'roundtable.circulate.lead': () =>
    'Danach steht ein Text für die Mail bereit, mit dem ganzen Protokoll.',
  'roundtable.circulate.until': () => 'Änderungswünsche bis',
  'roundtable.circulate.until.hint': (args) =>
    `Tag, zum Beispiel 30.6.2027. Üblich sind hier ${plural(args.days, { one: `${number(args.days)} Tag`, other: `${number(args.days)} Tage` })}.`,
  'roundtable.circulate.submit': () => 'Frist eintragen und Text zeigen',
  'roundtable.told': () => 'Was alle sehen',
  'roundtable.told.now': () => 'Das Protokoll, so wie es zuletzt genehmigt wurde.',
  'roundtable.told.later': () =>
    'Noch nichts. Das Protokoll lesen alle erst, wenn es genehmigt und veröffentlicht ist.',
  'roundtable.told.draftTable': () =>
    'Der Runde Tisch selbst ist noch ein Entwurf; solange bleibt alles intern.',
  'roundtable.told.dissent': () => 'Nicht zu sehen, weil der Dissens nicht freigegeben ist:',
  'roundtable.told.unnamed': (args) =>
    `${plural(args.count, { one: `Ohne Namen gezählt, und ihre Zusagen bleiben intern, weil sie nicht öffentlich genannt wird:`, other: `Ohne Namen gezählt, und ihre Zusagen bleiben intern, weil sie nicht öffentlich genannt werden:` })}`,
  'roundtable.told.never': () =>
    'Immer intern: Einladungen, Zu- und Absagen, Erinnerungen, Änderungswünsche und was zwischen den Terminen vereinbart wurde.',
  'roundtable.takeUp': () => 'Als Maßnahme erfassen',
  'roundtable.takeUp.existing': () => 'Mit einer Maßnahme verbinden',
  'roundtable.takeUp.lead': () =>
    'Die Maßnahme entsteht als Entwurf und sagt, dass sie von hier kommt. Beschlossen wird an einem Runden Tisch nichts.',
  'roundtable.takeUp.how': () => 'Neu oder schon bekannt?',
  'roundtable.takeUp.new': () => 'Neue Maßnahme',
  'roundtable.takeUp.known': () => 'Eine, die hier schon geführt wird',
  'roundtable.takeUp.title': () => 'Titel der neuen Maßnahme',
  'roundtable.takeUp.measure': () => 'Bekannte Maßnahme',
  'roundtable.results': () => 'Ergebnisse',
  'roundtable.results.open': () => 'noch kein Ergebnis',
  'saved.ideaTakenUp': () =>
    'Die Idee ist als Maßnahme angelegt, als Entwurf. „Vorgeschlagen“ steht dort, sobald die Ergebnisse des Termins genehmigt und veröffentlicht sind.',
  'roundtable.until': (args) => `bis ${args.day}`,
  'roundtable.followUp.rows': () => 'Wer macht was, bis wann?',
  'roundtable.followUp.rows.hint': () =>
    'Jede Zeile wird eine Zusage; sie wird bis zur Erledigung nachgehalten.',
  'roundtable.followUp.agreed': () => 'Schon vereinbart',
  'roundtable.followUp.one': () => 'Zusage',
  'roundtable.followUp.what': () => 'Was?',
  'roundtable.followUp.who': () => 'Wer?',
  'roundtable.followUp.dueBy': () => 'Bis wann?',
  'roundtable.followUp.on': () => 'Zugesagt am',
  'roundtable.followUp.stand': () => 'Stand',
  'roundtable.followUp.turn': () => 'Was ist damit?',
  'roundtable.followUp.turn.finish-follow-up': () => 'Erledigt',
  'roundtable.followUp.turn.reschedule-follow-up': () => 'Neue Frist vereinbart',
  'roundtable.followUp.turn.remind-of-follow-up': () => 'Erinnert',
  'roundtable.followUp.turn.drop-follow-up': () => 'Entfällt',
  'roundtable.followUp.newDue': () => 'Neue Frist',
  'roundtable.followUp.newDue.hint': () => 'Nur bei „Neue Frist vereinbart“: Tag, Monat oder Jahr.',
  'roundtable.followUp.note': () => 'Notiz',
  'roundtable.followUp.note.internal': () => 'Liest nur das Team.',
  'roundtable.resultMeans.CONSENSUS': () => 'Alle tragen es mit.',
  'roundtable.resultMeans.MAJORITY': () => 'Die meisten tragen es mit.',
  'roundtable.resultMeans.DISSENT': () =>
    'Einzelne Gruppen sind dagegen. Das bleibt intern, bis jede von ihnen zustimmt, genannt zu werden.',
  'roundtable.resultMeans.PARKED': () => 'Es wird später noch einmal besprochen.',
  'roundtable.resultMeans.DROPPED': () => 'Es wird nicht weiter verfolgt.',
  'roundtable.resultMeans.HANDED_OVER': () => 'Jemand anderes soll antworten oder entscheiden.',
  'roundtable.conclude.result': () => 'Ergebnis',
  'roundtable.conclude.dissent': () => 'Bei Dissens: wer stimmte nicht zu?',
  'roundtable.conclude.who': () => 'Diese Gruppen stimmten nicht zu',
  'roundtable.conclude.who.hint': () => 'Nur ankreuzen, wenn das Ergebnis „Dissens“ ist.',
  'roundtable.conclude.handOver': () => 'Bei Weitergabe: an wen, Antwort bis wann?',
  'roundtable.conclude.handedTo': () => 'An wen?',
  'roundtable.conclude.recipient': () => 'Wer soll antworten?',
  'roundtable.conclude.recipient.hint': () =>
    'Das Amt oder die Organisation; danach sind die offenen Fragen geordnet.',
  'roundtable.conclude.answerBy': () => 'Antwort erwartet bis',
  'roundtable.conclude.text': () => 'Was wurde gesagt und vereinbart?',
  'roundtable.conclude.text.hint': () =>
    'Steht so im Protokoll. Organisationen und Ämter nennen, keine Personen.',
  'roundtable.correct.hint': () =>
    'Der Grund bleibt im Verlauf sichtbar. Ist das Protokoll schon genehmigt, gilt die Änderung für andere erst nach der nächsten Genehmigung.',
  'roundtable.correct.ifChanged.hint': () =>
    'Nur nötig, wenn sich am Ergebnis etwas ändert; neue Zusagen brauchen keinen Grund. Ist das Protokoll schon genehmigt, gilt die Änderung für andere erst nach der nächsten Genehmigung.',
  'roundtable.hold': () => 'Termin eintragen: wer da war',
  'roundtable.hold.change': () => 'Angaben zum Termin berichtigen',
  'roundtable.hold.lead': (args) =>
    `Angesetzt war er für den ${args.day}. Wer zugesagt hat, ist schon ausgewählt.`,
  'roundtable.hold.on': () => 'Wann fand er statt?',
  'roundtable.hold.groups': () => 'Wer war da?',
  'roundtable.hold.groups.hint': () => 'Organisationen und Ämter, nie einzelne Personen.',
  'roundtable.hold.others': () => 'Weitere Organisationen',
  'roundtable.hold.guests': () => 'Weitere Gäste, gezählt',
  'roundtable.hold.guests.hint': () => 'Nur die Zahl; Namen von Personen werden nicht gespeichert.',
  'roundtable.hold.summary': () => 'Zusammenfassung',
  'roundtable.hold.summary.hint': () =>
    'Ein paar Sätze, mit denen das Protokoll beginnt. Was zu den einzelnen Punkten herauskam, steht dort.',
  'roundtable.hold.change.lead': (args) => `Angesetzt war er für den ${args.day}.`,
  'roundtable.item.topic': () => 'Thema',
  'roundtable.item.kind': () => 'Art',
  'roundtable.item.more': () => 'Mehr: Schnittmenge, Maßnahme, wer es einbringt',
  'roundtable.item.commonGround': () => 'Gemeinsame Schnittmenge, soweit schon zu sehen',
  'roundtable.item.commonGround.hint': () =>
    'Worin sich alle wohl schon einig sind. Damit beginnt die Besprechung.',
  'roundtable.item.text': () => 'Worum geht es?',
  'roundtable.item.measure': () => 'Maßnahme',
  'roundtable.item.measure.hint': () =>
    'Wenn es um eine Maßnahme geht, die hier schon geführt wird.',
  'roundtable.item.broughtBy': () => 'Wer bringt es ein?',
  'roundtable.item.followUp': () => 'Rückblick auf eine Zusage',
  'roundtable.item.change': () => 'Punkt ändern',
  'roundtable.agenda': () => 'Tagesordnung',
  'roundtable.agenda.lead': (args) =>
    `Was am ${args.day} besprochen werden soll, in dieser Reihenfolge.`,
  'roundtable.agenda.none': () => 'Noch steht nichts auf der Tagesordnung.',
  'roundtable.agenda.add': () => 'Punkt aufnehmen',
  'roundtable.agenda.strike': () => 'Von der Tagesordnung nehmen',
  'roundtable.agenda.strike.lead': () =>
    'Der Punkt steht auf keiner Tagesordnung mehr. Soll er später drankommen, verschieben Sie ihn stattdessen.',
  'roundtable.agenda.carry': (args) => `Auf den ${args.day} verschieben`,
  'roundtable.agenda.place': () => 'Auf einen anderen Termin verschieben',
  'roundtable.agenda.place.lead': () =>
    'Der Punkt steht dann am Ende der Tagesordnung dieses Termins. Was schon dazu gesagt wurde, bleibt im Protokoll.',
  'roundtable.agenda.whichMeeting': () => 'Welcher Termin?',
  'roundtable.agenda.noLater': () => 'Es ist noch kein späterer Termin angesetzt.',
  'roundtable.convene': () => 'Termin ansetzen',
  'roundtable.byRhythm': () => 'nach dem Rhythmus',
  'roundtable.notConvened': () => 'noch nicht angesetzt',
  'roundtable.invited': (args) =>
    `${plural(args.count, { '=0': `noch niemand eingeladen`, one: `${number(args.count)} eingeladen`, other: `${number(args.count)} eingeladen` })}`,
  'roundtable.cancelled': () => 'abgesagt',
  'roundtable.protocol.NONE': () => 'noch nicht eingetragen',
  'roundtable.protocol.DRAFT': () => 'Protokoll im Entwurf',
  'roundtable.protocol.CIRCULATED': () => 'Protokoll in Abstimmung',
  'roundtable.protocol.APPROVED': () => 'Protokoll genehmigt',
  'roundtable.protocol.PUBLISHED': () => 'Protokoll veröffentlicht',
  'roundtable.protocol.changed': (args) => `${args.stand}, geändert seit der Genehmigung`,
  'roundtable.end': () => 'Runden Tisch beenden',
  'roundtable.end.hint': () => 'Er tagt nicht mehr; alles bleibt zu lesen.',
  'roundtable.end.on': () => 'Wann endete er?',
  'roundtable.work.hint': () => 'Einladen, besprechen, Protokoll führen, Zusagen nachhalten.',
  'roundtable.title': (args) => `Runder Tisch in ${args.name}`,
  'roundtable.lead': () =>
    'Wo Bürgerschaft, Verwaltung, Politik und Verbände miteinander reden: wann, mit wem, und was daraus wurde. Ein Runder Tisch schlägt vor, er beschließt nicht.',
  'roundtable.none.public': () => 'Hier steht noch kein Runder Tisch.',
  'roundtable.one': () => 'Runder Tisch',
  'roundtable.one.description': (args) =>
    `${args.name}: Auftrag, Plätze, Termine und veröffentlichte Protokolle.`,
  'roundtable.minutes.count': () => 'Protokolle',
  'roundtable.minutes.title': (args) => `Protokoll vom ${args.day}`,
  'roundtable.minutes.asPrinted': () => 'Das Protokoll',
  'roundtable.minutes.next.NONE': () =>
    'Halten Sie zuerst fest, wer da war. Dann folgen die Ergebnisse Punkt für Punkt.',
  'roundtable.minutes.next.DRAFT': () =>
    'Wenn alle Ergebnisse eingetragen sind, geht der Entwurf an die Teilnehmenden.',
  'roundtable.minutes.next.CIRCULATED': (args) =>
    `Bis ${args.day} können Teilnehmende Änderungen erbitten.`,
  'roundtable.minutes.next.APPROVED': () => 'Genehmigt, aber noch intern.',
  'roundtable.minutes.next.PUBLISHED': () => 'Was genehmigt ist, können alle lesen.',
  'roundtable.minutes.changed': () =>
    'Seit der Genehmigung wurde etwas geändert. Das bleibt intern, bis das Protokoll noch einmal genehmigt ist.',
  'roundtable.minutes.held': () => 'Eintragen, wer da war',
  'roundtable.minutes.agenda': () => 'Tagesordnung',
  'roundtable.minutes.circulate': () => 'An die Teilnehmenden schicken',
  'roundtable.minutes.objection': () => 'Änderungswunsch eintragen',
  'roundtable.minutes.approve': () => 'Protokoll genehmigen',
  'roundtable.minutes.publish': () => 'Protokoll veröffentlichen',
  'roundtable.minutes.unpublish': () => 'Veröffentlichung zurücknehmen',
  'roundtable.minutes.text': () => 'Als Text kopieren',
  'roundtable.withoutResult': (args) =>
    `${plural(args.count, { one: `Ein Punkt hat noch kein Ergebnis`, other: `${number(args.count)} Punkte haben noch kein Ergebnis` })}`,
  'roundtable.withoutResult.lead': () =>
    'Sie können trotzdem weitermachen; im Protokoll stehen die Punkte dann ohne Ergebnis.',
  'roundtable.minutes.public': () => 'Öffentliche Seite',
  'roundtable.isEnded': () => 'beendet',
  'roundtable.history': () => 'Verlauf',
  'roundtable.coming': () => 'Nächste Termine',
  'roundtable.mandate.decision': () => 'Beschluss dazu',
  'roundtable.mandate.open': () => 'Beschluss ansehen',
  'roundtable.meetings.none': () => 'Noch kein Termin.',
  'roundtable.unnamed': (args) =>
    `${plural(args.count, { one: `${number(args.count)} weitere Organisation, die hier nicht genannt wird`, other: `${number(args.count)} weitere Organisationen, die hier nicht genannt werden` })}`,
  'roundtable.protocol.notPublished': () => 'kein Protokoll veröffentlicht',
  'roundtable.protocol.later': () =>
    'Was besprochen wird, steht hier, wenn das Protokoll genehmigt und veröffentlicht ist.',
  'roundtable.protocol.internal': () => 'Nur das Team sieht, was hier steht.',
  'roundtable.meeting.title': (args) => `Termin am ${args.day}`,
  'roundtable.meeting.titleMonth': (args) => `Termin im ${args.month}`,
  'roundtable.meeting.crumb': (args) => `Termin ${args.day}`,
  'roundtable.meeting.cancelled': () => 'Dieser Termin wurde abgesagt.',
  'roundtable.present': () => 'Wer dabei war',
  'roundtable.present.guests': (args) =>
    `${plural(args.count, { one: `Dazu kam ${number(args.count)} Gast.`, other: `Dazu kamen ${number(args.count)} Gäste.` })}`,
  'roundtable.online': () => 'Online',
  'roundtable.online.yes': () => 'Der Termin findet online statt.',
  'roundtable.broughtBy': () => 'eingebracht von',
  'roundtable.commonGround': () => 'Gemeinsame Schnittmenge',
  'roundtable.commonGround.hint': () =>
    'Worin sich alle einig sind, auch wenn sonst vieles offen ist. Das steht im Protokoll zuerst.',
  'roundtable.result.title': (args) => `Ergebnis: ${args.result}`,
  'roundtable.dissent': () => 'Nicht zugestimmt haben:',
  'roundtable.dissent.unnamed': () => 'Wer nicht zugestimmt hat, wird nicht öffentlich genannt.',
  'roundtable.dissent.release': () => 'Dissens freigeben',
  'roundtable.dissent.release.lead': () =>
    'Nur mit Zustimmung der Gruppe selbst. Der Punkt wird öffentlich, sobald alle genannten Gruppen zugestimmt haben. Die Freigabe gilt für den Wortlaut, der jetzt dasteht; wird er geändert, braucht es eine neue.',
  'roundtable.dissent.agreed': () => 'Diese Gruppen haben zugestimmt, genannt zu werden',
  'roundtable.dissent.withdraw': () => 'Freigabe zurücknehmen',
  'roundtable.dissent.withdraw.lead': () =>
    'Der Punkt ist sofort wieder intern. Wer ihn schon gelesen hat, hat ihn gelesen.',
  'roundtable.dissent.withdraw.whose': () => 'Wessen Freigabe gilt nicht?',
  'roundtable.dissent.internal': () =>
    'Dieser Punkt ist intern, bis alle genannten Gruppen ihn freigeben.',
  'roundtable.handedTo': (args) => `Weitergegeben an: ${args.to}`,
  'roundtable.answerBy': (args) => `Antwort erwartet bis ${args.day}`,
  'roundtable.answer': () => 'Rückmeldung',
  'roundtable.factCheck': () => 'Antwort auf den Faktencheck',
  'roundtable.aboutMeasure': () => 'Maßnahme:',
  'roundtable.promises': () => 'Zusagen',
  'roundtable.promise.done': (args) => `erledigt, ${args.day}`,
  'roundtable.promise.dropped': (args) => `entfallen, ${args.day}`,
  'roundtable.promise.open': () => 'offen',
  'roundtable.promise.due': (args) => `offen, fällig ${args.day}`,
  'roundtable.promise.overdue': (args) => `überfällig seit ${args.day}`,
  'roundtable.approvedOn': (args) => `Das Protokoll ist genehmigt seit ${args.day}.`,
  'roundtable.toTable': () => 'Zum Runden Tisch',
  'alliance.title': () => 'Bündnis',
  'redaction.again': () => 'Nach der Wiederherstellung einer älteren Sicherung erneut entfernt.',
  'redact.title': () => 'Text entfernen',
  'redact.lead': () =>
    'Für Namen von Privatpersonen, Beleidigungen und anderes, das hier nicht stehen darf. Ist nur etwas falsch, berichtigen Sie den Eintrag besser.',
  'redact.goes': () => 'Was verschwindet',
  'redact.goes.text': () =>
    'Alles, was zu diesem Eintrag geschrieben wurde: Titel, Notiz, Namen, Links und Belege. Es verschwindet aus dem Verlauf, der Suche, allen Seiten und Dateien.',
  'redact.goes.besides': (args) =>
    `${plural(args.count, { one: `Ebenso der Text einer Berichtigung, einer Rücknahme oder eines ergänzten Belegs.`, other: `Ebenso die Texte von ${number(args.count)} Berichtigungen, Rücknahmen oder ergänzten Belegen.` })}`,
  'redact.stays': () => 'Was bleibt',
  'redact.stays.entry': () =>
    'Dass es den Eintrag gibt, was geschehen ist, an welchem Tag, und von wem er stammt. Stand und Zahlen ändern sich nicht.',
  'redact.stays.proofs': () =>
    'Ob die Einträge unverändert sind, lässt sich weiter nachprüfen; das Entfernen selbst steht im Verlauf.',
  'redact.stays.files': () =>
    'Hochgeladene Dateien, interne Notizen und Hinweise. Sie werden an ihrem Ort gelöscht.',
  'redact.stays.backups': () =>
    'Sicherungen von früher enthalten den Text noch, bis sie gelöscht werden. Wird eine eingespielt, verschwindet er wieder.',
  'redact.never': () =>
    'Das lässt sich nicht rückgängig machen. Niemand kann den Text zurückholen.',
  'redact.reason': () => 'Warum wird der Text entfernt?',
  'redact.reason.hint': () =>
    'Für alle lesbar. Wiederholen Sie nicht, was verschwinden soll. Zum Beispiel „Name einer Privatperson“.',
  'redact.second': () => 'Zweite Person',
  'redact.second.hint': () => 'Wer hat mit darauf geschaut? Der Name erscheint im Verlauf.',
  'redact.second.none': () => 'niemand',
  'redact.go': () => 'Weiter',
  'redact.confirm': () => 'Text endgültig entfernen?',
  'redact.confirm.lead': () => 'Noch ist nichts geschehen. Prüfen Sie, ob es dieser Eintrag ist.',
  'redact.forGood': () => 'Endgültig entfernen',
  'redact.removed': () => '[entfernt]',
  'timeline.redacts': (args) => `Betrifft den Eintrag vom ${args.day}`,
  'saved.redacted': () => 'Der Text ist entfernt.',
  'problem.redaction/same-person': () => 'Die zweite Person muss jemand anderes sein.',
  'cli.redact': () => 'Den Text eines Eintrags endgültig entfernen; der Eintrag bleibt',
  'cli.redact.reason': () => 'öffentliche Begründung, steht im Verlauf',
  'cli.redact.second': () => 'Kennung der zweiten Person, die zugestimmt hat',
  'cli.redact.dryRun': () => 'nur sagen, was verschwinden würde',
  'cli.redact.reasonMissing': () =>
    'Nennen Sie mit --reason, warum der Text entfernt wird; die Begründung ist öffentlich.',
  'cli.redact.would': (args) =>
    `${plural(args.count, { one: `Ein Text würde`, other: `${number(args.count)} Texte würden` })} endgültig entfernt:`,
  'cli.redact.done': (args) =>
    `Endgültig entfernt, ${plural(args.count, { one: `ein Text`, other: `${number(args.count)} Texte` })}:`,
  'cli.redact.unchanged': () => 'Hier ist schon alles entfernt:',
});
export const en = ({ inner, number, plural, select }: Formatters): Messages => ({
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
  'status.elsewhere': () => 'continued elsewhere',
  'language.de': () => 'Deutsch',
  'language.en': () => 'English',
  'language.switch': () => 'This page in German',
  'layout.skip': () => 'Skip to content',
  'layout.navigation': () => 'Main navigation',
  'layout.breadcrumbs': () => 'You are here',
  'layout.footer': () => 'About these pages',
  'layout.footer.openSource': () =>
    'Klimaspur is free software (EUPL-1.2). No entry is ever silently changed.',
  'layout.signIn': () => 'Sign in',
  'layout.signOut': () => 'Sign out',
  'layout.signedIn': (args) => `Signed in as ${args.name}`,
  'layout.titleWithError': (args) => `Error: ${args.title}`,
  'nav.municipalities': () => 'Municipalities',
  'nav.data': () => 'Open data',
  'nav.checksums': () => 'Checksums',
  'nav.accessibility': () => 'Accessibility',
  'nav.imprint': () => 'Imprint',
  'nav.privacy': () => 'Privacy',
  'nav.api': () => 'API',
  'nav.start': () => 'Start',
  'nav.whatIs': () => 'What is local monitoring?',
  'nav.method': () => 'How we count',
  'nav.easyLanguage': () => 'Easy language',
  'privacy.short': () =>
    '## In short\n\nThese pages do without advertising, without statistics of visits and without content from others. Whoever only reads them gets no cookie and leaves nothing in this application.',
  'privacy.controller': () =>
    '## Who is responsible\n\nWhoever is named in the imprint is responsible for the processing. Who answers for the entries of a town is named there under “Who observes here?”.',
  'privacy.reading': () =>
    '## When you read\n\nTo send a page, the server processes your IP address; it is not stored. The application’s log holds for each request only the time, the kind of page, the result and the duration. Another web server may stand in front of it; what that one records, its operators add here.',
  'privacy.cookies': () =>
    '## Cookies\n\nWithout signing in this application sets no cookies. For those who are signed in there are these, all technically necessary and readable by this site alone:',
  'privacy.cookie.session': (args) =>
    `- ${args.name}: keeps you signed in, for ${number(args.days)} days or until you sign out`,
  'privacy.cookie.after': (args) =>
    `- ${args.name}: makes sure that you see at once what you have just recorded, ${number(args.seconds)} seconds`,
  'privacy.cookie.saved': (args) =>
    `- ${args.name}: carries the message “Saved” to the next page, ${number(args.seconds)} seconds`,
  'privacy.accounts': (args) => `## If you have an account

We store the label that you choose yourself and that stands in public beside your entries, a random identifier, your roles, and your sessions. Name and e-mail address are not asked for. An invitation link works once, within ${number(args.days)} days.

Entries are not deleted, because they are there to be traced; they hold only the identifier. At “My account” you can download everything that is kept of you. If you delete your account, label, sessions and sign-in links are deleted, and nobody can relate the identifier to a person any more; it is never given again. Role, day and text of your entries stay. Backups hold the label until they are overwritten; if one is restored, it disappears again.`,
  'privacy.notices': (args) => `## If you report a mistake or a barrier

We store your text, the source and, if you give one, your e-mail address. Only those signed in for the town and the operators can read it. Nothing of it is published. After ${number(args.days)} days, on request earlier, the notice is deleted. If an entry is corrected because of it, it only says “Corrected because of a notice”. The same holds if you report a barrier; only the operators read that.

To prevent abuse we count how many notices come from one IP address: by a check number that stays in memory until the end of the day only. The address itself is not stored.`,
  'privacy.contacts': () =>
    '## If you are invited to a round table\n\nThose who invite can keep names and e-mail addresses of those an invitation goes to, with a remark. Only those who invite in the town can read them. Nothing of it is published or stands in entries; at most it is public which organisation was there. If you ask for it, your contact is deleted without trace.',
  'privacy.entries': () =>
    '## Names in entries\n\nEntries record decisions, bodies and offices, not private persons. If your name stands in an entry and should not, tell us at the entry itself or by the imprint.',
  'privacy.links': () =>
    '## Links\n\nLinks to evidence lead to other people’s pages. Only when you follow one does their server learn anything about you.',
  'privacy.linkCheck': () =>
    'Whether published links can still be reached is checked in the background by the server of this application, each about once a month. The servers linked to learn its address and name, and nothing about you.',
  'privacy.basis': () =>
    '## Legal basis and recipients\n\nThe basis is Art. 6 (1) (f) GDPR: the legitimate interest to provide and protect the pages, to make it traceable who recorded what, and to deal with notices. The data lie on the operators’ server. They are passed on to nobody, except that public entries can be downloaded by everybody.',
  'privacy.rights': () =>
    '## Your rights\n\nYou have the right of access, rectification, erasure, restriction of processing, data portability and objection (Art. 15 to 21 GDPR). Turn to those responsible. You change the label of your account yourself, and you delete the account yourself. You can also complain to a data protection authority, for example that of your Land.',
  'accessibility.goal': () =>
    '## What we want\n\nEverybody should be able to use these pages. The standard is WCAG 2.2 at level AA, on which EN 301 549 and BITV 2.0 also rest.',
  'accessibility.done': () =>
    '## What is done for it\n\n- Everything works by keyboard, without JavaScript and without a mouse.\n- The pages fit a width of 320 pixels and can be enlarged.\n- No status hangs on colour alone: each has word, icon and pattern.\n- Every chart has a sentence and a table.\n- Forms keep everything typed and say in words what is missing.',
  'accessibility.tested': () =>
    '## How it is tested\n\nAt every change of the program automatic tests check every page in both languages, narrow and wide, with axe, for being reachable by keyboard and for reflow. This is a self-assessment; automatic tests do not find everything.',
  'accessibility.gaps': () =>
    '## What is missing\n\n- Texts from plans and council papers stand as they were written, on the English pages in German, too.\n- Documents that evidence leads to lie elsewhere and are often not accessible.\n- In easy language there is only one page. Sign language is missing.',
  'easyLanguage.what': () =>
    '## What is this about?\n\nThe climate on earth is getting warmer.\nThat is bad for people, animals and plants.\nMany towns want to protect the climate.\nFor that they have made a plan.\nThe plan has many tasks.\nThe tasks are called: measures.',
  'easyLanguage.see': () =>
    '## What can I see here?\n\nHere you see:\n\n- What does the town want to do?\n- What is done already?\n- What takes longer than planned?\n- What does the town no longer do?',
  'easyLanguage.who': () =>
    '## Who writes this?\n\nIn every town there is a group.\nThe group looks closely.\nIt writes down: What happened? On which day?\nOften these are people from the town.\nThey get no money for it.',
  'easyLanguage.use': () =>
    '## How do I find something?\n\n- Click at the top on: Municipalities.\n- Choose your town.\n- You see numbers and pictures.\n- Click on: Measures. Then you see all tasks.\n- Every task has a word and a sign. For example: completed. That means: The task is done.',
  'easyLanguage.wrong': () =>
    '## Is something wrong?\n\nThen tell us.\nAt every task it says: Report a mistake.\nClick on it and write to us.\nYou do not have to say your name.',
  'site.lead.imprint': () => 'Who operates these pages and answers for them.',
  'site.lead.privacy': () =>
    'What happens with data when you read these pages or record something here.',
  'site.lead.accessibility': () =>
    'How well these pages can be used, what is missing, and how to report a barrier.',
  'site.lead.easy-language': () => 'This page is in easy language.',
  'site.none': () =>
    'There is nothing here yet. Whoever operates these pages still has to fill it in.',
  'site.otherLanguage': () => 'This text exists in German only.',
  'site.changedAt': (args) => `Last changed on ${args.day}.`,
  'site.builtIn': () => 'This text describes the program as it is delivered.',
  'site.edit': () => 'Change the text',
  'site.towns': () => 'Responsible for single municipalities',
  'site.towns.1': () => 'Whoever is named there answers for the entries of a municipality.',
  'site.all': () => 'Texts of these pages',
  'site.all.lead': () =>
    'Imprint, privacy and accessibility belong to you who operate these pages. A municipality can be published once the imprint is written and the other two texts are your own or have been checked by you.',
  'site.state.own': () => 'own text',
  'site.state.builtIn': () => 'built-in text',
  'site.state.checked': () => 'built-in text, checked by you',
  'site.state.unchecked': () => 'built-in text, not checked yet',
  'site.state.missing': () => 'still missing',
  'site.form.de': () => 'Text in German',
  'site.form.en': () => 'Text in English',
  'site.form.hint': () =>
    'Separate paragraphs by an empty line; a line that begins with “## ” becomes a heading, with “- ” a point of a list. Web and e-mail addresses become links.',
  'site.form.emptyMeans': () =>
    'Leave empty to show the built-in text. It changes with the program.',
  'site.form.english': () => 'Leave empty to show the German text on the English pages as well.',
  'site.form.template': () => 'Put in the built-in text as a template',
  'site.form.look': () => 'Read the page as it is now',
  'site.form.checked': () => 'Built-in text',
  'site.form.checked.privacy': () =>
    'It says what the software does with data. It does not know where the server stands, who runs it, or who your data protection officer is: where that is needed, write a text of your own.',
  'site.form.checked.accessibility': () =>
    'It says what was checked of the software. It does not know your own texts, pictures and files.',
  'site.form.checked.yes': () => 'We have checked it, and it holds for these pages.',
  'site.form.imprint': () =>
    'The law asks for your name and an address at which you can be written to, a quick way such as e-mail or telephone, for associations who represents them and the register, and who is responsible for the content (§ 5 DDG, § 18 MStV).',
  'whatIs.lead': () =>
    'Many towns have adopted a climate plan. Local monitoring means: people in the town follow in public what becomes of it, measure by measure.',
  'whatIs.why': () => 'What for?',
  'whatIs.why.1': () =>
    'A climate plan consists of many measures. They are proposed, discussed, deferred, amended, adopted, begun and finished – or not. All this is scattered over council papers, minutes and newspapers.',
  'whatIs.why.2': () =>
    'Here it is all together: with the day on which it happened, and with evidence. For everybody who lives in the town, for its bodies, the administration and the press.',
  'whatIs.who': () => 'Who does this?',
  'whatIs.who.1': () =>
    'In every town there is a group that observes: volunteers, an alliance, or the town itself. Who it is, how it is related to the town, how it works and who is responsible is said for each town under “Who observes here?”.',
  'whatIs.who.2': () =>
    'Where the town does not observe itself, every page says: “Not an official service of the town”.',
  'whatIs.how': () => 'How does it work?',
  'whatIs.how.plan': () => 'The group records the plan with all its measures, in its own words.',
  'whatIs.how.record': () =>
    'When something happens, it records it: “Committee: deferred”, “Work began”. Each entry names the day and, where possible, evidence.',
  'whatIs.how.check': () =>
    'When nothing happens, it checks from time to time and records that as well: “Checked, unchanged”.',
  'whatIs.how.correct': () =>
    'When something was wrong, it is corrected in sight. The old entry stays beside it.',
  'whatIs.how.derive': () =>
    'The status of each measure follows from these entries alone, by fixed rules.',
  'whatIs.limits': () => 'What it is not',
  'whatIs.limits.1': () =>
    'No carbon account: measures are counted, not tonnes. The number of its measures does not make a town climate-neutral.',
  'whatIs.limits.2': () =>
    'No league table: small and large measures count the same, and every plan is cut differently.',
  'whatIs.limits.3': () =>
    'No pillory: it is about decisions and their implementation, not about persons. What went well is shown as much as what is late.',
  'whatIs.join': () => 'Something is wrong, or you want to join?',
  'whatIs.join.1': () =>
    'Write to the group of your town; its contact stands under “Who observes here?”. Who is responsible for these pages as a whole is said in the imprint.',
  'whatIs.join.towns': () => 'To the municipalities',
  'method.lead': () =>
    'This page describes the rules as the program applies them: lists, order and periods are generated from the program itself.',
  'method.entries': () => 'Entries and their two times',
  'method.entries.1': () =>
    'Everything begins with entries: “Environment committee: deferred”, “Work began”. Each has two times: when it happened, and when it was recorded. Where only the month or year is known, the entry counts from the last possible day, but at the latest from the day on which it was recorded.',
  'method.entries.2': () =>
    'Nothing is changed silently. A correction stands beside what it corrects; what was taken back stays readable and does not count. That is why every page also exists for a day in the past.',
  'method.entries.3': () =>
    'What happened is recorded, whatever we expected: where an entry contradicts another, it is accepted all the same and shown as a finding. Evidence is asked for; where it is missing, the entry says “no evidence given”.',
  'method.axes': () => 'Decision, implementation and assessment are kept apart',
  'method.axes.1': () =>
    'For every measure we keep apart how far its decision is and how far its implementation. How single papers were dealt with stands in the history. The assessment by the observers is an opinion: dated, signed, and part of no figure.',
  'method.state': () => 'State',
  'method.aloneGives': () => 'By itself this gives',
  'method.decisionStates': (args) => `Decision: ${number(args.count)} states`,
  'method.implementationStates': (args) => `Implementation: ${number(args.count)} states`,
  'method.noDelayState': () =>
    '“Delayed” is no state of implementation. A delay is reported, and then holds until the next progress or the end; or it is computed from the planned dates.',
  'method.words': (args) => `The ${number(args.count)} words, and by which rule`,
  'method.words.1': () => 'On the overviews each measure carries exactly one of these words:',
  'method.words.2': () =>
    'Which one is decided by the first rule of this list that fits. Each measure names its rule and the entry behind it under “Why this status?”.',
  'method.late': () => 'When a date has passed',
  'method.late.1': () =>
    'A date has passed on the day after the last day that it covers. The planned start counts while no start is known; the planned end counts while work is not over. A permanent task that is running has no end to miss.',
  'method.late.2': () =>
    'Where a list names no day but its own, it is known only from that day on that the measure had begun or was over. The days before count as they did then: the date had passed, and no start or end was known. Whether it was finished late is not said in that case.',
  'method.late.planned': () => 'Planned end',
  'method.late.from': () => 'Passed from',
  'method.late.table': () => 'Examples, computed by the same rule',
  'method.stale': () => 'When a measure is called “not checked for long”',
  'method.stale.1': (args) =>
    `When nothing was recorded about it for ${number(args.days)} days. The day of recording counts, not the day on which it happened: the question is whether somebody looked. Texts, the place in the plan and corrections do not count.`,
  'method.stale.news': () => 'What counts as a sign of life',
  'method.findings': () => 'Findings',
  'method.findings.1': () =>
    'Entries that do not fit together are not refused but shown. The group can look and record that the entry is right.',
  'method.assessment': () => 'Assessment by the observers',
  'method.assessment.1': () =>
    'The group can assess measures and fields, on one of these scales. This always stands apart, with name and day.',
  'scale.TRAFFIC_LIGHT': () => 'Traffic light',
  'scale.LOCALZERO': () => 'LocalZero’s levels',
  'scale.ONE_TO_FIVE': () => '1 to 5',
  'method.percent': () => 'Figures and shares',
  'method.percent.1': () =>
    'Every share says how many of how many, and of how many the status is unknown. A measure that was merged, split or superseded is counted at its successors.',
  'method.more': () => 'Further',
  'method.source': () => 'The program is free software; every rule can be read there.',
  'measure.rule': () => 'The rule behind it',
  'data.lead': () => 'Everything that is public here can be downloaded, queried and reused.',
  'checksums.lead': () =>
    'Every entry goes into a checksum that is signed and published. Whoever keeps one of them can later work out whether anything was changed, deleted or slipped in since – by those who run these pages as well.',
  'checksums.newest': () => 'The newest checksum',
  'checksums.none': () => 'Nothing has been signed so far.',
  'checksums.counts': () =>
    'Every entry of this installation is counted, those of drafts and accounts too. What they are about the number does not tell.',
  'checksums.entries': () => 'Entries',
  'checksums.number': (args) => `${number(args.count)}`,
  'checksums.root': () => 'Checksum',
  'checksums.signedAt': () => 'signed on',
  'checksums.note': () => 'The signed checksum as text',
  'checksums.key': () => 'The public key by which the signature can be checked',
  'checksums.how': () => 'How to check for yourself',
  'checksums.how.1': () =>
    'Keep a checksum. It stands on every printed page, in the file to each entry, and here.',
  'checksums.how.2': () =>
    'Beside each entry of a history stands “Prove that it is unaltered”. The link downloads a file with the entry, the way from it to the checksum, and the signature.',
  'checksums.how.3': () =>
    'The formats are public (RFC 6962 and the text formats of C2SP). Any program that understands them can check without asking us.',
  'checksums.not': () =>
    'This does not check whether an entry is true, only that it still stands there as it was signed.',
  'checksums.all': () => 'All signed checksums',
  'checksums.all.1': (args) =>
    `${number(args.count)} of ${number(args.total)}, the newest first. Each stays at its address.`,
  'checksums.all.json': () => 'All as JSON',
  'checksums.refused': () => 'Nothing is signed at present',
  'checksums.refused.shorter': (args) =>
    `There are ${number(args.size)} entries here, but ${number(args.signed)} had been signed. Presumably an older backup came back.`,
  'checksums.refused.differs': (args) =>
    `Among the first ${number(args.signed)} of ${number(args.size)} entries are some that no longer stand as they were signed.`,
  'checksums.refused.stuck': (args) =>
    `After ${number(args.size)} entries comes one that is damaged. Signed are ${number(args.signed)}.`,
  'checksums.refused.what': () =>
    'What was signed before stays valid. What the operator can do is said in docs/hosting.md.',
  'data.licence': () => 'Licence',
  'data.licence.1': (args) =>
    `Unless a town says otherwise, its data are under ${args.licence}. Name the group that observes, and the address. What applies is said for each town under “Who observes here?”. Texts from plans and council papers belong to those who wrote them.`,
  'data.cite': () => 'How to cite',
  'data.cite.1': (args) =>
    `Always name the day for which the figure holds: entries are added, for past days too. For the address to show what you saw it names two days: ${args.asOf} (for which day?) and ${args.knownAt} (what was known at the end of which day?). With ${args.asOf} alone it also shows what is recorded or corrected for that day later. What was hidden or removed since, no address shows any more.`,
  'data.cite.example': (args) =>
    `${args.group}: Climate action in ${args.town}. State of ${args.day}. ${args.address} (${args.licence})`,
  'data.cite.group': () => 'Name of the group',
  'data.cite.town': () => 'Name of the town',
  'data.files': () => 'Download',
  'data.files.1': () =>
    'Below every list and every chart stands “download”: exactly what is shown, with the same filters and the same day. At the end of each dashboard stands “All tables in one workbook”: a sheet for each table (measures, numbers, courses, moved dates, bodies, decisions, entries, evidence). Only the sheet of measures is read by an import. Everything at once is here:',
  'data.files.what': () => 'File',
  'data.files.formats': () => 'Formats',
  'data.files.measures': () => 'All measures of all municipalities',
  'data.files.towns': () => 'All municipalities with their figures',
  'workbook.all': () => 'All tables in one workbook',
  'data.files.events': () => 'All entries as they are stored',
  'data.files.proofs': () => 'JSON Lines with checksums',
  'data.files.events.1': () =>
    'The file of entries is JSON Lines: one line per entry, in the order in which they were recorded. Fields and meaning of each are described in the file docs/events.md of the source code; fields are added, none changes its meaning.',
  'data.api': () => 'API',
  'data.api.1': () =>
    'Every figure is also there for programs, without signing in and without a key. Questions take asOf (for which day?) and knownAt (what was known when?). Every page of a town, a measure and a history also exists with the ending .json.',
  'data.api.docs': () => 'Description of the API, to try out',
  'data.api.document': () => 'OpenAPI document',
  'data.columns': () => 'Columns of the table of measures',
  'data.columns.1': (args) =>
    `The ${number(args.count)} columns of the CSV and XLSX file and the names of the same values in JSON. An empty cell means: nothing is said about it. Both files import again without change; imported into an empty place they give the same file again.`,
  'data.columns.heading': () => 'Heading (CSV, XLSX)',
  'data.columns.key': () => 'Name (JSON)',
  'data.columns.kind': () => 'Kind',
  'data.columns.meaning': () => 'Meaning',
  'columnKind.text': () => 'text',
  'columnKind.date': () => 'day, month or year',
  'columnKind.code': () => 'code',
  'columnKind.amount': () => 'number',
  'columnKind.money': () => 'amount in euros; in JSON in cents',
  'columnKind.answer': () => 'yes or no; in JSON true or false',
  'columnKind.path': () => 'path; in JSON a list',
  'columnKind.word': () => 'word; in JSON the code',
  'columnKind.list': () => 'list, one item per line, parts between |; in JSON a list',
  'data.codes': () => 'Codes and their words',
  'data.codes.code': () => 'Code',
  'data.codes.word': () => 'Word',
  'data.towns': () => 'Data of single municipalities',
  'data.towns.all': () => 'All municipalities; their files stand at the end of each overview.',
  'licence.CC-BY-4.0': () => 'Creative Commons Attribution 4.0 (CC BY 4.0)',
  'licence.CC0-1.0': () => 'Creative Commons Zero 1.0 (CC0)',
  'licence.DL-DE-BY-2.0': () => 'Data licence Germany – attribution 2.0',
  'licence.DL-DE-ZERO-2.0': () => 'Data licence Germany – zero 2.0',
  'columnMeaning.id': () => 'Id of the measure; it never changes, not even by an import elsewhere.',
  'columnMeaning.municipality': () => 'Name of the municipality whose measure it is.',
  'columnMeaning.plan': () => 'Title of the plan in which the measure stands; empty: in none.',
  'columnMeaning.planKind': () =>
    'Climate protection, climate adaptation, heat planning or another plan.',
  'columnMeaning.number': () => 'Number in the plan.',
  'columnMeaning.field': () => 'Field, with all it lies in.',
  'columnMeaning.title': () => 'Title of the measure.',
  'columnMeaning.teaser': () => 'Short description in one or two sentences.',
  'columnMeaning.statusWord': () => 'One of the nine words, in the language of the file.',
  'columnMeaning.status': () => 'The same as a code.',
  'columnMeaning.decision': () => 'How far the decision is.',
  'columnMeaning.implementation': () => 'How far the implementation is.',
  'columnMeaning.delayReported': () => 'Somebody reported a delay, and it still holds.',
  'columnMeaning.late': () => 'A planned date has passed (computed).',
  'columnMeaning.plannedStart': () => 'Planned start, as exactly as it is known.',
  'columnMeaning.plannedEnd': () => 'Planned end, as exactly as it is known.',
  'columnMeaning.lead': () => 'Who is in the lead.',
  'columnMeaning.leadExplanation': () => 'Explanation of that, as the source gives it.',
  'columnMeaning.budgetPerYearCents': () => 'Running cost by the plan.',
  'columnMeaning.budgetTotalCents': () => 'Total cost by the plan.',
  'columnMeaning.savingKgCo2ePerYear': () => 'Expected saving of greenhouse gases by the plan.',
  'columnMeaning.savingKwhPerYear': () => 'Expected saving of energy by the plan.',
  'columnMeaning.savingCentsPerYear': () => 'Expected saving of cost by the plan.',
  'columnMeaning.ownProposal': () => 'Proposal of the group, not part of the plan.',
  'columnMeaning.description': () => 'What has to be done.',
  'columnMeaning.planText': () => 'Wording of the measure in the plan.',
  'columnMeaning.background': () => 'Background.',
  'columnMeaning.goal': () => 'Goal of the measure.',
  'columnMeaning.statusReport': () => 'Status as the source describes it.',
  'columnMeaning.statusNote': () => 'Reason of the status in the source.',
  'columnMeaning.outlook': () => 'Outlook.',
  'columnMeaning.obstacles': () => 'Obstacles.',
  'columnMeaning.remarks': () => 'Further remarks.',
  'columnMeaning.planAssessment': () => 'How the group assesses the planning.',
  'columnMeaning.supporters': () => 'Who supports the measure.',
  'columnMeaning.lastEntryOn': () =>
    'The latest day that an entry on decision, implementation or assessment names; as precisely as known. Imported elsewhere: “checked, unchanged” on that day, where nothing else tells of it.',
  'columnMeaning.url': () =>
    'Address of this measure’s page on this server. It stands only in JSON and on the sheet “Addresses” of a municipality’s workbook, not in the table of measures: elsewhere it is another.',
  'columnMeaning.decidedOn': () =>
    'Since when the measure is adopted, as precisely as known; empty: unknown.',
  'columnMeaning.implementationSince': () =>
    'Since when the implementation state holds, where neither begin nor end says it; as precisely as known; empty: unknown.',
  'columnMeaning.implementationBy': () =>
    'By when it had come to this implementation state at the latest. In place of “Implementation state since”, where no more is known, for example because a list names no day but its own.',
  'columnMeaning.startedOn': () => 'When work began, as exactly as known.',
  'columnMeaning.startedBy': () =>
    'By when work had begun at the latest. In place of “Started on”, where no more is known, for example because a list names no day but its own.',
  'columnMeaning.endedOn': () => 'When work ended, as exactly as known.',
  'columnMeaning.endedBy': () =>
    'By when work had ended at the latest. In place of “Ended on”, where no more is known, for example because a list names no day but its own.',
  'columnMeaning.percent': () => 'Progress as last reported.',
  'columnMeaning.delayReportedOn': () =>
    'When the delay was reported, as precisely as known; empty: unknown.',
  'columnMeaning.decisionSince': () =>
    'Since when the decision state holds, where the measure is not adopted; as precisely as known; empty: unknown.',
  'columnMeaning.amended': () => 'The decision changed the measure.',
  'columnMeaning.inNewConsultation': () =>
    'The measure is being dealt with again, without lowering what was adopted.',
  'columnMeaning.noDecisionReason': () => 'Why no decision is needed.',
  'columnMeaning.heirs': () => 'Ids of the measures in which it goes on; it is counted there.',
  'columnMeaning.delayReason': () => 'Why it is delayed.',
  'columnMeaning.abandonReason': () => 'Why the measure was given up.',
  'columnMeaning.assessment': () =>
    'How the group assesses the measure, and on which scale; the texts stand in the history.',
  'columnMeaning.assessedOn': () => 'When it was assessed, as precisely as known; empty: unknown.',
  'columnMeaning.period': () => 'Duration or period in the words of the plan.',
  'columnMeaning.horizon': () =>
    'Introduction: short-term within 3 years, medium-term within 7, long-term later.',
  'columnMeaning.duration': () => 'A project that ends, or a permanent task.',
  'columnMeaning.priority': () => 'Priority by the plan.',
  'columnMeaning.feasibility': () => 'Feasibility by the plan, from 1 to 5.',
  'columnMeaning.impact': () => 'Impact by the plan, from 1 to 5.',
  'columnMeaning.partners': () => 'Others who take part, with an explanation.',
  'columnMeaning.initiator': () => 'Office or group from which the measure comes.',
  'columnMeaning.targetGroups': () => 'Whom the measure is for.',
  'columnMeaning.influence': () => 'How the town can act on it.',
  'columnMeaning.costOneOffCents': () => 'One-off cost by the plan.',
  'columnMeaning.costPerYearCents': () => 'Cost per year by the plan.',
  'columnMeaning.staffHundredths': () => 'Posts needed; in JSON in hundredths.',
  'columnMeaning.costAsOf': () => 'When the prices are from.',
  'columnMeaning.costNote': () => 'What the source says about the cost.',
  'columnMeaning.funding': () => 'Programme or budget line | amount | state.',
  'columnMeaning.savingMinKgCo2ePerYear': () =>
    'Lower end of the expected saving of greenhouse gases.',
  'columnMeaning.savingMaxKgCo2ePerYear': () =>
    'Upper end of the expected saving of greenhouse gases.',
  'columnMeaning.savingQuality': () => 'How good the estimate is.',
  'columnMeaning.savingsMethod': () => 'How the figure was found.',
  'columnMeaning.notQuantified': () => 'What the source explicitly leaves without a figure.',
  'columnMeaning.notQuantifiedReason': () => 'Why no figure is given.',
  'columnMeaning.climateEffect': () => 'Effect on the climate, where no figure is given.',
  'columnMeaning.effectFrom': () => 'When the effect begins.',
  'columnMeaning.steps': () => 'Step | start | end | state.',
  'columnMeaning.indicators': () => 'Indicator | unit | baseline | target.',
  'columnMeaning.coBenefits': () => 'Co-benefits.',
  'columnMeaning.localValue': () => 'Value created in the town.',
  'columnMeaning.examples': () => 'Good examples elsewhere.',
  'columnMeaning.related': () => 'Measures that go with it.',
  'columnMeaning.papers': () => 'Number of the paper | title | address.',
  'columnMeaning.classes': () => 'Scheme | code | label.',
  'example.heading': () => 'Example',
  'example.text': () => 'This town is made up, for trying things out. You may change anything.',
  'example.begin': () => 'Begin with your own municipality',
  'past.heading': () => 'Looking back',
  'past.asOf': (args) => `You are looking at the state on ${args.day}.`,
  'past.knownAt': (args) => `As known on ${args.instant}: what was recorded later is missing here.`,
  'past.today': () => 'Go to today’s state',
  'print.permalink': () => 'Address of this page',
  'print.checkpoint': (args) =>
    `State of the record: ${number(args.size)} entries, checksum ${args.root}…, signed at ${args.address}`,
  'print.asOf': () => 'State on',
  'print.knownAt': () => 'As known on',
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
  'form.description': () => 'A page to work on the records of this municipality.',
  'form.save': () => 'Save',
  'form.cancel': () => 'Cancel',
  'form.moreRows': () => 'More rows',
  'form.row': (args) => `${args.item} ${number(args.number)}`,
  'form.none': () => 'not said',
  'form.choose': () => 'Please choose',
  'form.conflict.title': () => 'Somebody else has changed this meanwhile',
  'form.conflict.text': () =>
    'Nothing of yours is saved yet. Each field that differs says what is saved now. If you save again, what stands in the fields will count.',
  'form.theirs': (args) => `Saved meanwhile: ${args.value}`,
  'form.theirs.none': () => 'Saved meanwhile: nothing',
  'form.sentBefore': () =>
    'This form was sent and saved before with other content. Check whether you want to save again.',
  'form.problem.integer': () => 'Enter a whole number, for example 25.',
  'form.problem.year': (args) => `Enter a year from ${args.min} to ${args.max}, for example 2035.`,
  'form.problem.number': () => 'Enter a number, for example 12.5.',
  'form.problem.money': () => 'Enter an amount in euros, for example 1,250.50.',
  'form.problem.date': () => 'Enter a day (2027-06-30), a month (06/2027) or a year (2027).',
  saved: () => 'Saved.',
  'saved.unchanged': () => 'Nothing changed, so nothing was saved.',
  'saved.rebuilding': () =>
    'Being rebuilt. Until then the present state answers; this page shows how far it is.',
  'saved.replayed': () => 'The history is up to date again.',
  'saved.stillParked': () => 'The history still cannot be told.',
  'saved.dismissed': () => 'The history stays as it is.',
  'saved.founded': () => 'The municipality is there, as a draft. This is where you go on.',
  'saved.published': () => 'Published.',
  'saved.unpublished': () => 'No longer published.',
  'saved.planDrafted': () => 'The plan is there, as a draft.',
  'saved.moved': () => 'Moved.',
  'saved.recorded': () => 'The measure is there, as a draft. Here you can describe it.',
  'saved.voided': () =>
    'Taken back. The measure no longer counts; at its address it now says that it was recorded by mistake.',
  'form.date.hint': () => 'Day, month or year: 2027-06-30, 06/2027 or 2027.',
  'form.lines.hint': () => 'One per line.',
  'form.euros': () => 'in euros',
  'form.tonnes': () => 'in tonnes',
  'signIn.returns': () => 'Open the link in this browser; you will go on where you wanted to go.',
  'problem.auth/operator-needed': () =>
    'Only those who operate this site may do that (role “operator”). Please ask them.',
  'begin.title': () => 'Begin your own municipality',
  'begin.lead': () =>
    'A name is enough, everything else can follow. Until you publish it, only signed-in people of your team see the municipality.',
  'begin.import': () => 'Begin with a list of measures',
  'begin.submit': () => 'Create municipality',
  'begin.name': () => 'Name of the municipality',
  'begin.name.hint': () => 'For example “Musterstadt am Main”.',
  'begin.state': () => 'State',
  'begin.ags': () => 'Official municipality key (AGS)',
  'begin.ags.hint': () => 'Eight digits, for example 06433012.',
  'details.key.reason': () =>
    'Corrected in “Details of the municipality”: state or municipality key',
  'begin.population': () => 'Inhabitants',
  'begin.populationOn': () => 'Inhabitants as of',
  'begin.target': () => 'Climate target of the municipality',
  'target.year': () => 'Target year',
  'target.year.hint': () =>
    'By when does the municipality want to be climate-neutral? For example 2035.',
  'target.resolution': () => 'Resolution behind it',
  'target.resolution.hint': () => 'For example “Resolution of the city council, DS 74/2023”.',
  'target.resolvedOn': () => 'Resolved on',
  'target.evidence': () => 'Evidence: web address of the resolution',
  'state.BW': () => 'Baden-Württemberg',
  'state.BY': () => 'Bavaria',
  'state.BE': () => 'Berlin',
  'state.BB': () => 'Brandenburg',
  'state.HB': () => 'Bremen',
  'state.HH': () => 'Hamburg',
  'state.HE': () => 'Hesse',
  'state.MV': () => 'Mecklenburg-Western Pomerania',
  'state.NI': () => 'Lower Saxony',
  'state.NW': () => 'North Rhine-Westphalia',
  'state.RP': () => 'Rhineland-Palatinate',
  'state.SL': () => 'Saarland',
  'state.SN': () => 'Saxony',
  'state.ST': () => 'Saxony-Anhalt',
  'state.SH': () => 'Schleswig-Holstein',
  'state.TH': () => 'Thuringia',
  'work.crumb': () => 'Edit',
  'work.open': () => 'Edit',
  'measure.new': () => 'Create a measure',
  'measure.edit': () => 'Edit the measure',
  'measure.new.lead': () => 'A title is enough. The measure sheet comes next.',
  'measure.new.more': () => 'Origin and kind',
  'measure.new.more.hint': () => 'Idea, own proposal, from whom.',
  'measure.noPlan': () => 'There is no plan yet. The measure can be placed later.',
  'measure.place': () => 'Plan and field',
  'measure.place.none': () => 'stands in no plan',
  'measure.place.problem': () => 'Choose a plan.',
  'measure.place.more': () => 'Day and edition',
  'measure.place.more.hint': () => 'If it stands there only from a certain day.',
  'measure.place.since': () => 'Stands there since',
  'measure.plan': () => 'Plan',
  'measure.number': () => 'Number in the plan',
  'measure.number.gone': (args) =>
    `Only the number ${args.number} goes; the measure still stands in the plan.`,
  'measure.number.hint': () => 'As the plan writes it, for example “A1.1” or “12”.',
  'measure.marks': () => 'Special marks',
  'measure.mark.idea': () => 'Idea',
  'measure.mark.idea.hint': () => 'Only if somebody says expressly that it is an idea so far.',
  'measure.mark.ownProposal.hint': () => 'Proposed by your group.',
  'measures.lead': () =>
    'Measures stand in plans. That is where you change order and numbers and get to each of them.',
  'measures.import': () => 'Import a table',
  'measures.outside': () => 'In no plan',
  'measures.outside.more': (args) =>
    `${plural(args.count, { one: `And ${number(args.count)} more: look for it in the list of measures.`, other: `And ${number(args.count)} more: look for them in the list of measures.` })}`,
  'measureTask.sheet.hint': () => 'All texts and figures of the measure.',
  'measureTask.sheet.lead': () =>
    'Only the title is needed. What is folded away you need only if your plan says it.',
  'measureTask.place': () => 'Place in the plan',
  'measureTask.place.hint': () => 'Field and number.',
  'measureTask.place.lead': () =>
    'In another field the measure stands last afterwards. Another plan is added to the present one.',
  'measureTask.responsible': () => 'Who is responsible',
  'measureTask.responsible.hint': () => 'Lead and partners.',
  'measureTask.assess.hint': () =>
    'What the group thinks of the measure: a rating, what is achieved, what is missing.',
  'measureTask.origin': () => 'Correct the origin',
  'measureTask.origin.hint': () => 'Who proposed it; idea; “proposal, not part of the plan”.',
  'measureTask.origin.lead': () =>
    'This stands in the first entry of the measure. The correction remains in sight in the history.',
  'measureTask.revive': () => 'Take up again',
  'measureTask.revive.hint': () => 'Rejected or withdrawn, and now a new round.',
  'measureTask.revive.lead': () => 'The measure remains the same; a new round begins.',
  'measureTask.merge': () => 'Merge into another',
  'measureTask.merge.hint': () => 'It becomes part of another measure.',
  'measureTask.merge.lead': () =>
    'From that day it counts as part of the other measure and no longer itself.',
  'measureTask.split': () => 'Split',
  'measureTask.split.hint': () => 'One measure becomes several.',
  'measureTask.split.lead': () => 'From that day the parts count and no longer the whole.',
  'measureTask.supersede': () => 'Supersede',
  'measureTask.supersede.hint': () => 'Another measure takes its place.',
  'measureTask.supersede.lead': () => 'From that day the other measure counts instead of this one.',
  'measureTask.remove': () => 'Remove from the plan',
  'measureTask.remove.hint': () => 'It no longer stands in the plan; its story goes on.',
  'measureTask.remove.lead': () =>
    'The measure remains and still counts for the municipality, just no longer for this plan.',
  'measureTask.void': () => 'Created by mistake: take back',
  'measureTask.void.hint': () => 'Twice, wrong municipality, just a try.',
  'measureTask.void.lead': () =>
    'The measure disappears from all lists and numbers; at its address it then says when and why. For measures that did exist this is the wrong way: those are abandoned, rejected or removed from the plan.',
  'heir.into': () => 'Into which measure does it merge?',
  'heir.by': () => 'Which measure replaces it?',
  'heir.id.hint': () => 'The id stands at the end of the address of the measure.',
  'heir.newTitle': () => 'Or title of a new measure',
  'heir.newTitle.hint': () => 'It is then created in the same field.',
  'heir.split': () => 'Into which parts?',
  'heir.split.hint': () => 'In each row a title for a new measure, or one that exists already.',
  'heir.part': () => 'Part',
  'heir.part.title': () => 'Title of the part',
  'heir.part.known': () => 'Existing measure',
  'heir.part.new': () => 'create a new one',
  'heir.problem.none': () => 'Name at least one part.',
  'responsible.assign': () => 'Add who is responsible',
  'responsible.none': () => 'Nobody is responsible yet. Enter below who is in the lead.',
  'responsible.how': () => 'How?',
  'responsible.organ': () => 'Body or office',
  'responsible.organ.none': () => 'none of these',
  'responsible.name': () => 'Name',
  'responsible.name.hint': () =>
    'Only needed if it is missing above: an office, an association, a company. No private persons.',
  'responsible.since': () => 'Since when?',
  'responsible.release': () => 'End the responsibility',
  'responsible.release.lead': (args) => `${args.name} is no longer responsible from that day.`,
  'revive.as': () => 'How is it taken up?',
  'revive.as.PROPOSED': () => 'as a proposal',
  'revive.as.SUBMITTED': () => 'with a new paper',
  'revive.by': () => 'By whom?',
  'revive.paperKind': () => 'Kind of paper',
  'work.title': (args) => `Edit ${args.name}`,
  'work.lead': () => 'Everything your team can do here, in the order in which one usually begins.',
  'work.toTown': () => 'To the page of the municipality',
  'work.group.town': () => 'The municipality',
  'work.group.plan': () => 'Plan and measures',
  'work.group.people': () => 'Team and notices',
  'work.group.tables': () => 'Round tables and alliance',
  'work.stand.none': () => 'nothing yet',
  'work.stand.organs': (args) =>
    `${plural(args.count, { '=0': `none yet`, one: `${number(args.count)} body`, other: `${number(args.count)} bodies` })}`,
  'work.stand.plans': (args) =>
    `${plural(args.count, { '=0': `none yet`, one: `${number(args.count)} plan`, other: `${number(args.count)} plans` })}`,
  'work.details': () => 'Details of the municipality',
  'work.details.hint': () => 'Name, description, inhabitants, overall assessment.',
  'work.details.lead': () =>
    'These texts stand on the page of the municipality. Empty fields are not shown.',
  'work.target': () => 'Target year and resolution',
  'work.target.hint': () =>
    'By when the municipality wants to be climate-neutral, and where that is written.',
  'work.target.lead': () =>
    'A new target replaces the old one from its day; the history keeps both.',
  'work.organs': () => 'Bodies and offices',
  'work.organs.hint': () => 'Who advises and decides, under the names the municipality uses.',
  'work.observers.hint': () =>
    'The group, its sources, and who is responsible. Needed for publishing.',
  'problem.publish/imprint-missing': () =>
    'Before publishing, the imprint of these pages is missing. Whoever operates them writes it under “Texts of these pages”.',
  'problem.publish/privacy-missing': () =>
    'Before publishing, the privacy notice is missing. Whoever runs these pages writes one under “Texts of these pages” or confirms there that the built-in text has been checked.',
  'problem.publish/accessibility-missing': () =>
    'Before publishing, the accessibility statement is missing. Whoever runs these pages writes one under “Texts of these pages” or confirms there that the built-in text has been checked.',
  'problem.publish/observers-missing': () =>
    'Before publishing, which group observes here is missing. The lead of the team writes it under “Edit” at “Who observes here?”.',
  'problem.public/observers-needed': () =>
    'This town is public, and that includes which group observes here. Correct what is said, or take back the publication first.',
  'problem.public/responsible-needed': () =>
    'This town is public, and may not be so without a responsible person. Name another, or take back its publication first.',
  'problem.public/page-needed': () =>
    'A town is public here, and may not be so without this page. Write a text, confirm that the built-in one has been checked, or take back its publication first.',
  'problem.public/imprint-needed': () =>
    'A town is public here, and may not be so without an imprint. Write one, or take back its publication first.',
  'import.publicTooEarly': (args) =>
    `Public already although something is missing. ${args.missing}`,
  'import.townKept': (args) => `This does not publish the municipality yet. ${args.missing}`,
  'import.fillIn': () => 'Fill in here',
  'problem.publish/responsible-missing': () =>
    'Before publishing, who is responsible for the pages of the town is missing. The lead of the team writes name and address under “Edit” at “Who observes here?”.',
  'organs.lead': () =>
    'Call each body what it is called in your municipality. Whether it decides finally determines how a decision counts.',
  'organs.none': () => 'No bodies yet. Begin with the body that decides in the end.',
  'organs.new': () => 'Add a body',
  'organs.register': () => 'Add body',
  'organs.closed': () => 'Former bodies',
  'organs.closedOn': (args) => `ended on ${args.day}`,
  'organ.name': () => 'Name',
  'organ.since': () => 'New name holds since',
  'organ.since.hint': () =>
    'Only where it was renamed, for example 23.4.2026; older entries keep the old name. Empty: it was meant to be called so all along.',
  'organ.name.hint': () => 'For example “Stadtverordnetenversammlung” or “Umweltausschuss”.',
  'organ.kind': () => 'Kind',
  'organ.kind.hint': () =>
    'The council is the elected main body; the executive is for example the Magistrat.',
  'organ.decidesFinally': () => 'Does it decide finally?',
  'organ.decidesFinally.hint': () => 'Decisions of other bodies count as advice.',
  'organ.decidesFinally.yes': () => 'decides finally',
  'organ.decidesFinally.no': () => 'advises or recommends',
  'organ.seats': () => 'Number of seats',
  'organ.website': () => 'Website',
  'organ.note': () => 'Note',
  'organ.lead': () => 'Whatever you change here, earlier decisions count as before.',
  'organ.end': () => 'End this body',
  'organ.end.lead': (args) =>
    `${args.name} no longer exists, for example after an election. Earlier decisions remain.`,
  'organ.end.on': () => 'When did it end?',
  'work.plans': () => 'Plans',
  'work.plans.hint': () => 'Climate protection, adaptation, heat planning; editions and fields.',
  'work.import.hint': () => 'A list from CSV or Excel, with a preview.',
  'work.measures': () => 'Measures',
  'work.measures.hint': () => 'Create, describe, arrange, merge.',
  'work.decision.hint': () => 'A vote on several measures, recorded once.',
  'work.clarify.hint': () =>
    'What only a human can say after an import or where things contradict.',
  'work.links.hint': () => 'Evidence that can no longer be found at its address.',
  'details.name.hint': () =>
    'Change it only if the municipality is called otherwise. Old addresses still lead here.',
  'details.teaser': () => 'In short',
  'details.description': () => 'Description',
  'details.postcode': () => 'Postcode',
  'details.assessments': () => 'Overall assessment',
  'details.assessments.hint': () => 'What your group thinks of administration, plan and progress.',
  'gap.publish/imprint-missing': () => 'Fill in the imprint (role “operator”)',
  'gap.publish/privacy-missing': () =>
    'Write a privacy statement, or confirm the built-in one (role “operator”)',
  'gap.publish/accessibility-missing': () =>
    'Write an accessibility statement, or confirm the built-in one (role “operator”)',
  'gap.publish/responsible-missing': () => 'Fill in name and address of the person responsible',
  'gap.publish/observers-missing': () => 'Fill in which group observes here',
  'publish.title': () => 'Publish',
  'publish.submit': () => 'Publish now',
  'publish.takeBack': () => 'Unpublish',
  'publish.isPublic': () => 'Public.',
  'publish.isDraft': () => 'Draft.',
  'publish.town.public': () =>
    'Everybody can see this municipality, with everything of it that is published.',
  'publish.town.draft': () => 'Only signed-in people of your team see this municipality.',
  'publish.plan.public': () => 'Everybody can see this plan and its published measures.',
  'publish.plan.draft': () => 'Only signed-in people of your team see this plan.',
  'publish.measure.public': () => 'Everybody can see this measure.',
  'publish.measure.draft': () => 'Only signed-in people of your team see this measure.',
  'publish.town.lead': () =>
    'After this everybody can see the municipality, and what you choose with it.',
  'publish.plan.lead': () =>
    'After this everybody can see the plan, as soon as the municipality is published too.',
  'publish.measure.lead': () =>
    'After this everybody can see the measure, as soon as the municipality is published too.',
  'publish.also': () => 'Publish as well',
  'publish.also.hint': () => 'What you do not choose remains a draft.',
  'publish.planWith': (args) =>
    `${args.title}, with ${plural(args.count, { '=0': `all measures (none of them a draft)`, one: `${number(args.count)} draft measure`, other: `${number(args.count)} draft measures` })}`,
  'publish.allMeasures': (args) =>
    `${plural(args.count, { one: `the ${number(args.count)} measure of the plan`, other: `all ${number(args.count)} measures of the plan` })}`,
  'unpublish.town.lead': () =>
    'The municipality is a draft again and seen only by signed-in people of your team. Nothing is lost.',
  'unpublish.plan.lead': () =>
    'The plan is a draft again. Its measures can still be seen unless you choose them.',
  'unpublish.measure.lead': () =>
    'The measure is a draft again and seen only by signed-in people of your team.',
  'unpublish.also': () => 'Unpublish as well',
  'unpublish.reason': () => 'Reason',
  'unpublish.reason.hint': () => 'It is kept and can be read by your team.',
  'date.unknown': () => 'day unknown',
  'date.latest': (args) => `${args.day} at the latest`,
  'date.unknownRecorded': (args) => `day unknown, entered on ${args.day}`,
  'date.day': () => 'Day',
  'date.precision': () => 'How exactly is the day known?',
  'date.precision.day': () => 'exact day',
  'date.precision.month': () => 'month or year only',
  'date.precision.unknown': () => 'unknown',
  'date.less': () => 'Day not known exactly?',
  'date.month': () => 'Month',
  'date.month.none': () => 'the year only',
  'date.year': () => 'Year',
  'date.problem.missing': () => 'Enter a day, or choose “unknown”.',
  'date.problem.invalid': () => 'There is no such day in the calendar.',
  'date.problem.year': () => 'Enter the year with four digits, such as 2025.',
  'timeline.becomes': () => 'becomes',
  'timeline.happenedOn': (args) => `happened on ${args.day}`,
  'timeline.happenedInMonth': (args) => `happened in ${args.day}`,
  'timeline.happenedIn': (args) => `happened in ${args.year}`,
  'timeline.latestOn': (args) => `happened on ${args.day} at the latest`,
  'timeline.latestInMonth': (args) => `happened in ${args.day} at the latest`,
  'timeline.latestIn': (args) => `happened in ${args.year} at the latest`,
  'timeline.recorded': () => 'recorded on',
  'timeline.by': () => 'by',
  'timeline.actor': (args) => `${args.label} (${args.role})`,
  'timeline.noEvidence': () => 'no evidence given',
  'timeline.permalink': () => 'Link to this entry',
  'timeline.copied': () => 'Link copied',
  'timeline.proof': () => 'Prove that it is unaltered',
  'timeline.corrected': () => 'This entry has been corrected.',
  'timeline.correctedBy': (args) => `Go to the correction of ${args.day}`,
  'timeline.corrects': (args) => `Corrects the entry of ${args.day}`,
  'timeline.voided': () => 'This entry was taken back and does not count.',
  'timeline.voidedBy': (args) => `Go to where it was taken back on ${args.day}`,
  'timeline.voids': (args) => `Takes back the entry of ${args.day}`,
  'timeline.redacted': (args) => `[removed on ${args.day}]`,
  'changes.first': (args) => `Filled in: ${args.fields}`,
  'changes.old': () => 'before:',
  'changes.new': () => 'now:',
  'changes.removed': () => 'removed',
  'changes.show': () => 'Show the words that changed',
  'changes.show.new': () => 'Show the new text',
  'timeline.source': () => 'Follows from the entry',
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
  'link.unreachable': (args) => `Link no longer reachable since ${args.day}`,
  'links.title': () => 'Links no longer reachable',
  'links.lead': () =>
    'On three different days nothing was found there any more. Add the new address or an archived copy; the old link stays, marked as such.',
  'links.none': () => 'At present no link is known to be unreachable.',
  'links.off': () => 'Links are not checked here.',
  'links.count': (args) =>
    `${plural(args.count, { '=0': `none known`, one: `${number(args.count)} link`, other: `${number(args.count)} links` })}`,
  'links.reason.not-found': () => 'The server no longer knows the page.',
  'links.reason.no-such-name': () => 'There is no server by that name any more.',
  'links.reason.nobody-listens': () => 'The server no longer accepts connections.',
  'links.change': () => 'Change this',
  'links.mend.lead': () =>
    'The evidence is added with its new address. That is an entry like any other: the old one stays beside it.',
  'links.newAddress': (args) => `New address: ${args.title}`,
  'links.oldAddress': (args) => `So far: ${args.url}`,
  'evidence.picture': () => 'Picture without a description',
  'evidence.file': (args) => `Open file (${args.kind}, ${args.size})`,
  'evidence.erased': (args) => `File erased on ${args.day}. Reason:`,
  'file.evidence': () => 'Photo or document',
  'file.evidence.hint': () =>
    'PDF, JPEG, PNG or WebP. Place and camera are taken out of pictures, not out of PDF. No recognisable people without their consent.',
  'file.limit': (args) => `${number(args.limit)} MB at most.`,
  'file.unnamed': () => 'File',
  'file.waiting': () => 'Uploaded already',
  'file.waiting.sentence': (args) =>
    `“${inner(args.name)}” (${args.size}) is uploaded and goes along. Another file takes its place.`,
  'file.drop': () => 'Without this file after all',
  'file.erase': () => 'Erase file',
  'file.erase.lead': () =>
    'The file is erased for ever. The history then shows the day and your reason; the checksum of the file stays. It disappears from the operator’s backups when these run out.',
  'file.erase.submit': () => 'Erase for ever',
  'file.erase.reason': () => 'Why is it erased?',
  'file.erase.reason.hint': () =>
    'Public. For example: people can be recognised who have not agreed.',
  'saved.fileErased': () => 'The file is erased.',
  'form.problem.fileGone': () => 'The file is no longer here. Please choose it again.',
  'kept.files': () => 'Files are not among it. After sending, add them to the entry as evidence.',
  'chart.table': () => 'Show as table',
  'chart.region': (args) => `Table: ${args.caption}`,
  'chart.download': () => 'Download data',
  'chart.assessment.title': (args) => `Assessment by ${args.group}, as of ${args.day}`,
  'chart.assessment.sentence': (args) =>
    `${args.title}: ${plural(args.count, { one: `${args.last}`, other: `${number(args.count)} assessments, first ${args.first}, last ${args.last}` })}.`,
  'chart.assessment.day': () => 'Day',
  'chart.assessment.rating': () => 'Assessment',
  'chart.source': (args) => `Source: ${args.source}`,
  'chart.asOf': (args) => `State on ${args.day}`,
  'moment.known': (args) => `State on ${args.day} (as known on ${args.known})`,
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
    `${plural(args.fields, { one: `${number(args.fields)} field of action`, other: `${number(args.fields)} fields of action` })}; “${inner(args.best)}” is furthest, with ${number(args.done)} of ${number(args.total)} completed.`,
  'chart.fields.several': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} field of action`, other: `${number(args.fields)} fields of action` })}; ${args.names} are furthest, with ${args.share} completed each.`,
  'chart.fields.noneDone': (args) =>
    `${plural(args.fields, { one: `${number(args.fields)} field of action`, other: `${number(args.fields)} fields of action` })}; none has a completed measure yet.`,
  'chart.fields.twice': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure stands`, other: `${number(args.count)} measures stand` })} in several fields of action and ${plural(args.count, { one: `is`, other: `are` })} counted in each: together the fields count more than there are measures.`,
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
  'chart.target.timeFrom': (args) => `Time since ${args.from}`,
  'chart.target.what': () => 'Compared',
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
  'download.label': () => 'Download exactly what is shown',
  'feed.title': (args) => `News: ${args.name}`,
  'feed.list': (args) => `News of the measures in ${args.name}`,
  'feed.chosen': (args) => `News of selected measures in ${args.name}`,
  'feed.subscribe': () => 'Subscribe to the feed',
  'feed.status': (args) => `Status: ${args.status}`,
  'dates.start': (args) => `Planned start: ${args.title}`,
  'dates.end': (args) => `Planned end: ${args.title}`,
  'dates.within': (args) => `${args.what} (${args.day})`,
  'dates.answer': (args) => `Answer expected: ${args.topic}`,
  'dates.promise': (args) => `Promise due: ${args.what}`,
  'dates.all': () => 'All dates of the municipality',
  'dates.all.lead': () =>
    'Planned starts and ends of measures, meetings of the round tables and expected answers in one calendar. Where only a month or a year is known, the entry stands on its last day.',
  'dates.team.hint': () =>
    'Drafts as well, and the days on which promises are due. Do not pass this address on.',
  'dates.public.hint': () => 'Only what is published, without promises.',
  'organKind.COUNCIL': () => 'Council',
  'organKind.EXECUTIVE': () => 'Executive',
  'organKind.COMMITTEE': () => 'Committee',
  'organKind.DISTRICT': () => 'District council',
  'organKind.ADVISORY': () => 'Advisory board',
  'organKind.ROUND_TABLE': () => 'Round table',
  'organKind.OFFICE': () => 'Office',
  'organKind.OTHER': () => 'Other',
  'entry.body': () => 'Body',
  'entry.bodySays': (args) => `${args.body}: ${args.what}`,
  'entry.inCommittee.RECOMMENDED': () => 'Recommended in committee',
  'entry.inCommittee.RECOMMENDED_AMENDED': () => 'Recommended with changes in committee',
  'entry.inCommittee.NOT_RECOMMENDED': () => 'Not recommended in committee',
  'entry.inCommittee.PRELIMINARY_ADVICE': () => 'Discussed in committee',
  'entry.inCommittee.DEFERRED': () => 'Deferred in committee',
  'entry.MeasureRecorded': () => 'Measure recorded',
  'entry.MeasureRecorded.idea': () => 'Recorded as an idea',
  'entry.MeasureDescribed': () => 'Description written or changed',
  'entry.MeasurePublished': () => 'Published',
  'entry.MeasureUnpublished': () => 'Unpublished',
  'entry.MeasureProposed': () => 'Proposed',
  'entry.MeasureSubmitted': () => 'Filed as a paper',
  'entry.MeasureNoDecisionNeeded.CURRENT_ADMINISTRATION': () =>
    'No decision needed: current administration',
  'entry.MeasureNoDecisionNeeded.CIVIL_SOCIETY': () => 'No decision needed: a project of allies',
  'entry.MeasureRevived': () => 'Taken up again',
  'entry.MeasureMerged': () => 'Merged into another measure',
  'entry.MeasureSplit': () => 'Split into several measures',
  'entry.MeasureSuperseded': () => 'Superseded by another measure',
  'entry.MeasureResponsibleBodyAssigned.LEAD': (args) => `Lead: ${args.name}`,
  'entry.MeasureResponsibleBodyAssigned.PARTNER': (args) => `Partner: ${args.name}`,
  'entry.MeasureResponsibleBodyReleased': () => 'Responsibility ended',
  'entry.MeasureImplementationPlanned': () => 'Implementation planned',
  'entry.MeasureImplementationStarted': () => 'Implementation started',
  'entry.MeasureImplementationStarted.PERMANENT': () => 'Started as a permanent task',
  'entry.MeasureProgressReported': () => 'Progress reported',
  'entry.MeasureProgressReported.percent': (args) => `Progress reported: ${number(args.percent)} %`,
  'entry.MeasureDelayReported': () => 'Delay reported',
  'entry.MeasureRescheduled': () => 'Dates stated',
  'entry.MeasureRescheduled.moved': () => 'Date moved',
  'entry.MeasureImplementationPaused': () => 'Implementation paused',
  'entry.MeasureImplementationResumed': () => 'Implementation resumed',
  'entry.MeasureImplementationCompleted': () => 'Completed',
  'entry.MeasureImplementationAbandoned': () => 'Given up',
  'entry.MeasureImplementationAbandoned.NOT_FEASIBLE': () => 'Not feasible',
  'entry.MeasureCheckedUnchanged': () => 'Checked, unchanged',
  'entry.MeasureFindingSettled': () => 'Checked: the odd entry is right as it is',
  'entry.MeasureAssessed': (args) => `Assessment: ${args.rating}`,
  'entry.MeasureDiscussed': (args) => `Discussed at a round table: ${args.result}`,
  'entry.MeasureSupportPledged': () => 'Support pledged',
  'entry.MeasureSupportDelivered': () => 'Pledged support delivered',
  'entry.MeasureSupportWithdrawn': () => 'Pledge withdrawn',
  'entry.ActorRegistered': () => 'Organisation registered',
  'entry.ActorDescribed': () => 'Description of the organisation written or changed',
  'entry.ActorPublished': () => 'Organisation published',
  'entry.ActorUnpublished': () => 'Organisation unpublished',
  'entry.ActorAllianceJoined': () => 'Joined the alliance',
  'entry.ActorAllianceLeft': () => 'Left the alliance',
  'entry.ActorMerged': () => 'Merged with another organisation',
  'entry.ActorOfferMade': () => 'Offer made to all',
  'entry.ActorOfferWithdrawn': () => 'Offer withdrawn',
  'entry.RoundtableFounded': () => 'Round table added',
  'entry.RoundtableDescribed': () => 'Mandate and rules written or changed',
  'entry.RoundtablePublished': () => 'Round table published',
  'entry.RoundtableUnpublished': () => 'Round table unpublished',
  'entry.RoundtableEnded': () => 'Round table ended',
  'entry.RoundtableRhythmSet': () => 'Rhythm agreed',
  'entry.RoundtableRhythmEnded': () => 'Rhythm ended',
  'entry.RoundtableSeatAdded': () => 'Seat at the table given',
  'entry.RoundtableSeatEnded': () => 'Seat at the table given up',
  'entry.RoundtableMeetingConvened': () => 'Meeting convened',
  'entry.RoundtableMeetingMoved': () => 'Meeting moved',
  'entry.RoundtableMeetingCancelled': () => 'Meeting cancelled',
  'entry.RoundtableMeetingHeld': () => 'Meeting held',
  'entry.RoundtableInvited': () => 'Invitation sent',
  'entry.RoundtableInvitationWithdrawn': () => 'Invitation withdrawn',
  'entry.RoundtableReplyReceived': () => 'Reply to the invitation',
  'entry.RoundtableItemAdded': () => 'Put on the agenda',
  'entry.RoundtableItemPlaced': () => 'Agenda changed',
  'entry.RoundtableItemConcluded': (args) => `Result: ${args.result}`,
  'entry.RoundtableDissentReleased': () => 'Dissent released for publication',
  'entry.RoundtableProposalTakenUp': () => 'Idea recorded as a measure',
  'entry.RoundtableAnswerReceived': () => 'Answer received',
  'entry.RoundtableFactCheckAnswered': () => 'Fact check answered',
  'entry.RoundtableFollowUpAgreed': () => 'Promise made',
  'entry.RoundtableFollowUpRescheduled': () => 'Promise put off',
  'entry.RoundtableFollowUpReminded': () => 'Reminded of a promise',
  'entry.RoundtableFollowUpDone': () => 'Promise kept',
  'entry.RoundtableFollowUpDropped': () => 'Promise dropped',
  'entry.RoundtableProtocolCirculated': () => 'Draft minutes sent for approval',
  'entry.RoundtableProtocolObjected': () => 'Change to the minutes asked for',
  'entry.RoundtableProtocolApproved': () => 'Minutes approved',
  'entry.RoundtableProtocolPublished': () => 'Minutes published',
  'entry.RoundtableProtocolUnpublished': () => 'Minutes unpublished',
  'entry.EntryCorrected': () => 'Entry corrected',
  'entry.EntryVoided': () => 'Entry taken back',
  'entry.EvidenceAdded': () => 'Evidence added',
  'entry.TextRedacted': () => 'Text removed',
  'entry.imported': () => 'Taken over from existing data',
  'entry.importedUnknown': () => 'Taken over from existing data, time unknown',
  'entry.reason': () => 'Reason',
  'entry.paper': () => 'Paper',
  'entry.result': () => 'Result in the minutes',
  'entry.votes': () => 'Vote',
  'entry.by': () => 'By',
  'entry.referredTo': () => 'Referred to',
  'entry.plannedStart': () => 'Planned start',
  'entry.plannedEnd': () => 'Planned end',
  'entry.movedFrom': (args) => `${args.to} (before: ${args.from})`,
  'entry.budget': () => 'Budget',
  'entry.achieved': () => 'What was achieved?',
  'entry.missing': () => 'What is missing?',
  'entry.originally': () => 'As first recorded',
  'entry.explanation': () => 'Explanation',
  'entry.what': () => 'What',
  'entry.actor': () => 'Organisation',
  'entry.table': () => 'Round table',
  'entry.contribution': () => 'Contribution',
  'entry.topic': () => 'Topic',
  'entry.commonGround': () => 'Common ground',
  'entry.said': () => 'What was said',
  'entry.answer': () => 'Answer',
  'entry.summary': () => 'Summary',
  'entry.place': () => 'Place',
  'entry.factChecked': () => 'checked with the administration',
  'outcome.RECOMMENDED': () => 'recommended',
  'outcome.RECOMMENDED_AMENDED': () => 'recommended with changes',
  'outcome.NOT_RECOMMENDED': () => 'not recommended',
  'outcome.PRELIMINARY_ADVICE': () => 'preliminary advice',
  'outcome.REFERRED': () => 'referred',
  'outcome.REMITTED_TO_ADMIN': () => 'sent back to the administration',
  'outcome.DEFERRED': () => 'deferred',
  'outcome.REMOVED_FROM_AGENDA': () => 'removed from the agenda',
  'outcome.NO_DECISION': () => 'no decision taken',
  'outcome.NOTED': () => 'noted',
  'outcome.ANSWERED': () => 'answered',
  'outcome.SETTLED': () => 'motion declared settled',
  'outcome.WITHDRAWN': () => 'withdrawn',
  'outcome.LAPSED': () => 'lapsed',
  'effect.ADOPTS': () => 'adopted',
  'effect.ADOPTS.amended': () => 'adopted with changes',
  'effect.ADOPTS.IN_PRINCIPLE': () => 'adopted in principle – single decision still due',
  'effect.ADOPTS.PART': () => 'adopted in part',
  'effect.AMENDS': () => 'amendment adopted',
  'effect.REJECTS': () => 'rejected',
  'effect.REJECTS.PART': () => 'rejected in part',
  'effect.REVOKES': () => 'decision revoked',
  'effect.FUNDS': () => 'funding granted',
  'effect.DEFERS': () => 'deferred',
  'effect.SETTLES': () => 'motion declared settled (changes nothing about the measure)',
  'effect.NOTES': () => 'noted',
  'effect.MANDATES_REPORT': () => 'report requested',
  'effect.advice': (args) => `${args.what} (as advice: does not decide finally)`,
  'majority.UNANIMOUS': () => 'unanimous',
  'majority.MAJORITY': () => 'by majority',
  'majority.TIE': () => 'tie',
  'votes.yes': (args) => `${number(args.count)} yes`,
  'votes.no': (args) => `${number(args.count)} no`,
  'votes.abstain': (args) =>
    `${plural(args.count, { one: `${number(args.count)} abstention`, other: `${number(args.count)} abstentions` })}`,
  'delayReason.STAFF': () => 'lack of staff',
  'delayReason.FUNDING': () => 'lack of money',
  'delayReason.PROCUREMENT': () => 'procurement',
  'delayReason.LEGAL': () => 'law and permits',
  'delayReason.COORDINATION': () => 'coordination takes time',
  'delayReason.POLITICAL': () => 'political reasons',
  'delayReason.TECHNICAL': () => 'technical reasons',
  'delayReason.OTHER': () => 'another reason',
  'abandonReason.NOT_FEASIBLE': () => 'not feasible',
  'abandonReason.FUNDING': () => 'lack of money',
  'abandonReason.STAFF': () => 'lack of staff',
  'abandonReason.LEGAL': () => 'law and permits',
  'abandonReason.POLITICAL': () => 'political reasons',
  'abandonReason.NO_DEMAND': () => 'no demand',
  'abandonReason.REPLACED': () => 'replaced by something else',
  'abandonReason.OTHER': () => 'another reason',
  'abandonReason.UNKNOWN': () => 'reason unknown',
  'rating.TRAFFIC_LIGHT.GREEN': () => 'going very well or finished (green)',
  'rating.TRAFFIC_LIGHT.YELLOW': () => 'being worked on (yellow)',
  'rating.TRAFFIC_LIGHT.RED': () => 'needs more attention (red)',
  'rating.TRAFFIC_LIGHT.DARK_GREY': () => 'failed or not feasible (dark grey)',
  'rating.TRAFFIC_LIGHT.LIGHT_GREY': () => 'not assessed (light grey)',
  'rating.LOCALZERO.DONE': () => 'completed',
  'rating.LOCALZERO.AS_PLANNED': () => 'in progress',
  'rating.LOCALZERO.DELAYED': () => 'delayed or missing',
  'rating.LOCALZERO.FAILED': () => 'failed',
  'rating.LOCALZERO.UNKNOWN': () => 'unknown',
  'rating.ONE_TO_FIVE.1': () => '1 of 5',
  'rating.ONE_TO_FIVE.2': () => '2 of 5',
  'rating.ONE_TO_FIVE.3': () => '3 of 5',
  'rating.ONE_TO_FIVE.4': () => '4 of 5',
  'rating.ONE_TO_FIVE.5': () => '5 of 5',
  'decisionState.UNKNOWN': () => 'unknown',
  'decisionState.IDEA': () => 'idea',
  'decisionState.PROPOSED': () => 'proposed',
  'decisionState.SUBMITTED': () => 'filed',
  'decisionState.IN_CONSULTATION': () => 'under consultation',
  'decisionState.DEFERRED': () => 'deferred',
  'decisionState.ADOPTED_IN_PRINCIPLE': () => 'adopted in principle – single decision still due',
  'decisionState.ADOPTED': () => 'adopted',
  'decisionState.NO_DECISION_NEEDED': () => 'no decision needed',
  'decisionState.REJECTED': () => 'rejected',
  'decisionState.WITHDRAWN': () => 'withdrawn',
  'decisionState.LAPSED': () => 'lapsed',
  'decisionState.REVOKED': () => 'revoked',
  'decisionState.MERGED': () => 'merged into another measure',
  'decisionState.SPLIT': () => 'split into several measures',
  'decisionState.SUPERSEDED': () => 'superseded by another measure',
  'implementationState.UNKNOWN': () => 'unknown',
  'implementationState.PLANNED': () => 'planned',
  'implementationState.IN_PROGRESS': () => 'under way',
  'implementationState.ONGOING': () => 'under way (permanent task)',
  'implementationState.PAUSED': () => 'paused',
  'implementationState.COMPLETED': () => 'completed',
  'implementationState.ABANDONED': () => 'given up',
  'implementationState.NOT_FEASIBLE': () => 'not feasible',
  'why.completed': () => 'Implementation is completed.',
  'why.abandoned': () => 'Implementation was given up.',
  'why.not-feasible': () => 'The measure turned out not to be feasible.',
  'why.not-wanted': () =>
    'It was rejected, withdrawn, revoked or lapsed, and implementation is not under way.',
  'why.late-start': () => 'The planned start has passed, and no start is known (computed).',
  'why.late-end': () => 'The planned end has passed, and no completion is known (computed).',
  'why.delay-reported': () => 'A delay was reported.',
  'why.paused': () => 'Implementation is paused.',
  'why.in-progress': () => 'Implementation is under way.',
  'why.planned': () => 'Implementation is planned but has not begun.',
  'why.adopted': () => 'It was adopted; no start is known.',
  'why.adopted-in-principle': () =>
    'It was adopted in principle; the single decision is still due.',
  'why.no-decision-needed': () => 'No decision is needed; no start is known.',
  'why.open': () => 'It is being discussed; a decision is still due.',
  'why.nothing-known': () =>
    'Nobody has recorded anything about decision or implementation so far.',
  'why.merged': () => 'It was merged into another measure and is counted there.',
  'why.split': () => 'It was split into several measures and is counted there.',
  'why.superseded': () => 'Another measure took its place and is counted instead.',
  'finding.not-a-final-body': () =>
    'To check: no body is named, or none that decides finally; counted as advice.',
  'finding.started-without-decision': () => 'Note: begun before a decision was known.',
  'finding.implementation-after-end': () =>
    'Contradiction: an entry on implementation after its end.',
  'finding.decided-against-earlier-decision': () => 'To check: contradicts an earlier decision.',
  'finding.deliberated-after-end': () => 'To check: discussed although the matter had ended.',
  'finding.revoked-while-running': () =>
    'To clarify: revoked while implementation is under way. What becomes of it?',
  'finding.decided-after-moving-on': () =>
    'To check: there was a decision on this measure although it is continued elsewhere.',
  'finding.end-before-start': () => 'To check: the planned end lies before the planned start.',
  'finding.contradictory-votes': () =>
    'Contradiction in the source: unanimous, but with votes against.',
  'role.OPERATOR': () => 'Operator',
  'role.LEAD': () => 'Team lead',
  'role.MONITOR': () => 'Monitor',
  'role.ADMINISTRATION': () => 'Administration',
  'log.title': () => 'Record what happened',
  'log.assess': () => 'Assess',
  'log.intro': () => 'Three answers are enough. Evidence can follow later.',
  'log.what': () => 'What happened?',
  'log.what.choose': () => 'Please choose',
  'log.when': () => 'When?',
  'log.note': () => 'Note or source',
  'log.note.hint': () => 'For example “item 7, deferred on request”, or a web address.',
  'note.public': () => 'Everybody can read this once the page is public: no names of persons.',
  'log.more': () => 'Say more: body, paper, new date, vote',
  'log.evidence': () => 'Evidence: photo, document or web address',
  'log.assessment': () => 'About the assessment: what is achieved, what is missing, who assesses?',
  'log.assessment.group.hint': (args) =>
    `Only where it is another group than “${inner(args.group)}”.`,
  'log.evidenceTitle.hint': () => 'For a picture: what is to be seen in it?',
  'log.organ': () => 'Body',
  'log.organ.none': () => 'not stated',
  'log.paper': () => 'Number of the paper',
  'log.plannedStart': () => 'Planned start',
  'log.plannedEnd': () => 'Planned end',
  'log.planned.hint': () => 'Year, month or day: 2027, 2027-06 or 2027-06-30.',
  'log.percent': () => 'Progress in per cent',
  'log.votesYes': () => 'Votes in favour',
  'log.votesNo': () => 'Votes against',
  'log.votesAbstain': () => 'Abstentions',
  'log.evidenceKind': () => 'Kind of evidence',
  'log.evidenceUrl': () => 'Web address of the evidence',
  'log.evidenceTitle': () => 'Title of the evidence',
  'log.save': () => 'Record',
  'log.saved': () => 'Recorded.',
  'log.evidenceAdded': () => 'Evidence added.',
  'log.saved.public': () => 'Visible to: everybody.',
  'log.saved.draft': () => 'Visible to: signed-in people of this town (draft).',
  'log.unchanged': () =>
    'Nothing recorded: the entry says nothing new. Add a note, or choose “Checked, nothing new”.',
  'log.undo': () => 'Undo',
  'log.undone': () => 'Taken back. The entry stays visible in the history and no longer counts.',
  'log.undo.reason': () => 'Undone right after recording',
  'log.addEvidence': () => 'Add evidence',
  'log.toMeasure': () => 'To the measure',
  'log.another': () => 'Record something else',
  'notice.link': () => 'Report a mistake',
  'notice.ask': () => 'Is something wrong here?',
  'notice.title': () => 'Report a mistake or give a hint',
  'notice.lead': () =>
    'Is something wrong, or missing? Tell the group that observes here. You need no account.',
  'notice.about': () => 'It is about',
  'notice.measure': () => 'Measure',
  'notice.about.entry': (args) => `the entry “${inner(args.entry)}”`,
  'notice.about.measure': () => 'the whole measure',
  'notice.text': () => 'What is wrong?',
  'notice.text.hint': () =>
    'For example: “The decision was taken on 12 May, not on 12 June.” Please nothing about private persons.',
  'notice.source': () => 'How do you know?',
  'notice.source.hint': () => 'A web address, a council paper, a newspaper.',
  'notice.email': () => 'Your e-mail address',
  'notice.email.hint': () => 'For questions only. It is not published.',
  'notice.trap': () => 'Please leave this field empty',
  'notice.privacy': (args) =>
    `Your notice is not published. Only those signed in for this municipality and the operators can read it. After ${number(args.days)} days it is deleted.`,
  'notice.send': () => 'Send notice',
  'notice.thanks': () => 'Thank you for the notice',
  'notice.thanks.text': () =>
    'The group can read it now. If something is wrong, the entry is corrected for all to see; it will then say “Corrected because of a notice”.',
  'notice.thanks.contact': () => 'Who observes here?',
  'notice.tooMany.address': (args) =>
    `${number(args.count)} notices have come from your connection today. Please send more tomorrow, or write to the group.`,
  'notice.tooMany.instance': () =>
    'Very many notices have come in here today. Please try again tomorrow, or write to the group.',
  'notice.trace': () => 'Corrected because of a notice',
  'barrier.title': () => 'Report a barrier',
  'barrier.lead': () =>
    'Is there a place on these pages where you cannot get on? Tell those who run them. You need no account.',
  'barrier.text': () => 'What does not work?',
  'barrier.text.hint': () =>
    'For example: “The list of choices cannot be reached with the keyboard.” It helps us to know what you use: screen reader, magnifier, browser.',
  'barrier.page': () => 'On which page?',
  'barrier.page.hint': () => 'Address or name of the page.',
  'barrier.send': () => 'Send the report',
  'barrier.privacy': (args) =>
    `Your report is not published. Only the operators can read it. After ${number(args.days)} days it is deleted.`,
  'barrier.thanks': () => 'Thank you for the report',
  'barrier.thanks.text': () =>
    'The operators can read it now. If you gave an e-mail address, they can answer you.',
  'barrier.enforcement': () => 'If nobody answers',
  'barrier.enforcement.none': () =>
    'If a public authority operates these pages, it names here the enforcement or arbitration office of its Land or of the Federation. None is named yet.',
  'barriers.title': () => 'Reported barriers',
  'barriers.lead': () =>
    'Where people could not get on with these pages. Only the operators see it.',
  'barriers.one': () => 'Report of a barrier',
  'barriers.noPage': () => 'no page named',
  'site.form.enforcement.de': () => 'Enforcement or arbitration office, in German',
  'site.form.enforcement.en': () => 'Enforcement or arbitration office, in English',
  'site.form.enforcement.hint': () =>
    'Public authorities must say whom to turn to if a report is not answered: name, address, e-mail address.',
  'barriers.settle': () => 'Deal with it',
  'barriers.note.hint': () => 'For the operators alone, for example: “Mended in the next version.”',
  'barriers.delete': () => 'Delete the report',
  'saved.reportDeleted': () => 'The report is deleted.',
  'notices.title': () => 'Notices',
  'notices.lead': () =>
    'What people without an account have reported. Only those signed in for this municipality see it.',
  'notices.none': () => 'There is nothing here.',
  'notices.state.open': () => 'open',
  'notices.state.answered': () => 'done',
  'notices.state.set-aside': () => 'set aside',
  'notices.states': () => 'Notices by state',
  'notices.stateCount': (args) => `${args.state} (${number(args.count)})`,
  'notices.received': (args) => `received on ${args.day}`,
  'notices.deletedOn': (args) => `will be deleted on ${args.day}`,
  'notices.source': () => 'Source',
  'notices.email': () => 'E-mail',
  'notices.note': () => 'Internal note',
  'notices.settled': (args) => `${args.state} on ${args.day}`,
  'notices.settledBy': (args) => `${args.state} on ${args.day} by ${args.label}`,
  'notices.one': () => 'Notice',
  'notices.measureGone': () => 'This measure is no longer to be seen here.',
  'notices.correct': () => 'Deal with it by a correction',
  'notices.correct.hint': () =>
    'The correction then says in public “Corrected because of a notice”; the notice itself stays invisible and counts as dealt with.',
  'notices.correct.entry': () => 'Correct the entry',
  'notices.correct.void': () => 'Take the entry back',
  'notices.correct.choose': () => 'Find the entry in the history and correct it there',
  'notices.correct.decision': () => 'The entry comes from a decision and is corrected there',
  'notices.settle': () => 'Deal with it without a correction',
  'notices.settle.state': () => 'What has become of it?',
  'notices.settle.open': () => 'still open',
  'notices.settle.answered': () => 'answered or done',
  'notices.settle.set-aside': () => 'set aside: it stays as it is',
  'notices.settle.note.hint': () =>
    'For the group alone, for example: “That is what the minutes say.”',
  'notices.delete': () => 'Delete the notice',
  'notices.delete.lead': () => 'It is deleted for good, with text, source and e-mail address.',
  'notices.delete.submit': () => 'Delete for good',
  'internalNote.title': () => 'Internal notes',
  'internalNote.hint': () => 'For your own work; shown nowhere in public.',
  'internalNote.count': (args) =>
    `${plural(args.count, { '=0': `Internal notes`, one: `${number(args.count)} internal note`, other: `${number(args.count)} internal notes` })}`,
  'internalNote.lead': (args) =>
    `Only people who are signed in with a role for ${args.town}, that of the administration included, and the operators can read this. It stands on no public page, in no file to download and in no search.`,
  'internalNote.none': () => 'No note yet.',
  'internalNote.write': () => 'Write a note',
  'internalNote.text': () => 'Note',
  'internalNote.text.hint': () =>
    'For example: “Ask the roads office in May.” Whoever is named has a right to know what stands here.',
  'internalNote.written': (args) => `written on ${args.at} by ${args.label}`,
  'internalNote.changed': (args) => `changed on ${args.at} by ${args.label}`,
  'internalNote.formerMember': () => 'a former member',
  'internalNote.change': () => 'Change the note',
  'internalNote.delete': () => 'Delete the note',
  'internalNote.delete.lead': () =>
    'It is deleted for good, from the databases too; only older backups still hold it.',
  'saved.noteDeleted': () => 'The note is deleted.',
  'problem.internal-note/unknown': () => 'There is no such note, or it was deleted.',
  'notices.count': (args) =>
    `${plural(args.count, { '=0': `none open`, one: `${number(args.count)} open`, other: `${number(args.count)} open` })}`,
  'work.notices.hint': () => 'What readers have reported.',
  'correct.dueToNotice': () => 'Because of a notice (that will be said in public)',
  'saved.noticeDeleted': () => 'The notice is deleted.',
  'problem.notice/unknown': () => 'There is no such notice, or its time is over.',
  'log.group.council': () => 'In the bodies',
  'log.group.work': () => 'In implementation',
  'log.group.assessment': () => 'Our assessment',
  'log.group.check': () => 'Only checked',
  'log.group.odd': () => 'Does not fit how it stood on that day',
  'log.standing': (args) => `Ordered by the status on ${args.day}: ${args.status}.`,
  'log.order': () => 'Show the choices for this day',
  'log.misfit': (args) => `${args.choice} – ${args.reason}`,
  'log.misfit.changes-nothing': () => 'changes nothing',
  'log.misfit.contradicts': () => 'contradicts the status',
  'log.misfit.not-running': () => 'was not under way',
  'log.misfit.not-paused': () => 'was not paused',
  'log.misfit.not-adopted': () => 'was not adopted',
  'log.misfit.chosen': (args) =>
    `Chosen is “${inner(args.choice)}”. That does not fit this day (${args.reason}); you can record it all the same.`,
  'log.problem.choose': () => 'Choose what happened.',
  'log.problem.notAssessed': () =>
    'This belongs to an assessment. Choose an assessment at “What happened?”, or empty this field.',
  'log.problem.misfit': (args) =>
    `“${inner(args.choice)}” does not fit the status on ${args.day} (${args.reason}). If it was so, record it once more.`,
  'log.proposed': () => 'Proposed (round table, letter, position paper)',
  'log.submitted': () => 'Filed as a motion or paper',
  'log.recommended': () => 'Committee: recommended',
  'log.recommended-amended': () => 'Committee: recommended with changes',
  'log.not-recommended': () => 'Committee: not recommended',
  'log.deferred': () => 'Committee: deferred',
  'log.removed': () => 'Removed from the agenda',
  'log.referred': () => 'Referred to another body',
  'log.remitted': () => 'Sent back to the administration',
  'log.adopted': () => 'Adopted',
  'log.adopted-amended': () => 'Adopted with changes',
  'log.adopted-in-principle': () => 'Adopted in principle, single decision still due',
  'log.rejected': () => 'Rejected',
  'log.withdrawn': () => 'Motion withdrawn',
  'log.revoked': () => 'Decision revoked',
  'log.settled': () => 'Motion declared settled (measure remains)',
  'log.noted': () => 'Noted',
  'log.no-decision-needed': () => 'No decision needed (current administration)',
  'log.planned': () => 'Implementation planned',
  'log.started': () => 'Implementation started (project)',
  'log.started-permanent': () => 'Implementation started (permanent task)',
  'log.progress': () => 'Progress',
  'log.delayed': () => 'Delay',
  'log.rescheduled': () => 'New date',
  'log.paused': () => 'Implementation paused',
  'log.resumed': () => 'Implementation resumed',
  'log.completed': () => 'Completed',
  'log.not-feasible': () => 'Failed: not feasible',
  'log.abandoned': () => 'Failed: given up',
  'log.rated-green': () => 'Going very well (green)',
  'log.rated-yellow': () => 'Being worked on (yellow)',
  'log.rated-red': () => 'Needs more attention (red)',
  'log.rated-dark-grey': () => 'Failed or not feasible (dark grey)',
  'log.rated-light-grey': () => 'Not assessed (light grey)',
  'log.checked': () => 'Checked, nothing new',
  'answer.yes': () => 'yes',
  'answer.no': () => 'no',
  'field.name': () => 'Name',
  'field.rating': () => 'Rating',
  'field.reason': () => 'Reason',
  'field.origin': () => 'Origin',
  'field.idea': () => 'Only an idea so far',
  'field.ownProposal': () => 'The group’s own proposal, not part of the plan',
  'field.title': () => 'Title',
  'field.duration': () => 'Duration',
  'field.to': () => 'Addressed to',
  'field.note': () => 'Note',
  'field.by': () => 'By',
  'field.paperKind': () => 'Kind of paper',
  'field.organ': () => 'Body',
  'field.paper': () => 'Number of the paper',
  'field.outcome': () => 'Outcome',
  'field.referredTo': () => 'Referred to',
  'field.votes.majority': () => 'Majority',
  'field.votes.yes': () => 'Votes for',
  'field.votes.no': () => 'Votes against',
  'field.votes.abstain': () => 'Abstentions',
  'field.result': () => 'Result in the words of the minutes',
  'field.effect': () => 'What it means for the measure',
  'field.scope': () => 'Scope',
  'field.final': () => 'The body decides finally',
  'field.as': () => 'Taken up again as',
  'field.responsibility': () => 'Kind of responsibility',
  'field.explanation': () => 'Explanation',
  'field.plannedStart': () => 'Planned start',
  'field.plannedEnd': () => 'Planned end',
  'field.budgetCents': () => 'Budget in euros',
  'field.percent': () => 'Progress in per cent',
  'field.newStart': () => 'New planned start',
  'field.newEnd': () => 'New planned end',
  'field.finding': () => 'What looks odd',
  'field.factChecked': () => 'Checked with the administration',
  'field.dayIsLatest': () => 'On this day at the latest; the exact day is unknown',
  'field.achieved': () => 'What was achieved?',
  'field.missing': () => 'What is missing?',
  'field.group': () => 'Who assesses',
  'field.plan.scope': () => 'Scope for the plan',
  'field.answer': () => 'Answer',
  'field.answerBy': () => 'Answer expected by',
  'field.approvalDays': () => 'Usual period for approval in days',
  'field.approvalUntil': () => 'Changes possible until',
  'field.code.result': () => 'Result',
  'field.commonGround': () => 'Common ground',
  'field.contact': () => 'Contact',
  'field.contribution': () => 'Kind of contribution',
  'field.description': () => 'Description',
  'field.due': () => 'Due on',
  'field.every': () => 'Interval',
  'field.format': () => 'Kind of table',
  'field.from': () => 'From',
  'field.guests': () => 'Number of guests',
  'field.handedTo': () => 'Handed over to',
  'field.kind': () => 'Kind',
  'field.mandate': () => 'Mandate',
  'field.minutes': () => 'Length (min)',
  'field.moderation': () => 'Moderation',
  'field.on': () => 'Day',
  'field.online': () => 'Online',
  'field.openToPublic': () => 'Anybody may listen',
  'field.persons': () => 'Number of persons',
  'field.place': () => 'Place',
  'field.places': () => 'Number of places',
  'field.reply': () => 'Reply to the invitation',
  'field.rules': () => 'Rules',
  'field.rulesUrl': () => 'Address of the rules',
  'field.summary': () => 'Summary',
  'field.text': () => 'What was said',
  'field.time': () => 'Begins at',
  'field.topic': () => 'Topic',
  'field.unanimous': () => 'All agreed before the period was over',
  'field.unit': () => 'Unit of the interval',
  'field.until': () => 'Until',
  'field.voting': () => 'May vote',
  'field.website': () => 'Website',
  'field.what': () => 'What',
  'roundtable.reply.YES': () => 'Yes',
  'roundtable.reply.NO': () => 'No',
  'roundtable.reply.DEPUTY': () => 'Deputy',
  'roundtable.itemKind.PROPOSAL': () => 'Proposal',
  'roundtable.itemKind.REFERRAL_FROM_COUNCIL': () => 'Referral from a body',
  'roundtable.itemKind.STATUS': () => 'State of affairs',
  'roundtable.itemKind.FACT_CHECK': () => 'Fact check',
  'roundtable.itemKind.FEEDBACK_CITY': () => 'Feedback from the town',
  'roundtable.result.CONSENSUS': () => 'Consensus',
  'roundtable.result.MAJORITY': () => 'Majority',
  'roundtable.result.DISSENT': () => 'Dissent',
  'roundtable.result.PARKED': () => 'Parked',
  'roundtable.result.DROPPED': () => 'Dropped',
  'roundtable.result.HANDED_OVER': () => 'Handed over',
  'roundtable.handedTo.ADMINISTRATION': () => 'Administration',
  'roundtable.handedTo.FACTION': () => 'Faction',
  'roundtable.handedTo.DISTRICT': () => 'District council',
  'roundtable.handedTo.ASSOCIATION': () => 'Association',
  'alliance.together.tables': (args) =>
    `${plural(args.count, { one: `${number(args.count)} table`, other: `${number(args.count)} tables` })}`,
  'roundtable.nextDate': () => 'Next date:',
  'roundtable.newestMinutes': () => 'Newest minutes:',
  'alliance.ofMeasure': () => 'Round table and alliance',
  'alliance.isOwnProject': () => 'A project of allies that needs no decision',
  'roundtable.ofMeasure': () => 'At the round table',
  'roundtable.ofMeasure.proposed': () => 'Proposed',
  'alliance.supportOfMeasure': () => 'Who brings something in',
  'alliance.support': () => 'Support',
  'alliance.support.hint': () =>
    'What organisations promise, deliver or withdraw for this measure.',
  'alliance.support.add': () => 'Record a promise',
  'alliance.support.none': () => 'Nobody has promised anything yet.',
  'alliance.support.who': () => 'Who promises?',
  'alliance.support.what': () => 'What is promised?',
  'alliance.support.what.hint': () =>
    'For example “watering in the first three years”. No names of persons.',
  'alliance.support.deliver': () => 'Record that it was delivered',
  'alliance.support.withdraw': () => 'Record that it was withdrawn',
  'responsible.actor': () => 'Organisation of the alliance',
  'roundtable.history.lead': () =>
    'What happened at the round table, as far as it is approved and published, and who recorded it when. Nothing is deleted: what was corrected stays in sight.',
  'roundtable.movedTo': () => 'Day',
  'roundtable.promise': () => 'Promise',
  'roundtable.due': () => 'Due',
  'roundtable.answerExpected': () => 'Answer expected by',
  'roundtable.outcome.none': () => 'No proposal stands in published minutes yet.',
  'roundtable.timeline.none': () => 'No minutes of a round table are published yet.',
  'outcome.stage.free': () => 'no decision needed, not begun',
  'outcome.title': () => 'What became of it',
  'outcome.lead': () =>
    'Every proposal of the round tables, and what happened afterwards: adopted, begun, finished, waiting or dropped.',
  'outcome.numbers': () => 'In numbers',
  'outcome.sentence': (args) =>
    `${plural(args.total, { one: `One proposal`, other: `${number(args.total)} proposals` })}: ${number(args.decided)} preceded a decision, ${number(args.begun)} the start and ${number(args.finished)} the completion of a measure.`,
  'outcome.sentence.rest': (args) =>
    `${plural(args.waiting, { one: `${number(args.waiting)} still waits`, other: `${number(args.waiting)} still wait` })}, ${plural(args.ended, { one: `${number(args.ended)} is`, other: `${number(args.ended)} are` })} not pursued any more.`,
  'outcome.preceded': () =>
    'The proposal came first. Whether it brought the decision about cannot be told from this.',
  'outcome.stand': () => 'Where it stands',
  'outcome.proposals': () => 'Proposals',
  'outcome.proposal': () => 'Proposal',
  'outcome.proposedOn': () => 'Proposed on',
  'outcome.result': () => 'Result at the table',
  'outcome.group.measure': () => 'It became a measure',
  'outcome.group.waiting': () => 'This still waits',
  'outcome.group.ended': () => 'This is not pursued any more',
  'outcome.step.decided': () => 'Adopted',
  'outcome.step.begun': () => 'Begun',
  'outcome.step.finished': () => 'Finished',
  'outcome.days.decided': () => 'Days until the decision',
  'outcome.days.begun': () => 'Days until the start',
  'outcome.days.finished': () => 'Days until the end',
  'outcome.daysAfter': (args) =>
    `${plural(args.days, { '=0': `on the same day`, one: `${number(args.days)} day later`, other: `${number(args.days)} days later` })}`,
  'outcome.daysBefore': (args) =>
    `${plural(args.days, { one: `${number(args.days)} day before`, other: `${number(args.days)} days before` })}`,
  'outcome.stage.finished': () => 'finished',
  'outcome.stage.begun': () => 'begun',
  'outcome.stage.adopted': () => 'adopted, not begun',
  'outcome.stage.elsewhere': () => 'goes on in another measure',
  'outcome.stage.open': () => 'proposed, not adopted yet',
  'outcome.stage.waiting': () => 'waits for an answer',
  'outcome.stage.parked': () => 'put off',
  'outcome.stage.answered': () => 'answered, no measure yet',
  'outcome.stage.agreed': () => 'agreed, no measure yet',
  'outcome.stage.unsettled': () => 'without a result yet',
  'outcome.stage.rejected': () => 'turned down by the body, or withdrawn',
  'outcome.stage.abandoned': () => 'begun and given up, or not feasible',
  'outcome.stage.dissent': () => 'no agreement at the table',
  'outcome.stage.dropped': () => 'dropped at the table',
  'timelineOfPlan.title': () => 'From the round table to the plan',
  'timelineOfPlan.lead': () =>
    'Round tables, proposals, decisions and begun work, in the order in which they happened.',
  'timelineOfPlan.way': (args) =>
    `From the first round table on ${args.first} to the decision on “${inner(args.plan)}” on ${args.adopted} ${plural(args.days, { '=-1': `some time went by`, one: `one day went by`, other: `${number(args.days)} days went by` })}.`,
  'timelineOfPlan.note': () =>
    'What stands earlier here came first; that it brought about what came later is not said. Of fixed appointments only those are listed at which something was proposed.',
  'timelineOfPlan.proposed': () => 'Proposed was:',
  'timelineOfPlan.plan': () => 'Plan adopted',
  'timelineOfPlan.decided': (args) =>
    `${plural(args.count, { one: `Decision on a measure that had been proposed`, other: `Decision on ${number(args.count)} measures that had been proposed` })}`,
  'timelineOfPlan.begun': (args) =>
    `${plural(args.count, { one: `Work on a measure begun`, other: `Work on ${number(args.count)} measures begun` })}`,
  'timelineOfPlan.finished': (args) =>
    `${plural(args.count, { one: `One measure finished`, other: `${number(args.count)} measures finished` })}`,
  'alliance.page.title': (args) => `Climate alliance in ${args.name}`,
  'alliance.lead': () =>
    'Who takes part, what the organisations bring in, and who works with whom. Only those that agreed are named.',
  'alliance.none.public': () => 'No organisation is named here yet.',
  'alliance.members': () => 'Who belongs to it',
  'alliance.members.count': (args) =>
    `${plural(args.count, { '=0': `No organisation that wants to be named belongs to it yet.`, one: `One organisation belongs to it.`, other: `${number(args.count)} organisations belong to it.` })}`,
  'alliance.weBringIn': () => 'What we bring in',
  'alliance.weBringIn.lead': () =>
    'Offers to everybody. What is promised for single measures stands there.',
  'alliance.together': () => 'Who works with whom',
  'alliance.together.byMeasure': () => 'By measure',
  'alliance.together.sentence': (args) =>
    `${number(args.count)} organisations have to do with each other: ${plural(args.measures, { '=0': `at common tables`, one: `one pair in a measure, the others at round tables`, other: `${number(args.measures)} pairs in measures, the others at round tables` })}.`,
  'alliance.together.note': (args) =>
    `Thick line: both work on the same measure, or one leads it and the other brings something in. Thin line: both sit at ${plural(args.count, { one: `at least one common table`, other: `at least ${number(args.count)} common tables` })}; all others stand in the table. Offices are filled dark.`,
  'alliance.together.measures': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })}`,
  'alliance.together.with': () => 'Works together with',
  'alliance.organisation': () => 'Organisation',
  'alliance.measure': () => 'Measure',
  'alliance.part': () => 'Part',
  'alliance.part.LEAD': () => 'Lead',
  'alliance.part.PARTNER': () => 'Takes part',
  'alliance.part.SUPPORT': () => 'Brings something in',
  'alliance.others': () => 'Who else sits at the table',
  'alliance.ownProjects': () => 'Projects of allies that need no decision',
  'alliance.ownProjects.count': (args) =>
    `${plural(args.count, { one: `One project`, other: `${number(args.count)} projects` })}: ${args.states}.`,
  'alliance.ownProjects.apart': (args) =>
    `${plural(args.total, { one: `${number(args.total)} project`, other: `${number(args.total)} projects` })}, not counted in the numbers of the municipality`,
  'alliance.one.description': (args) =>
    `${args.name}: what the organisation leads, supports, has promised and delivered.`,
  'alliance.leads': () => 'Measures it works on',
  'alliance.promised': () => 'What it promised',
  'alliance.promised.count': (args) =>
    `${plural(args.count, { one: `One promise`, other: `${number(args.count)} promises` })}: ${number(args.kept)} kept, ${number(args.open)} open, ${number(args.ended)} withdrawn or no longer needed.`,
  'alliance.forMeasure': () => 'for',
  'alliance.support.delivered': (args) => `delivered, ${args.day}`,
  'alliance.support.withdrawn': (args) => `withdrawn, ${args.day}`,
  'alliance.support.pledged': (args) => `promised, ${args.day}`,
  'alliance.brought': () => 'What it brought to the table',
  'alliance.sitsAt': () => 'At which tables it sits',
  'alliance.until': (args) => `until ${args.day}`,
  'scope.FULL': () => 'whole',
  'scope.IN_PRINCIPLE': () => 'in principle, the single decision is still due',
  'scope.PART': () => 'in part',
  'decisionOutcome.ADOPTED': () => 'adopted',
  'decisionOutcome.ADOPTED_AMENDED': () => 'adopted with changes',
  'decisionOutcome.ADOPTED_PARTLY': () => 'adopted in part',
  'decisionOutcome.REJECTED': () => 'rejected',
  'decisionOutcome.REVOKED': () => 'revoked',
  'decisionOutcome.DEFERRED': () => 'deferred',
  'decisionOutcome.NOTED': () => 'noted',
  'decisionOutcome.SETTLED': () => 'declared settled',
  'noDecisionReason.CURRENT_ADMINISTRATION': () => 'current administration',
  'noDecisionReason.CIVIL_SOCIETY': () => 'project of allies, no decision needed',
  'paperKind.MOTION': () => 'motion',
  'paperKind.ADMIN_PAPER': () => 'paper of the administration',
  'paperKind.AMENDMENT': () => 'amendment',
  'paperKind.SUPPLEMENT': () => 'supplement',
  'paperKind.QUESTION': () => 'question',
  'paperKind.STATEMENT': () => 'statement',
  'paperKind.REPORT': () => 'report',
  'paperKind.CITIZEN_INITIATIVE': () => 'citizens’ initiative',
  'correct.title': () => 'Correct an entry',
  'correct.lead': () =>
    'The old entry stays visible in the history; the correction is what counts.',
  'correct.reason': () => 'Why is it corrected?',
  'correct.reason.hint': () => 'Everybody can read it, for example “wrong date, see minutes”.',
  'correct.save': () => 'Record the correction',
  'correct.what': () => 'Entry',
  'correct.kept': () => 'Evidence and lists stay as they are.',
  'correct.money.hint': () => 'In euros, for example 1.250,50.',
  'correct.latest.hint': () => 'If you give another day above, it counts as the exact one.',
  'void.title': () => 'Take an entry back',
  'void.lead': () => 'The entry stays visible in the history and no longer counts.',
  'void.reason': () => 'Why is it taken back?',
  'void.save': () => 'Take the entry back',
  'entryAction.correct': () => 'Correct',
  'entryAction.void': () => 'Take back',
  'decision.kicker': () => 'Decision on several measures',
  'decision.day': () => 'Day of the meeting',
  'decision.plan': () => 'Plan',
  'decision.voided': () =>
    'This decision was taken back and no longer counts; it stays here to be read.',
  'decision.voidedShort': () => 'taken back',
  'decision.effects': (args) =>
    `${plural(args.count, { one: `Concerns ${number(args.count)} measure`, other: `Concerns ${number(args.count)} measures` })}`,
  'decision.concernsPlan': (args) => `Concerns the plan “${inner(args.title)}”`,
  'decision.planAlone': () => 'the plan alone',
  'decision.measure': () => 'Measure',
  'decision.measures': () => 'Measures',
  'decision.trail': () => 'Who recorded it',
  'decision.all': () => 'All decisions',
  'decision.record': () => 'Record a decision',
  'decisions.title': (args) => `Decisions in ${args.name}`,
  'decisions.lead': () =>
    'Votes that concern several measures: each stands here once and takes effect in every measure it names.',
  'decisions.none': () => 'No decision on several measures has been recorded yet.',
  'decisions.crumb': () => 'Decisions',
  'decision.title': () => 'What was voted on?',
  'decision.title.hint': () => 'For example “Climate action plan: decision in principle”.',
  'decision.organ.hint': () => 'Whether it decides finally is kept with the body.',
  'decision.wholePlan': () => 'All measures of a plan',
  'decision.wholePlan.none': () => 'only those chosen below',
  'decision.choose': () => 'Measures concerned',
  'decision.effect': () => 'What it means for the chosen measures',
  'decision.effect.asOutcome': () => 'the same as the outcome',
  'decision.effect.kept': () => 'as before; for newly chosen ones the same as the outcome',
  'decision.adoptsPlan': () => 'The decision is also on the plan itself',
  'decision.adoptsPlan.none': () => 'no',
  'decision.correct': () => 'Correct the decision',
  'decision.void': () => 'Take the decision back',
  'decision.noBodies': () => 'No body has been recorded yet. First record the body that decided.',
  'clarify.title': () => 'To be clarified',
  'clarify.lead': () =>
    'What only a person can say: one question per line, each answered with one click. Every answer is an entry and can be taken back.',
  'clarify.none': () => 'Nothing left to clarify.',
  'clarify.toTown': () => 'To the town',
  'clarify.count': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure is to be clarified.`, other: `${number(args.count)} measures are to be clarified.` })}`,
  'clarify.late-or-missing': () =>
    'The source says “delayed or missing”. How does implementation stand?',
  'clarify.settle': () => 'It is right as it is',
  'clarify.answer.running-late': () => 'Under way, but late',
  'clarify.answer.not-begun': () => 'Not begun, late',
  'clarify.answer.running': () => 'Under way, not late',
  'clarify.answer.completed': () => 'It is completed',
  'clarify.answer.abandoned': () => 'It was given up',
  'clarify.unread-state': () => 'How does implementation stand? The source says:',
  'clarify.answer.under-way': () => 'Is under way',
  'clarify.answer.paused': () => 'Is paused',
  'clarify.reason': () => 'Reason, where it was given up',
  'clarify.answer.planned': () => 'Is planned or not begun',
  'clarify.answer.nothing': () => 'That says nothing about the state',
  'clarify.gone': () => 'The measure is missing in the new edition of the list. What became of it?',
  'clarify.answer.goes-on': () => 'Goes on, only the list leaves it out',
  'clarify.answer.left-plan': () => 'Is no longer in the plan',
  'clarify.answer.gone-completed': () => 'It is completed',
  'clarify.answer.gone-abandoned': () => 'It was given up',
  'import.reportedDelay': () => 'delay reported',
  'clarify.state-taken-back': (args) =>
    `An earlier edition of the list said “${inner(args.was)}”. The new one says:`,
  'clarify.state-taken-back.nothing': () => 'nothing.',
  'clarify.answer.take-back': () => 'Follow the new one: take the earlier entry back',
  'clarify.answer.keep-state': () => 'Leave it as it stands here',
  'clarify.takenBack.reason': () => 'Not so by a newer list',
  'clarify.note': () => 'Clarified after the import',
  'column.id': () => 'Klimaspur ID',
  'column.planKind': () => 'Kind of plan',
  'column.number': () => 'Number',
  'column.field': () => 'Field of action',
  'column.title': () => 'Title',
  'column.teaser': () => 'Short description',
  'column.status': () => 'Status (word)',
  'column.statusCode': () => 'Implementation state (as in our file)',
  'column.statusSince': () => 'Status since',
  'column.statusBy': () => 'Status since (at the latest)',
  'column.municipality': () => 'Municipality',
  'column.plan': () => 'Plan',
  'column.ownStatus': () => 'Status (code)',
  'column.decisionSince': () => 'Decision state since',
  'column.amended': () => 'Adopted with changes',
  'column.inNewConsultation': () => 'In new consultation',
  'column.noDecisionReason': () => 'Why no decision is needed',
  'column.heirs': () => 'Goes on in',
  'column.delayReported': () => 'Delay reported',
  'column.delayReason': () => 'Reason of the delay',
  'column.abandonReason': () => 'Reason for giving up',
  'column.assessedOn': () => 'Assessed on',
  'column.percent': () => 'Progress in per cent',
  'column.delayReportedOn': () => 'Delay reported on',
  'column.startedOn': () => 'Started on',
  'column.startedBy': () => 'Started on (at the latest)',
  'column.endedOn': () => 'Ended on',
  'column.endedBy': () => 'Ended on (at the latest)',
  'column.decisionCode': () => 'Decision state (as in our file)',
  'column.decidedOn': () => 'Decided on',
  'column.decided': () => 'Decided (yes, day or body)',
  'column.decidedBy': () => 'Decided by',
  'column.paper': () => 'Paper',
  'column.papers': () => 'Papers',
  'column.checkedOn': () => 'Checked on',
  'column.standOn': () => 'Day the row speaks for',
  'column.plannedStart': () => 'Planned start',
  'column.plannedEnd': () => 'Planned end',
  'column.begin': () => 'Start (planned or actual)',
  'column.finish': () => 'End (planned or actual)',
  'column.period': () => 'Period in words',
  'column.horizon': () => 'Horizon',
  'column.duration': () => 'Project or permanent task',
  'column.priority': () => 'Priority',
  'column.feasibility': () => 'Feasibility (1 to 5)',
  'column.impact': () => 'Impact (1 to 5)',
  'column.influence': () => 'Influence of the town',
  'column.climateEffect': () => 'Effect on the climate',
  'column.effectFrom': () => 'Effective from',
  'column.lead': () => 'Lead',
  'column.leadExplanation': () => 'Explanation of the lead',
  'column.partners': () => 'Partners',
  'column.initiator': () => 'Initiated by',
  'column.targetGroups': () => 'Target groups',
  'column.budgetPerYear': () => 'Budget per year',
  'column.budgetTotal': () => 'Budget in total',
  'column.costOneOff': () => 'One-off cost',
  'column.costPerYear': () => 'Cost per year',
  'column.costs': () => 'Costs in words',
  'column.staff': () => 'Staff needed',
  'column.costAsOf': () => 'Prices of',
  'column.costNote': () => 'Notes on the costs',
  'column.funding': () => 'Funding',
  'column.saving': () => 'Saving of CO₂e per year',
  'column.savingMin': () => 'Saving of CO₂e, at least',
  'column.savingMax': () => 'Saving of CO₂e, at most',
  'column.savingKwh': () => 'Saving of kWh per year',
  'column.savingEur': () => 'Saving of euros per year',
  'column.savingQuality': () => 'Quality of the estimate',
  'column.savingsMethod': () => 'How the saving was found',
  'column.notQuantified': () => 'Not quantified',
  'column.notQuantifiedReason': () => 'Why there is no figure',
  'column.ownProposal': () => 'Own proposal',
  'column.description': () => 'What has to be done?',
  'column.planText': () => 'Wording of the plan',
  'column.background': () => 'Background',
  'column.goal': () => 'Goal',
  'column.steps': () => 'Steps',
  'column.indicators': () => 'Indicators of success',
  'column.coBenefits': () => 'Side effects',
  'column.localValue': () => 'Value created in the town',
  'column.examples': () => 'Good examples',
  'column.related': () => 'Accompanying measures',
  'column.classes': () => 'Classification',
  'column.statusReport': () => 'Status report',
  'column.statusNote': () => 'Reason of the status',
  'column.outlook': () => 'Outlook',
  'column.obstacles': () => 'Obstacles and risks',
  'column.remarks': () => 'Remarks',
  'column.planAssessment': () => 'Assessment of the plan',
  'column.supporters': () => 'Supported by',
  'column.assessment': () => 'Rating by the group',
  'column.achieved': () => 'What was achieved?',
  'column.missing': () => 'What is missing?',
  'import.title': () => 'Import a table',
  'import.lead': () =>
    'CSV or Excel (XLSX) with any headings, or a LocalZero file. Nothing is taken over before you have seen it.',
  'import.lead.anyTown': () =>
    'For a town that is not here yet: the file names it, or you give it a name on the next page.',
  'import.standOn': () => 'For which day does the table speak?',
  'import.standOn.hint': () =>
    'Day, month or year, for example 30.4.2024. Without it the time is “unknown”.',
  'import.standOn.inFile': (args) => `The file itself names: ${args.day}.`,
  'import.standOn.day': (args) => `as of ${args.day}`,
  'import.standOn.none': () => 'without a day',
  'import.file': () => 'File',
  'import.file.hint': () =>
    'CSV, XLSX or JSON. Several editions of one table: take the oldest first.',
  'import.file.missing': () => 'Choose a file.',
  'import.file.tooMany': (args) => `These are more than ${number(args.limit)} files at once.`,
  'import.file.named': (args) => `${args.name}: ${args.text}`,
  'import.look': () => 'Look at the file',
  'import.waiting': () => 'Uploaded, not taken over yet',
  'import.waiting.lead': () =>
    'Files wait for a day. Take several editions over in this order: the oldest first.',
  'import.check': () => 'Check the columns and take over',
  'import.check.lead': () =>
    'This is how the file was understood. Change here what is wrong; the preview shows what happens then.',
  'import.columns': () => 'Columns',
  'import.columns.others': (args) =>
    `Show ${plural(args.count, { one: `${number(args.count)} more column`, other: `${number(args.count)} more columns` })}`,
  'import.words.others': (args) =>
    `Show ${plural(args.count, { one: `${number(args.count)} more word`, other: `${number(args.count)} more words` })}`,
  'import.columns.hint': (args) =>
    `${plural(args.count, { one: `${number(args.count)} column`, other: `${number(args.count)} columns` })}. What you choose is remembered for the next edition.`,
  'import.unplaced': (args) => `Without a place: ${args.columns}. Assign them, or leave them out.`,
  'import.column': (args) => `${args.letter}: ${args.heading}`,
  'import.column.nameless': () => 'without a heading',
  'import.samples': (args) => `Examples: ${args.samples}`,
  'import.target.none': () => 'please assign',
  'import.target.ignore': () => 'leave out',
  'import.reason.asked': () => 'assigned by you',
  'import.reason.heading': () => 'recognised by its heading',
  'import.reason.part': () => 'recognised by a part of its heading',
  'import.reason.content': () => 'recognised by its content',
  'import.reason.computed': () => 'Klimaspur works it out itself',
  'import.reason.personal': () => 'personal or internal, stays outside',
  'import.reason.taken': () => 'another column is assigned to this already',
  'import.reason.unknown': () => 'not recognised',
  'import.sheet': () => 'Sheets, heading and form of dates',
  'import.sheets': () => 'Sheets that are read',
  'import.sheets.hint': () =>
    'Of several sheets with the same columns all measures come in. Where no column names the field, it is the name of the sheet.',
  'import.sheet.use.read': () => 'is read',
  'import.sheet.use.ignored': () => 'left out by you',
  'import.sheet.use.hidden': () => 'hidden',
  'import.sheet.use.no-table': () => 'no table of measures found',
  'import.sheet.use.other-columns': () => 'has other columns',
  'import.sheet.use.same-measures': () => 'has the same measures, probably another edition',
  'import.headingRow': () => 'Row of the headings',
  'import.dateOrder': () => 'Order in dates such as 3/4/2025',
  'import.dateOrder.DMY': () => 'day, month, year',
  'import.dateOrder.MDY': () => 'month, day, year',
  'import.words': () => 'What the words of the status mean',
  'import.words.hint': () => 'What stays unknown is taken over as a note and changes no status.',
  'import.word': (args) => `“${inner(args.word)}” (${args.count} times)`,
  'import.word.unsure': () => 'Towns mean different things by it: please check.',
  'import.meaning.none': () => 'unknown',
  'import.meaning.PLANNED': () => 'planned or not begun',
  'import.meaning.IN_PROGRESS': () => 'under way',
  'import.meaning.ONGOING': () => 'permanent task, running',
  'import.meaning.PAUSED': () => 'paused',
  'import.meaning.DELAYED': () => 'delayed (it does not say whether it had begun)',
  'import.meaning.COMPLETED': () => 'completed',
  'import.meaning.ABANDONED': () => 'given up',
  'import.meaning.NOT_FEASIBLE': () => 'not feasible',
  'import.meaning.NOTHING': () => 'says nothing',
  'import.preview': () => 'Renew the preview',
  'import.preview.title': () => 'What would be taken over',
  'import.acceptGoodRows': () => 'Take the good rows although others are refused',
  'import.faultyRows': () => 'Faulty rows',
  'import.faulty': (args) =>
    `Nothing was taken over, because the file has ${plural(args.count, { one: `one faulty place`, other: `${number(args.count)} faulty places` })}: ${args.places}. Tick the box here to take over everything else, or correct the file and upload it again.`,
  'import.apply': () => 'Take over',
  'import.discard': () => 'Discard',
  'import.target': () => 'Where it goes',
  'import.newTown': () => 'Name of the town',
  'import.newTown.hint': () =>
    'So it is called on all pages, in public too. The suggestion comes from the file. If the town is here already, enter its name as it stands here.',
  'import.newTown.missing': () => 'Enter the name of the town.',
  'import.plan': () => 'Plan',
  'import.plan.hint': () => 'Which plan the measures belong to.',
  'import.plan.new': () => 'new plan',
  'import.newPlan': () => 'Title of the new plan',
  'import.newPlan.hint': () =>
    'So the plan is called on all pages, in public too. The suggestion comes from the name of the file.',
  'import.newPlan.hint.only': () => 'Counts only where “new plan” stands above.',
  'import.newPlan.missing': () => 'Give the new plan a title.',
  'import.whereTo': (args) =>
    `Where to: ${args.town}${select(args.townIs, { new: ` (new)`, other: `` })}, plan “${inner(args.plan)}”${select(args.planIs, { new: ` (new)`, other: `` })}`,
  'import.rows.new': () => 'new',
  'import.rows.changed': () => 'changed',
  'import.rows.unchanged': () => 'unchanged',
  'import.rows.gone': () => 'missing now',
  'import.rows.gone.untold': () => 'cannot be told',
  'import.rows.title': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })}: ${args.kind}`,
  'import.rows.new.hint': () => 'Not here yet: recorded as drafts.',
  'import.rows.changed.hint': () => 'What stood there before, and what will stand there.',
  'import.rows.unchanged.hint': () => 'The file says the same as before: nothing happens here.',
  'import.rows.gone.hint': () =>
    'Stood in the earlier edition and are missing in this one. They stay as they are; clarify what became of them.',
  'import.rows.new.done': () => 'Were not here before, and are here now.',
  'import.rows.changed.done': () => 'What stood there before, and what stands there now.',
  'import.rows.unchanged.done': () => 'The file says the same as before: nothing happened here.',
  'import.rows.gone.done': () =>
    'Were in the earlier edition and are missing in this one. They are unchanged; clarify what became of them.',
  'import.more.here': (args) =>
    `Show ${plural(args.count, { one: `${number(args.count)} more`, other: `${number(args.count)} more` })}`,
  'import.rows.more': (args) =>
    `and ${plural(args.count, { one: `${number(args.count)} more`, other: `${number(args.count)} more` })}: in the whole report`,
  'import.report.file': () => 'Whole report as a table (CSV)',
  'import.file.what': () => 'What happens',
  'import.change.before': () => 'before',
  'import.change.after': () => 'now',
  'import.change.nothing': () => 'nothing',
  'import.change.status': () => 'State',
  'import.change.order': () => 'Order in the plan',
  'import.looking': () => 'Being checked',
  'import.looking.lead': () =>
    'The file is read and compared with what stands here. Nothing is taken over yet.',
  'import.count.fields': () => 'Fields of action',
  'import.count.measures': () => 'Measures',
  'import.count.refused': () => 'refused',
  'import.refused': () => 'Refused',
  'import.where': () => 'Place',
  'import.columnName': () => 'Column',
  'import.value': () => 'Value',
  'import.why': () => 'Reason',
  'import.where.city': (args) => `Municipality ${args.key}`,
  'import.where.field': (args) => `Field ${args.key}`,
  'import.where.file': () => 'File',
  'import.where.measure': (args) => `Measure ${args.key}`,
  'import.where.plan': (args) => `Plan ${args.key}`,
  'import.where.row': (args) =>
    `${select(args.sheet, { none: `Row ${args.key}`, other: `Sheet “${inner(args.sheet)}”, row ${args.key}` })}`,
  'import.where.sheet': (args) => `Sheet “${inner(args.key)}”`,
  'import.field.order': () => 'order',
  'import.field.other': () => 'a value',
  'import.refused.other': () => 'This cannot be recorded like this.',
  'import.where.task': (args) => `Entry ${args.key}`,
  'import.place.column': (args) => `column “${inner(args.column)}”`,
  'import.place.value': (args) => `“${inner(args.value)}”`,
  'import.findings': () => 'Please look at',
  'import.more': (args) =>
    `and ${plural(args.count, { one: `${number(args.count)} more`, other: `${number(args.count)} more` })}`,
  'import.notTaken': () => 'Not taken over yet',
  'import.notTaken.not-yet': () => 'Klimaspur has no place for it so far',
  'import.notTaken.computed': () => 'Klimaspur works it out itself',
  'import.notTaken.personal': () => 'personal or internal, stays outside',
  'import.notTaken.technical': () => 'technical, says nothing about the town',
  'import.notTaken.ignored': () => 'left out as you wished',
  'import.notTaken.other-sheet': () => 'only the sheet with the measures is read',
  'import.running': () => 'Being taken over',
  'import.running.lead': () => 'You may close this page: the import goes on.',
  'import.progress': (args) => `${number(args.done)} of ${number(args.total)} steps`,
  'import.lookAgain': () => 'Look again',
  'import.done': () => 'Taken over',
  'import.done.text': (args) =>
    `${plural(args.refused, { '=0': `Everything in the file has been recorded.`, other: `Everything that was not refused has been recorded.` })} New measures are drafts until you publish them.`,
  'import.done.report': () => 'What was taken over',
  'import.drafts': (args) =>
    `${select(args.planIs, { draft: `The plan “${inner(args.title)}” ${plural(args.count, { '=0': `is a draft`, one: `and ${number(args.count)} measure in it are drafts`, other: `and ${number(args.count)} measures in it are drafts` })}`, other: `In the plan “${inner(args.title)}” ${plural(args.count, { one: `${number(args.count)} measure is still a draft`, other: `${number(args.count)} measures are still drafts` })}` })}. So far only your team sees this.`,
  'import.next': () => 'What comes next',
  'import.next.clarify': (args) => `Clarify what the file does not say (${args.name})`,
  'import.next.measures': (args) => `Look at the measures (${args.name})`,
  'import.next.another': () => 'Import another file',
  'import.next.publish': (args) => `Publish (${args.name})`,
  'cli.next.where': (args) =>
    `Town “${inner(args.town)}”, plan “${inner(args.plan)}”: ${plural(args.measures, { one: `${number(args.measures)} measure`, other: `${number(args.measures)} measures` })}.`,
  'cli.next.public': (args) => `  Public at ${args.url}`,
  'cli.next.drafts': (args) =>
    `  Not public yet: ${plural(args.drafts, { one: `${number(args.drafts)} draft`, other: `${number(args.drafts)} drafts` })}. The team sees ${plural(args.drafts, { one: `it`, other: `them` })} at ${args.url}`,
  'cli.next.townDraft': (args) =>
    `  Not public yet: the measures are published, the municipality is not. The team sees them at ${args.url}`,
  'cli.next.serve': (args) =>
    `  No server is running now; the addresses hold once it is started: ${args.program} serve`,
  'cli.next.hidden': (args) =>
    `  Not public yet: all ${number(args.measures)} measures, for the town is a draft; ${plural(args.drafts, { one: `${number(args.drafts)} is a draft itself`, other: `${number(args.drafts)} are drafts themselves` })}. The team sees them at ${args.url}`,
  'cli.next.signIn': (args) => `  Sign in: with the link from ${args.program} login-link`,
  'cli.next.publish': (args) => `  Publish: ${args.command}`,
  'cli.next.fillIn': () =>
    '  The municipality stays unpublished until what is missing is filled in here:',
  'cli.next.then': (args) => `  Then publish: ${args.command}`,
  'cli.next.kept': () =>
    '  What somebody has hidden again no import publishes; that is done in the browser.',
  'cli.next.published': (args) =>
    `Published: ${plural(args.municipalities, { '=0': ``, one: `${number(args.municipalities)} town, `, other: `${number(args.municipalities)} towns, ` })}${plural(args.plans, { '=0': ``, one: `${number(args.plans)} plan, `, other: `${number(args.plans)} plans, ` })}${plural(args.measures, { one: `${number(args.measures)} measure`, other: `${number(args.measures)} measures` })}.`,
  'cli.import.heldBack': (args) =>
    `Not published: ${args.towns}. The reason stands above; the file has been taken in all the same.`,
  'cli.import.tooLarge': (args) =>
    `${args.file} has ${number(args.size)} MB; at most ${number(args.max)} MB are read.`,
  'cli.seeHelp': (args) => `More about it: ${args.program} ${args.command} --help`,
  'cli.usage': (args) => `Usage: ${args.program} ${args.usage}`,
  'folder.inUse': (args) =>
    `The data folder ${args.folder} is in use by another process. Stop that process first, or choose another folder.`,
  'serve.folder': (args) => `The data folder ${args.folder} cannot be made (${args.code}).`,
  'serve.notAnnounced': (args) =>
    `server.json cannot be written into ${args.folder} (${args.code}). Pages are served, but the commands of klimaspur do not find this server.`,
  'serve.trouble.start/log-damaged': (args) =>
    `The log ${args.file} is damaged (${args.reason}). Nothing was changed. What can still be read is told by “klimaspur verify”. Keep the folder ${args.folder}, and put the newest backup into a new data folder with “klimaspur restore FILE”.`,
  'serve.trouble.start/log-gone': (args) =>
    `The log ${args.file} is missing, although one was kept in ${args.folder} before. None was made. Put log.db and log.db-wal back, or put the newest backup into a new data folder with “klimaspur restore FILE”. Only to begin anew with an empty log, remove views.db and tree.db.`,
  'serve.trouble.start/log-shorter': (args) =>
    `Confirmed entries are missing in the log ${args.file}: it ends at position ${args.end}, but had been at ${args.known}. Is log.db-wal missing, or is log.db an older copy? Put the right files back before anything new is recorded. Only to accept the loss, remove views.db and tree.db.`,
  'serve.trouble.start/server-log-shorter': (args) =>
    `Confirmed entries are missing in the log at ${args.address}: it ends at position ${args.end}, but had been at ${args.known}. Does the server run on an older backup? Restore the newest one before anything new is recorded. Only to accept the loss, remove views.db and tree.db in ${args.folder}, on each node.`,
  'serve.trouble.start/server-log-empty': (args) =>
    `The log at ${args.address} is empty, although one was kept in ${args.folder} before. Nothing was recorded. Is the address in KLIMASPUR_LOG right? Else restore the newest backup of the server, or copy the log there with “klimaspur log copy”. Only to begin anew with an empty log, remove views.db and tree.db in ${args.folder}.`,
  'serve.trouble.start/vault-damaged': (args) =>
    `The vault ${args.file} is damaged (${args.reason}). Nothing was changed. The log is not affected. Put vault.db of the newest backup in its place (“tar -xf FILE vault.db”), and remove vault.db-wal and vault.db-shm beside it.`,
  'serve.trouble.start/vault-gone': (args) =>
    `The vault ${args.file} is missing, although one was kept in ${args.folder} before: with a new one all names and sign-ins would be lost, and another key would sign. None was made. Put vault.db of the newest backup in its place (“tar -xf FILE vault.db”), and remove vault.db-wal and vault.db-shm beside it. Only to accept the loss, remove views.db and tree.db.`,
  'serve.trouble.start/no-space': (args) =>
    `There is no room left in ${args.folder} (${args.file}: ${args.reason}). Make room and start again; nothing is lost.`,
  'serve.trouble.start/no-access': (args) =>
    `${args.file} cannot be opened or written (${args.reason}). This account must be able to write in ${args.folder}.`,
  'serve.trouble.start/held': (args) =>
    `${args.file} is held by another program (${args.reason}). Stop that one first.`,
  'serve.trouble.start/failing': (args) =>
    `${args.file} cannot be read or written (${args.reason}). Check the disk before you go on.`,
  'serve.trouble.start/vault-empty': (args) =>
    `The database that KLIMASPUR_VAULT names holds nothing yet, although a vault was kept in ${args.folder} before: with a new one all names and sign-ins would be lost, and another key would sign. Take it over first: “klimaspur vault copy --from sqlite:”. Only to accept the loss, remove views.db and tree.db.`,
  'serve.vaultSilent': (args) =>
    `The database that KLIMASPUR_VAULT names does not answer: ${args.reason}. [vault/unavailable]`,
  'serve.portInUse': (args) =>
    `Port ${args.port} is in use by another program. Stop that one, or take a free port with PORT=0.`,
  'serve.logRefused': (args) => `KLIMASPUR_LOG: ${args.words}`,
  'serve.logTrouble.log/unreachable': (args) =>
    `No EventStoreDB answers at ${args.address} (${args.reason}).`,
  'serve.logTrouble.log/untrusted': (args) =>
    `The certificate of the server at ${args.address} is not trusted (${args.reason}). tlsCaFile in the address must name the authority that issued it; the certificate must be made out to this host and still be valid.`,
  'serve.logTrouble.log/needs-tls': (args) =>
    `The server at ${args.address} takes encrypted connections only. Leave tls=false out, and give a user, a password and tlsCaFile.`,
  'serve.logTrouble.log/without-tls': (args) =>
    `The server at ${args.address} does not encrypt. Give it a certificate; tls=false will do only where nobody can listen.`,
  'serve.logTrouble.log/no-login': () =>
    'A server with TLS needs a user and a password: esdb://USER:PASSWORD@HOST:2113.',
  'serve.logTrouble.log/access-denied': () =>
    'The server does not accept the user or the password.',
  'serve.logTrouble.log/no-rights': () =>
    'The server knows the user, but does not let it read the whole log. Give it the right to read $all (docs/operations.md).',
  'serve.logTrouble.log/missing': (args) => `There is no log at ${args.address}.`,
  'serve.logAddress': (args) => `KLIMASPUR_LOG is no readable address: ${args.reason}`,
  'serve.portClosed': (args) => `Port ${args.port} is not open to this user.`,
  'serve.hostUnknown': (args) => `HOST ${args.host} is no address of this machine.`,
  'serve.warning': (args) => `Warning: ${args.words}`,
  'serve.dataFolder': () => 'Data folder',
  'serve.signIn': () => 'Sign in (once)',
  'serve.stop': () => 'Stop with',
  'serve.keys': () => 'Ctrl+C',
  'cli.usage.command': () => 'COMMAND [OPTIONS]',
  'cli.usage.options': () => '[OPTIONS]',
  'cli.commands': () => 'Commands',
  'cli.options': () => 'Options',
  'cli.more': (args) => `More about a command: ${args.program} COMMAND --help`,
  'cli.exitCodes': () => 'Exit codes: 0 done · 1 refused, with the reason · 2 wrong use',
  'cli.option.data': () => 'data folder; else KLIMASPUR_DATA, else ./data',
  'cli.option.help': () => 'this page',
  'cli.option.json': () => 'result for machines, as JSON on stdout',
  'cli.unknownCommand': (args) => `Unknown command: ${args.command}`,
  'cli.unknownOption': (args) => `Unknown option: ${args.option}`,
  'cli.valueMissing': (args) => `The value is missing: ${args.option}`,
  'cli.valueNotTaken': (args) => `${args.option} takes no value.`,
  'cli.wordMissing': (args) => `Missing: ${args.what}`,
  'cli.wordTooMany': (args) => `One word too many: ${args.word}`,
  'cli.noFolder': (args) =>
    `There is no data folder ${args.folder}. Name it with --data DIR or KLIMASPUR_DATA.`,
  'cli.noRights': (args) =>
    `The data folder ${args.folder} cannot be read (${args.code}). Run the command as the user under whom the server runs.`,
  'cli.noAnswer': (args) =>
    `The server at ${args.url} does not answer (${args.reason}). If it runs no more, delete server.json in the data folder.`,
  'cli.otherToken': () =>
    'The server of this data folder has another KLIMASPUR_TOKEN. Set the same one here.',
  'cli.notStarted': () => 'The server did not start.',
  'cli.notStartedInTime': () => 'The server did not start in time.',
  'cli.exportTown': () =>
    'Write a town with all entries, proofs and files into one file, for another server',
  'cli.exportTown.town': () => 'the town that is to move',
  'cli.exportTown.to': () => 'name of the file',
  'cli.exportTown.labels': () =>
    'the labels of persons go along (personal data); otherwise it says “former member” there',
  'cli.exportTown.done': (args) =>
    `${args.name} lies in ${args.file} (${args.size} MB), with all drafts. Give the file to the new operator alone, and the public key (/checkpoint/key) by another way.`,
  'cli.importTown': () => 'Take a town over from another server, with its ids, times and history',
  'cli.importTown.key': () =>
    'public key of the other log, received by another way than with the file',
  'cli.importTown.dryRun': () => 'only check',
  'cli.importTown.done': (args) =>
    `${args.name} is taken over from ${args.address}: ${number(args.written)} entries, ${number(args.here)} were here already.`,
  'cli.importTown.could': (args) =>
    `${args.name} can be taken over from ${args.address}: ${number(args.events)} entries, ${number(args.here)} of them are here already.`,
  'cli.importTown.proven': () =>
    'All entries stand like this in the log that is signed by the key you named.',
  'cli.importTown.unproven': (args) =>
    `The entries fit a checkpoint whose key only the file itself names: ${args.key}. Compare it with the old server.`,
  'cli.importTown.responsible': () =>
    'Who is responsible for the pages is not said here yet: fill it in at once (edit → who observes).',
  'cli.importTown.next': () =>
    'Roles and accounts did not come along: klimaspur login-link --town … --role LEAD',
  'cli.townMoved': () =>
    'Say that a town is kept on another server now; all its addresses lead there',
  'cli.townMoved.town': () => 'the town that has moved',
  'cli.townMoved.to': () => 'address of the other server',
  'cli.townMoved.missing': () => 'Needed are --town and --to.',
  'cli.townMoved.done': (args) =>
    `The addresses of ${args.name} lead to ${args.to} now. The way back is to void this entry.`,
  'cli.logCopy': () =>
    'Copy the log to another store and compare both; after a break it goes on from there',
  'cli.logCopy.from': () => 'where from: sqlite:FOLDER or esdb://…',
  'cli.logCopy.to': () => 'where to: sqlite:FOLDER or esdb://…; nothing else may be there',
  'cli.logCopy.missing': () => 'Needed are --from and --to with two different addresses.',
  'cli.logCopy.done': (args) =>
    `${args.to} now holds the same as ${args.from}: ${number(args.events)} entries in ${number(args.streams)} histories, ${number(args.written)} of them new.`,
  'cli.logCopy.root': (args) =>
    `Both are the same entry by entry and have the same checksum ${args.root}.`,
  'cli.logCopy.takenOut': (args) =>
    `${plural(args.count, { one: `One text that was taken out is now gone there as well.`, other: `${number(args.count)} texts that were taken out are now gone there as well.` })}`,
  'cli.logCopy.grown': () =>
    'Something was added while it was copied. Stop Klimaspur, and copy again.',
  'cli.logCopy.otherLog': (args) =>
    `${args.to} holds something else than ${args.from}, first at place ${number(args.revision)} of ${args.stream}. Nothing was copied; take an empty store.`,
  'cli.logCopy.differs': (args) =>
    `After copying, ${args.to} is not the same as ${args.from}, first at place ${number(args.revision)} of ${args.stream}. Is another program still writing there?`,
  'cli.logCopy.unreadable': (args) => `${args.address} cannot be opened: ${args.reason}`,
  'cli.logCopy.stopped': (args) =>
    `Copying stopped: ${args.reason} What is copied stays; the same command goes on behind it.`,
  'cli.logCopy.sameLog': (args) =>
    `${args.from} and ${args.to} are one and the same log. Nothing was copied.`,
  'cli.town.unknown': (args) =>
    `There is no town “${inner(args.town)}” here. There are: ${args.towns}`,
  'cli.town.none': (args) => `There is no town “${inner(args.town)}” here; there is none yet.`,
  'cli.fileUnreadable': (args) => `${args.file} cannot be read (${args.code}).`,
  'cli.fileNotWritten': (args) => `${args.file} cannot be written (${args.code}).`,
  'cli.notJson': (args) => `${args.file} is no JSON.`,
  'cli.serve': () => 'Serve the pages and the API',
  'cli.loginLink': () => 'Make a sign-in link that works once',
  'cli.loginLink.town': () => 'for which town; without it the role is for all',
  'cli.loginLink.role': () =>
    'LEAD (the default with --town), MONITOR, ADMINISTRATION, OPERATOR (the default)',
  'cli.example': () => 'Show facts on Rüsselsheim from public sources, as a second example',
  'cli.example.done': () => 'Loaded. It is shown as long as there is no own town.',
  'cli.rebuild': () => 'Build the read models anew from the log',
  'cli.files.erase': () => 'Erase an uploaded file for ever; its checksum stays in the entries',
  'cli.files.erase.reason': () => 'public reason, shown in place of the file',
  'cli.files.erase.reasonMissing': () =>
    'Say with --reason why the file is erased; the reason is public.',
  'cli.files.erase.done': (args) => `Erased: ${args.sha256}`,
  'privacy.files': () =>
    '## Photos and documents\n\nThose who record can upload photos and PDF as evidence. Place, camera and other details are taken out of photos; a PDF stays as it is. Who uploaded a file when, and what it was called, is stored but not published. A file is public only when a public entry names it. What comes with no entry is deleted after a day. If you can be recognised in a picture without your consent, report it at the entry or through the imprint: the file can be erased; its checksum, the day and the reason stay.',
  'cli.rebuild.done': (args) =>
    `Rebuilt from ${plural(args.events, { one: `${number(args.events)} event`, other: `${number(args.events)} events` })} in ${number(args.seconds)} s.`,
  'cli.projections.list': () =>
    'Show what is computed from the log: state, position, lag, last error',
  'cli.projections.rebuild': () => 'Build a projection anew from the log; without NAME all views',
  'cli.projections.rebuilt': () => 'Rebuilt.',
  'cli.projections.parked': () =>
    'Show histories that cannot be told any further, with event and reason',
  'cli.projections.noneParked': () => 'No history is parked.',
  'cli.projections.replay': () => 'Tell a parked history again from its beginning',
  'cli.projections.replayed': (args) => `The history is up to date again: ${args.stream}`,
  'cli.projections.still': (args) => `The history still cannot be told:
${args.lines}`,
  'cli.projections.dismiss': () => 'Leave a parked history as it is',
  'cli.projections.dismiss.reason': () => 'reason for whoever looks after the server later',
  'cli.projections.dismiss.reasonMissing': () =>
    'Say with --reason why the history can stay as it is.',
  'cli.projections.dismissed': (args) => `Dismissed: ${args.stream} stays as it is.`,
  'cli.projections.line': (args) =>
    `${args.name}: ${args.state}, position ${args.position}, lag ${args.lag}`,
  'cli.projections.fault': (args) => `last error ${args.at}: ${args.message}`,
  'cli.projections.parkedLine': (args) =>
    `${args.stream} in ${args.projection}: ${args.type} ${args.event} (no. ${args.revision}), since ${args.since}, ${plural(args.tries, { one: `${number(args.tries)} try`, other: `${number(args.tries)} tries` })}: ${args.error}`,
  'cli.projections.dismissedLine': (args) => `dismissed on ${args.at}: ${args.reason}`,
  'projection.state.new': () => 'new',
  'projection.state.catching-up': () => 'catching up',
  'projection.state.live': () => 'up to date',
  'projection.state.retrying': () => 'trying again',
  'projection.state.parked': () => 'up to date, with exceptions',
  'projection.state.rebuilding': () => 'being rebuilt',
  'projection.state.stopped': () => 'stopped',
  'projection.lag': (args) =>
    `${plural(args.events, { '=0': `none`, one: `${number(args.events)} event`, other: `${number(args.events)} events` })}`,
  'projection.lag.more': (args) => `more than ${number(args.events)} events`,
  'projection.nowhere': () => 'none yet',
  'projections.title': () => 'Projections',
  'projections.lead': () =>
    'What Klimaspur computes from the log: how far it is, how it does, and what could not be told.',
  'projections.shared': () =>
    'Several servers share this log. What you read here is told by the one that sent this page; each computes for itself. “Leave as it is” holds for all of them.',
  'projections.views': () => 'Views',
  'projections.views.what': () => 'What pages, search and API show.',
  'projections.proofs': () => 'Proofs',
  'projections.proofs.what': () =>
    'By which it can be proven that nothing was altered. No entry can be left out: one that does not fit stops them.',
  'projections.policies': () => 'Effects of decisions',
  'projections.policies.what': () =>
    'What decisions, plans and round tables write into the measures.',
  'projections.example': (args) => `${args.name} of the example town`,
  'projections.name': () => 'What is computed',
  'projections.state': () => 'State',
  'projections.progress': () => 'Read',
  'projections.position': () => 'Place in the log',
  'projections.lag': () => 'Lag',
  'projections.lag.since': (args) => `${args.count}, since ${args.since}`,
  'projections.retries': () => 'New tries',
  'projections.fault': () => 'Last error',
  'projections.rebuild': () => 'Rebuild',
  'projections.rebuild.of': (args) => `Rebuild: ${args.name}`,
  'projections.parked': () => 'Parked',
  'projections.parked.none': () => 'Nothing is parked: all that is in the log can be told.',
  'projections.parked.lead': () =>
    'These histories could not be told any further. They stay as they were until then; all others go on.',
  'projections.parked.in': () => 'Where',
  'projections.parked.event': () => 'Event',
  'projections.parked.revision': (args) => `(no. ${args.revision} of the history)`,
  'projections.parked.why': () => 'Reason',
  'projections.parked.since': () => 'Since',
  'projections.parked.tries': () => 'Tries',
  'projections.parked.dismissed': () => 'Stays so',
  'projections.replay': () => 'Try again',
  'projections.replay.of': (args) => `Try again: ${args.stream}`,
  'projections.dismiss': () => 'Leave it',
  'projections.dismiss.lead': () =>
    'If a history can stay as it is, say here why. Should it be possible to tell it later, that happens by itself.',
  'projections.dismiss.stream': () => 'History',
  'projections.dismiss.reason': () => 'Reason',
  'projections.dismiss.reason.hint': () =>
    'For whoever looks after this server later. Without names of persons.',
  'projections.dismiss.submit': () => 'Leave it',
  'cli.exportMeasures': () => 'Write the measures as CSV, XLSX or JSON',
  'cli.exportEvents': () => 'Write all events as JSON Lines',
  'cli.export.proofs': () => 'with a signed checksum against which each entry can be checked',
  'cli.export.town': () => 'only those of this town',
  'cli.export.format': () => 'csv if absent',
  'cli.export.out': () => 'into this file; else to stdout',
  'cli.export.wrongFormat': (args) => `--format must be one of these: ${args.formats}`,
  'cli.export.noText': () => 'A workbook is no text: name a file with --out FILE.xlsx.',
  'cli.importLocalZero': () => 'Import a LocalZero database or API answers',
  'cli.importMeasures': () =>
    'Import lists of measures (CSV, XLSX), several editions each with its --stand',
  'cli.import.town': () =>
    'into which town; else the only one; if there is none yet, it gets this name',
  'cli.import.newTown': () => 'name of the new town, where the file does not name it',
  'cli.import.plan': () =>
    'into which plan of the town; else the one the list is an edition of, else a new one',
  'cli.import.newPlan': () => 'title of the new plan that begins with this list',
  'cli.import.stand': () =>
    'the day for which the file speaks: YYYY, YYYY-MM or YYYY-MM-DD; once for each file',
  'cli.import.dryRun': () => 'only say what would happen',
  'cli.import.acceptGoodRows': () => 'take the good rows although others are refused',
  'cli.import.publish': () =>
    'publish town, plan and measures; else they are drafts. The town only once imprint, responsible person and the like are filled in.',
  'cli.import.sheet': () => 'read only this sheet of the workbook; several times for several',
  'cli.import.mapping': () =>
    'JSON that says what columns and words mean (its form: docs/list-mapping.md)',
  'cli.import.standPerFile': (args) =>
    `${plural(args.files, { one: `${number(args.files)} file needs`, other: `${number(args.files)} files need` })} as many --stand, or none; here ${plural(args.stands, { one: `is ${number(args.stands)}`, other: `are ${number(args.stands)}` })}.`,
  'cli.import.refused': (args) =>
    `Nothing was imported: ${plural(args.count, { one: `one row or value was`, other: `${number(args.count)} rows or values were` })} refused. Mend them, or take the good rows with --accept-good-rows.`,
  'cli.import.nothing': () => 'Nothing was imported.',
  'cli.import.stopped': () =>
    'The server stopped before the import was finished. Run it again: it goes on.',
  'import.progress.rows': (args) => `${number(args.count)} rows read`,
  'cli.report.holds': (args) =>
    `${plural(args.municipalities, { one: `${number(args.municipalities)} town`, other: `${number(args.municipalities)} towns` })}, ${plural(args.fields, { one: `${number(args.fields)} field`, other: `${number(args.fields)} fields` })}, ${plural(args.measures, { one: `${number(args.measures)} measure`, other: `${number(args.measures)} measures` })}.`,
  'cli.report.dryRun': (args) => `Dry run: ${args.holds}`,
  'cli.report.counts': (args) =>
    `new ${number(args.new)} · changed ${number(args.changed)} · unchanged ${number(args.unchanged)} · refused ${number(args.refused)}`,
  'cli.report.refused': () => 'Refused',
  'cli.report.changed': () => 'Changed',
  'cli.report.findings': () => 'Look at',
  'cli.report.notTaken': () => 'Not taken over yet',
  'cli.backup': () => 'Save log, vault and files as of one moment',
  'cli.backup.keep': () => 'keep so many backups in the folder',
  'cli.backup.keepNumber': () => '--keep must be a number from 1.',
  'cli.backup.keepFolder': () => '--keep needs a folder: only there old backups are found.',
  'cli.backup.there': (args) => `${args.file} is there already and is not overwritten.`,
  'cli.backup.done': (args) => `Backed up to ${args.file} (${args.size} MB)`,
  'cli.backup.removed': (args) => `Removed ${args.name}`,
  'cli.backup.nothing': () => '(nothing)',
  'cli.backup.log': (args) => `log            ${args.log}, up to position ${args.position}`,
  'cli.backup.holds': (args) =>
    `holds          ${plural(args.events, { one: `${number(args.events)} event`, other: `${number(args.events)} events` })} of ${plural(args.towns, { one: `${number(args.towns)} town`, other: `${number(args.towns)} towns` })}, ${plural(args.files, { one: `${number(args.files)} file`, other: `${number(args.files)} files` })}`,
  'cli.backup.last': (args) => `last recorded  ${args.last}`,
  'cli.backup.made': (args) => `made           ${args.made} by Klimaspur ${args.app}`,
  'cli.restore': () => 'Put a backup into a new or empty data folder',
  'cli.restore.dryRun': () => 'only try whether it could be done',
  'cli.restore.done': (args) => `Restored into ${args.folder} from ${args.file}`,
  'cli.restore.could': (args) => `Dry run: could be restored from ${args.file}`,
  'cli.verify.elsewhere': () =>
    'The log lies on a server (KLIMASPUR_LOG), not in the data folder. Copy it to a folder by “klimaspur log copy”, and verify that one with KLIMASPUR_LOG and KLIMASPUR_VAULT empty: --data FOLDER --key KEY --checkpoint FILE. The key stands at /checkpoint/key, the signed checkpoint at /checkpoint.',
  'cli.restore.elsewhere': (args) =>
    `${args.setting} leads out of the data folder. Restore without it, then move the file to where it is to lie; a vault into a database by “klimaspur vault copy”.`,
  'cli.vault.copy': () =>
    'Copy a vault into another, empty one, such as from the file into a PostgreSQL database',
  'cli.vault.from': () => 'from where: sqlite:, sqlite:FILE or postgres://…; else KLIMASPUR_VAULT',
  'cli.vault.to': () => 'to where: the same',
  'cli.vault.needsTwo': () =>
    'The vault would be copied into itself. Name --from or --to: what is missing is KLIMASPUR_VAULT.',
  'cli.vault.unknown': (args) => `${args.option} must be ${args.forms}.`,
  'cli.vault.missing': (args) => `${args.vault} does not exist.`,
  'cli.vault.notEmpty': (args) =>
    `${args.vault} holds something already. A vault is copied into an empty one only; nothing was changed.`,
  'cli.vault.copied': (args) =>
    `Copied to ${args.vault}: ${plural(args.rows, { one: `${number(args.rows)} row`, other: `${number(args.rows)} rows` })}. The old vault stayed as it was, with all names in it: delete it once the new one is in use.`,
  'cli.verify': () =>
    'Check that the log is still what was signed; without a server, without changing anything',
  'cli.verify.key': () => 'public key that you have from elsewhere; else that of the data folder',
  'cli.verify.checkpoint': () =>
    'signed checkpoint that you kept, which the log must fit; repeat for several',
  'cli.verify.noKey': (args) => `This is no public key of a log: ${args.key}`,
  'cli.verify.oneCheckpoint': () => 'With a file, --checkpoint is given once at most.',
  'verify.ok': (args) =>
    `In order: ${plural(args.events, { '=0': `the log is still empty`, one: `the one entry is`, other: `all ${number(args.events)} entries are` })}${plural(args.events, { '=0': `.`, one: ` as the log wrote it.`, other: ` as the log wrote them.` })}`,
  'verify.signed': (args) =>
    `Signed: ${plural(args.size, { one: `the first entry`, other: `the first ${number(args.size)} entries` })}, checksum ${args.root}${args.when}`,
  'verify.signedAt': (args) => `, of ${args.instant}`,
  'verify.unsealed': (args) =>
    `Not signed yet: ${plural(args.count, { one: `the last entry`, other: `the last ${number(args.count)} entries` })}. A change there would show only after the next signature.`,
  'verify.neverSigned': () =>
    'Nothing has been signed here yet. All that is checked is that the log agrees with itself.',
  'verify.signedBy': (args) => `Key: ${args.key}`,
  'verify.redacted': (args) =>
    `Texts taken out: of ${plural(args.count, { one: `one entry`, other: `${number(args.count)} entries` })}. What they said can no longer be checked; that nothing else of them was changed can.`,
  'verify.means': () =>
    'This means: none of the signed entries has been changed, deleted, moved or put in between since. It does not mean that what they say is true, nor that nothing was left out before the signature.',
  'verify.ownKey': () =>
    'The key lies in the same data folder. Whoever has it can write and sign everything anew. Against that helps only what you kept elsewhere: --key, --checkpoint.',
  'verify.failed': (args) => `Not in order. ${args.finding}`,
  'verify.more': (args) =>
    `And ${plural(args.count, { one: `one more finding`, other: `${number(args.count)} more findings` })}; --json tells all.`,
  'verify.detail': (args) => `In detail: ${args.detail}`,
  'verify.place': (args) =>
    `Entry no. ${args.number} (position ${args.position}, ${args.stream}, revision ${args.revision}, id ${args.id})`,
  'verify.placeGone': (args) => `Entry no. ${args.number} (id ${args.id})`,
  'verify.finding.damaged': () => 'The file log.db is damaged.',
  'verify.finding.no-log': () => 'There is no log.db in this folder.',
  'verify.finding.other-structure': () =>
    'log.db holds what no log holds: tables, columns, indexes or triggers are others.',
  'verify.finding.name': () => 'The log has lost its name, or has several.',
  'verify.finding.sequence': () => 'The counter of positions in log.db does not fit the entries.',
  'verify.finding.idle-stream': () => 'A history in log.db has not a single entry left.',
  'verify.finding.wal': () =>
    'The file log.db-wal is damaged: nobody reads any more what was written behind. After a power cut that may be an entry whose saving was never confirmed.',
  'verify.finding.journal': () =>
    'Beside log.db lies a file log.db-journal, from which SQLite would put old content back when it is opened next.',
  'verify.finding.no-stream': (args) => `${args.place} belongs to no history.`,
  'verify.finding.revision': (args) =>
    `${args.place} is out of turn: an entry of the same history is missing before it, or there is one too many.`,
  'verify.finding.not-text': (args) => `${args.place} is no readable text.`,
  'verify.finding.not-json': (args) => `${args.place} is not JSON.`,
  'verify.finding.not-canonical': (args) => `${args.place} is not written as a log writes.`,
  'verify.finding.not-storable': (args) => `${args.place} holds what no log accepts.`,
  'verify.finding.no-leaf': (args) =>
    `${args.place} was changed: its text and its salt do not fit together.`,
  'verify.finding.text-gone': (args) =>
    `${args.place} has lost its text, and no entry says that and why it was taken out.`,
  'verify.finding.event-changed': (args) => `${args.place} was changed.`,
  'verify.finding.event-missing': (args) => `${args.place} is missing.`,
  'verify.finding.event-inserted': (args) =>
    `${args.place} was inserted: the tree of checksums does not have it.`,
  'verify.finding.event-moved': (args) => `${args.place} is no longer where it was.`,
  'verify.finding.other-position': (args) =>
    `${args.place} lies at another position of log.db than before. Its content and the order are unchanged.`,
  'verify.finding.checkpoint-unreadable': () => 'A signed checkpoint cannot be read.',
  'verify.finding.checkpoint-forged': (args) =>
    `The checkpoint of ${plural(args.size, { one: `the first entry`, other: `the first ${number(args.size)} entries` })} is not signed with this key, or was changed.`,
  'verify.finding.checkpoint-differs': (args) =>
    `One of the entries was changed, from here: ${args.place} to here: ${args.to}. Nobody can tell more precisely, since the tree of checksums was changed too or is missing.`,
  'verify.finding.checkpoint-beyond': (args) =>
    `Entries are missing at the end: ${number(args.size)} were signed already.`,
  'verify.finding.other-key': () => 'It is signed with another key than the one given.',
  'verify.finding.other-log': () =>
    'What was signed here is another log: this one has another name.',
  'verify.finding.no-key': () =>
    'The key by which the checkpoints are signed is missing. Name it with --key.',
  'verify.finding.not-signed': () => 'Nothing here is signed with the key given.',
  'verify.finding.tree-damaged': () =>
    'The file tree.db is damaged. The log itself is not touched by that; delete tree.db and the server builds it anew.',
  'verify.finding.tree-differs': () =>
    'The file tree.db does not fit the signed log. The log itself is right; delete tree.db and the server builds it anew.',
  'verify.finding.tree-other-log': () =>
    'The file tree.db belongs to another log, or the name of this log was changed.',
  'verify.finding.vault-damaged': () =>
    'The file vault.db is damaged; the signed checkpoints lie in it.',
  'verify.proof.ok': (args) =>
    `Proven: entry no. ${args.number} stands unaltered in the signed log.`,
  'verify.proof.leafOnly': () => 'Its content is not in the file; only its checksum is proven.',
  'verify.proof.means': () =>
    'This means: what was signed holds exactly what is in the file. It does not mean that it is true, nor that it was not corrected later.',
  'verify.fileKey': () =>
    'The key comes from the file itself. Compare it with the one that the site publishes (/checkpoint/key), or name it with --key.',
  'verify.export.whole': (args) =>
    `In order: ${plural(args.count, { one: `the one entry`, other: `all ${number(args.count)} entries` })} of the file, and they are all that was signed.`,
  'verify.export.part': (args) =>
    `In order: ${plural(args.count, { one: `the one entry`, other: `all ${number(args.count)} entries` })} of the file. They are not all that was signed.`,
  'verify.export.partly': (args) =>
    `Told in part only: ${plural(args.count, { one: `one entry`, other: `${number(args.count)} entries` })}. What the file tells of them is not proven by this, only that the entry is there.`,
  'verify.export.line': (args) => `Line ${args.line}:`,
  'verify.export.entry': (args) => `Line ${args.line} (${args.stream}, id ${args.id}):`,
  'proof.fault.no-json': () => 'This is not JSON, or it is cut off.',
  'proof.fault.no-proof': () => 'This is no proof: the entry, the path or the key is missing.',
  'proof.fault.unreadable': () => 'The proof cannot be read: path, signature or key are damaged.',
  'proof.fault.other-key': () => 'It is signed with another key than the known one.',
  'proof.fault.forged': () => 'The signature is false: this key has not signed it.',
  'proof.fault.other-log': () => 'What is signed is another log.',
  'proof.fault.no-leaf': () =>
    'The entry was changed: its text and its salt do not fit together, or it is no entry of a log.',
  'proof.fault.path-length': () =>
    'The path is wrong: it does not lead from this place to the signed checksum.',
  'proof.fault.not-included': () =>
    'The entry is not the one that was signed: its text or something else of it was changed, or the path belongs to another entry.',
  'proof.fault.contradicts': () =>
    'The same log has signed something else for as many entries. One of the two is not what everybody sees.',
  'proof.fault.line': () => 'This is no entry with its place in the log.',
  'proof.fault.twice': () => 'Another entry of the file already has this place in the log.',
  'proof.fault.count': () => 'An entry is missing, or there is one too many.',
  'proof.fault.no-proofs': () => 'This file holds no proofs. Exported with --proofs, it does.',
  'proof.title': () => 'Check a proof',
  'proof.lead': () =>
    'Every entry of a history offers a proof that it was not altered. Here you check the file that you got there.',
  'proof.file': () => 'File with the proof',
  'proof.file.hint': () =>
    'Choose it or drop it anywhere in this form; it stays on your device. Without JavaScript, paste its text below instead.',
  'proof.source': () => 'Text of the proof',
  'proof.check': () => 'Check',
  'proof.ready': () => 'The program that checks is loaded: from now on this page needs no network.',
  'proof.where': () => 'Who checks here?',
  'proof.where.browser': () =>
    'Your browser. It computes without sending or asking for anything; you may cut the network meanwhile.',
  'proof.where.server': () =>
    'Without JavaScript the server checks, which you may not want to trust just now. This checking program comes from it as well.',
  'proof.where.shell': () =>
    'Independent of it, the free software Klimaspur checks on any machine, without a network:',
  'proof.where.key': () =>
    'The key of this site stands at /checkpoint/key. Whoever kept it earlier also sees whether it still is the same.',
  'proof.here': () => 'Your browser checked this, without asking anybody.',
  'proof.byServer': () =>
    'It was the server that checked this, which you may not want to trust just now. The command below checks independently of it.',
  'proof.ok': () => 'The proof holds',
  'proof.failed': () => 'The proof does not hold',
  'proof.means': () =>
    'This entry stood exactly like this in the log when it was signed, and has not been altered since.',
  'proof.meansNot': () =>
    'It does not mean that what it says is true, nor that it was not corrected later.',
  'proof.fact.type': () => 'What',
  'proof.fact.occurredOn': () => 'Happened on',
  'proof.fact.recordedAt': () => 'Recorded on',
  'proof.fact.text': () => 'Text',
  'proof.fact.terms': () => 'Terms',
  'proof.fact.stream': () => 'History',
  'proof.fact.id': () => 'Id',
  'proof.fact.number': () => 'Place in the log',
  'proof.fact.root': () => 'Signed checksum',
  'proof.fact.key': () => 'Key',
  'proof.removed': () => '[taken out]',
  'proof.unknownDay': () => 'unknown',
  'proof.type.DecisionRecorded': () => 'Decision',
  'proof.type.MeasureDecided': () => 'Decision',
  'proof.type.MeasureDeliberated': () => 'Deliberation',
  'proof.type.MeasureNoDecisionNeeded': () => 'No decision needed',
  'proof.type.MeasureResponsibleBodyAssigned': () => 'Responsibility',
  'proof.type.MunicipalityDescribed': () => 'Description of the municipality',
  'proof.type.MunicipalityFounded': () => 'Municipality added',
  'proof.type.MunicipalityMoved': () => 'Municipality moved',
  'proof.type.MunicipalityObserversDescribed': () => 'Who observes',
  'proof.type.MunicipalityPublished': () => 'Municipality published',
  'proof.type.MunicipalityTargetSet': () => 'Target year',
  'proof.type.MunicipalityUnpublished': () => 'Municipality hidden',
  'proof.type.OrganClosed': () => 'Body dissolved',
  'proof.type.OrganDescribed': () => 'Description of the body',
  'proof.type.OrganRegistered': () => 'Body added',
  'proof.type.PersonRoleGranted': () => 'Role granted',
  'proof.type.PersonRoleRevoked': () => 'Role revoked',
  'proof.type.PlanAdopted': () => 'Plan adopted',
  'proof.type.PlanDescribed': () => 'Description of the plan',
  'proof.type.PlanDrafted': () => 'Plan added',
  'proof.type.PlanEditionAdded': () => 'New edition of the plan',
  'proof.type.PlanFieldAdded': () => 'Field of action added',
  'proof.type.PlanFieldAssessed': () => 'Field of action assessed',
  'proof.type.PlanFieldDescribed': () => 'Description of the field of action',
  'proof.type.PlanFieldMoved': () => 'Field of action moved',
  'proof.type.PlanImportCompleted': () => 'Import completed',
  'proof.type.PlanMeasurePlaced': () => 'Measure placed',
  'proof.type.PlanMeasureRemoved': () => 'Measure taken out of the plan',
  'proof.type.PlanMeasureSplit': () => 'Measure split',
  'proof.type.PlanMeasureSuperseded': () => 'Measure superseded',
  'proof.type.PlanMeasuresMerged': () => 'Measures merged',
  'proof.type.PlanPublished': () => 'Plan published',
  'proof.type.PlanUnpublished': () => 'Plan hidden',
  'cli.place.noRoom': (args) =>
    `${args.path} cannot be written or read (${args.code}). There is no room left; nothing was kept.`,
  'cli.place.refused': (args) =>
    `${args.path} cannot be written or read (${args.code}). Nothing was kept.`,
  'problem.import/plan-unknown': (args) =>
    `This town has no plan “${inner(args.plan)}”. ${select(args.plans, { none: `It has none yet.`, other: `It has: ${args.plans}` })}`,
  'problem.import/plan-elsewhere': (args) =>
    `Measures of this file stand in the plan “${inner(args.home)}” already. Without --plan they go there again.`,
  'problem.import/several-towns': (args) =>
    `The file holds several towns: ${args.towns}. None of them is clearly “${inner(args.town)}”, and to put all of them there would be wrong. Leave the town out (--town on the command line), or name one of the file.`,
  'problem.import/plan-ambiguous': (args) =>
    `In ${args.town} there are ${plural(args.count, { '=2': `two`, other: `${number(args.count)}` })} plans that this file fits: ${args.plans}. Choose one (--plan on the command line).`,
  'problem.row/names-another-town': () =>
    'The file names another town here than the one it is imported for. Import the row for that town.',
  'problem.row/of-another-town': () =>
    'A measure of another town has this Klimaspur ID. Import the row for that town. If a new measure is to begin here, leave the Klimaspur ID out.',
  'nav.home': () => 'My work',
  'home.title': (args) => `Hello, ${args.name}`,
  'home.lead': () => 'What needs attention, and what was recorded last.',
  'home.publicGaps': () => 'This town is public, though something is missing that belongs to it:',
  'home.none': () => 'You have no town yet.',
  'home.attention': (args) => `${args.name}: what needs attention`,
  'home.late': () => 'date passed',
  'home.stale': () => 'not checked for long',
  'home.toBeClarified': () => 'to be clarified',
  'home.brokenLinks': (args) =>
    `${plural(args.count, { one: `link no longer reachable`, other: `links no longer reachable` })}`,
  'home.notices': (args) => `${plural(args.count, { one: `open notice`, other: `open notices` })}`,
  'home.questions': (args) =>
    `${plural(args.count, { one: `question without an answer`, other: `questions without an answer` })}`,
  'home.stalePromises': (args) =>
    `${plural(args.count, { one: `promise overdue or quiet for long`, other: `promises overdue or quiet for long` })}`,
  'home.people': (args) => `People of ${args.name}`,
  'home.more': () => 'For you',
  'home.more.operator': () => 'For you and for running this site',
  'home.log': () => 'Choose a measure and record what happened',
  'problem.title.308': () => 'No longer kept here',
  'problem.title.400': () => 'Invalid request',
  'problem.title.401': () => 'Sign-in needed',
  'problem.title.403': () => 'Not allowed',
  'problem.title.404': () => 'Not found',
  'problem.title.405': () => 'Method not allowed',
  'problem.title.409': () => 'Conflict with what is recorded',
  'problem.title.410': () => 'No longer valid',
  'problem.title.412': () => 'Changed in the meantime',
  'problem.title.413': () => 'Too large',
  'problem.title.415': () => 'Unsupported format',
  'problem.title.422': () => 'Key already used',
  'problem.title.428': () => 'Revision missing',
  'problem.title.500': () => 'Error on our side',
  'problem.title.503': () => 'Not possible right now',
  'problem.command/invalid': (args) =>
    `${plural(args.count, { one: `One detail is missing or wrong`, other: `${number(args.count)} details are missing or wrong` })}. Nothing was recorded.`,
  'problem.command/unknown': () => 'There is no such entry here.',
  'problem.request/broken-json': () => 'The body of the request is not valid JSON.',
  'problem.request/not-utf8': () =>
    'The body of the request is no text in UTF-8. Please save or send it as UTF-8.',
  'problem.request/too-deep': (args) =>
    `The body of the request is nested too deeply: at most ${number(args.max)} levels.`,
  'problem.request/not-an-object': () => 'The body of the request must be a JSON object.',
  'problem.request/wrong-if-match': () => 'If-Match must be a revision in quotes, such as "7".',
  'problem.request/wrong-idempotency-key': () =>
    'Idempotency-Key must be 1 to 200 visible characters.',
  'problem.request/unreadable': () => 'The request cannot be read.',
  'problem.file/missing': () => 'A file is missing.',
  'problem.file/empty': () => 'The file is empty.',
  'problem.file/unknown-type': () =>
    'This is neither a PDF nor a picture in JPEG, PNG or WebP. Photos in HEIC can be saved as JPEG.',
  'problem.file/too-large': (args) => `The file is larger than ${args.limit} MB.`,
  'problem.file/too-many-pixels': (args) =>
    `The picture has more than ${args.limit} million pixels. Save it in a smaller size.`,
  'problem.file/damaged': () => 'The file is damaged or incomplete.',
  'problem.file/erased': (args) => `This file was erased. Reason: ${args.reason}`,
  'problem.file/unknown': () => 'There is no such file here, or it is not public.',
  'problem.request/too-large': (args) =>
    `This is too large: at most ${args.limit} can be sent here at once.`,
  'problem.request/wrong-media-type': () =>
    'This format is not taken here: send data as application/json, files as application/octet-stream.',
  'problem.auth/sign-in-needed': () => 'You need to be signed in for this.',
  'problem.auth/token-unknown': () => 'This access token is not valid.',
  'problem.auth/not-allowed': () => 'Your role does not allow this here.',
  'problem.auth/foreign-origin': () =>
    'The request came from another site and was therefore not carried out.',
  'problem.route/unknown': () => 'There is no such address.',
  'problem.route/wrong-method': (args) =>
    `${args.method} does not work at this address; possible: ${args.allow}.`,
  'voided.kicker': () => 'Measure taken back',
  'voided.title': () => 'This measure was recorded by mistake.',
  'voided.text': (args) =>
    `It was taken back on ${args.day} by ${args.actor}. Since then it is in no list and counted nowhere. What was recorded can still be read below.`,
  'voided.reason': () => 'Reason:',
  'voided.toMeasures': () => 'To the measures of the town',
  'problem.measure/voided': () =>
    'This measure was recorded by mistake and taken back. What was recorded stands in its history.',
  'problem.measure/not-known-yet': (args) => `This measure was not known yet on ${args.day}.`,
  'problem.municipality/not-known-yet': (args) =>
    `This municipality was not here yet on ${args.day}.`,
  'problem.plan/not-known-yet': (args) => `This plan was not here yet on ${args.day}.`,
  'problem.decision/not-known-yet': (args) => `This decision was not here yet on ${args.day}.`,
  'problem.organ/not-known-yet': (args) => `This body was not here yet on ${args.day}.`,
  'problem.actor/not-known-yet': (args) => `This organisation was not here yet on ${args.day}.`,
  'problem.roundtable/not-known-yet': (args) => `This round table was not here yet on ${args.day}.`,
  'problem.measure/unknown': () => 'There is no such measure.',
  'problem.plan/unknown': () => 'There is no such plan.',
  'problem.municipality/unknown': () => 'There is no such municipality.',
  'problem.organ/unknown': () => 'There is no such body.',
  'problem.decision/unknown': () => 'There is no such decision.',
  'problem.actor/unknown': () => 'There is no such organisation.',
  'problem.roundtable/unknown': () => 'There is no such round table.',
  'problem.person/unknown': () => 'There is no such person.',
  'problem.person/erased': () =>
    'The account of this person was deleted. Whoever wants to take part again gets a new invitation, and with it a new pseudonym.',
  'problem.person/not-erased': () =>
    'The deletion has begun but is not finished. Try again; the next start goes on with it at the latest.',
  'problem.measure/already-exists': () => 'This measure exists already.',
  'problem.plan/already-exists': () => 'This plan exists already.',
  'problem.municipality/already-exists': () => 'This municipality is kept here already.',
  'problem.transfer/no-town-file': () => 'This is no file of a town from Klimaspur.',
  'problem.transfer/newer': (args) =>
    `The file is of format ${args.format}, made by a newer Klimaspur (${args.app}). Update first.`,
  'problem.transfer/damaged': (args) =>
    `The file is damaged or altered: ${args.what} is not as it was written. Nothing was taken over.`,
  'problem.transfer/foreign-event': (args) =>
    `The file holds what is not of this town: ${args.stream} (entry ${args.entry}). Nothing was taken over.`,
  'problem.transfer/gap': (args) =>
    `In ${args.stream} something is missing or in another place, at entry ${args.entry}. Nothing was taken over.`,
  'problem.transfer/wrong-id': (args) =>
    `Entry ${args.entry} in ${args.stream} has an id that is not its own. Nothing was taken over.`,
  'problem.transfer/unknown-event': (args) =>
    `This version of Klimaspur does not know entry ${args.entry} (${args.type}). Update first.`,
  'problem.transfer/wrong-data': (args) =>
    `Entry ${args.entry} has in ${args.field} a value that no Klimaspur writes. Nothing was taken over.`,
  'problem.transfer/from-the-future': (args) =>
    `Entry ${args.entry} lies in the future. Check the clocks of both servers. Nothing was taken over.`,
  'problem.transfer/not-proven': (args) =>
    `Entry ${args.entry} does not stand like this in the log that is signed. Nothing was taken over.`,
  'problem.transfer/not-signed': () =>
    'The checkpoint of the file is not signed by this key. Nothing was taken over.',
  'problem.transfer/incomplete': () =>
    'The file does not hold as many entries as it announces. Nothing was taken over.',
  'problem.transfer/moved-on': (args) =>
    `This town had moved on already (${args.address}) when the file was made. Get a file from there, or void that entry.`,
  'problem.transfer/already-here': (args) =>
    `${args.stream} is here already, with other content. Two histories of one town cannot be joined. Nothing was taken over.`,
  'problem.transfer/unfinished': () =>
    'Another file of this town has been taken over in part. First take over that same file again.',
  'problem.transfer/running': () =>
    'A town is being exported or taken over already. Try again after that.',
  'problem.municipality/moved': (args) => `This municipality is kept here now: ${args.address}`,
  'problem.municipality/arriving': () =>
    'This municipality is being taken over. Entries are possible as soon as everything is here.',
  'problem.municipality/key-taken': () => 'Another municipality here has this key already.',
  'problem.municipality/key-of-other-state': (args) =>
    `This municipality key belongs to another state: in the chosen one it begins with ${args.begins}.`,
  'problem.organ/already-exists': () => 'This body exists already.',
  'problem.decision/already-exists': () => 'This decision exists already.',
  'problem.actor/already-exists': () => 'This organisation exists already.',
  'problem.roundtable/already-exists': () => 'This round table exists already.',
  'problem.entry/correct-at-source': () =>
    'This entry comes from a decision and is corrected there.',
  'problem.entry/already-voided': () => 'This entry has been taken back already.',
  'problem.entry/not-correctable': () => 'Such an entry cannot be corrected.',
  'problem.entry/no-text': () => 'This entry has no text that could be removed.',
  'problem.entry/unknown': () => 'There is no such entry here.',
  'problem.log/entry-unreadable': () =>
    'An entry here is stored wrongly; writing is possible again once it is put right. The operator’s page names it.',
  'problem.log/upgrade-needed': () =>
    'There are entries of a newer version of this program; writing is possible again after an upgrade.',
  'problem.log/wrong-expected-revision': () =>
    'Others were writing at the same moment. Please send it again.',
  'problem.log/id-conflict': () => 'Something else is recorded under this id already.',
  'problem.log/not-storable': () =>
    'The request holds characters or numbers that cannot be kept unchanged.',
  'problem.log/append-too-large': (args) => `The entry is larger than ${number(args.limit)} bytes.`,
  'problem.vault/unavailable': () =>
    'The storage of names and sign-ins does not answer at the moment. Please try again shortly.',
  'problem.log/busy': () =>
    'Too many are writing here at this moment. Nothing was recorded; sending it again helps.',
  'problem.log/outcome-unknown': () =>
    'Whether the entry is stored is not known yet. Sending it again does no harm.',
  'problem.log/texts-remain': () =>
    'The text is taken off the pages, but copies may still lie in the files. Klimaspur goes on trying by itself.',
  'problem.log/write-failed': () => 'Nothing can be recorded right now: the storage takes nothing.',
  'problem.log/unreachable': () =>
    'The storage does not answer right now. Please try again in a moment.',
  'problem.log/access-denied': () =>
    'The storage does not let this service in. Its operator must check the name and the password.',
  'problem.log/no-rights': () =>
    'The storage does not let this service read everything. Its operator must give it the right to.',
  'problem.log/stream-deleted': () =>
    'What stood here was deleted on the storage server. Its operator must bring it back from a backup.',
  'problem.storage/no-space': () =>
    'There is no room left on the server. Nothing was recorded; send it again once the operator has made room.',
  'problem.storage/no-access': () =>
    'The server may not write at the moment. Nothing was recorded; whoever runs the server finds the reason in its messages.',
  'problem.storage/damaged': () =>
    'A file of the server is damaged. Nothing was recorded; whoever runs the server must see to it.',
  'problem.storage/held': () =>
    'A file of the server is held by another program. Nothing was recorded; sending it again helps.',
  'problem.storage/failing': () =>
    'The storage of the server does not answer properly. Whether anything was kept is not known; whoever runs the server must see to it.',
  'problem.log/stopped': () =>
    'Nothing was recorded: the log takes nothing more, because the disk did not confirm a write. Whoever runs the server must see to it and start it again.',
  'problem.log/closed': () => 'The service is shutting down.',
  'problem.link/unknown': () => 'There is no such sign-in link.',
  'problem.link/used': () => 'This sign-in link has been used already.',
  'problem.link/expired': () => 'This sign-in link has expired.',
  'problem.stream/revision-conflict': (args) =>
    `${plural(args.count, { one: `One entry was`, other: `${number(args.count)} entries were` })} added in the meantime. Please check and send again.`,
  'problem.stream/revision-required': () =>
    'This change replaces what others may have written: please name the revision it is based on with If-Match.',
  'problem.idempotency/key-reused': () =>
    'This Idempotency-Key already belongs to another request.',
  'problem.server/failed': () => 'This is our mistake, not yours. It has been noted.',
  'problem.field/missing': () => 'This detail is missing.',
  'problem.field/unknown': () => 'There is no such detail here.',
  'problem.field/empty': () => 'There is nothing here.',
  'problem.field/too-long': (args) => `This is too long: at most ${number(args.max)} characters.`,
  'problem.field/too-many': (args) => `These are too many: at most ${number(args.max)}.`,
  'problem.field/unknown-code': (args) => `This word is not known here. Possible: ${args.allowed}.`,
  'problem.field/not-a-text': () => 'A text is expected here.',
  'problem.field/not-a-day': () => 'This needs an exact day, such as 2025-03-31.',
  'problem.field/not-a-date': () =>
    'This is not a day (2025-03-31), a month (2025-03) or a year (2025).',
  'problem.field/in-the-future': () => 'That lies in the future.',
  'problem.field/not-a-boolean': () => 'true or false is expected here.',
  'problem.field/not-an-integer': (args) =>
    `A whole number from ${number(args.min)} to ${number(args.max)} is expected here.`,
  'problem.field/not-an-id': () => 'This is not an id (a lower-case UUID).',
  'problem.field/not-a-list': () => 'A list is expected here.',
  'problem.field/not-an-object': () => 'An object is expected here.',
  'problem.field/not-a-web-address': () => 'This is not a web address with http:// or https://.',
  'problem.field/not-a-server': () =>
    'This is not the address of a server. It begins with http:// or https:// and has no password, no “?” and no “#” in it.',
  'problem.field/wrong-form': (args) =>
    `This does not have the form expected here. An example: “${inner(args.example)}”.`,
  'problem.reference/unknown': (args) =>
    `There is no such ${select(args.category, { municipality: `municipality`, organ: `body`, plan: `plan`, measure: `measure`, decision: `decision`, actor: `organisation`, roundtable: `round table`, person: `person`, other: `thing` })}.`,
  'problem.reference/other-municipality': () => 'This belongs to another municipality.',
  'problem.plan/field-already-there': () => 'The plan has this field already.',
  'problem.plan/unknown-field': () => 'The plan has no such field.',
  'problem.plan/unknown-edition': () => 'There is no such edition.',
  'problem.plan/measure-not-placed': () => 'This measure does not stand in the plan.',
  'problem.plan/named-twice': () => 'A measure is named twice.',
  'problem.plan/own-heir': () => 'A measure cannot go on in itself, not even by a detour.',
  'problem.roundtable/already-there': () => 'This exists at the round table already.',
  'problem.roundtable/unknown-part': (args) =>
    `The round table has no such ${select(args.part, { seat: `seat`, meeting: `meeting`, item: `agenda item`, followUp: `follow-up`, other: `thing` })}.`,
  'problem.roundtable/only-with-dissent': () => 'Who did not agree is named with a dissent only.',
  'problem.roundtable/only-when-handed-over': () => 'This fits only an item that was handed over.',
  'problem.roundtable/not-in-dissent': () =>
    'This organisation has not voiced a dissent on the item.',
  'problem.roundtable/not-held': () => 'The meeting has not been held yet.',
  'problem.roundtable/not-circulated': () => 'The minutes have not been sent out for approval yet.',
  'problem.roundtable/approval-still-open': (args) =>
    `Changes can be asked for until ${args.until}. Before that the minutes are approved only if everybody has agreed.`,
  'problem.roundtable/not-approved': () => 'The minutes have not been approved yet.',
  'problem.entry/by-policy-only': () =>
    'Only Klimaspur itself writes this, when it takes over an entry from another record.',
  'problem.plan/field-within-itself': () => 'A field cannot lie within itself.',
  'problem.role/instance-wide': () => 'This role is for all municipalities; none may stand here.',
  'signIn.label': () => 'Under which name do your entries appear?',
  'signIn.noLink': () =>
    'To sign in you need a sign-in link. You get it from the person who runs these pages or looks after your municipality.',
  'signIn.askAgain': () => 'Every link works once. Ask the person who invited you for a new one.',
  'signIn.askAgain.operator': () =>
    'Do you run these pages yourself? Then the command “klimaspur login-link” prints a new one.',
  'signIn.already': (args) => `You are signed in already, as ${args.label}.`,
  'signIn.welcomeBack': (args) => `You will be signed in as ${args.label}.`,
  'problem.views/behind': () =>
    'The overviews do not show everything that is recorded yet. Try again in a moment.',
  'problem.views/first': () =>
    'This server is new and reads the log for the first time; until then it shows nothing. Try again in a moment.',
  'problem.views/damaged': () =>
    'This overview cannot be read at the moment and is being built anew from the log. Nothing is lost; try again in a moment.',
  'problem.backup/running': () => 'A backup is running already. Try again when it is done.',
  'problem.backup/failed': (args) =>
    `The backup could not be made (${args.reason}). Nothing was changed. Is there room left in the data folder?`,
  'problem.backup/log-elsewhere': () =>
    'The log lies on a server (KLIMASPUR_LOG), not in the data folder. Back it up there, and the data folder with it.',
  'problem.projection/unknown': () => 'There is no projection of this name here.',
  'problem.projection/not-parked': () => 'This history is not parked.',
  'problem.projection/not-rebuilt': (args) => `${args.name} cannot be rebuilt now: ${args.reason}`,
  'problem.checkpoint/unknown': () => 'There is no signed checksum of this state here.',
  'problem.proof/entry-unknown': () => 'There is no such entry here, or it is not public.',
  'problem.checkpoint/not-signed': () =>
    'This cannot be proven for now: the log does not fit what was signed last. The operator of these pages knows why.',
  'problem.checkpoint/other-log': () =>
    'The log here is not the one that this checksum speaks about. The operator of these pages knows why.',
  'problem.checkpoint/behind': () =>
    'The checksums are being computed anew. Try again in a moment.',
  'problem.import/town-unknown': (args) =>
    `There is no town “${inner(args.town)}” here. There are: ${args.towns}. A new one begins with --new-town.`,
  'problem.import/unknown': () => 'This file does not wait here (any more). Upload it again.',
  'problem.import/example': () =>
    'Nothing is imported into the example. Begin a town of your own, or, as the operator, import a file that names its town.',
  'log.undone.title': () => 'Taken back',
  'signIn.label.hint': () =>
    'For example the name of your group, or your first name. It stands in public at each entry and can be changed.',
  'people.title': () => 'People',
  'people.lead': () =>
    'Who records for this municipality, and in which role. Names stand only here and beside the entries; with an entry itself only a random identifier is stored.',
  'people.example': () =>
    'In the example there is no team: whoever is signed in may try everything. People belong to municipalities of your own.',
  'people.none': () => 'Nobody has a role in this municipality yet. Invite somebody.',
  'people.team': () => 'The team',
  'people.you': () => 'that is you',
  'people.revoke': () => 'Take the role away',
  'people.revoke.of': (args) => `${args.label}: take the role ${args.role} away`,
  'people.forget.of': (args) => `${args.label}: delete the account`,
  'people.data': () => 'Download data',
  'people.data.of': (args) => `Download the data kept of ${args.label}`,
  'mentions.title': () => 'Search personal data',
  'mentions.lead': () =>
    'When somebody asks what is kept of them here: accounts, contacts of organisations, notices, internal notes, details of meetings and the texts of these pages. An account is deleted in the list of people of the town, everything else where the link leads.',
  'mentions.text': () => 'Name or e-mail address',
  'mentions.text.hint': () => 'A part is enough. What you search for is not kept.',
  'mentions.submit': () => 'Search',
  'mentions.found': (args) =>
    `${plural(args.count, { '=0': `Nothing found`, one: `One place`, other: `${number(args.count)} places` })}`,
  'mentions.none': () =>
    'It stands so in no account, contact, notice or note. Also search for the e-mail address and other spellings.',
  'mentions.texts': () => 'In entries',
  'mentions.texts.text': () =>
    'If the name stands in the text of an entry, the search in the list of measures finds it. “Remove text” beside the entry, in the history, removes it for good.',
  'mentions.place': () => 'Look, change, delete',
  'mentions.pseudonym': () => 'Pseudonym',
  'mentions.copy': () => 'Copy of the data',
  'mentions.kind.person': () => 'Account',
  'mentions.kind.contact': () => 'Contact of an organisation',
  'mentions.kind.notice': () => 'Notice or report',
  'mentions.kind.note': () => 'Internal note',
  'mentions.kind.meeting-note': () => 'Details of a meeting of a round table',
  'mentions.kind.responsible': () => 'Responsible for a town',
  'mentions.kind.page': () => 'Text of these pages',
  'mentions.kind.dismissal': () => 'Reason for leaving a history as it is',
  'mentions.go.person': () => 'Download the data kept',
  'mentions.go.contact': () => 'To the contacts',
  'mentions.go.notice': () => 'To the notice',
  'mentions.go.note': () => 'To the notes',
  'mentions.go.meeting-note': () => 'To the round tables',
  'mentions.go.responsible': () => 'To “Who observes here?”',
  'mentions.go.page': () => 'To the text',
  'mentions.go.dismissal': () => 'To the projections',
  'mentions.field.label': () => 'Label',
  'mentions.field.name': () => 'Name',
  'mentions.field.email': () => 'E-mail address',
  'mentions.field.note': () => 'Remark',
  'mentions.field.text': () => 'Text',
  'mentions.field.source': () => 'Source',
  'mentions.field.address': () => 'Address',
  'mentions.field.join_url': () => 'Link to the video conference',
  'people.forget.lead': (args) =>
    `The label, the sessions and open sign-in links of ${args.label} are deleted, in all municipalities and for good.`,
  'people.forget.stays': () =>
    'The entries stay, because they belong to the history of the town. Beside them it will say “former member” with the role. With them a random identifier stays stored, which nobody can relate to a person any more.',
  'people.forget.when': () =>
    'That is right if the person asks for it. If they only no longer take part, it is enough to take their role away. If their name stands in the text of an entry, remove that text before: in the history, at the entry, with “Remove text”.',
  'saved.accountDeleted': () => 'The account is deleted.',
  'cli.person.forget': () => 'Delete the account of a person; their entries stay, without a name',
  'cli.person.forget.done': () =>
    'Deleted. Beside the entries of this person it now says “former member”.',
  'cli.person.forget.dryRun': () => 'only say what would go and what would stay',
  'cli.person.forget.would': (args) =>
    `${args.label}: the label, ${plural(args.sessions, { one: `one session`, other: `${number(args.sessions)} sessions` })}, ${plural(args.links, { one: `one link`, other: `${number(args.links)} links` })} and who brought ${plural(args.files, { one: `one file`, other: `${number(args.files)} files` })} would be deleted. ${plural(args.entries, { one: `One entry`, other: `${number(args.entries)} entries` })} would stay, of a “former member”. Nothing was changed.`,
  'cli.person.export': () => 'Everything that is kept of a person, as JSON',
  'cli.person.export.entries': () => 'their entries only, as a CSV file',
  'person.csv.recordedAt': () => 'Recorded at',
  'person.csv.occurredOn': () => 'Happened on',
  'person.csv.what': () => 'Event',
  'person.csv.role': () => 'Role',
  'person.csv.text': () => 'Text',
  'person.csv.address': () => 'Address',
  'person.csv.id': () => 'Number of the entry',
  'people.newLink': () => 'New sign-in link',
  'people.newLink.of': (args) => `New sign-in link for ${args.label}`,
  'people.revoke.lead': (args) =>
    `After this ${args.label} can no longer record as ${args.role}. All entries so far stay.`,
  'people.revoke.self': () =>
    'That is your own role: after this you cannot open this page any more.',
  'people.revoke.last': () =>
    'That is the last lead of the team. After this only the operator can invite somebody again.',
  'people.invite': () => 'Invite somebody',
  'people.invite.hint': (args) =>
    `You get a link that works once, within ${number(args.days)} days. Send it to the person yourself; Klimaspur sends no e-mails.`,
  'people.invite.role': () => 'In which role?',
  'people.role.LEAD': () => 'Lead of the team',
  'people.role.LEAD.hint': () =>
    'May do everything in this municipality: work on plan and measures, publish, invite people.',
  'people.role.MONITOR': () => 'Monitor',
  'people.role.MONITOR.hint': () => 'Records what happens, assesses, and corrects own entries.',
  'people.role.ADMINISTRATION': () => 'Administration',
  'people.role.ADMINISTRATION.hint': () =>
    'Records what happens, and corrects own entries; does not assess.',
  'people.invite.submit': () => 'Make an invitation link',
  'people.open': () => 'Open invitations',
  'people.open.until': (args) => `${args.role}, valid until ${args.day}`,
  'people.open.known': (args) => `for ${args.label}`,
  'people.withdraw': () => 'Withdraw',
  'people.withdraw.of': (args) => `Withdraw the invitation as ${args.role} until ${args.day}`,
  'invitation.title': () => 'Invitation link',
  'invitation.once': (args) => `This link is shown only now. It works once, until ${args.day}.`,
  'invitation.text': () => 'Text to pass on',
  'invitation.letter': (args) => `Hello,

you are invited to take part in Klimaspur for ${args.town}, in the role “${inner(args.role)}”.

Open this link to do so. It works once, until ${args.day}:
${args.url}

The first time you choose under which label your entries appear. You need not give a name or an e-mail address.`,
  'invitation.letter.known': (args) => `Hello,

with this link you sign in to Klimaspur for ${args.town} again. It works once, until ${args.day}:
${args.url}`,
  'invitation.subject': () => 'Invitation to Klimaspur',
  'invitation.mail': () => 'Open as an e-mail',
  'invitation.back': () => 'Back to the people',
  'invitation.sentBefore': () =>
    'This link has been made already and is shown only once. Make a new one, and withdraw the old one.',
  'work.people.hint': () => 'Who takes part, in which role; invite and take roles away.',
  'work.stand.people': (args) =>
    `${plural(args.count, { '=0': `nobody`, one: `${number(args.count)} person`, other: `${number(args.count)} people` })}`,
  'saved.invitationWithdrawn': () => 'The invitation is withdrawn.',
  'saved.roleRevoked': () => 'The role is taken away.',
  'saved.contactDeleted': () => 'The contact is deleted.',
  'account.title': () => 'My account',
  'account.lead': () => 'What is kept of you here, and what you can change about it.',
  'account.label.hint': () => 'Stands in public beside each of your entries, those so far as well.',
  'account.label.submit': () => 'Change the label',
  'account.roles': () => 'My roles',
  'account.roles.none': () =>
    'You have no role any more. Ask the lead of the team for an invitation.',
  'account.roles.everywhere': () => 'all municipalities',
  'account.entries': () => 'My latest entries',
  'account.allEntries': () => 'All my entries',
  'account.allEntries.lead': () =>
    'Everything that you recorded yourself, the newest first; with what became of it.',
  'account.entries.none': () => 'No entry of yours yet.',
  'account.sessions': () => 'Sessions',
  'account.sessions.text': (args) =>
    `A session lasts ${number(args.days)} days on the device on which you opened the link.`,
  'account.otherDevice': () => 'Link for another device',
  'account.otherDevice.text': () =>
    'Open this link on the other device. Whoever has it is signed in there as you: give it to nobody.',
  'account.signOutEverywhere': () => 'Sign out everywhere',
  'account.data': () => 'My data',
  'account.data.text': () =>
    'Everything that is kept of you here (Art. 15 and 20 GDPR): label, roles, sessions, links, internal notes, uploaded files and all your entries. None of it is about others. The CSV file holds the entries only and opens in any spreadsheet.',
  'account.data.download': () => 'Download',
  'account.delete': () => 'Delete the account',
  'account.delete.lead': () =>
    'Your label, your sessions and open sign-in links are deleted for good.',
  'account.delete.stays': () =>
    'Your entries stay, because they belong to the history of the town. Beside them it will say “former member” with the role. With them a random identifier stays stored, which nobody can relate to a person any more.',
  'account.delete.text': () =>
    'If one of your entries says something about yourself, ask the lead of the team to remove the text before: in the history, at the entry, with “Remove text”. The entry stays, the text is gone.',
  'account.delete.data': () =>
    'You can download what is kept of you before, at “My account”; afterwards nobody can. If you come back, you appear under a new pseudonym.',
  'account.delete.submit': () => 'Delete the account for good',
  'account.deleted': () => 'Your account is deleted',
  'account.deleted.text': () =>
    'Thank you for taking part. Your entries stay under “former member”.',
  'timeline.formerMember': (args) => `former member (${args.role})`,
  'start.title': () => 'Every measure leaves a trail',
  'start.lead': () =>
    'Klimaspur shows what becomes of municipal climate plans: what was proposed, discussed, decided and implemented, with day and evidence.',
  'start.how': () => 'How to read these pages',
  'start.how.trail': () =>
    'Every step is an entry. Nothing is overwritten; corrections stand beside what they correct.',
  'start.how.times': () =>
    'Every entry has two times: when it happened and when it was recorded. Every page exists for any day in the past, too.',
  'start.how.facts': () =>
    'The nine states are facts from the bodies and from implementation. What the observers think of it stands apart.',
  'start.how.data': () => 'All numbers lead to the entries behind them, and can be downloaded.',
  'town.arrival': (args) =>
    `Taken over from ${args.address} on ${args.day}; recorded since ${args.since}. Checkpoint there: ${number(args.size)} entries, root ${args.root}`,
  'towns.moved': () => 'Now on another server',
  'towns.movedTo': (args) => `kept on ${args.host}`,
  'towns.lead': () => 'Municipalities whose climate plan is watched here.',
  'towns.search': () => 'Find a municipality',
  'towns.none': () => 'No municipality yet. The operator can import a plan or add a municipality.',
  'towns.target': (args) => `Target: climate-neutral by ${args.year}`,
  'towns.lastNews': (args) => `Last news: ${args.day}`,
  'draft.mark': () => 'Draft: visible only when signed in',
  'texts.german': () => 'Measure texts are in German.',
  'town.title': (args) => `Climate action in ${args.name}`,
  'town.lead': (args) =>
    `How ${plural(args.total, { one: `${number(args.total)} measure stands`, other: `${number(args.total)} measures stand` })} on ${args.day}.`,
  'town.lead.target': (args) => `The town’s target: climate-neutral by ${args.year}.`,
  'town.unofficial': () => 'Not an official service of the town.',
  'town.source': () => 'Observers of this town',
  'town.noMeasures': () => 'No measures yet. Import a table or add the first measure.',
  'town.numbers': () => 'Overview',
  'town.share': (args) =>
    `${args.share} are completed: ${number(args.done)} of ${plural(args.total, { one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })}; for ${number(args.unknown)} the status is unknown.`,
  'town.attention': () => 'What needs attention',
  'town.late': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure has`, other: `${number(args.count)} measures have` })} passed a planned date (computed).`,
  'town.stale': (args) =>
    `Nothing was recorded for ${number(args.days)} days on ${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })}.`,
  'town.toBeClarified': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure is`, other: `${number(args.count)} measures are` })} to be clarified: something does not fit together.`,
  'town.target': (args) => `Climate-neutral by ${args.year}`,
  'town.byField': () => 'How it stands, by field',
  'town.overTime': () => 'Over time',
  'town.plans': (args) => `${plural(args.count, { one: `The plan`, other: `The plans` })}`,
  'town.changes': () => 'Recorded last',
  'town.assessment': (args) => `Assessment by ${args.group}`,
  'town.observers': () => 'Who observes here?',
  'town.observers.none': () => 'Nothing is said about this yet.',
  'town.website': () => 'Website of the town',
  'observers.name': () => 'Group',
  'observers.relation': () => 'Relation to the town',
  'observers.website': () => 'Website',
  'observers.contact': () => 'Contact',
  'observers.edit': () => 'Fill in “Who observes here?”',
  'observers.form.lead': () =>
    'This stands in public on a page of its own. Without group and responsible person the municipality cannot be published.',
  'observers.form.name': () => 'Name of the group',
  'observers.form.name.hint': () =>
    'For example “Climate Group Musterstadt” or “Town of Musterstadt, climate office”.',
  'observers.form.relation': () => 'What is the group’s relation to the town?',
  'observers.form.relation.INDEPENDENT': () => 'Independent: volunteers or an association',
  'observers.form.relation.ALLIANCE': () => 'Alliance in which the town takes part',
  'observers.form.relation.MUNICIPALITY': () => 'The town itself',
  'observers.form.teaser': () => 'In one sentence',
  'observers.form.description': () => 'More about the group',
  'observers.form.contact': () => 'Contact of the group',
  'observers.form.contact.hint': () => 'A shared address, meeting or e-mail; no private address.',
  'observers.form.website': () => 'Website of the group',
  'observers.form.logo': () => 'Logo of the group',
  'observers.form.logo.hint': () => 'PNG, JPEG or WebP. Only a sign that you may use.',
  'observers.form.logo.alt': () => 'What does the logo show?',
  'observers.form.logo.alt.hint': () =>
    'For all who do not see it. For example “Logo of Musterstadt Zero”.',
  'observers.form.logo.noPicture': () => 'A logo is a picture, not a PDF.',
  'observers.form.sources': () => 'Where do the facts come from?',
  'observers.form.sources.hint': () =>
    'For example minutes, information from the administration, site visits.',
  'observers.form.method': () => 'How is it assessed?',
  'observers.form.method.hint': () =>
    'Who decides on an assessment, how often, and is it checked with the administration?',
  'observers.form.supporters': () => 'Supported by',
  'observers.form.licence': () => 'Licence of the data',
  'observers.form.responsible': () => 'Responsible person',
  'observers.form.responsible.hint': () =>
    'Who answers for the pages of this town by press law. Name and address stand in public here and in the imprint. They are no part of the unchangeable entries, and can be changed or deleted at any time.',
  'observers.form.responsibleName': () => 'First and last name',
  'observers.form.responsibleAddress': () => 'Address',
  'observers.form.responsibleEmail': () => 'E-mail address',
  'observers.title': (args) => `Who observes ${args.name}?`,
  'observers.lead': () => 'Who makes these entries, on what basis, and who answers for them.',
  'observers.more': () => 'Who observes here? Sources, method, responsible person',
  'observers.licence': () => 'Licence of the data',
  'observers.licence.use': () => 'When you reuse them, please name the group and the address.',
  'observers.responsible.none': () => 'Nobody named yet.',
  'observers.general': () => 'By the same rules for all municipalities:',
  'observers.wrong': () => 'Something is wrong?',
  'observers.wrong.text': () =>
    'At every measure and every entry a mistake can be reported, without signing in. The group reads it and corrects what is wrong, for all to see.',
  'town.official': () => 'The town keeps these pages itself.',
  'observers.sources': () => 'Sources',
  'observers.supporters': () => 'Supported by',
  'relation.INDEPENDENT': () => 'independent',
  'relation.ALLIANCE': () => 'alliance with the town',
  'relation.MUNICIPALITY': () => 'the town itself',
  'plan.kind': () => 'Kind',
  'plan.title': () => 'Title of the plan',
  'plan.title.hint': () => 'For example “Klima-Aktionsplan 2030”.',
  'plan.origin': () => 'Who drew it up?',
  'planOrigin.ADMINISTRATION': () => 'administration',
  'planOrigin.ALLIANCE': () => 'alliance or round table',
  'planOrigin.CITIZENS_PETITION': () => 'citizens’ petition (Bürgerbegehren)',
  'planOrigin.OTHER': () => 'somebody else',
  'plan.description': () => 'Description',
  'plan.url': () => 'Where is the plan on the web?',
  'plan.edit': () => 'Details of the plan',
  'plan.edit.hint': () => 'Title, kind, origin, description, web address.',
  'plan.addEdition': () => 'Add an edition',
  'plan.addEdition.hint': () => 'Each issued edition with its day.',
  'plan.fields': () => 'Fields',
  'plan.fields.hint': () => 'Add, rename, move.',
  'plan.fields.count': (args) =>
    `${plural(args.count, { '=0': `none yet`, one: `${number(args.count)} field`, other: `${number(args.count)} fields` })}`,
  'plan.measures': () => 'Measures of the plan',
  'plan.measures.hint': () => 'Order, numbers, new measures.',
  'plan.measures.lead': () =>
    'In the order of the plan. Each measure leads to everything that can be edited about it.',
  'plan.toDashboard': () => 'To the overview of the plan',
  'plan.dashboard': () => 'Overview of this plan',
  'plan.allOfTown': (args) => `All plans: climate action in ${args.name}`,
  'plan.about': () => 'The plan',
  'plan.lead': (args) => `How a plan of ${args.name} is carried out.`,
  'plans.lead': () =>
    'Climate protection, adaptation and heat planning are mostly plans of their own. A measure can stand in several and counts once.',
  'plans.none': () => 'No plan yet. Create the first; fields and measures come after it.',
  'plans.new': () => 'Create a plan',
  'edition.label': () => 'Label',
  'edition.label.hint': () => 'For example “Edition 2024” or “draft for consultation”.',
  'edition.on': () => 'Day of the edition',
  'edition.url': () => 'Web address of the edition',
  'fields.lead': () =>
    'Fields structure the plan and may lie within each other. The order is that of the plan.',
  'fields.none': () =>
    'No fields yet. Add the sections of your plan, for example “Energy” and “Mobility”.',
  'fields.new': () => 'Add a field',
  'fields.moveName': (args) => `Move ${args.name}`,
  'fields.measures': () => 'Measures in this field',
  'planField.name': () => 'Name',
  'planField.number': () => 'Number',
  'planField.number.hint': () => 'As the plan writes it, for example “A” or “2.1”.',
  'planField.parent': () => 'Lies within',
  'planField.top': () => 'no other (top level)',
  'planField.move': () => 'Move the field',
  'planField.move.lead': () =>
    'It stands last afterwards; choose the exact place in the overview with “Up” and “Down”.',
  'planField.assess': () => 'Assess the field',
  'planField.assess.short': () => 'Assess',
  'planField.assess.lead': () =>
    'The opinion of your group on the whole field. It is shown and never counted.',
  'planField.rating': () => 'Rating',
  'planField.reason': () => 'Reason',
  'planField.assessedOn': () => 'Assessed on',
  'move.up': () => 'Up',
  'move.down': () => 'Down',
  'move.in': () => 'Indent',
  'move.out': () => 'Outdent',
  'move.elsewhere': () => 'Move',
  'plan.adopted': () => 'Decision',
  'plan.notAdopted': () => 'no decision known',
  'plan.edition': () => 'Edition',
  'planKind.CLIMATE_PROTECTION': () => 'Climate protection',
  'planKind.ADAPTATION': () => 'Adaptation',
  'planKind.HEAT': () => 'Heat planning',
  'planKind.OTHER': () => 'another plan',
  'planAdopted.FULL': () => 'adopted',
  'planAdopted.IN_PRINCIPLE': () => 'adopted in principle – single decisions still due',
  'planAdopted.PART': () => 'adopted in part',
  'example.publicSources': () =>
    'Example from public sources – not kept by RüsselsheimZero or the town.',
  'change.recorded': (args) => `recorded on ${args.day}`,
  'change.voided': () => 'taken back',
  'change.MunicipalityFounded': () => 'Municipality added',
  'change.MunicipalityDescribed': () => 'Description of the town changed',
  'change.MunicipalityObserversDescribed': () => '“Who observes here?” changed',
  'change.MunicipalityTargetSet': () => 'Target year set',
  'change.MunicipalityPublished': () => 'Municipality published',
  'change.MunicipalityUnpublished': () => 'Municipality unpublished',
  'change.MunicipalityMoved': () => 'Kept on another server now',
  'change.OrganRegistered': () => 'Body registered',
  'change.OrganDescribed': () => 'Body changed',
  'change.OrganClosed': () => 'Body ended',
  'change.PlanDrafted': () => 'Plan added',
  'change.PlanDescribed': () => 'Description of the plan changed',
  'change.PlanEditionAdded': () => 'Edition of the plan added',
  'change.PlanFieldAdded': () => 'Field added',
  'change.PlanFieldDescribed': () => 'Field renamed or described',
  'change.PlanFieldMoved': () => 'Field moved',
  'change.PlanFieldAssessed': () => 'Field assessed',
  'change.PlanMeasurePlaced': () => 'Measure placed in the plan',
  'change.PlanMeasureRemoved': () => 'Measure taken out of the plan',
  'change.PlanMeasuresMerged': () => 'Measures merged',
  'change.PlanMeasureSplit': () => 'Measure split',
  'change.PlanMeasureSuperseded': () => 'Measure superseded',
  'change.PlanAdopted': () => 'Plan adopted',
  'change.PlanPublished': () => 'Plan published',
  'change.PlanUnpublished': () => 'Plan unpublished',
  'change.PlanImportCompleted': () => 'Import completed',
  'change.DecisionRecorded': () => 'Decision recorded',
  'change.MeasureRecorded': () => 'Measure recorded',
  'change.MeasureDescribed': () => 'Description changed',
  'change.MeasurePublished': () => 'Measure published',
  'change.MeasureUnpublished': () => 'Unpublished',
  'change.MeasureProposed': () => 'Proposed',
  'change.MeasureSubmitted': () => 'Filed',
  'change.MeasureDeliberated': () => 'Dealt with in a body',
  'change.MeasureDecided': () => 'Decided',
  'change.MeasureNoDecisionNeeded': () => 'No decision needed',
  'change.MeasureRevived': () => 'Taken up again',
  'change.MeasureMerged': () => 'Merged into another measure',
  'change.MeasureSplit': () => 'Split into several measures',
  'change.MeasureSuperseded': () => 'Superseded by another measure',
  'change.MeasureResponsibleBodyAssigned': () => 'Responsibility assigned',
  'change.MeasureResponsibleBodyReleased': () => 'Responsibility ended',
  'change.MeasureImplementationPlanned': () => 'Implementation planned',
  'change.MeasureImplementationStarted': () => 'Implementation started',
  'change.MeasureProgressReported': () => 'Progress reported',
  'change.MeasureDelayReported': () => 'Delay reported',
  'change.MeasureRescheduled': () => 'Date stated or moved',
  'change.MeasureImplementationPaused': () => 'Implementation paused',
  'change.MeasureImplementationResumed': () => 'Implementation resumed',
  'change.MeasureImplementationCompleted': () => 'Completed',
  'change.MeasureImplementationAbandoned': () => 'Given up or not feasible',
  'change.MeasureCheckedUnchanged': () => 'Checked, unchanged',
  'change.MeasureFindingSettled': () => 'Odd entry checked',
  'change.MeasureAssessed': () => 'Assessed',
  'change.EntryCorrected': () => 'Entry corrected',
  'change.EntryVoided': () => 'Entry taken back',
  'change.EvidenceAdded': () => 'Evidence added',
  'change.TextRedacted': () => 'Text removed',
  'list.title': (args) => `Measures in ${args.name}`,
  'list.crumb': () => 'Measures',
  'list.lead': () =>
    'All measures, how they stand, and their dates. The filters are part of the address and can be linked.',
  'list.results': () => 'Result',
  'list.apart': (args) =>
    `${plural(args.count, { one: `${number(args.count)} project of allies fits as well`, other: `${number(args.count)} projects of allies fit as well` })}`,
  'list.noneFound': () => 'No match. Remove filters, or search for another word.',
  'list.downloads': () => 'Download this list',
  'list.ignored': (args) =>
    `Ignored, because unknown: ${args.filters}. The list shows what remains.`,
  'filter.only': () => 'only these',
  'filter.late': () => 'date passed',
  'filter.stale': () => 'not checked for long',
  'filter.toBeClarified': () => 'to be clarified',
  'filter.allies': () => 'Projects of allies',
  'filter.allies.without': () => 'without them',
  'filter.allies.only': () => 'only them',
  'filter.allies.with': () => 'together with them',
  'sort.plan': () => 'order in the plan',
  'sort.title': () => 'title',
  'sort.status': () => 'state',
  'sort.lastNews': () => 'last news',
  'sort.plannedEnd': () => 'planned end',
  'measure.ownProposal': () => 'Proposal, not part of the plan',
  'measure.entry': () => 'to the entry',
  'measure.inNewConsultation': () =>
    'The measure is being discussed again; the earlier decision still holds.',
  'measure.staleSentence': (args) => `Nothing was recorded here for ${number(args.days)} days.`,
  'measure.since': (args) => `since ${args.day}`,
  'measure.before': (args) => `before: ${args.dates}`,
  'measure.facts': () => 'At a glance',
  'measure.decision': () => 'Decision',
  'measure.implementation': () => 'Implementation',
  'measure.percent': () => 'Progress',
  'measure.startedOn': () => 'Started',
  'measure.endedOn': () => 'Ended',
  'measure.finishedLate': () => 'Finished late',
  'measure.days': (args) =>
    `${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })}`,
  'measure.responsible.LEAD': () => 'Lead',
  'measure.responsible.PARTNER': () => 'Partner',
  'measure.origin': () => 'Origin',
  'measure.budgetPerYear': () => 'Budget per year',
  'measure.budgetTotal': () => 'Total budget',
  'measure.savingMoney': () => 'Savings per year',
  'measure.savingCo2': () => 'CO₂e saved per year',
  'measure.savingEnergy': () => 'Energy saved per year',
  'measure.texts': () => 'Measure sheet',
  'measure.history': () => 'What happened',
  'measure.wholeHistory': (args) =>
    `${plural(args.count, { one: `Whole history (${number(args.count)} entry)`, other: `Whole history (${number(args.count)} entries)` })}`,
  'text.description': () => 'What has to be done?',
  'text.planText': () => 'Wording of the plan',
  'text.background': () => 'Background',
  'text.goal': () => 'Goal',
  'text.statusReport': () => 'Report of the source',
  'text.statusNote': () => 'Reason for the state',
  'text.outlook': () => 'Outlook',
  'text.obstacles': () => 'Obstacles',
  'text.remarks': () => 'Remarks',
  'text.planAssessment': () => 'The group’s view of the plan',
  'text.supporters': () => 'Supported by',
  'text.targetGroups': () => 'Target groups',
  'text.initiator': () => 'Initiated by',
  'text.steps': () => 'Steps',
  'text.period': () => 'Period according to the plan',
  'text.indicators': () => 'Indicators of success',
  'text.costNote': () => 'Notes on the costs',
  'text.funding': () => 'Funding',
  'text.savingsMethod': () => 'How the saving was found',
  'text.notQuantifiedReason': () => 'Why there is no figure',
  'text.coBenefits': () => 'Side effects',
  'text.localValue': () => 'Value created in the town',
  'text.examples': () => 'Good examples elsewhere',
  'text.related': () => 'Accompanying measures',
  'text.papers': () => 'Council papers on it',
  'text.classes': () => 'Classification',
  'sheet.horizon': () => 'Introduction',
  'sheet.title': () => 'Title of the measure',
  'sheet.part.filled': (args) =>
    `${plural(args.count, { one: `${number(args.count)} entry`, other: `${number(args.count)} entries` })}`,
  'sheet.part.plan': () => 'From the plan',
  'sheet.part.plan.hint': () => 'Wording, background, target groups.',
  'sheet.part.time': () => 'Time and steps',
  'sheet.part.time.hint': () => 'Introduction, duration, priority, steps.',
  'sheet.part.money': () => 'Cost and funding',
  'sheet.part.money.hint': () => 'Budget, cost, staff, funding.',
  'sheet.part.effect': () => 'Effect',
  'sheet.part.effect.hint': () => 'Savings, effect on the climate, side effects.',
  'sheet.part.links': () => 'Papers, indicators, classes',
  'sheet.part.links.hint': () => 'How the measure is found and measured.',
  'sheet.part.state': () => 'State according to the source, notes, our view',
  'sheet.part.state.hint': () => 'What the source and the group write about it.',
  'sheet.part.state.lead': () =>
    'What happened is better recorded as an entry with its day; these are texts that belong to the measure sheet.',
  'sheet.cost.staff.hint': () => 'In posts, for example 0.5.',
  'sheet.funding.amountEuros': () => 'Amount in euros',
  'sheet.notQuantified.hint': () => 'What the plan expressly leaves open.',
  'sheet.saving.min': () => 'Saving of CO₂e, at least',
  'sheet.saving.max': () => 'Saving of CO₂e, at most',
  'sheet.paper.title': () => 'Title of the paper',
  'sheet.paper.url': () => 'Web address of the paper',
  'sheet.classes.hint': () => 'For example BISKO, VERKEHR, transport.',
  'sheet.class.scheme': () => 'Scheme',
  'sheet.class.code': () => 'Code',
  'sheet.class.label': () => 'Label',
  'sheet.row.steps': () => 'Step',
  'sheet.row.indicators': () => 'Indicator',
  'sheet.row.funding': () => 'Funding',
  'sheet.row.papers': () => 'Paper',
  'sheet.row.classes': () => 'Class',
  'sheet.horizon.SHORT': () => 'short term (within 3 years)',
  'sheet.horizon.MEDIUM': () => 'medium term (3 to 7 years)',
  'sheet.horizon.LONG': () => 'long term (more than 7 years)',
  'sheet.duration': () => 'Duration',
  'sheet.duration.PROJECT': () => 'project with an end',
  'sheet.duration.PERMANENT': () => 'permanent task',
  'sheet.priority': () => 'Priority',
  'sheet.priority.HIGH': () => 'high',
  'sheet.priority.MEDIUM': () => 'medium',
  'sheet.priority.LOW': () => 'low',
  'sheet.feasibility': () => 'Feasibility (1 to 5)',
  'sheet.impact': () => 'Impact (1 to 5)',
  'sheet.influence': () => 'Influence of the town',
  'sheet.influence.CONSUMES': () => 'as a consumer',
  'sheet.influence.SUPPLIES': () => 'as a supplier',
  'sheet.influence.REGULATES': () => 'by rules',
  'sheet.influence.ADVISES': () => 'by advice',
  'sheet.climateEffect': () => 'Effect on the climate',
  'sheet.climateEffect.POSITIVE': () => 'good for the climate',
  'sheet.climateEffect.NEGATIVE': () => 'bad for the climate',
  'sheet.climateEffect.NONE': () => 'none',
  'sheet.climateEffect.UNKNOWN': () => 'not known',
  'sheet.effectFrom': () => 'Effective from',
  'sheet.cost.oneOff': () => 'One-off cost',
  'sheet.cost.perYear': () => 'Cost per year',
  'sheet.cost.staff': () => 'Staff needed',
  'sheet.cost.staffPosts': (args) =>
    `${plural(args.posts, { one: `${number(args.posts)} post`, other: `${number(args.posts)} posts` })}`,
  'sheet.cost.asOf': () => 'Prices of',
  'sheet.saving.range': (args) => `${args.min} to ${args.max}`,
  'sheet.saving.quality': () => 'Quality of the estimate',
  'sheet.saving.quality.A': () => 'A – measured',
  'sheet.saving.quality.B': () => 'B – calculated from local data',
  'sheet.saving.quality.C': () => 'C – from literature',
  'sheet.saving.quality.D': () => 'D – rough guess',
  'sheet.notQuantified': () => 'Not quantified',
  'sheet.notQuantified.GREENHOUSE_GAS': () => 'saving of greenhouse gas',
  'sheet.notQuantified.ENERGY': () => 'saving of energy',
  'sheet.notQuantified.COST': () => 'costs',
  'sheet.step': () => 'Step',
  'sheet.step.start': () => 'Start',
  'sheet.step.end': () => 'End',
  'sheet.step.state': () => 'State',
  'sheet.step.state.OPEN': () => 'open',
  'sheet.step.state.RUNNING': () => 'running',
  'sheet.step.state.DONE': () => 'done',
  'sheet.step.state.DROPPED': () => 'dropped',
  'sheet.indicator': () => 'Indicator',
  'sheet.indicator.unit': () => 'Unit',
  'sheet.indicator.baseline': () => 'Baseline',
  'sheet.indicator.target': () => 'Target',
  'sheet.funding.source': () => 'Programme or budget line',
  'sheet.funding.amount': () => 'Amount',
  'sheet.funding.state': () => 'State',
  'sheet.funding.state.OPEN': () => 'open',
  'sheet.funding.state.APPLIED': () => 'applied for',
  'sheet.funding.state.GRANTED': () => 'granted',
  'sheet.funding.state.REFUSED': () => 'refused',
  'measure.round': () => 'Attempt',
  'measure.round.number': (args) => `Attempt no. ${number(args.round)} of the same measure`,
  'measure.heirs': () => 'Continued as',
  'measure.predecessors': () => 'Continues',
  'origin.ROUND_TABLE': () => 'round table',
  'origin.CITIZENS_GROUP': () => 'citizens’ group',
  'origin.FACTION': () => 'parliamentary group',
  'origin.ADMINISTRATION': () => 'administration',
  'origin.MAGISTRAT': () => 'Magistrat',
  'origin.PLAN': () => 'plan',
  'origin.ORTSBEIRAT': () => 'district council',
  'origin.CITIZEN_PETITION': () => 'citizens’ petition',
  'origin.FUNDING_PROGRAMME': () => 'funding programme',
  'origin.LEGAL_DUTY': () => 'legal duty',
  'history.title': (args) => `History: ${args.title}`,
  'history.crumb': () => 'History',
  'history.lead': () =>
    'Every entry, newest first, with the day it happened and the day it was recorded.',
  'history.kind': () => 'Which entries?',
  'historyKind.all': () => 'all',
  'historyKind.council': () => 'In the bodies',
  'historyKind.work': () => 'In implementation',
  'historyKind.assessment': () => 'Assessment and checks',
  'historyKind.records': () => 'Texts and record-keeping',
  'historyKind.corrections': () => 'Corrections',
  'historyKind.plan': () => 'Plans and their order',
  'historyKind.tables': () => 'Round tables and alliance',
  'historyKind.town': () => 'Municipality and bodies',
  'trail.about': () => 'About what?',
  'trail.about.all': () => 'everything',
  'trail.order': () => 'Order',
  'trail.order.recorded': () => 'by the day of recording',
  'trail.order.happened': () => 'by the day it happened',
  'trail.newest': () => 'Newest entries',
  'trail.newer': () => 'Newer entries',
  'trail.older': () => 'Older entries',
  'trail.oldest': () => 'Oldest entries',
  'trail.town.lead': () =>
    'Every entry about this municipality: what happened, when it happened, when it was recorded, by whom and on what evidence.',
  'trail.plan.lead': () =>
    'Every entry about this plan: editions, fields of action, and where each measure stands. What happened to a measure itself is told in its history.',
  'trail.decision.lead': () => 'How this decision was recorded and corrected.',
  'trail.toTown': () => 'To the page of the municipality',
  'trail.toPlan': () => 'To the plan',
  'trail.toDecision': () => 'To the decision',
  'trail.thing.municipality': () => 'Municipality',
  'trail.thing.organ': () => 'Body',
  'trail.thing.plan': () => 'Plan',
  'trail.thing.measure': () => 'Measure',
  'trail.thing.decision': () => 'Decision',
  'trail.thing.actor': () => 'Organisation',
  'trail.thing.roundtable': () => 'Round table',
  'trail.things.municipality': () => 'Municipality',
  'trail.things.organ': () => 'Bodies',
  'trail.things.plan': () => 'Plans',
  'trail.things.measure': () => 'Measures',
  'trail.things.roundtable': () => 'Round tables',
  'trail.things.actor': () => 'Organisations',
  'town.allEntries': () => 'All entries',
  'plan.allEntries': () => 'History of the plan',
  'decision.allEntries': () => 'History with links to each entry',
  'historyColumn.what': () => 'What',
  'historyColumn.on': () => 'Happened on',
  'historyColumn.latest': () => 'Day is the latest possible one',
  'historyColumn.recorded': () => 'Recorded at',
  'historyColumn.by': () => 'By',
  'historyColumn.from': () => 'State before',
  'historyColumn.to': () => 'State after',
  'historyColumn.note': () => 'Note',
  'historyColumn.standing': () => 'Standing',
  'historyColumn.about': () => 'What it is about',
  'historyColumn.changed': () => 'Changed fields',
  'historyColumn.facts': () => 'Details',
  'historyColumn.evidence': () => 'Evidence',
  'historyColumn.address': () => 'Address',
  'standing.valid': () => 'counts',
  'standing.corrected': () => 'corrected',
  'standing.voided': () => 'taken back',
  'change.detail': (args) => `${args.what}: ${args.detail}`,
  'change.corrected': () => 'corrected',
  'change.imported': (args) =>
    `Taken over from a file: ${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })}`,
  'change.measures': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })}: ${args.what}`,
  'change.published': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })} published`,
  'change.times': (args) => `${args.what} (${number(args.count)} times)`,
  'start.lead2': () => 'Every entry names its day and source and is never changed silently.',
  'start.changes': () => 'Recorded last',
  'towns.all': (args) =>
    `${plural(args.count, { one: `To the list of municipalities`, other: `See all ${number(args.count)} municipalities` })}`,
  'towns.found': (args) =>
    `${plural(args.count, { one: `${number(args.count)} municipality`, other: `${number(args.count)} municipalities` })}`,
  'towns.noneFound.q': (args) =>
    `There is no municipality for “${inner(args.q)}” here. Check the spelling, or search for a part of the name.`,
  'towns.showAll': () => 'Show all municipalities',
  'towns.measures': (args) =>
    `${plural(args.total, { '=0': `No measures yet.`, one: `${number(args.total)} measure.`, other: `${number(args.total)} measures.` })}`,
  'towns.none.begin': () => 'Begin your own municipality',
  'town.lead.done': (args) =>
    `${number(args.done)} of ${plural(args.total, { one: `${number(args.total)} measure is`, other: `${number(args.total)} measures are` })} completed${plural(args.unknown, { '=0': `.`, other: `; of ${number(args.unknown)} the status is unknown.` })}`,
  'town.asOf': (args) => `As of ${args.day}.`,
  'town.target.resolved': (args) => `Resolved: ${args.day}.`,
  'town.target.unknown': (args) =>
    `All ${number(args.total)} measures are counted; the status of ${number(args.unknown)} is unknown. The number of measures alone does not make a town climate-neutral.`,
  'otherDay.title': () => 'Status on another day',
  'otherDay.day': () => 'Day',
  'otherDay.day.hint': () => 'Shows this page as things stood on that day.',
  'otherDay.days': (args) =>
    `${plural(args.count, { one: `One day with a meeting or entries`, other: `${number(args.count)} days with meetings or entries` })}`,
  'otherDay.body': () => 'A body',
  'otherDay.slider': () => 'Days with meetings and entries',
  'otherDay.decisions': (args) =>
    `${plural(args.count, { one: `${number(args.count)} decision`, other: `${number(args.count)} decisions` })}`,
  'otherDay.deliberations': (args) =>
    `${plural(args.count, { one: `${number(args.count)} deliberation`, other: `${number(args.count)} deliberations` })}`,
  'otherDay.entries': (args) =>
    `${plural(args.count, { one: `${number(args.count)} entry`, other: `${number(args.count)} entries` })}`,
  'otherDay.advanced': () => 'Advanced: what was known when?',
  'otherDay.advanced.lead': () =>
    'Some things are recorded or corrected only later. With a moment of knowledge you see this page without all that was recorded after it: as it would have read at that time.',
  'otherDay.known': () => 'Known at',
  'otherDay.known.hint': () => 'Day and time; empty: all that is known today.',
  'otherDay.known.steps': () => 'When something new became known',
  'otherDay.show': () => 'Show this state',
  'otherDay.choose': () => 'Choose another day',
  'town.assessment.own': () =>
    'An opinion of the observers. It counts in none of the numbers above.',
  'town.assessment.administration': () => 'Administration',
  'town.assessment.plan': () => 'Plan',
  'town.assessment.status': () => 'Implementation',
  'town.assessment.asOf': (args) => `${args.rating}, as of ${args.day}`,
  'town.about': (args) => `About ${args.name}`,
  'town.population': () => 'Inhabitants',
  'town.populationOn': (args) => `${number(args.count)} (${args.day})`,
  'observers.method': () => 'How we work',
  'observers.responsible': () => 'Responsible',
  'plan.adoptedOn': (args) => `${args.how} (${args.day})`,
  'plan.inPrinciple': () =>
    'adopted in principle (“auf Verweis”): each measure still needs its own decision',
  'town.assessment.fields': () => 'Fields of action',
  'town.assessment.undated': (args) => `${args.rating}, ${args.day}`,
  'townFile.number': () => 'Number',
  'townFile.late': () => 'Past a planned date',
  'townFile.stale': () => 'Not checked for long',
  'townFile.toBeClarified': () => 'To be clarified',
  'problem.query/invalid': (args) =>
    `${plural(args.count, { one: `One part of the question is`, other: `${number(args.count)} parts of the question are` })} not right.`,
  'filter.attention': () => 'What needs attention',
  'draft.short': () => 'draft',
  'draft.counted': (args) =>
    `${plural(args.count, { one: `${number(args.count)} of them is a draft`, other: `${number(args.count)} of them are drafts` })}, shown only to those signed in`,
  'problem.example/not-open': () =>
    'No example world is open here. KLIMASPUR_EXAMPLE=yes opens it.',
  'problem.field/wrong-order': (args) => `The end lies before the beginning (${args.from}).`,
  'problem.query/future-day': (args) =>
    `“${inner(args.name)}” names a time that has not come yet. Nobody knows how things will stand then.`,
  'problem.today': () => 'The same page as of today',
  'problem.filter/unknown': (args) => `“${inner(args.value)}” does not exist here.`,
  'problem.field/not-a-cursor': () => 'This is not the “next” of an earlier answer.',
  'problem.field/control-character': () =>
    'The text contains a control character that nobody sees. Type that place again.',
  'measure.evidence': () => 'Evidence',
  'measure.assessment.own': () =>
    'An opinion of the observers. The status above follows from decision and implementation alone.',
  'measure.assessment.signed': (args) => `${args.rating}, as of ${args.day}`,
  'measure.assessment.undated': (args) => `${args.rating}, ${args.day}`,
  'measure.dueStart': (args) => `planned start ${args.day}`,
  'measure.missedStart': (args) =>
    `${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} without a known start`,
  'townsFile.name': () => 'Municipality',
  'townsFile.state': () => 'State',
  'townsFile.target': () => 'Target year',
  'townsFile.lastNews': () => 'Last news on',
  'townsFile.lastNewsRecorded': () => 'Entered on (day unknown)',
  'behind.title': () => 'Your last entry is saved',
  'behind.text': () => 'It does not show on this page yet. Reload the page in a moment.',
  'newer.title': () => 'Something is still missing here',
  'newer.text': () =>
    'A newer version of the program recorded something here that this page cannot show yet. Everything else is shown; nothing can be recorded here until the update.',
  'townsFile.download': () => 'Download this list',
  'kept.nothing-lost': () => 'What you entered is not lost: it is on this page.',
  'kept.sign-in': () => 'Sign in on a new tab, then send again here',
  'kept.send-again': () => 'Send again',
  'form.missing.title': (args) =>
    `${plural(args.count, { one: `One thing is missing first`, other: `${number(args.count)} things are missing first` })}`,
  'form.problem.choice': () => 'Please choose one of what is offered.',
  'kept.typed': () => 'What you entered',
  'measure.lateSince.start': (args) => `Without a known start since ${args.day} (computed).`,
  'measure.lateSince.end': (args) => `Without a known completion since ${args.day} (computed).`,
  'share.open': () => 'Share',
  'share.title': (args) => `Share: ${args.title}`,
  'share.lead': (args) =>
    `A short text and two pictures to pass on, with source and date: ${args.stand}. What happens later does not change these pictures.`,
  'share.text': () => 'Short text',
  'share.text.label': () => 'Text to copy',
  'share.text.hint': (args) =>
    `${plural(args.count, { one: `${number(args.count)} character`, other: `${number(args.count)} characters` })}, the link included.`,
  'share.pictures': () => 'Pictures',
  'share.landscape': (args) =>
    `Landscape, ${args.width} × ${args.height} pixels, for links and websites.`,
  'share.portrait': (args) =>
    `Portrait, ${args.width} × ${args.height} pixels, for posts in social networks.`,
  'share.download.landscape': () => 'Download landscape',
  'share.download.portrait': () => 'Download portrait',
  'share.alt': () => 'Description of the picture to copy',
  'share.alt.hint': () =>
    'Add it where you post a picture: it tells those who do not see it what it says.',
  'share.back': () => 'Back to the page',
  'share.copy': () => 'Copy',
  'share.copied': () => 'Copied.',
  'share.saved': () => 'Good news? Share a picture and a short text',
  'share.measure': (args) => `Measure ${args.number}`,
  'share.decision': () => 'Decision',
  'share.town': () => 'Climate action',
  'share.named': (args) => `“${inner(args.title)}” (${args.town})`,
  'share.planned': (args) => `Planned start: ${args.day}`,
  'share.fact': (args) => `${args.day}: ${args.what}`,
  'share.fact.body': (args) => `${args.day}, ${args.what}`,
  'share.since': (args) => `${args.word} (since ${args.day})`,
  'share.post': (args) =>
    `${args.what}: ${args.said}. Source: ${args.source}. ${args.stand}. ${args.link}`,
  'share.post.least': (args) => `${args.stand}: ${args.link}`,
  'problem.picture/busy': () => 'Too many pictures are asked for just now. Try again in a minute.',
  'problem.print/no-browser': () =>
    'This server has no Chromium that could make a PDF. Print the page and choose “Save as PDF”.',
  'problem.print/busy': () =>
    'Several PDFs are being made already. Try again in a minute, or print the page.',
  'problem.print/failed': () =>
    'The PDF did not work out. Try again in a minute, or print the page.',
  'chart.on': () => 'as of',
  'chart.shareOf': (args) => `of ${number(args.total)} (${args.share})`,
  'stages.title': () => 'From decision to completion',
  'stages.overTime': () => 'From decision to completion, over time',
  'stages.stage': () => 'Stage',
  'stages.total': () => 'all measures',
  'stages.decided': () => 'decided',
  'stages.begun': () => 'decided and begun',
  'stages.finished': () => 'decided and completed',
  'stages.givenUp': () => 'decided and given up',
  'stages.begunUndecided': () => 'begun without a decision in force',
  'stages.decisionUnknown': () => 'decision state unknown',
  'stages.sentence': (args) =>
    `${number(args.decided)} of ${plural(args.total, { one: `${number(args.total)} measure is`, other: `${number(args.total)} measures are` })} decided; ${plural(args.begun, { one: `${number(args.begun)} of them has`, other: `${number(args.begun)} of them have` })} begun, ${plural(args.finished, { one: `${number(args.finished)} is`, other: `${number(args.finished)} are` })} completed.`,
  'stages.sentence.givenUp': (args) =>
    `${plural(args.count, { one: `${number(args.count)} decided measure was`, other: `${number(args.count)} decided measures were` })} given up.`,
  'stages.sentence.undecided': (args) =>
    `${plural(args.count, { one: `${number(args.count)} more has`, other: `${number(args.count)} more have` })} begun without a decision in force on record.`,
  'stages.sentence.unknown': (args) =>
    `Of ${plural(args.count, { one: `${number(args.count)} measure`, other: `${number(args.count)} measures` })} the decision state is unknown.`,
  'stages.grew': (args) =>
    `${plural(args.then, { '=0': `For ${args.from} no measure is entered as decided yet`, one: `For ${args.from} ${number(args.then)} measure is entered as decided`, other: `For ${args.from} ${number(args.then)} measures are entered as decided` })}; for ${args.to} ${plural(args.decided, { '=0': `none`, one: `it is ${number(args.decided)}`, other: `it is ${number(args.decided)}` })} of ${number(args.total)}${plural(args.decided, { '=0': `.`, other: `, of which ${number(args.begun)} have begun (${number(args.begunThen)} before) and ${number(args.finished)} are completed (${number(args.finishedThen)} before).` })}`,
  'opinions.hint': () => 'Of each measure the newest assessment counts, whoever signed it.',
  'opinions.open': () => 'still open',
  'opinions.sentence': (args) =>
    `${args.title}: ${number(args.assessed)} of ${plural(args.total, { one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })} assessed${plural(args.notAssessed, { '=0': ``, other: `, ${number(args.notAssessed)} expressly not assessed` })}${plural(args.open, { '=0': ``, other: `, ${number(args.open)} still open` })}; most often as “${inner(args.rating)}” (${number(args.count)}).`,
  'opinions.sentence.none': (args) =>
    `${args.title}: none of ${plural(args.total, { one: `${number(args.total)} measure`, other: `${number(args.total)} measures` })} is assessed${plural(args.notAssessed, { '=0': ``, other: `, ${number(args.notAssessed)} expressly not assessed` })}${plural(args.open, { '=0': ``, other: `, ${number(args.open)} still open` })}.`,
  'moved.title': () => 'Moved dates',
  'moved.sentence': (args) =>
    `Of ${plural(args.planned, { one: `${number(args.planned)} measure`, other: `${number(args.planned)} measures` })} with a planned end, the date was moved for ${number(args.total)}, together ${plural(args.moves, { one: `once`, other: `${number(args.moves)} times` })}. ${plural(args.later, { one: `${number(args.later)} ends`, other: `${number(args.later)} end` })} later than planned at first, ${number(args.earlier)} earlier.`,
  'moved.none': (args) =>
    `${plural(args.planned, { one: `${number(args.planned)} measure has`, other: `${number(args.planned)} measures have` })} a planned end; none was moved.`,
  'moved.noneDated': () => 'No measure has a planned end on record.',
  'moved.noneLater': () => 'None ends later than planned at first.',
  'moved.distances': () => 'How far planned ends were moved',
  'moved.distance': () => 'End planned now',
  'moved.planned': () => 'with a planned end',
  'moved.farthest': () => 'Moved farthest',
  'moved.farthest.sentence': (args) =>
    `Moved farthest is “${inner(args.title)}”: by ${plural(args.months, { one: `one month`, other: `${number(args.months)} months` })}, from ${args.first} to ${args.now}.`,
  'moved.item': (args) =>
    `${args.first} → ${args.now}, moved ${plural(args.times, { one: `once`, other: `${number(args.times)} times` })}`,
  'moved.measure': () => 'Measure',
  'moved.first': () => 'planned at first',
  'moved.now': () => 'planned now',
  'moved.times': () => 'moves',
  'moved.days': () => 'days later',
  'moved.hint': () =>
    'Compared are the end that was planned first and the one that held on the day shown. A date that was only said more exactly (2027 → June 2027) was not moved.',
  'shift.EARLIER': () => 'earlier than planned at first',
  'shift.SAME': () => 'as planned at first',
  'shift.QUARTER': () => 'up to 3 months later',
  'shift.YEAR': () => 'over 3 months to 1 year later',
  'shift.TWO_YEARS': () => 'over 1 to 2 years later',
  'shift.LONGER': () => 'more than 2 years later',
  'trends.title': () => 'Trends and dates',
  'trends.lead': () =>
    'How many measures were decided, begun and completed when, which dates were moved, and how the assessment changed.',
  'trends.more': () => 'Trends and dates: half-year by half-year, and what was moved',
  'trends.dashboard': () => 'To the overview',
  'trends.scope': () => 'Scope',
  'trends.all': () => 'All measures',
  'compare.title': () => 'What changed',
  'compare.pageTitle': (args) => `What changed: ${args.name}`,
  'compare.description': () =>
    'Two days compared: what was decided, begun, completed, delayed, moved, rejected or corrected.',
  'compare.lead': (args) =>
    `From ${args.from} to ${args.to}: ${plural(args.count, { '=0': `no measure stands differently`, one: `${number(args.count)} measure stands differently`, other: `${number(args.count)} measures stand differently` })}, of ${number(args.total)} that counted on one of the two days.`,
  'compare.dashboard': () => 'To the overview',
  'compare.open': () => 'What changed: compare two days',
  'compare.ofField': () => 'What changed in this field',
  'compare.from': () => 'From',
  'compare.to': () => 'To',
  'compare.apply': () => 'Compare',
  'compare.more': () => 'More: what was known when?',
  'compare.more.hint': () =>
    'Otherwise both days are compared as they are known today. With days entered here you see what was known then.',
  'compare.known.from': () => 'First day, as known on',
  'compare.known.to': () => 'Second day, as known on',
  'compare.known.hint': (args) => `A day such as ${args.today}; empty: all that is known.`,
  'compare.presets': () => 'Often asked',
  'compare.preset.meeting': (args) => `Since the last meeting: ${args.body} (${args.day})`,
  'compare.preset.month': () => 'Last 30 days',
  'compare.preset.halfYear': () => 'Last half-year',
  'compare.preset.adopted': (args) => `Since “${inner(args.plan)}” was adopted (${args.day})`,
  'compare.stands': () => 'How it stood on both days',
  'compare.stands.sentence': (args) =>
    `Completed: ${number(args.before)} before, now ${number(args.now)} of ${number(args.total)} measures. Of ${number(args.unknown)} nobody knows how they stand.`,
  'compare.difference': () => 'Difference',
  'compare.pairs': () => 'What worked out and what did not',
  'compare.others': () => 'What else changed',
  'compare.heading': (args) => `${args.what} (${number(args.count)})`,
  'compare.none': () => 'Nothing in this time.',
  'compare.nothing': () => 'Nothing changed between these two days.',
  'compare.furtherOnes': (args) =>
    `Show ${plural(args.count, { one: `${number(args.count)} more measure`, other: `${number(args.count)} more measures` })}`,
  'compare.inFile': (args) => `${number(args.count)} more are in the CSV file.`,
  'compare.byField': () => 'By field',
  'compare.column.measures': () => 'Measures',
  'compare.column.good': () => 'worked out',
  'compare.column.bad': () => 'did not',
  'compare.column.dates': () => 'dates changed',
  'compare.column.others': () => 'other',
  'compare.how': () => 'How this is compared',
  'compare.how.difference': () =>
    'The lists of the two days are compared. What came and went in between is no difference. Each change stands here once; a measure may have several.',
  'compare.how.pairs': () =>
    'What worked out stands on the left, what did not beside it on the right, in the same size and with the same room, in this order: decision, begin, end, delay.',
  'compare.how.records': () =>
    'Recording and correcting happen in our records: a measure that was recorded only in between counts on both days, for it was there before.',
  'compare.kind.decided': () => 'Newly decided',
  'compare.kind.rejected': () => 'Rejected or withdrawn',
  'compare.kind.begun': () => 'Begun',
  'compare.kind.paused': () => 'Paused',
  'compare.kind.finished': () => 'Completed',
  'compare.kind.abandoned': () => 'Given up',
  'compare.kind.recovered': () => 'No longer delayed',
  'compare.kind.delayed': () => 'Delayed',
  'compare.kind.rescheduled': () => 'Dates changed',
  'compare.kind.proceeding': () => 'Further in the bodies',
  'compare.kind.planned': () => 'Implementation planned',
  'compare.kind.other': () => 'Other',
  'compare.kind.removed': () => 'No longer counted',
  'compare.kind.added': () => 'Newly recorded',
  'compare.kind.corrected': () => 'Entries corrected',
  'compare.kind.assessed': () => 'Newly assessed',
  'compare.withDay': (args) => `${args.what} (${args.day})`,
  'compare.begun': () => 'begun',
  'compare.begun.again': () => 'taken up again',
  'compare.begun.permanent': () => 'begun as a permanent task',
  'compare.finished.late': (args) =>
    `${args.said}, ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} after the planned end`,
  'compare.recovered': (args) => `Now ${args.now}`,
  'compare.delayed.reported': () => 'delay reported',
  'compare.delayed.reported.later': (args) =>
    `${args.said}, end ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} later`,
  'compare.delayed.start': (args) =>
    `Was to begin by ${args.day}, ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} overdue`,
  'compare.delayed.end': (args) =>
    `Was to be done by ${args.day}, ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} overdue`,
  'compare.start': () => 'Begin',
  'compare.end': () => 'End',
  'compare.date.later': (args) =>
    `${args.date} moved from ${args.before} to ${args.now}, ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} later`,
  'compare.date.earlier': (args) =>
    `${args.date} brought forward from ${args.before} to ${args.now}, ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })} earlier`,
  'compare.date.exact': (args) =>
    `${args.date} named more exactly: ${args.now} instead of ${args.before}`,
  'compare.date.named': (args) => `${args.date} named for the first time: ${args.now}`,
  'compare.date.gone': (args) => `${args.date} no longer named, before ${args.before}`,
  'compare.added': (args) => `Not counted on the first day, now ${args.now}`,
  'compare.recorded': () => 'Recorded in this time',
  'compare.removed': () => 'No longer among the measures of the municipality',
  'compare.removed.plan': () => 'No longer in this plan',
  'compare.removed.field': () => 'No longer in this field',
  'compare.other': (args) => `Now “${inner(args.now)}”, before “${inner(args.before)}”`,
  'compare.other.decision': (args) =>
    `Decision now “${inner(args.now)}”, before “${inner(args.before)}”`,
  'compare.other.implementation': (args) =>
    `Implementation now “${inner(args.now)}”, before “${inner(args.before)}”`,
  'compare.notAssessed': () => 'no longer assessed',
  'compare.assessed': (args) => `${args.said}, before: ${args.before}`,
  'compare.corrected': (args) =>
    `${plural(args.count, { one: `${number(args.count)} entry corrected`, other: `${number(args.count)} entries corrected` })}`,
  'compare.voided': (args) =>
    `${plural(args.count, { one: `${number(args.count)} entry taken back`, other: `${number(args.count)} entries taken back` })}`,
  'compare.file': () => 'changes',
  'compare.file.number': () => 'Number',
  'compare.file.kind': () => 'Kind of change',
  'compare.file.sentence': () => 'What changed',
  'compare.file.before': () => 'Status before',
  'compare.file.after': () => 'Status now',
  'compare.file.on': () => 'Happened on',
  'compare.file.from': () => 'Date before',
  'compare.file.to': () => 'Date now',
  'compare.file.days': () => 'Days',
  'report.title': () => 'Progress report',
  'report.open': () => 'Progress report',
  'report.unofficial': () => 'Not an official paper: a report by those who observe.',
  'report.allChanges': () => 'All changes',
  'report.pdf': () => 'As PDF',
  'report.print': () =>
    'Print this page and choose “Save as PDF”: it is made for one to four sheets.',
  'report.asOf': () => 'As of',
  'report.since': () => 'Compared with',
  'report.knownAt': () => 'Known on',
  'report.knownNow': () => 'all that has been entered up to today',
  'report.observedBy': () => 'Observed by',
  'report.short': () => 'In short',
  'report.changed': (args) => `Since ${args.day}: ${args.what}.`,
  'report.changed.nothing': (args) => `Since ${args.day} nothing of this has changed.`,
  'report.sum.decided': (args) =>
    `${plural(args.count, { one: `${number(args.count)} newly decided`, other: `${number(args.count)} newly decided` })}`,
  'report.sum.begun': (args) =>
    `${plural(args.count, { one: `${number(args.count)} begun`, other: `${number(args.count)} begun` })}`,
  'report.sum.finished': (args) =>
    `${plural(args.count, { one: `${number(args.count)} completed`, other: `${number(args.count)} completed` })}`,
  'report.sum.recovered': (args) =>
    `${plural(args.count, { one: `${number(args.count)} no longer delayed`, other: `${number(args.count)} no longer delayed` })}`,
  'report.sum.rejected': (args) =>
    `${plural(args.count, { one: `${number(args.count)} rejected or withdrawn`, other: `${number(args.count)} rejected or withdrawn` })}`,
  'report.sum.paused': (args) =>
    `${plural(args.count, { one: `${number(args.count)} paused`, other: `${number(args.count)} paused` })}`,
  'report.sum.abandoned': (args) =>
    `${plural(args.count, { one: `${number(args.count)} given up`, other: `${number(args.count)} given up` })}`,
  'report.sum.delayed': (args) =>
    `${plural(args.count, { one: `${number(args.count)} newly delayed`, other: `${number(args.count)} newly delayed` })}`,
  'report.sum.rescheduled': (args) =>
    `${plural(args.count, { one: `${number(args.count)} date changed`, other: `${number(args.count)} dates changed` })}`,
  'report.changedSince': (args) => `What has changed since ${args.day}`,
  'report.rest': (args) => `Also: ${args.what}.`,
  'report.rest.proceeding': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure further in the bodies`, other: `${number(args.count)} measures further in the bodies` })}`,
  'report.rest.planned': (args) =>
    `${plural(args.count, { one: `${number(args.count)} implementation planned`, other: `${number(args.count)} implementations planned` })}`,
  'report.rest.added': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure newly counted`, other: `${number(args.count)} measures newly counted` })}`,
  'report.rest.removed': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure no longer counted`, other: `${number(args.count)} measures no longer counted` })}`,
  'report.rest.other': (args) =>
    `${plural(args.count, { one: `${number(args.count)} other change`, other: `${number(args.count)} other changes` })}`,
  'report.rest.recorded': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure recorded in this time`, other: `${number(args.count)} measures recorded in this time` })}`,
  'report.rest.corrected': (args) =>
    `${plural(args.count, { one: `${number(args.count)} measure with corrected entries`, other: `${number(args.count)} measures with corrected entries` })}`,
  'report.further': (args) =>
    `and ${plural(args.count, { one: `${number(args.count)} more`, other: `${number(args.count)} more` })}`,
  'report.fields': () => 'Status and changes by field',
  'report.column.good': () => 'worked out since',
  'report.column.bad': () => 'did not since',
  'report.late': (args) => `What is late, and why (${number(args.count)} of ${number(args.total)})`,
  'report.late.none': () => 'Nothing is late.',
  'report.late.reported': (args) => `delay reported, planned end: ${args.end}`,
  'report.late.because': (args) => `${args.said}. Reported reason: ${args.reason}.`,
  'report.late.noReason': (args) => `${args.said}. Nobody reported a reason.`,
  'report.questions': () => 'Questions to the town and the town’s feedback',
  'report.questions.open': (args) => `Without feedback so far (${number(args.count)})`,
  'report.answers': (args) => `Feedback of the town in this time (${number(args.count)})`,
  'report.due': () => 'Due next',
  'report.due.none': () => 'Nothing is to be done in the next six months.',
  'report.due.by': (args) => `is to be done: ${args.day}`,
  'report.method': () => 'How this report is made',
  'report.method.how': () =>
    'All numbers come from single entries with a day and, where there is any, evidence; nobody changes them by hand. The lists of two days are compared, and each change stands in it once. What worked out and what did not has the same room; “unknown” means that nobody entered anything about it.',
  'report.method.more': () => 'How this is counted',
  'report.checkpoint': (args) =>
    `Checkpoint: ${number(args.size)} entries, ${args.root}, signed ${args.at}`,
  'report.file.part': () => 'Part',
  'report.file.about': () => 'Measure or question',
  'report.file.words': () => 'What is said',
  'report.file.question': () => 'Open question to the town',
  'report.file.answer': () => 'Feedback of the town',
  'data.trends': () => 'Columns of the chart files',
  'data.trends.1': () =>
    'The files of the charts: each holds exactly what the table below its chart shows. In JSON the same values are called as in the second column, in the form in which the API gives them.',
  'data.trends.stages': () => 'From decision to completion',
  'data.trends.movedDates': () => 'Moved dates',
  'data.trends.assessments': () => 'Assessments',
  'trendColumn.day': () => 'Day',
  'trendColumn.decided': () => 'Decided',
  'trendColumn.begun': () => 'Of these begun',
  'trendColumn.finished': () => 'Of these completed',
  'trendColumn.givenUp': () => 'Decided and given up',
  'trendColumn.begunUndecided': () => 'Begun without a decision in force',
  'trendColumn.decisionUnknown': () => 'Decision state unknown',
  'trendColumn.total': () => 'All measures',
  'trendColumn.scale': () => 'Scale',
  'trendColumn.rating': () => 'Rating',
  'trendColumn.count': () => 'Count',
  'trendColumn.assessed': () => 'Assessed',
  'trendColumn.notAssessed': () => 'Expressly not assessed',
  'trendColumn.id': () => 'Klimaspur ID',
  'trendColumn.title': () => 'Title',
  'trendColumn.first': () => 'End planned at first',
  'trendColumn.now': () => 'End planned now',
  'trendColumn.times': () => 'Moves',
  'trendColumn.days': () => 'Days later',
  'workbook.column.name': () => 'Name',
  'workbook.column.kind': () => 'Kind',
  'workbook.column.final': () => 'Decides finally',
  'workbook.column.title': () => 'Title',
  'workbook.column.on': () => 'Day',
  'workbook.column.latest': () => 'Day is the latest possible one',
  'workbook.column.body': () => 'Body',
  'workbook.column.outcome': () => 'Outcome',
  'workbook.column.paper': () => 'Paper',
  'workbook.column.count': () => 'Measures',
  'workbook.column.entry': () => 'Id of the entry',
  'workbook.column.measureId': () => 'Klimaspur ID',
  'workbook.column.measure': () => 'Measure',
  'workbook.column.recorded': () => 'Recorded',
  'workbook.column.what': () => 'What',
  'workbook.column.standing': () => 'Standing',
  'workbook.column.url': () => 'Link',
  'workbook.column.id': () => 'Id',
  'workbook.meaning.name': () => 'What the body is called.',
  'workbook.meaning.kind': () => 'Which kind of body or evidence it is.',
  'workbook.meaning.final': () => 'Whether the body decides finally or advises.',
  'workbook.meaning.title': () => 'Title of the decision or evidence.',
  'workbook.meaning.on': () => 'The day, month or year in which it happened. Empty: unknown.',
  'workbook.meaning.latest': () =>
    '“yes” where the day only says when it had happened at the latest.',
  'workbook.meaning.body': () => 'Which body decided.',
  'workbook.meaning.outcome': () => 'How the vote ended.',
  'workbook.meaning.paper': () => 'Number of the paper.',
  'workbook.meaning.count': () =>
    'How many measures the decision concerns, as far as you may see them.',
  'workbook.meaning.entry': () => 'By which the entry is known, also in the file of all entries.',
  'workbook.meaning.measureId': () => 'Which measure it is about: as on the sheet of measures.',
  'workbook.meaning.measure': () => 'Title of that measure.',
  'workbook.meaning.recorded': () => 'When it was recorded, in universal time (UTC).',
  'workbook.meaning.what': () => 'What happened, in one sentence.',
  'workbook.meaning.standing': () => 'Whether the entry holds, was corrected or was taken back.',
  'workbook.meaning.url': () => 'Where the evidence lies on the web.',
  'workbook.meaning.id': () => 'By which body or decision is known, also in the interface.',
  'data.workbook': () => 'Columns of a town’s workbook',
  'data.workbook.1': () =>
    'The first sheet has the columns of the table of measures, the sheets of figures have those of the chart files. In addition:',
  'data.workbook.heading': () => 'Heading',
  'workbook.sheet.counts': () => 'Status',
  'workbook.sheet.fields': () => 'Numbers by field',
  'workbook.sheet.status': () => 'Status over time',
  'workbook.sheet.stages': () => 'From decision to completion',
  'workbook.sheet.assessments': () => 'Assessments',
  'workbook.sheet.movedDates': () => 'Moved dates',
  'workbook.sheet.organs': () => 'Bodies',
  'workbook.sheet.decisions': () => 'Decisions',
  'workbook.sheet.entries': () => 'Entries',
  'workbook.sheet.evidence': () => 'Evidence',
  'trendColumn.what': () => 'What',
  'trendColumn.statusWord': () => 'Status',
  'trendColumn.stage': () => 'Stage',
  'trendColumn.ratingWord': () => 'Rating (word)',
  'trendColumn.shift': () => 'Distance',
  'trendColumn.code': () => 'Code',
  'trendColumn.measures': () => 'Measures',
  'trendColumn.share': () => 'Share',
  'trendColumn.field': () => 'Field',
  'trendMeaning.day': () => 'Day for which the row holds; in the last one the day shown.',
  'trendMeaning.decided': () =>
    'Measures that are adopted, also in principle, or need no decision.',
  'trendMeaning.begun': () => 'Of the decided those under way, paused and completed.',
  'trendMeaning.finished': () => 'Of the decided those completed.',
  'trendMeaning.givenUp': () =>
    'Of the decided those given up and not feasible; they do not count as begun.',
  'trendMeaning.begunUndecided': () =>
    'Under way, paused or completed without a decision in force on record.',
  'trendMeaning.decisionUnknown': () =>
    'Measures of which it is not entered whether they are decided.',
  'trendMeaning.total': () => 'All measures on that day. What went on in others counts there.',
  'trendMeaning.scale': () => 'Code of the scale of the assessment.',
  'trendMeaning.rating': () => 'Code of the rating. An opinion of the observers.',
  'trendMeaning.count': () => 'Measures whose newest rating is this.',
  'trendMeaning.assessed': () => 'Measures with a rating.',
  'trendMeaning.notAssessed': () =>
    'Measures of which it is recorded that they are not assessed, and why. What counts neither here nor as assessed is still open.',
  'trendMeaning.id': () => 'Id of the measure, the same as in the table of measures.',
  'trendMeaning.title': () => 'Title of the measure on that day.',
  'trendMeaning.first': () => 'The end that was named first.',
  'trendMeaning.now': () => 'The end that was planned on the day shown.',
  'trendMeaning.times': () =>
    'How often the date was moved; saying it more exactly does not count.',
  'trendMeaning.days': () =>
    'Days between the last possible days of the two; less than 0: earlier.',
  'trendMeaning.what': () => 'Time gone by of that until the target year, and completed measures.',
  'trendMeaning.statusWord': () => 'One of the nine words; in the last row all together.',
  'trendMeaning.stage': () =>
    'Stage on the way from decision to completion; in the last row all measures.',
  'trendMeaning.ratingWord': () => 'Rating by the group; in the last row all measures.',
  'trendMeaning.shift': () => 'How far the planned end is from that named first.',
  'trendMeaning.code': () =>
    'The same as a code; empty in the row of the sum, and where nobody assessed.',
  'trendMeaning.measures': () => 'So many measures they are.',
  'trendMeaning.share': () => 'Share of all, as the chart says it.',
  'trendMeaning.field': () => 'Field at the top with all that lies within it.',
  'method.stages': () => 'From decision to completion',
  'method.stages.1': () =>
    'Each stage is a part of the one before. What was given up counts as decided, but not as begun: whether work ever began is often not known. What began without a decision in force stands beside it.',
  'method.stages.decision': () => 'Decision',
  'method.stages.implementation': () => 'Implementation',
  'method.stages.any': () => 'any state',
  'data.trends.status': () => 'Over time',
  'data.trends.ownProjects': () => 'Projects of allies',
  'data.trends.counts': () => 'How all measures stand',
  'data.trends.target': () => 'Until the target year',
  'data.trends.fields': () => 'How they stand, field by field',
  'data.trends.stagesNow': () => 'From decision to completion, on the day shown',
  'data.trends.opinionsNow': () => 'Assessments, on the day shown',
  'data.trends.shifts': () => 'How far planned ends were moved',
  'data.trends.farthest': () => 'Moved farthest',
  'moved.all': (args) =>
    `Download ${plural(args.count, { one: `the one measure`, other: `all ${number(args.count)} measures` })} with a moved end`,
  'trendMeaning.status': () => 'Measures whose status on that day was this.',
  'turns.title': () => 'Lately adopted, completed, delayed',
  'turns.adopted': () => 'Newly adopted',
  'turns.completed': () => 'Completed',
  'turns.delayed': () => 'Delayed',
  'turns.none': () => 'None yet.',
  'alliance.organisations': () => 'Organisations',
  'alliance.organisations.lead': () =>
    'Who takes part or is invited: offices, associations, companies, party groups. An organisation is named in public only once it has agreed.',
  'alliance.none': () => 'No organisations yet. First paste the list of those you want to invite.',
  'alliance.add': () => 'Add organisations',
  'alliance.add.lead': () =>
    'One or forty at a time: one organisation in each line. What is there already stays as it is.',
  'alliance.add.persons': () =>
    'Names and addresses of persons never become part of an organisation: they go to the contacts, stay internal and can be deleted. Before anything is saved you see how the list is understood.',
  'alliance.add.submit': () => 'Add organisations',
  'alliance.names': () => 'Organisations, one in each line',
  'alliance.names.hint': () =>
    'For example “Radfreunde e. V.”, or with kind and contact: “Hof Sonnentau; company; Eva Sommer <eva@hof.example>”. A table or the recipients of a mail can be pasted.',
  'alliance.preview': (args) =>
    `${plural(args.count, { one: `This is how the list is understood: ${number(args.count)} organisation`, other: `This is how the list is understood: ${number(args.count)} organisations` })}`,
  'alliance.preview.lead': () =>
    'Nothing is saved yet. If the name of a person stands here as an organisation, change the list below: what was registered once stays in the history. Otherwise send the form once more.',
  'alliance.preview.contacts': () => 'Internal, as contact:',
  'alliance.preview.unclear': (args) =>
    `${plural(args.count, { one: `Not understood, stays out: ${number(args.count)} part`, other: `Not understood, stays out: ${number(args.count)} parts` })}`,
  'alliance.preview.unclear.lead': () =>
    'Put the name of the organisation before it, if somebody belongs to one: “Radfreunde e. V.; Eva Sommer <eva@rad.example>”.',
  'alliance.doubts': (args) =>
    `${plural(args.count, { one: `${number(args.count)} line may be a human being`, other: `${number(args.count)} lines may be human beings` })}`,
  'alliance.doubts.lead': () =>
    'Names of persons do not belong into the register of organisations, for what stands there stays in its history. Please say of each line what it is.',
  'alliance.doubts.ORGANISATION': () => 'an organisation',
  'alliance.doubts.CONTACT': (args) => `a person, contact at “${inner(args.name)}” (internal)`,
  'alliance.doubts.PERSON': () => 'a person, not to be registered',
  'alliance.kind': () => 'Kind',
  'alliance.kind.others': () => 'Kind where none is recognised',
  'alliance.kind.others.hint': () =>
    '“e. V.”, “GmbH”, “Fraktion”, “Amt” and the like are recognised by the name.',
  'alliance.name': () => 'Name',
  'alliance.organ': () => 'Body or office of the municipality',
  'alliance.organ.hint': () => 'Where it is the same as a body that is kept here already.',
  'alliance.organ.none': () => 'none',
  'alliance.description': () => 'Who are they?',
  'alliance.website': () => 'Website',
  'alliance.contact': () => 'Contact of the organisation',
  'alliance.contact.hint': () =>
    'A general address, never that of a private person: it becomes public.',
  'alliance.member': () => 'in the alliance',
  'alliance.named': () => 'named in public',
  'alliance.unnamed': () => 'not named in public',
  'alliance.named.text': () => 'The organisation has a public page and is named in minutes.',
  'alliance.unnamed.text': () =>
    'The organisation is named nowhere in public. In minutes it is counted, without its name.',
  'alliance.publish': () => 'Name in public',
  'alliance.publish.lead': () =>
    'Only with the consent of the organisation: its name, what it promises and brings in can then be seen by everybody.',
  'alliance.unpublish.lead': () =>
    'The page of the organisation disappears, and its name stands nowhere in public any more. The entries stay.',
  'alliance.edit': () => 'Change the details',
  'alliance.edit.hint': () => 'Name, kind, description, website.',
  'alliance.join': () => 'Add to the alliance',
  'alliance.join.hint': () => 'Who belongs to the climate alliance stands on its public page.',
  'alliance.open': () => 'Open points and mail',
  'alliance.open.hint': () => 'What was promised and asked, the next date, and a text to copy.',
  'alliance.mistake': () => 'Twice or by mistake',
  'alliance.merge': () => 'Merge with another one',
  'alliance.merge.hint': () => 'Where the same organisation is registered twice.',
  'alliance.merge.lead': () =>
    'All that names this organisation is about the other one afterwards: seats, invitations, promises, minutes, measures. The contacts move as well, offers to everybody do not. The history keeps what was recorded, and the merger can be taken back.',
  'alliance.merge.into': () => 'Which one is the same, and stays?',
  'alliance.merge.into.hint': () => 'Its name holds from then on.',
  'alliance.merge.note': () => 'Note',
  'alliance.merge.problem.unnamed': () =>
    'This organisation is not named in public yet, while the other one is. Name it first, or merge the other way round.',
  'alliance.merged': () => 'Merged into this one:',
  'alliance.unmerge': () => 'Take the merger back',
  'alliance.unmerge.lead': () =>
    'They are two organisations again afterwards, each with all that was recorded under its name. Seats that ended and contacts stay where they are.',
  'alliance.takeBack': () => 'Registered by mistake: take back',
  'alliance.takeBack.hint': () => 'Where there is no such organisation, or a person was meant.',
  'alliance.takeBack.lead': () =>
    'The organisation vanishes from all lists; its seats and invitations do not hold any more, its contacts are deleted. The history keeps that it was registered and taken back. If it was the name of a person, remove the text there afterwards as well.',
  'alliance.takeBack.kept': () =>
    'This organisation is named in public, or minutes, a promise or a measure speak of it. Then it stays. If it is registered twice, merge it with the other one.',
  'alliance.takeBack.problem.kept': () =>
    'This organisation is still needed and cannot be taken back.',
  'alliance.leave': () => 'Record that it left the alliance',
  'alliance.since': (args) => `since ${args.day}`,
  'alliance.offers': () => 'What it brings in',
  'alliance.offers.none': () =>
    'No offer to all yet. Pledges for single measures stand with those.',
  'alliance.offer.add': () => 'Record an offer',
  'alliance.offer.what': () => 'What does the organisation offer?',
  'alliance.offer.what.hint': () => 'For example “A workshop with tools on two Saturdays a month”.',
  'alliance.offer.kind': () => 'What is it?',
  'alliance.offer.withdraw': () => 'End the offer',
  'alliance.contacts': () => 'Contacts',
  'alliance.contacts.hint': () => 'Whom you write to; for the team only.',
  'alliance.contacts.all': () => 'All contacts of the organisations',
  'alliance.contacts.lead': () =>
    'Names and addresses of persons are seen by the team only. They stand in no history and can be deleted without trace at any time.',
  'alliance.contacts.none': () => 'No contact is kept yet.',
  'alliance.contact.add': () => 'Keep the contact',
  'alliance.contact.change': () => 'Change the contact',
  'alliance.contact.delete': () => 'Delete the contact',
  'alliance.contact.delete.lead': () =>
    'Name, address and remark are deleted at once and for good.',
  'alliance.contact.name': () => 'Name',
  'alliance.contact.email': () => 'E-mail address',
  'alliance.contact.note': () => 'Remark',
  'alliance.contact.note.hint': () => 'For example “deputy of the board”.',
  'alliance.problem.address': () =>
    'There is no organisation here, only persons or addresses. The name of the organisation comes first, the person and the address behind a semicolon.',
  'alliance.problem.contact': () => 'A name or an e-mail address is needed.',
  'alliance.problem.email': () => 'This is no e-mail address.',
  'alliance.problem.tooLong': (args) => `This is too long: at most ${number(args.max)} characters.`,
  'alliance.problem.nobody': () => 'There is no organisation here yet.',
  'alliance.problem.whoIsIt': () => 'Please choose whether this is an organisation or a person.',
  'alliance.problem.tooMany': (args) =>
    `These are too many at a time: at most ${number(args.max)}.`,
  'work.organisations.hint': () => 'Who is invited, takes part and brings something in.',
  'actorKind.ADMINISTRATION': () => 'office or administration',
  'actorKind.PARTY': () => 'party or party group',
  'actorKind.COMPANY': () => 'company',
  'actorKind.COOPERATIVE': () => 'cooperative',
  'actorKind.ASSOCIATION': () => 'association',
  'actorKind.CITIZENS_GROUP': () => 'citizens’ group',
  'actorKind.EXPERT': () => 'expert body',
  'actorKind.OTHER': () => 'other',
  'contribution.WORK': () => 'work',
  'contribution.KNOWLEDGE': () => 'knowledge',
  'contribution.MONEY': () => 'money',
  'contribution.SPACE': () => 'space',
  'contribution.EQUIPMENT': () => 'equipment',
  'contribution.OUTREACH': () => 'outreach',
  'contribution.VOICE': () => 'public support',
  'contribution.OTHER': () => 'other',
  'roundtable.all': () => 'Round tables',
  'roundtable.all.lead': () =>
    'Round tables, fixed appointments with offices and talks with the head of the administration: who is invited, what was talked about, and what becomes of it.',
  'roundtable.none': () => 'No round table yet. Set one up, then invite.',
  'roundtable.new': () => 'Set up a round table',
  'roundtable.new.lead': () =>
    'A name and a kind will do. Everything else follows when you need it.',
  'roundtable.ended': () => 'Round tables that ended',
  'roundtable.next': (args) => `next date ${args.day}`,
  'roundtable.held': (args) =>
    `${plural(args.count, { '=0': `no meeting yet`, one: `${number(args.count)} meeting was held`, other: `${number(args.count)} meetings were held` })}`,
  'roundtable.name': () => 'Name',
  'roundtable.name.hint': () =>
    'For example “Runder Tisch Energie und Bauen” or “Jour fixe mit dem Umweltamt”.',
  'roundtable.format': () => 'Kind',
  'roundtableFormat.ROUND_TABLE': () => 'Round table',
  'roundtableFormat.STANDING_MEETING': () => 'Fixed appointment',
  'roundtableFormat.JOUR_FIXE': () => 'Jour fixe',
  'roundtableFormat.EXPERT_BODY_GUEST': () => 'Expert body with the group as guest',
  'roundtableFormat.hint.ROUND_TABLE': () =>
    'One topic in focus, irregular, an open list of invitees.',
  'roundtableFormat.hint.STANDING_MEETING': () =>
    'In a rhythm, for example every six weeks with the environment office.',
  'roundtableFormat.hint.JOUR_FIXE': () =>
    'A regular talk, for example with the head of the administration.',
  'roundtableFormat.hint.EXPERT_BODY_GUEST': () =>
    'A body of the municipality in which the group is a guest.',
  'roundtable.topic': () => 'Focus',
  'roundtable.description': () => 'What is it about?',
  'roundtable.mandate': () => 'What does it rest on?',
  'mandate.INFORMAL': () => 'without a mandate, by own invitation',
  'mandate.ADMINISTRATION': () => 'promise of the administration',
  'mandate.COUNCIL_DECISION': () => 'decision of a body',
  'roundtable.mandate.text': () => 'Mandate in words',
  'roundtable.organ': () => 'Which body does it advise?',
  'roundtable.convenor': () => 'Who invites?',
  'roundtable.noChoice': () => 'not stated',
  'roundtable.moderation': () => 'Moderation',
  'roundtable.moderation.hint': () => 'An office or organisation, no person.',
  'roundtable.place': () => 'Place',
  'roundtable.rules': () => 'Rules',
  'roundtable.rulesUrl': () => 'Rules as a document',
  'roundtable.approvalDays': () => 'Period for approval of the minutes in days',
  'roundtable.approvalDays.hint': () =>
    'So long all participants can ask for changes, for example 14.',
  'roundtable.guests': () => 'Guests',
  'roundtable.openToPublic': () => 'Anybody may come and listen.',
  'roundtable.public': () =>
    'Everybody sees this round table, its dates and the published minutes.',
  'roundtable.draft': () => 'Only the team sees this round table.',
  'roundtable.publish.lead': () =>
    'Everybody then sees name, mandate, seats and dates. What was talked about they see only when the minutes are approved and published.',
  'roundtable.unpublish.lead': () =>
    'Only the team then sees the round table. What measures say about it stays without its name.',
  'roundtable.setup': () => 'Set-up',
  'roundtable.details': () => 'Mandate and rules',
  'roundtable.details.hint': () => 'Name, mandate, who invites, rules, period for the minutes.',
  'roundtable.seats': () => 'Seats',
  'roundtable.seats.hint': () => 'Who belongs to it, by group, voting or as a guest.',
  'roundtable.seats.count': (args) =>
    `${plural(args.count, { '=0': `none yet`, one: `${number(args.count)} seat`, other: `${number(args.count)} seats` })}`,
  'roundtable.seats.lead': () => 'Invitations and answers are counted by these groups.',
  'roundtable.seats.none': () => 'Nobody has a seat yet. First add the organisations.',
  'roundtable.seats.noneYet': () => 'Nobody has a seat yet.',
  'roundtable.seat.add': () => 'Give seats',
  'roundtable.seat.who': () => 'Who?',
  'roundtable.seat.voting': () => 'With a vote?',
  'roundtable.seat.voting.yes': () => 'voting',
  'roundtable.seat.voting.no': () => 'as a guest',
  'roundtable.seat.kind': () => 'Counted with',
  'roundtable.seat.kind.own': () => 'as fits the kind of the organisation',
  'roundtable.seat.since': () => 'Since when?',
  'roundtable.seat.end': () => 'End the seat',
  'seatKind.ADMINISTRATION': () => 'Administration',
  'seatKind.POLITICS': () => 'Politics',
  'seatKind.BUSINESS': () => 'Business',
  'seatKind.ASSOCIATION': () => 'Associations',
  'seatKind.CITIZENS': () => 'Citizens',
  'seatKind.EXPERT': () => 'Experts',
  'roundtable.rhythm': () => 'Rhythm',
  'roundtable.rhythm.hint': () => 'Fixed dates, for example every six weeks.',
  'roundtable.rhythm.none': () => 'none',
  'roundtable.rhythm.lead': () =>
    'The calendar shows the dates of the rhythm in advance; single ones can be moved or cancelled.',
  'roundtable.rhythm.now': (args) => `At present ${args.rhythm}. Next dates:`,
  'roundtable.rhythm.every': () => 'Every how many?',
  'roundtable.rhythm.unit': () => 'Unit',
  'roundtable.rhythm.unit.WEEK': () => 'weeks',
  'roundtable.rhythm.unit.MONTH': () => 'months, on the same weekday',
  'roundtable.rhythm.from': () => 'First date',
  'roundtable.rhythm.from.hint': () =>
    'An exact day, for example 13.1.2026; the later ones are counted from it.',
  'roundtable.rhythm.until': () => 'Last possible day',
  'roundtable.rhythm.end': () => 'End the rhythm',
  'roundtable.rhythm.end.lead': () =>
    'From today on there are only dates that are set one by one. Earlier ones stay.',
  'roundtable.every.WEEK': (args) =>
    `${plural(args.count, { one: `every week`, other: `every ${number(args.count)} weeks` })}`,
  'roundtable.every.MONTH': (args) =>
    `${plural(args.count, { one: `every month`, other: `every ${number(args.count)} months` })}`,
  'roundtable.atTime': (args) => `${args.time}`,
  'roundtable.meeting': () => 'Meeting',
  'roundtable.meeting.back': () => 'Back to the meeting',
  'roundtable.meeting.on': () => 'Day',
  'roundtable.meeting.on.hint': () =>
    'For example 13/1/2027. A month such as 1/2027 will do while the day is still open.',
  'roundtable.meeting.online': () => 'Online',
  'roundtable.meeting.online.yes': () => 'Taking part online is possible.',
  'roundtable.meeting.online.hint': () =>
    'You add the joining link afterwards under “For the team only”.',
  'roundtable.meeting.topic': () => 'Topic of this meeting',
  'roundtable.meeting.topic.hint': () => 'Where the round table has another focus each time.',
  'roundtable.meeting.convene.lead': () => 'The day will do. Invitations come next.',
  'roundtable.meeting.convene.due': () =>
    'This meeting follows from the rhythm. If it is moved, it stays the same entry in calendars.',
  'roundtable.meeting.move': () => 'Move or change',
  'roundtable.meeting.move.hint': () =>
    'Another day, hour or place. Calendars take the change over.',
  'roundtable.meeting.move.lead': () =>
    'Whoever subscribed to the calendar sees the meeting on its new day.',
  'roundtable.meeting.move.note': () => 'Why is it moved?',
  'roundtable.meeting.cancel': () => 'Cancel the meeting',
  'roundtable.meeting.cancel.hint': () => 'It stays, marked as cancelled.',
  'roundtable.meeting.cancel.lead': () =>
    'Calendars show the meeting as cancelled. You tell those who are invited yourself.',
  'roundtable.meeting.topic.change': () => 'Change the topic',
  'roundtable.meeting.topic.change.hint': () => 'What the day is about, with a reason.',
  'roundtable.meeting.restore': () => 'Take the cancellation back',
  'roundtable.meeting.restore.hint': () => 'The meeting is held after all.',
  'roundtable.meeting.restore.lead': () =>
    'Calendars show the meeting again. You tell those who are invited yourself.',
  'roundtable.meeting.cancel.note': () => 'Why is it not held?',
  'roundtable.meeting.note.public': () =>
    'Public once the round table is published; please without names of persons.',
  'roundtable.calendar': () => 'Subscribe to the calendar',
  'roundtable.calendar.hint': () => 'All meetings of the round tables, for calendar programs.',
  'roundtable.calendar.lead': () =>
    'Copy an address into your calendar program (subscribe to a calendar from the internet). Meetings that are moved or cancelled change there by themselves.',
  'roundtable.calendar.team': () => 'For you alone, with all that the team sees',
  'roundtable.calendar.team.hint': () =>
    'Drafts and joining links too. Do not pass this address on; it holds as long as you work here.',
  'roundtable.calendar.public': () => 'For everybody',
  'roundtable.calendar.public.hint': () => 'Meetings of published round tables only.',
  'roundtable.calendar.file': () => 'File for everybody (iCal): published dates only, to hand on',
  'roundtable.calendar.teamFile': () =>
    'File for the team (iCal): with drafts and links for joining',
  'roundtable.calendar.renew': () => 'Renew your own address',
  'roundtable.calendar.renew.lead': () =>
    'If you gave your address away, make a new one. The old one then shows only what everybody sees.',
  'roundtable.calendar.oneFile': () => 'The date as a file to attach (iCal)',
  'roundtable.calendar.one': () => 'Add the date to a calendar (iCal)',
  'roundtable.calendar.subscribe': () => 'Dates as a calendar (iCal)',
  'roundtable.talk': () => 'Talk and minutes',
  'roundtable.talk.minutes': () => 'Results and minutes',
  'roundtable.talk.first': () => 'Who was there and what came of it, once the meeting was held.',
  'roundtable.talk.results': () => 'Results item by item, approval, publication.',
  'roundtable.preparation': () => 'Preparation',
  'roundtable.preparation.done': (args) =>
    `${number(args.done)} of ${number(args.all)} points done.`,
  'roundtable.step.when': () => 'Day, hour and place',
  'roundtable.step.when.hint': () => 'The joining link too, where it is held online.',
  'roundtable.step.invited': () => 'Invitation',
  'roundtable.step.invited.hint': () => 'All with a seat are invited.',
  'roundtable.step.replies': () => 'Replies',
  'roundtable.step.replies.hint': () => 'All who are invited have answered.',
  'roundtable.step.agenda': () => 'Agenda',
  'roundtable.step.agenda.hint': () => 'What is to be talked about.',
  'roundtable.step.commonGround': () => 'Common ground',
  'roundtable.step.commonGround.hint': () =>
    'For each item it is noted what all agree on beforehand.',
  'roundtable.step.followUps': () => 'Follow-ups looked at',
  'roundtable.step.followUps.hint': () =>
    'Open follow-ups are on the agenda, or a reminder was sent.',
  'roundtable.step.protocol': () => 'Minutes of last time',
  'roundtable.step.protocol.hint': () => 'They are approved.',
  'roundtable.step.done': () => 'done',
  'roundtable.step.missing': () => 'open',
  'roundtable.step.count': (args) => `(${number(args.count)} of ${number(args.of)})`,
  'roundtable.suggestions': () => 'Suggestions for the agenda',
  'roundtable.suggestions.lead': () =>
    'What was left over, what is waited for, and which measures lag behind.',
  'roundtable.suggestions.none': () => 'Nothing is pressing at the moment.',
  'roundtable.suggestion.add': () => 'Put on the agenda',
  'roundtable.suggestion.parked': () => 'parked',
  'roundtable.suggestion.undiscussed': () => 'was on the agenda and not reached',
  'roundtable.suggestion.answer': () => 'answer is waited for',
  'roundtable.suggestion.answerTo': (args) => `Answer to: ${args.topic}`,
  'roundtable.suggestion.followUp': () => 'follow-up without news',
  'roundtable.suggestion.late': () => 'measure is late',
  'roundtable.suggestion.stale': () => 'measure without news',
  'roundtable.invite': () => 'Invite',
  'roundtable.invite.lead': () =>
    'Here you record who is invited. You then copy the invitation itself into your mail program.',
  'roundtable.invite.already': (args) =>
    `${plural(args.count, { one: `${number(args.count)} organisation is invited already`, other: `${number(args.count)} organisations are invited already` })}.`,
  'roundtable.invite.who.hint': () => 'All with a seat are chosen already.',
  'roundtable.invite.more': () => 'Further organisations, one a line',
  'roundtable.invite.more.hint': () =>
    'What is not registered yet is registered on the way. Kind and e-mail address may stand behind a semicolon: “Radfreunde e. V.; association; info@radfreunde.example”. Addresses stay internal.',
  'roundtable.invite.submit': () => 'Record as invited',
  'roundtable.invite.withdraw': () => 'Withdraw invitations',
  'roundtable.invite.withdraw.lead': () =>
    'For invitations that hold no longer, or were recorded by mistake. A reply to them does not count any more. Whoever has got a mail must hear of it from you.',
  'roundtable.invite.withdraw.who': () => 'Who is not invited any more?',
  'roundtable.invite.withdraw.none': () => 'Nobody is invited to this meeting.',
  'roundtable.replies': () => 'Replies to the invitation',
  'roundtable.replies.lead': () => 'All on one page. Only what you change is saved.',
  'roundtable.replies.none': () => 'Nobody is invited yet.',
  'roundtable.replies.byGroup': () => 'Replies by group',
  'roundtable.replies.record': () => 'Record replies',
  'roundtable.reply.title': () => 'Reply',
  'roundtable.reply.none': () => 'still open',
  'roundtable.reply.persons': () => 'Persons',
  'roundtable.group': () => 'Group',
  'roundtable.count.invited': () => 'invited',
  'roundtable.count.yes': () => 'yes',
  'roundtable.count.deputy': () => 'deputy',
  'roundtable.count.no': () => 'no',
  'roundtable.count.open': () => 'open',
  'roundtable.count.persons': () => 'persons',
  'roundtable.count.all': () => 'all',
  'roundtable.internal': () => 'For the team only',
  'roundtable.internal.hint': () => 'Joining link and an internal note.',
  'roundtable.internal.lead': (args) =>
    `Only those who work on ${args.town} can read this. It is deleted by emptying the fields.`,
  'roundtable.internal.joinUrl': () => 'Joining link',
  'roundtable.internal.joinUrl.hint': () =>
    'Stands in the invitation to copy and in the team’s calendar, nowhere in public.',
  'roundtable.internal.note': () => 'Internal note',
  'roundtable.internal.note.hint': () => 'For example who opens the room.',
  'roundtable.letters': () => 'Texts to copy',
  'roundtable.letters.hint': () => 'Invitation, reminder and thanks, with the addresses.',
  'roundtable.letters.lead': () =>
    'The texts are made of what is recorded here. Copy them into your mail program and add there what is missing.',
  'roundtable.letters.to': () => 'Addresses',
  'roundtable.letters.to.invitation': () =>
    'For the field Bcc, so that nobody sees the addresses of the others: all who are invited.',
  'roundtable.letters.to.reminder': () => 'For the field Bcc: all who have not answered yet.',
  'roundtable.letters.to.thanks': () => 'For the field Bcc: all who were there.',
  'roundtable.letters.nobody': (args) =>
    `${plural(args.count, { '=0': `At the moment this is for nobody.`, one: `This is for ${number(args.count)} organisation; no address is kept.`, other: `This is for ${number(args.count)} organisations; no addresses are kept.` })}`,
  'roundtable.letters.subject': () => 'Subject',
  'roundtable.letters.body': () => 'Text',
  'roundtable.letters.unreachable': () => 'Invited without an e-mail address',
  'roundtable.letter.invitation': () => 'Invitation',
  'roundtable.letter.reminder': () => 'Reminder',
  'roundtable.letter.thanks': () => 'Thanks and next steps',
  'roundtable.letter.greeting': () => 'Hello,',
  'roundtable.letter.invitation.subject': (args) => `Invitation: ${args.table} on ${args.day}`,
  'roundtable.letter.invitation.text': (args) => `we kindly invite you: “${inner(args.table)}”.`,
  'roundtable.letter.invitation.topic': (args) =>
    `we kindly invite you: “${inner(args.table)}” on the topic “${inner(args.topic)}”.`,
  'roundtable.letter.reminder.subject': (args) => `Will you come? ${args.table} on ${args.day}`,
  'roundtable.letter.reminder.text': (args) =>
    `we invited you recently: “${inner(args.table)}”. We have no answer from you yet; it helps us to prepare.`,
  'roundtable.letter.when': (args) => `When: ${args.when}`,
  'roundtable.letter.minutes': (args) => `Duration: about ${number(args.count)} min`,
  'roundtable.letter.where': (args) => `Where: ${args.place}`,
  'roundtable.letter.online': (args) => `Online: ${args.link}`,
  'roundtable.letter.agenda': () => 'Agenda:',
  'roundtable.letter.commonGround': (args) => `Common ground: ${args.text}`,
  'roundtable.letter.reply': (args) =>
    `Please answer by ${args.day} whether you come, send a deputy or decline, and how many persons we may expect.`,
  'roundtable.letter.thanks.subject': (args) => `Thank you: ${args.table} on ${args.day}`,
  'roundtable.letter.thanks.text': (args) =>
    `thank you for the talk on ${args.day}: “${inner(args.table)}”.`,
  'roundtable.letter.promised': () => 'This was promised:',
  'roundtable.letter.until': (args) => `${args.who}: ${args.what} (by ${args.day})`,
  'roundtable.letter.protocol': (args) =>
    `We gladly take requests for changes of the draft minutes until ${args.day}.`,
  'roundtable.letter.next': (args) => `The next meeting: ${args.day}.`,
  'roundtable.letter.closing': () => 'Kind regards',
  'roundtable.problem.noReply': () => 'A number of persons needs a reply.',
  'roundtable.problem.joinUrl': () => 'This is no web address. It begins with “https://”.',
  'roundtable.time': () => 'Begins at',
  'roundtable.time.hint': () => 'A time, for example 18:30.',
  'roundtable.minutes': () => 'Length (min)',
  'roundtable.meetings': () => 'Meetings',
  'roundtable.reminder.subject': (args) => `Subject: open points and next dates (${args.name})`,
  'roundtable.reminder.hello': () => 'Hello,\n\nhere is what is open between us.',
  'roundtable.reminder.hello.plain': () => 'Hello,',
  'roundtable.reminder.nothing': () =>
    'At the moment nothing is open, neither with you nor with us.',
  'roundtable.reminder.promises': () => 'You promised:',
  'roundtable.reminder.questions': () => 'We wait for an answer to these questions:',
  'roundtable.reminder.support': () => 'You promised support for these measures:',
  'roundtable.reminder.dates': () => 'The next dates:',
  'roundtable.reminder.thanks': () =>
    'Is some of it done, or do you need more time? A short answer is enough. Thank you!',
  'roundtable.organisation.none': () => 'This organisation has nothing open at present.',
  'roundtable.organisation.questions': () => 'Questions whose answer we wait for',
  'roundtable.organisation.support': () => 'Promised for measures',
  'roundtable.organisation.dates': () => 'Next dates',
  'roundtable.organisation.mail': () => 'Mail to the organisation',
  'roundtable.organisation.mail.label': () => 'Text to be copied',
  'roundtable.organisation.remind': () => 'Record as reminded',
  'roundtable.organisation.remind.lead': () =>
    'These promises then say that a reminder was sent today. That stays internal.',
  'roundtable.questions': () => 'Open questions to the town',
  'roundtable.questions.hint': () => 'What was handed over and has no answer yet.',
  'roundtable.questions.lead': () =>
    'Handed over or asked as a fact check, and not answered yet. Whoever is signed in for the administration can answer themselves.',
  'roundtable.questions.none': () => 'No question is open at present.',
  'roundtable.questions.nobody': () => 'Nobody named',
  'roundtable.questions.others': () => 'Handed over to others',
  'roundtable.questions.others.lead': () => 'It is not for the administration to answer these.',
  'roundtable.questions.count': (args) =>
    `${plural(args.count, { '=0': `none open`, other: `${number(args.count)} open` })}`,
  'roundtable.questions.answer': () => 'Record the answer',
  'roundtable.questions.text': () => 'Answer',
  'roundtable.questions.text.hint': () =>
    'Shown with the item in the minutes once they are published. Name offices, no persons.',
  'roundtable.questions.by': () => 'Who answered?',
  'roundtable.waiting': () => 'waiting, since when is unknown',
  'roundtable.waiting.since': (args) =>
    `${plural(args.count, { '=0': `open since today`, one: `open for ${number(args.count)} day`, other: `open for ${number(args.count)} days` })}`,
  'roundtable.waiting.overdue': (args) =>
    `${plural(args.count, { one: `overdue for ${number(args.count)} day`, other: `overdue for ${number(args.count)} days` })}`,
  'roundtable.waiting.due': (args) => `due ${args.day}`,
  'roundtable.waiting.moved': (args) =>
    `${plural(args.count, { one: `put off once`, other: `put off ${number(args.count)} times` })}`,
  'roundtable.waiting.reminded': (args) => `reminded on ${args.day}`,
  'roundtable.waiting.answer': (args) => `waiting for an answer since ${args.day}`,
  'roundtable.followUps': () => 'Open promises',
  'roundtable.followUps.hint': () => 'Who promised what by when, with a text for reminding.',
  'roundtable.followUps.lead': () =>
    'What was promised at round tables and is not done yet. A click on the organisation shows all that is needed for a mail.',
  'roundtable.followUps.ofTable': () =>
    'What was promised at this round table and is not done yet.',
  'roundtable.followUps.none': () => 'No promise is open at present.',
  'roundtable.followUps.add': () => 'Record a promise',
  'roundtable.followUps.between': () =>
    'What is recorded here was agreed between the meetings and stays internal.',
  'roundtable.followUps.closed': () => 'Done or dropped',
  'roundtable.followUps.count': (args) =>
    `${plural(args.count, { '=0': `none open`, other: `${number(args.count)} open` })}${plural(args.stale, { '=0': ``, other: `, ${number(args.stale)} overdue or quiet for long` })}`,
  'roundtable.between': () => 'Between the meetings',
  'roundtable.nextMeeting': (args) => `Next meeting: ${args.day}`,
  'roundtable.mail.subject': (args) =>
    `Subject: ${args.table}, draft of the minutes of ${args.day}`,
  'roundtable.mail.circulate': (args) => `Hello,

below are the draft minutes of ${args.day}. If something should be changed, please write to us by ${args.until}. After that the minutes count as approved.

Thank you for taking part!`,
  'roundtable.text.lead': () =>
    'For mails and shared documents. The text also holds what is internal: for those who took part only.',
  'roundtable.text.mail': () => 'Mail to those who took part',
  'roundtable.text.mail.label': () => 'Text of the mail',
  'roundtable.text.markdown': () => 'Minutes as Markdown',
  'roundtable.text.markdown.label': () => 'Minutes to be copied',
  'roundtable.text.download': () => 'Download as a file (.md)',
  'roundtable.text.toMinutes': () => 'To the minutes',
  'roundtable.unpublishMinutes.lead': () =>
    'The minutes are then internal again. What was read or copied already cannot be taken back.',
  'roundtable.publishMinutes.lead': () =>
    'Everybody can then read the minutes as they are approved.',
  'roundtable.approve.lead': () =>
    'What is recorded up to now is approved. What comes later needs another approval.',
  'roundtable.approve.open': (args) => `The period is open until ${args.day}`,
  'roundtable.approve.unanimous': () => 'Everybody has agreed already.',
  'roundtable.objection.lead': () =>
    'Requests for changes stay internal. The change itself is recorded at the item.',
  'roundtable.objection.who': () => 'Which group?',
  'roundtable.objection.item': () => 'About which item?',
  'roundtable.objection.all': () => 'about all of the minutes',
  'roundtable.objection.note': () => 'What should be changed?',
  'roundtable.circulate.lead': () =>
    'After this a text for the mail is ready, with all of the minutes.',
  'roundtable.circulate.until': () => 'Requests for changes until',
  'roundtable.circulate.until.hint': (args) =>
    `A day, for example 30.6.2027. The usual period here is ${plural(args.days, { one: `${number(args.days)} day`, other: `${number(args.days)} days` })}.`,
  'roundtable.circulate.submit': () => 'Record the period and show the text',
  'roundtable.told': () => 'What everybody sees',
  'roundtable.told.now': () => 'The minutes as they were approved last.',
  'roundtable.told.later': () =>
    'Nothing yet. Everybody can read the minutes only once they are approved and published.',
  'roundtable.told.draftTable': () =>
    'The round table itself is still a draft; until it is published, all stays internal.',
  'roundtable.told.dissent': () => 'Not to be seen because the dissent is not released:',
  'roundtable.told.unnamed': (args) =>
    `${plural(args.count, { one: `Counted without its name, and its promises stay internal, because it is not named in public:`, other: `Counted without their names, and their promises stay internal, because they are not named in public:` })}`,
  'roundtable.told.never': () =>
    'Always internal: invitations and the answers to them, reminders, requests for changes, and what was agreed between the meetings.',
  'roundtable.takeUp': () => 'Record as a measure',
  'roundtable.takeUp.existing': () => 'Link to a measure',
  'roundtable.takeUp.lead': () =>
    'The measure begins as a draft and says that it came from here. A round table adopts nothing.',
  'roundtable.takeUp.how': () => 'New or known already?',
  'roundtable.takeUp.new': () => 'New measure',
  'roundtable.takeUp.known': () => 'One that is kept here already',
  'roundtable.takeUp.title': () => 'Title of the new measure',
  'roundtable.takeUp.measure': () => 'Known measure',
  'roundtable.results': () => 'Results',
  'roundtable.results.open': () => 'no result yet',
  'saved.ideaTakenUp': () =>
    'The idea is recorded as a measure, as a draft. It says “proposed” as soon as the results of the meeting are approved and published.',
  'roundtable.until': (args) => `by ${args.day}`,
  'roundtable.followUp.rows': () => 'Who does what by when?',
  'roundtable.followUp.rows.hint': () =>
    'Each row becomes a promise; it is followed up until it is done.',
  'roundtable.followUp.agreed': () => 'Agreed already',
  'roundtable.followUp.one': () => 'Promise',
  'roundtable.followUp.what': () => 'What?',
  'roundtable.followUp.who': () => 'Who?',
  'roundtable.followUp.dueBy': () => 'By when?',
  'roundtable.followUp.on': () => 'Promised on',
  'roundtable.followUp.stand': () => 'State',
  'roundtable.followUp.turn': () => 'What became of it?',
  'roundtable.followUp.turn.finish-follow-up': () => 'Done',
  'roundtable.followUp.turn.reschedule-follow-up': () => 'A new date was agreed',
  'roundtable.followUp.turn.remind-of-follow-up': () => 'Reminded',
  'roundtable.followUp.turn.drop-follow-up': () => 'Dropped',
  'roundtable.followUp.newDue': () => 'New date',
  'roundtable.followUp.newDue.hint': () =>
    'Only with “A new date was agreed”: a day, month or year.',
  'roundtable.followUp.note': () => 'Note',
  'roundtable.followUp.note.internal': () => 'Only the team reads it.',
  'roundtable.resultMeans.CONSENSUS': () => 'Everybody supports it.',
  'roundtable.resultMeans.MAJORITY': () => 'Most support it.',
  'roundtable.resultMeans.DISSENT': () =>
    'Some groups are against it. That stays internal until each of them agrees to be named.',
  'roundtable.resultMeans.PARKED': () => 'It will be discussed again later.',
  'roundtable.resultMeans.DROPPED': () => 'It is not pursued any further.',
  'roundtable.resultMeans.HANDED_OVER': () => 'Somebody else is to answer or to decide.',
  'roundtable.conclude.result': () => 'Result',
  'roundtable.conclude.dissent': () => 'In case of dissent: who did not agree?',
  'roundtable.conclude.who': () => 'These groups did not agree',
  'roundtable.conclude.who.hint': () => 'Tick only where the result is “dissent”.',
  'roundtable.conclude.handOver': () => 'If handed over: to whom, answer by when?',
  'roundtable.conclude.handedTo': () => 'To whom?',
  'roundtable.conclude.recipient': () => 'Who is to answer?',
  'roundtable.conclude.recipient.hint': () =>
    'The office or organisation; open questions are grouped by it.',
  'roundtable.conclude.answerBy': () => 'Answer expected by',
  'roundtable.conclude.text': () => 'What was said and agreed?',
  'roundtable.conclude.text.hint': () =>
    'Stands like this in the minutes. Name organisations and offices, no persons.',
  'roundtable.correct.hint': () =>
    'The reason stays in sight in the history. Where the minutes are approved already, others see the change after the next approval.',
  'roundtable.correct.ifChanged.hint': () =>
    'Needed only where the result changes; new promises need no reason. Where the minutes are approved already, others see the change after the next approval.',
  'roundtable.hold': () => 'Record the meeting: who was there',
  'roundtable.hold.change': () => 'Correct what was recorded of the meeting',
  'roundtable.hold.lead': (args) =>
    `It was convened for ${args.day}. Those who said they would come are chosen already.`,
  'roundtable.hold.on': () => 'When was it held?',
  'roundtable.hold.groups': () => 'Who was there?',
  'roundtable.hold.groups.hint': () => 'Organisations and offices, never single persons.',
  'roundtable.hold.others': () => 'Other organisations',
  'roundtable.hold.guests': () => 'Other guests, counted',
  'roundtable.hold.guests.hint': () => 'The number only; names of persons are not stored.',
  'roundtable.hold.summary': () => 'Summary',
  'roundtable.hold.summary.hint': () =>
    'A few sentences with which the minutes begin. What came of the single items stands there.',
  'roundtable.hold.change.lead': (args) => `It was convened for ${args.day}.`,
  'roundtable.item.topic': () => 'Topic',
  'roundtable.item.kind': () => 'Kind',
  'roundtable.item.more': () => 'More: common ground, measure, who brings it in',
  'roundtable.item.commonGround': () => 'Common ground, as far as it can be seen',
  'roundtable.item.commonGround.hint': () =>
    'What everybody probably agrees on already. The discussion begins with it.',
  'roundtable.item.text': () => 'What is it about?',
  'roundtable.item.measure': () => 'Measure',
  'roundtable.item.measure.hint': () => 'Where it is about a measure that is kept here already.',
  'roundtable.item.broughtBy': () => 'Who brings it in?',
  'roundtable.item.followUp': () => 'Looking back on a promise',
  'roundtable.item.change': () => 'Change the item',
  'roundtable.agenda': () => 'Agenda',
  'roundtable.agenda.lead': (args) => `What is to be discussed on ${args.day}, in this order.`,
  'roundtable.agenda.none': () => 'There is nothing on the agenda yet.',
  'roundtable.agenda.add': () => 'Add an item',
  'roundtable.agenda.strike': () => 'Take off the agenda',
  'roundtable.agenda.strike.lead': () =>
    'The item stands on no agenda any more. If it is to come up later, move it instead.',
  'roundtable.agenda.carry': (args) => `Carry over to ${args.day}`,
  'roundtable.agenda.place': () => 'Carry over to another meeting',
  'roundtable.agenda.place.lead': () =>
    'The item then stands at the end of the agenda of that meeting. What was said about it already stays in the minutes.',
  'roundtable.agenda.whichMeeting': () => 'Which meeting?',
  'roundtable.agenda.noLater': () => 'No later meeting has been convened yet.',
  'roundtable.convene': () => 'Set a date',
  'roundtable.byRhythm': () => 'by the rhythm',
  'roundtable.notConvened': () => 'not set yet',
  'roundtable.invited': (args) =>
    `${plural(args.count, { '=0': `nobody invited yet`, one: `${number(args.count)} invited`, other: `${number(args.count)} invited` })}`,
  'roundtable.cancelled': () => 'cancelled',
  'roundtable.protocol.NONE': () => 'not recorded yet',
  'roundtable.protocol.DRAFT': () => 'minutes in draft',
  'roundtable.protocol.CIRCULATED': () => 'minutes out for approval',
  'roundtable.protocol.APPROVED': () => 'minutes approved',
  'roundtable.protocol.PUBLISHED': () => 'minutes published',
  'roundtable.protocol.changed': (args) => `${args.stand}, changed since the approval`,
  'roundtable.end': () => 'End the round table',
  'roundtable.end.hint': () => 'It no longer meets; everything stays to be read.',
  'roundtable.end.on': () => 'When did it end?',
  'roundtable.work.hint': () => 'Invite, talk, keep minutes, follow up on promises.',
  'roundtable.title': (args) => `Round table in ${args.name}`,
  'roundtable.lead': () =>
    'Where citizens, administration, politics and associations talk with each other: when, with whom, and what became of it. A round table proposes, it does not decide.',
  'roundtable.none.public': () => 'There is no round table here yet.',
  'roundtable.one': () => 'Round table',
  'roundtable.one.description': (args) =>
    `${args.name}: mandate, seats, dates and published minutes.`,
  'roundtable.minutes.count': () => 'Minutes',
  'roundtable.minutes.title': (args) => `Minutes of ${args.day}`,
  'roundtable.minutes.asPrinted': () => 'The minutes',
  'roundtable.minutes.next.NONE': () =>
    'First record who was there. The results follow, item by item.',
  'roundtable.minutes.next.DRAFT': () =>
    'Once all results are recorded, the draft goes to those who took part.',
  'roundtable.minutes.next.CIRCULATED': (args) =>
    `Until ${args.day} participants can ask for changes.`,
  'roundtable.minutes.next.APPROVED': () => 'Approved, but still internal.',
  'roundtable.minutes.next.PUBLISHED': () => 'Everybody can read what is approved.',
  'roundtable.minutes.changed': () =>
    'Something was changed since the approval. That stays internal until the minutes are approved again.',
  'roundtable.minutes.held': () => 'Record who was there',
  'roundtable.minutes.agenda': () => 'Agenda',
  'roundtable.minutes.circulate': () => 'Send to those who took part',
  'roundtable.minutes.objection': () => 'Record a request for a change',
  'roundtable.minutes.approve': () => 'Approve the minutes',
  'roundtable.minutes.publish': () => 'Publish the minutes',
  'roundtable.minutes.unpublish': () => 'Take the publication back',
  'roundtable.minutes.text': () => 'Copy as text',
  'roundtable.withoutResult': (args) =>
    `${plural(args.count, { one: `One item has no result yet`, other: `${number(args.count)} items have no result yet` })}`,
  'roundtable.withoutResult.lead': () =>
    'You can go on all the same; the items then stand in the minutes without a result.',
  'roundtable.minutes.public': () => 'Public page',
  'roundtable.isEnded': () => 'ended',
  'roundtable.history': () => 'History',
  'roundtable.coming': () => 'Next dates',
  'roundtable.mandate.decision': () => 'Decision behind it',
  'roundtable.mandate.open': () => 'See the decision',
  'roundtable.meetings.none': () => 'No date yet.',
  'roundtable.unnamed': (args) =>
    `${plural(args.count, { one: `${number(args.count)} more organisation that is not named here`, other: `${number(args.count)} more organisations that are not named here` })}`,
  'roundtable.protocol.notPublished': () => 'no minutes published',
  'roundtable.protocol.later': () =>
    'What is talked about will stand here when the minutes are approved and published.',
  'roundtable.protocol.internal': () => 'Only the team sees what stands here.',
  'roundtable.meeting.title': (args) => `Meeting on ${args.day}`,
  'roundtable.meeting.titleMonth': (args) => `Meeting in ${args.month}`,
  'roundtable.meeting.crumb': (args) => `Meeting ${args.day}`,
  'roundtable.meeting.cancelled': () => 'This meeting was cancelled.',
  'roundtable.present': () => 'Who was there',
  'roundtable.present.guests': (args) =>
    `${plural(args.count, { one: `${number(args.count)} guest came as well.`, other: `${number(args.count)} guests came as well.` })}`,
  'roundtable.online': () => 'Online',
  'roundtable.online.yes': () => 'The meeting is held online.',
  'roundtable.broughtBy': () => 'brought in by',
  'roundtable.commonGround': () => 'Common ground',
  'roundtable.commonGround.hint': () =>
    'What everybody agrees on, even where much else is open. It stands first in the minutes.',
  'roundtable.result.title': (args) => `Result: ${args.result}`,
  'roundtable.dissent': () => 'These did not agree:',
  'roundtable.dissent.unnamed': () => 'Who did not agree is not named in public.',
  'roundtable.dissent.release': () => 'Release the dissent',
  'roundtable.dissent.release.lead': () =>
    'Only with the consent of the group itself. The item becomes public once all groups named have consented. The release holds for the words that stand there now; if they change, another one is needed.',
  'roundtable.dissent.agreed': () => 'These groups have agreed to be named',
  'roundtable.dissent.withdraw': () => 'Take back the release',
  'roundtable.dissent.withdraw.lead': () =>
    'The item is internal again at once. Whoever has read it already has read it.',
  'roundtable.dissent.withdraw.whose': () => 'Whose release does not hold?',
  'roundtable.dissent.internal': () => 'This item is internal until all groups named release it.',
  'roundtable.handedTo': (args) => `Handed over to: ${args.to}`,
  'roundtable.answerBy': (args) => `answer expected by ${args.day}`,
  'roundtable.answer': () => 'Answer',
  'roundtable.factCheck': () => 'Answer to the fact check',
  'roundtable.aboutMeasure': () => 'Measure:',
  'roundtable.promises': () => 'Promises',
  'roundtable.promise.done': (args) => `done, ${args.day}`,
  'roundtable.promise.dropped': (args) => `dropped, ${args.day}`,
  'roundtable.promise.open': () => 'open',
  'roundtable.promise.due': (args) => `open, due ${args.day}`,
  'roundtable.promise.overdue': (args) => `overdue since ${args.day}`,
  'roundtable.approvedOn': (args) => `The minutes have been approved since ${args.day}.`,
  'roundtable.toTable': () => 'To the round table',
  'alliance.title': () => 'Alliance',
  'redaction.again': () => 'Removed again after an older backup was restored.',
  'redact.title': () => 'Remove text',
  'redact.lead': () =>
    'For names of private persons, insults and whatever else must not stand here. If something is just wrong, correct the entry instead.',
  'redact.goes': () => 'What goes',
  'redact.goes.text': () =>
    'Everything that was written for this entry: title, note, names, links and evidence. It goes from the history, the search, and all pages and files.',
  'redact.goes.besides': (args) =>
    `${plural(args.count, { one: `So does the text of a correction, a withdrawal or added evidence.`, other: `So do the texts of ${number(args.count)} corrections, withdrawals or pieces of added evidence.` })}`,
  'redact.stays': () => 'What stays',
  'redact.stays.entry': () =>
    'That there is such an entry, what happened, on which day, and who recorded it. State and numbers do not change.',
  'redact.stays.proofs': () =>
    'Whether entries are unaltered can still be verified; the removal itself stands in the history.',
  'redact.stays.files': () =>
    'Uploaded files, internal notes and notices. They are deleted where they are.',
  'redact.stays.backups': () =>
    'Backups from before still hold the text until they are deleted. When one is restored, it goes again.',
  'redact.never': () => 'This cannot be undone. Nobody can bring the text back.',
  'redact.reason': () => 'Why is the text removed?',
  'redact.reason.hint': () =>
    'Everybody can read it. Do not repeat what is to go. For example “Name of a private person”.',
  'redact.second': () => 'Second person',
  'redact.second.hint': () => 'Who looked at it as well? The name is shown in the history.',
  'redact.second.none': () => 'nobody',
  'redact.go': () => 'Continue',
  'redact.confirm': () => 'Remove the text for good?',
  'redact.confirm.lead': () => 'Nothing has happened yet. Make sure that this is the right entry.',
  'redact.forGood': () => 'Remove for good',
  'redact.removed': () => '[removed]',
  'timeline.redacts': (args) => `Concerns the entry of ${args.day}`,
  'saved.redacted': () => 'The text is removed.',
  'problem.redaction/same-person': () => 'The second person must be somebody else.',
  'cli.redact': () => 'Remove the text of an entry for good; the entry stays',
  'cli.redact.reason': () => 'public reason, shown in the history',
  'cli.redact.second': () => 'id of the second person who agreed',
  'cli.redact.dryRun': () => 'only say what would go',
  'cli.redact.reasonMissing': () =>
    'Say with --reason why the text is removed; the reason is public.',
  'cli.redact.would': (args) =>
    `${plural(args.count, { one: `One text`, other: `${number(args.count)} texts` })} would be removed for good:`,
  'cli.redact.done': (args) =>
    `Removed for good, ${plural(args.count, { one: `one text`, other: `${number(args.count)} texts` })}:`,
  'cli.redact.unchanged': () => 'All of it is removed already:',
});
