import type { ReactNode } from "react";

import "./Fold.css";

/** What matters later. Its line says what is in it. */
export const Fold = ({
  title,
  children,
  isOpen = false,
}: {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly isOpen?: boolean;
}) => (
  <details className="fold" open={isOpen}>
    <summary>{title}</summary>
    <div className="fold-inside stack">{children}</div>
  </details>
);
