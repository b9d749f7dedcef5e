/** Asks an address until it answers well, or the signal ends the wait. Answers whether it did. */
export async function waitFor(url: string, signal: AbortSignal, everyMs = 150): Promise<boolean> {
  while (!signal.aborted) {
    const answer = await fetch(url, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true) return true;
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return false;
}
