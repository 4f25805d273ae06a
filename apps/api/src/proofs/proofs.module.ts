import { Global, Module } from '@nestjs/common';
import { Checkpoints } from './checkpoints.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { EntryProofController } from './entry-proof.controller.js';
import { EntryProofs } from './entry-proofs.js';

/** Proof that nothing recorded was altered. */
@Global()
@Module({
  controllers: [CheckpointsController, EntryProofController],
  providers: [Checkpoints, EntryProofs],
  exports: [Checkpoints, EntryProofs],
})
export class ProofsModule {}
