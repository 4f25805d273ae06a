import { Injectable } from '@nestjs/common';
import { PublishGaps } from '../commands/publish-gaps.js';
import { Refusal } from '../errors/refusal.js';
import { Worlds } from '../persistence/worlds.js';
import { gapFindings } from './gap-findings.js';
import { GoneMeasures } from './gone-measures.js';
import { importedPlaces, type ImportedPlace } from './imported-places.js';
import { exampleHidden } from './import-findings.js';
import { knownFromReadModels } from './known-from-read-models.js';
import { UnsaidStates } from './unsaid-states.js';
import { type ImportOrder, type ImportReport, runImport } from './run-import.js';

const PATIENCE_MS = 60_000;

/** Carries an import out. Imports are for real: they go into the own world, also while the example is shown. */
@Injectable()
export class Importing {
  constructor(
    private readonly worlds: Worlds,
    private readonly gaps: PublishGaps,
    private readonly gone: GoneMeasures,
    private readonly unsaid: UnsaidStates,
  ) {}

  async run(
    order: ImportOrder,
    progress?: (done: number, total: number) => void,
  ): Promise<ImportReport> {
    const { store, readModels, policies } = this.worlds.own;
    // The comparison needs everything that is recorded.
    const position = await store.lastPosition();
    if (position && !(await readModels.waitUntil(position, PATIENCE_MS))) {
      throw new Refusal('views/behind');
    }
    const isExample = this.worlds.current() !== this.worlds.own;
    const known = knownFromReadModels(readModels, store);
    const report = await runImport(store, known, order, progress, this.gaps);
    // What a plan says of a measure that goes on elsewhere is written to the measure, too.
    if (report.done) await policies.catchUp();
    await this.worlds.look();
    if (report.done) {
      for (const { town, plan, measures } of report.gone)
        await this.gone.note(town, plan, measures);
      for (const { town, plan, measures } of report.unsaid)
        await this.unsaid.note(town, plan, measures);
    }
    const gaps = await gapFindings(store, this.gaps, order, report);
    const places = report.done ? await this.placesOf(report) : [];
    const hides = isExample && (report.done || order.dryRun) ? [exampleHidden] : [];
    return { ...report, places, findings: [...hides, ...report.findings, ...gaps] };
  }

  /** How far the log is that an import would be compared with. */
  position(): Promise<string | null> {
    return this.worlds.own.store.lastPosition();
  }

  /** What is written is told as everybody sees it from now on. */
  private async placesOf(report: ImportReport): Promise<readonly ImportedPlace[]> {
    const { store, readModels } = this.worlds.own;
    const position = await store.lastPosition();
    if (position) await readModels.waitUntil(position, PATIENCE_MS);
    return importedPlaces(readModels, report);
  }
}
