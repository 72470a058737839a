// Says in a sentence why the programs cannot run, where they cannot. It knows
// nothing of the page but that it announces its start.
(() => {
  "use strict";
  const PATIENCE_MS = 20000;
  let started = false;
  const tell = (sentence) => {
    const notice = document.getElementById("sin-programa");
    if (started || !notice || notice.textContent) return;
    notice.textContent = sentence + " El texto de la lección se lee igual.";
    notice.hidden = false;
  };
  addEventListener("TrunkApplicationStarted", () => {
    started = true;
    const notice = document.getElementById("sin-programa");
    if (notice) notice.hidden = true;
  });
  if (location.protocol === "file:") {
    return tell(
      "Los programas no corren si abres la página como un archivo suelto: sírvela con un servidor web, por ejemplo «python3 -m http.server» en su carpeta."
    );
  }
  if (typeof WebAssembly !== "object") {
    return tell(
      "Tu navegador no tiene WebAssembly y no puede ejecutar los programas: actualízalo o abre la página en otro."
    );
  }
  // A file that is missing or cut off: the module's import or its start fails.
  const failed = () =>
    tell("Faltó una parte de la página y los programas no arrancan: vuelve a cargarla y revisa tu conexión.");
  // It may be told of the script, or, where the module itself fails, of the window.
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", failed);
  setTimeout(() => tell("Los programas tardan demasiado en llegar: revisa tu conexión y vuelve a cargar la página."), PATIENCE_MS);
})();
