/** Lets the browser open the application without a network. Only what was built has a worker. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const register = () => {
    // Without a network its script is out of reach, which the browser would report as a fault.
    if (!navigator.onLine) {
      addEventListener('online', register, { once: true });
      return;
    }
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Without it the application works as before, but not without a network.
    });
  };
  // After the first view: fetching everything beforehand must not hold it up.
  const registerLater = () => setTimeout(register, 3000);
  if (document.readyState === 'complete') registerLater();
  else addEventListener('load', registerLater, { once: true });
}
