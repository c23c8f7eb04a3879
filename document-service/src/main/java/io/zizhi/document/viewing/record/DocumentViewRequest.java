package io.zizhi.document.viewing.record;

import io.zizhi.platform.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Criteria of a search for views of documents; used as a {@code @BeanParam}. */
public class DocumentViewRequest {

    @Parameter(
            description = "Only views for the review of this work order.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64"))
    @QueryParam("workOrder")
    @Nullable
    String workOrder;

    @Parameter(description = "Only views of this document.")
    @QueryParam("documentId")
    @Nullable
    String documentId;

    @Parameter(description = "Only views by this person: the `sub` of their tokens.", example = "reviewer-a")
    @QueryParam("viewer")
    @Nullable
    String viewer;

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

    ViewFilter filter() {
        return new ViewFilter(
                Parameters.number("?workOrder", workOrder),
                Parameters.text("?documentId", documentId),
                Parameters.text("?viewer", viewer),
                Parameters.instant("?from", from),
                Parameters.instant("?to", to));
    }
}
