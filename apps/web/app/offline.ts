/**
 * Asks the browser to keep the app on the device. Without it everything works as before, only not offline. A page that
 * slept has asked already, in its starter; a page that is awake from the start asks here, and asking twice does nothing.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("/sw.js").catch(() => {
    // Switched off in this browser, or the page was opened in a way that does not allow it.
  });
}
