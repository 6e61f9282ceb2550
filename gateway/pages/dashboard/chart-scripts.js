/** Loads the packages that draw charts, while the page already asks for its figures: they are large, and nothing else waits for them. */

/** In the order in which each needs the one before it. */
const SCRIPTS = ['/dashboard/vega.js', '/dashboard/vega-lite.js', '/dashboard/vega-embed.js'];

/** What draws a chart: `vegaEmbed`, and the interpreter of expressions. Rejects where a script does not come. */
export const chartScripts = Promise.all(SCRIPTS.map(load)).then(async () => {
  const { expressionInterpreter } = await import('./vega-interpreter.js');
  return { vegaEmbed: window.vegaEmbed, expressionInterpreter };
});
// Whoever draws is told; until then nobody waits for it.
chartScripts.catch(() => {});

/** Scripts that are asked for together run in their order. */
function load(src) {
  return new Promise((resolve, reject) => {
    const onerror = () => reject(new Error('The scripts that draw charts did not come: load the page again'));
    document.head.append(
      Object.assign(document.createElement('script'), { src, async: false, onload: resolve, onerror }),
    );
  });
}
