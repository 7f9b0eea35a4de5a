/** Prints what the runners found, the sum as the last line, and sets the exit code. */
export function report(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const skipped = results.flatMap((result) => result.skipped);
  const complaints = results.flatMap(({ complaint }) => complaint ?? []);
  const [passed, failed] = [sum('passed'), sum('failed')];
  if (passed + failed === 0) complaints.push('No test ran.');

  for (const { name, reason } of skipped) console.log(`Skipped: ${name} (${reason ?? 'no reason given'})`);
  for (const complaint of complaints) console.log(complaint);
  console.log(`Tests: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 || complaints.length > 0 ? 1 : 0;
}
