/** Lets the browser open the application without a network. Only what was built has a worker. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // After the first view: fetching everything beforehand must not hold it up.
  const register = () =>
    setTimeout(() => {
      navigator.serviceWorker.register('/sw.js').catch(() => {
        // Without it the application works as before, but not without a network.
      });
    }, 3000);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
