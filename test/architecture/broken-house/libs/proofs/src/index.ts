export const room = 'proofs';
