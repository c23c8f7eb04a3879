package io.zizhi.platform.operations.audit;

import io.zizhi.platform.http.Parameters;
import io.zizhi.platform.http.ValuesRequired;
import io.zizhi.platform.http.problem.Problems;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Criteria of a search in the audit log; used as a {@code @BeanParam}. An ignored criterion would widen the search
 * unnoticed.
 */
@ValuesRequired
public class AuditEntryRequest {

    @Parameter(description = "Only what this person or service did: the `sub` of their tokens.", example = "reviewer-a")
    @QueryParam("actor")
    @Nullable
    String actor;

    @Parameter(description = "Only what was assigned to this person: the `sub` of their tokens.")
    @QueryParam("recipient")
    @Nullable
    String recipient;

    @Parameter(description = "Only what concerned the data of this account.")
    @QueryParam("accountId")
    @Nullable
    String accountId;

    @Parameter(description = "Only what concerned this object; needs `objectId`.", example = "review")
    @QueryParam("objectType")
    @Nullable
    String objectType;

    @Parameter(description = "Id of the object; needs `objectType`.", example = "20000001")
    @QueryParam("objectId")
    @Nullable
    String objectId;

    @Parameter(description = "Only this action.", example = "document.viewed")
    @QueryParam("action")
    @Nullable
    String action;

    /** Start of the period, inclusive. */
    @Parameter(
            description = "Not before this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("from")
    @Nullable
    String from;

    /** End of the period, exclusive. */
    @Parameter(description = "Before this instant.", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @QueryParam("to")
    @Nullable
    String to;

    AuditEntryFilter filter() {
        if ((objectType == null) != (objectId == null)) {
            String missing = objectType == null ? "objectType" : "objectId";
            throw Problems.badRequest(
                    "PARAMETER_INVALID", "?" + missing, "Send `objectType` and `objectId` together, or neither.");
        }
        return new AuditEntryFilter(
                Parameters.text("?actor", actor),
                Parameters.text("?recipient", recipient),
                Parameters.account("?accountId", accountId),
                Parameters.text("?objectType", objectType),
                Parameters.text("?objectId", objectId),
                Parameters.text("?action", action),
                Parameters.instant("?from", from),
                Parameters.instant("?to", to));
    }
}
