import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

import { LeaveButton } from "../../app/LeaveButton.tsx";
import "./Ask.css";

/** A question that stands in front of the page. Escape and a tap beside it mean "not now". */
export const Ask = ({
  title,
  children,
  onClose,
  isDismissable = true,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly isDismissable?: boolean;
}) => (
  <ModalOverlay
    className="ask-veil"
    isOpen
    isDismissable={isDismissable}
    isKeyboardDismissDisabled={!isDismissable}
    onOpenChange={(isOpen) => {
      if (!isOpen) onClose();
    }}
  >
    <Modal className="ask">
      <Dialog className="ask-inside stack">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
        {/* The page's own is out of reach while a question stands before it. */}
        <LeaveButton />
      </Dialog>
    </Modal>
  </ModalOverlay>
);
