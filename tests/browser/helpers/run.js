// A run on the page, as tests, teachers and embedders may rely on it: by
// accessible names and by the documented data attributes.

const NAMES = { sequential: 'Ejecución secuencial', concurrent: 'Ejecución concurrente' };

/** The sequential or the concurrent run of the comparison. */
export function run(page, which) {
  const region = page.getByRole('region', { name: NAMES[which] });
  const root = region.locator('xpath=descendant-or-self::*[@data-ejecucion]').first();
  return {
    region,
    root,
    button: (name) => region.getByRole('button', { name, exact: true }),
    card: (key) => region.locator(`[data-tarea="${key}"]`),
    state: () => root.getAttribute('data-estado'),
    clock: async () => Number(await root.getAttribute('data-reloj')),
    /** The console's lines. */
    lines: () => region.getByRole('log').locator('[data-linea]').allTextContents(),
    /** Waits until the run is in that state. */
    async reaches(state, timeout = 20_000) {
      await region
        .locator(`xpath=descendant-or-self::*[@data-ejecucion and @data-estado="${state}"]`)
        .first()
        .waitFor({ timeout });
    },
    /** Waits until a card is in that state. */
    async cardReaches(key, state, timeout = 20_000) {
      await region.locator(`[data-tarea="${key}"][data-estado="${state}"]`).waitFor({ timeout });
    },
    /** Waits until the console has that many lines. */
    async prints(lines, timeout = 20_000) {
      await region.getByRole('log').locator('[data-linea]').nth(lines - 1).waitFor({ timeout });
    },
  };
}

/** Both runs, sequential first. */
export const both = (page) => [run(page, 'sequential'), run(page, 'concurrent')];

export const startBoth = (page) => page.getByRole('button', { name: 'Ejecutar ambas' }).click();

/** Opens the editor of a run and writes a whole new program. */
export async function write(of, program) {
  await of.button('Editar').click();
  await of.region.getByRole('textbox', { name: 'Programa' }).fill(program);
}

/** What CPython prints for the seed's two runs; the totals are what they took. */
export const PRINTED = {
  sequential: [
    '--- EJECUCIÓN SÍNCRONA ---',
    'Iniciando tarea A, tardará 2 segundos...',
    '--> Tarea A terminada.',
    'Iniciando tarea B, tardará 3 segundos...',
    '--> Tarea B terminada.',
    /^Tiempo total síncrono: (\d+\.\d\d) segundos\.$/,
  ],
  concurrent: [
    '',
    '--- EJECUCIÓN ASÍNCRONA ---',
    'Iniciando tarea A, tardará 2 segundos...',
    'Iniciando tarea B, tardará 3 segundos...',
    '--> Tarea A terminada.',
    '--> Tarea B terminada.',
    /^Tiempo total asíncrono: (\d+\.\d\d) segundos\.$/,
    "Resultados de las tareas: ['AAAAAAAAAA', 'BBBBBBBBBB']",
  ],
};
