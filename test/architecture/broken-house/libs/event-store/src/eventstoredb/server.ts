export const server = 'esdb:';
