package io.zizhi.qualification.model.revision;

import java.time.LocalDate;
import java.util.List;

/**
 * The validity of the evidence of a revision in force. It is independent of the status: a qualification with expired
 * evidence stays approved, but no new signatures can be bound to it until it is renewed.
 *
 * @param ends expiry dates of the evidence
 * @param today today's date in Asia/Shanghai
 */
public record Validity(List<EvidenceEnd> ends, LocalDate today) {

    public Validity {
        ends = List.copyOf(ends);
    }

    public boolean isExpired() {
        return ends.stream().anyMatch(end -> end.isOver(today));
    }
}
