package io.zizhi.review.worklist.queue;

import io.zizhi.contracts.OwnerType;
import io.zizhi.contracts.Purpose;
import io.zizhi.contracts.ReviewSubject;
import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters that filter reviews by kind; used as a {@code @BeanParam}. A missing parameter means no filter. */
public class ReviewFilterParameters {

    @Parameter(description = "Only reviews under this clock policy, for example `STANDARD`.")
    @QueryParam("policy")
    @Nullable
    String policy;

    @Parameter(description = "Only reviews of this owner type.", schema = @Schema(implementation = OwnerType.class))
    @QueryParam("ownerType")
    @Nullable
    String ownerType;

    @Parameter(description = "Only reviews for this purpose.", schema = @Schema(implementation = Purpose.class))
    @QueryParam("purpose")
    @Nullable
    String purpose;

    @Parameter(
            description = "Only qualifications, or only letters that are reviewed alone.",
            schema = @Schema(implementation = ReviewSubject.class))
    @QueryParam("subject")
    @Nullable
    String subject;

    @Parameter(
            description = "`true` for second and later revisions, `false` for first revisions.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("resubmitted")
    @Nullable
    String resubmitted;

    @Parameter(
            description = "`true` for reviews that missed their target, `false` for the others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("breached")
    @Nullable
    String breached;

    @Parameter(
            description = "`true` for reviews that the applicant urged, `false` for the others.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("urged")
    @Nullable
    String urged;

    ReviewFilter toFilter() {
        return new ReviewFilter(
                Parameters.text("?policy", policy),
                Parameters.oneOf(OwnerType.class, "?ownerType", ownerType),
                Parameters.oneOf(Purpose.class, "?purpose", purpose),
                Parameters.oneOf(ReviewSubject.class, "?subject", subject),
                yesOrNo("?resubmitted", resubmitted),
                yesOrNo("?breached", breached),
                yesOrNo("?urged", urged));
    }

    /** Parses a flag; null if it is missing. */
    static @Nullable Boolean yesOrNo(String pointer, @Nullable String text) {
        return switch (text) {
            case null -> null;
            case "", "true" -> true;
            case "false" -> false;
            default -> throw Problems.badRequest("PARAMETER_INVALID", pointer, "Send true or false.");
        };
    }
}
