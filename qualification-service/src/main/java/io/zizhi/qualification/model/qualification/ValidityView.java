package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.zizhi.contracts.Evidence;
import io.zizhi.qualification.model.revision.Validity;
import java.time.LocalDate;
import java.util.List;

/**
 * The validity of the evidence of the revision in force.
 *
 * @param expired whether any evidence has expired; then no signature can be bound until an amendment with a renewed
 *     document is approved
 * @param evidence evidence with an expiry date; long-term evidence is left out
 */
public record ValidityView(boolean expired, List<EvidenceView> evidence) {

    static ValidityView from(Validity validity) {
        return new ValidityView(
                validity.isExpired(),
                validity.ends().stream()
                        .map(end -> new EvidenceView(end.evidence(), end.endsOn(), end.isOver(validity.today())))
                        .toList());
    }

    /**
     * One piece of evidence.
     *
     * @param kind kind of evidence
     * @param endsOn last day of validity, in Asia/Shanghai
     * @param expired whether that day has passed
     */
    public record EvidenceView(
            Evidence kind,

            @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd")
            LocalDate endsOn,

            boolean expired) {}
}
