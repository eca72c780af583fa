/** What is compared: something that finds pages. */
export interface Engine {
  name: string;
  /** Ids of pages, best first, at least ten where there are as many. */
  find(query: string): string[] | Promise<string[]>;
  close?(): Promise<void>;
}
