package io.zizhi.qualification.model.revision;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether the evidence of a revision in force holds. It stands beside the status of a qualification and is no status: a
 * qualification with evidence that has ended stays approved, and takes no new signatures until it is renewed.
 *
 * @param ends what ends some day
 * @param today the day in Asia/Shanghai
 */
public record Validity(List<EvidenceEnd> ends, LocalDate today) {

    public Validity {
        ends = List.copyOf(ends);
    }

    /** Whether anything has ended. */
    public boolean isExpired() {
        return ends.stream().anyMatch(end -> end.isOver(today));
    }
}
