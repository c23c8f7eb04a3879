package io.zizhi.qualification.model.qualification;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.qualification.model.revision.Provenance;
import io.zizhi.qualification.model.revision.Revision;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The approval by another system from which a qualification was imported.
 *
 * @param sourceSystem the other system
 * @param sourceReference the qualification's number in that system
 * @param approvedOn day of that approval, in Asia/Shanghai
 * @param validUntil last day of that approval, in Asia/Shanghai; absent if it does not end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvenanceView(
        String sourceSystem,
        String sourceReference,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd")
        LocalDate approvedOn,

        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "uuuu-MM-dd") @Nullable
        LocalDate validUntil) {

    static Optional<ProvenanceView> from(Dossier dossier) {
        return dossier.inForce().flatMap(Revision::provenance).map(ProvenanceView::from);
    }

    private static ProvenanceView from(Provenance source) {
        return new ProvenanceView(
                source.sourceSystem(), source.sourceReference(), source.approvedOn(), source.validUntil());
    }
}
