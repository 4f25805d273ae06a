/** The first page. */
export const HomePage = () => (
  <html lang="de">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Klimaspur</title>
    </head>
    <body>
      <main>
        <h1>Klimaspur</h1>
      </main>
    </body>
  </html>
);
