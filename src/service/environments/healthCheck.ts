/** Why an environment does not answer; null when it does. `timeoutSeconds` covers the whole question. */
export async function healthProblem(url: string, timeoutSeconds: number): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(timeoutSeconds * 1_000);
    const answer = await fetch(url, { signal, headers: { 'user-agent': 'quantum-admin' } });
    await answer.body?.cancel();
    return answer.ok ? null : `It answered with ${answer.status}.`;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError')
      return `It did not answer within ${timeoutSeconds} s.`;
    // fetch wraps what happened to the connection.
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    return `It cannot be reached: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
