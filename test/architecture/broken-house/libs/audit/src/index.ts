export const room = 'audit';
