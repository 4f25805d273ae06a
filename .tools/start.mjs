// `npm start`: serves, and shows the example as long as there is no own town.
process.env.KLIMASPUR_EXAMPLE ??= 'yes';
process.argv.splice(2, 0, 'serve');
await import('./klimaspur.mjs');
