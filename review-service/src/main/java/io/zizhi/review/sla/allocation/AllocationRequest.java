package io.zizhi.review.sla.allocation;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a policy allocation.
 *
 * @param rules rules in order: the first whose conditions a submission meets decides; the last has no conditions
 */
public record AllocationRequest(
        @NotNull(message = "FIELD_REQUIRED") @Size(max = 50, message = "TOO_MANY_ITEMS")
        List<@NotNull(message = "FIELD_REQUIRED") @Valid RuleRequest> rules) {

    /**
     * Conditions and a policy. A missing or empty list is no condition.
     *
     * @param ownerTypes types of the owner
     * @param purposes for the account itself or for a third party
     * @param subjects qualifications, or letters alone
     * @param policy name of the policy for submissions that meet all conditions
     */
    public record RuleRequest(
            @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
            List<@NotNull(message = "FIELD_REQUIRED") OwnerType> ownerTypes,

            @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
            List<@NotNull(message = "FIELD_REQUIRED") Purpose> purposes,

            @Size(max = 20, message = "TOO_MANY_ITEMS") @Nullable
            List<@NotNull(message = "FIELD_REQUIRED") ReviewSubject> subjects,

            @NotNull(message = "FIELD_REQUIRED") String policy) {}
}
