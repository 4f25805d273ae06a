export const later = (): Promise<unknown> => import('@klimaspur/proofs');
