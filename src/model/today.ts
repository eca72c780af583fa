/** Today in UTC, `YYYY-MM-DD`. SIDEKICK_TODAY sets it, for builds and tests that must be repeatable. */
export function today(): string {
  return process.env.SIDEKICK_TODAY ?? new Date().toISOString().slice(0, 10);
}
