/** Days as the reader's clock has them, `YYYY-MM-DD`: Swedish writes them so. */
export function dayOf(moment: Date): string {
  return moment.toLocaleDateString('sv');
}

export function today(): string {
  return dayOf(new Date());
}
