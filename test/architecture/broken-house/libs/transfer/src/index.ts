export const room = 'transfer';
