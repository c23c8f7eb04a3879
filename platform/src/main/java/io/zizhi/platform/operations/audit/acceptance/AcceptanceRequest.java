package io.zizhi.platform.operations.audit.acceptance;

import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.Reason;
import io.zizhi.platform.privacy.personal.WithoutPersonalNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Requests to accept damage of the audit log. Names chains, evidence or both.
 *
 * @param chains `chain` of the findings to accept, at most 100; all their rows are accepted as they are now
 * @param evidence `evidence` of the findings to accept, at most 100: findings without a chain, or with a deleted chain
 *     that has neither rows nor a head
 * @param reason what happened and what was done; shown to the second person and stored in the audit log
 */
public record AcceptanceRequest(
        @Nullable @Size(max = 100, message = "TOO_MANY_ITEMS")
        List<
                        @NotNull(message = "FIELD_REQUIRED") @Size(max = 200, message = "FIELD_TOO_LONG")
                        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID") String>
                chains,

        @Nullable @Size(max = 100, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Pattern(regexp = "[0-9a-f]{64}", message = "TEXT_INVALID") String>
                evidence,

        @NotBlank(message = "FIELD_REQUIRED")
        @Size(max = Reason.MAX, message = "FIELD_TOO_LONG")
        @Pattern(regexp = Reason.FORM, message = "TEXT_INVALID")
        @WithoutPersonalNumbers
        String reason) {

    /** Fails with 400 unless the request names something. */
    void requireSubject() {
        if (chainsOrNone().isEmpty() && evidenceOrNone().isEmpty()) {
            throw Problems.badRequest("FIELD_REQUIRED", "/chains", "Name a chain, or the evidence of a finding.");
        }
    }

    /** Does not repeat the text, which may be a personal number. */
    ProblemException unknown(String chain) {
        return Problems.badRequest(
                "AUDIT_CHAIN_UNKNOWN",
                "/chains/" + Objects.requireNonNull(chains).indexOf(chain),
                "The log has no such chain. If it was deleted, also send the `evidence` of its finding.");
    }

    /** In one order, so that two confirmations lock heads in the same order. */
    List<String> chainsOrNone() {
        return Objects.requireNonNullElse(chains, List.<String>of()).stream()
                .distinct()
                .sorted()
                .toList();
    }

    List<String> evidenceOrNone() {
        return Objects.requireNonNullElse(evidence, List.of());
    }
}
