// htmx compiles code for `hx-on`, `js:` values and trigger filters. The CSP blocks that; this
// makes it fail with a plain sentence even where a proxy has dropped the header.

/** The one call of htmx's extension interface used here: it replaces the two compilers. */
interface Internals {
  initSecurity(policy: undefined, sync: () => never, async: () => never): void;
}

function refuse(): never {
  throw new Error("code in attributes is not allowed here");
}

export const refuseEval = {
  init(internals: Internals): void {
    internals.initSecurity(undefined, refuse, refuse);
  },
};
