declare namespace App {
  interface Locals {
    /** The page being rendered; the components in its body read it. */
    view?: import('./model/view.ts').PageView;
  }
}
