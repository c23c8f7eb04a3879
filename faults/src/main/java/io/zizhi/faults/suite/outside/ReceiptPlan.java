package io.zizhi.faults.suite.outside;

import java.util.List;

/** How the gateway reports what became of a message that it took. */
enum ReceiptPlan {
    DELIVERED("DELIVERED"),
    FAILED("FAILED"),

    /** The provider corrects itself. */
    FAILED_THEN_DELIVERED("FAILED", "DELIVERED"),

    /** Only the answer to a question reports the delivery. */
    WHEN_ASKED(),

    /** Nobody ever learns of the delivery. */
    NEVER();

    private final List<String> receipts;

    ReceiptPlan(String... receipts) {
        this.receipts = List.of(receipts);
    }

    /** Returns the outcomes of the receipts, in order. */
    List<String> receipts() {
        return receipts;
    }
}
