/** Whether the whole service is in place: API, worker and demo. */
export class Readiness {
  private ready = false;

  get isReady(): boolean {
    return this.ready;
  }

  set(ready: boolean): void {
    this.ready = ready;
  }
}
