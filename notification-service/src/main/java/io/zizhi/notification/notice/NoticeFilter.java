package io.zizhi.notification.notice;

import io.zizhi.notification.sender.SmsStatus;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Filters of the list of notices; used as a {@code @BeanParam}. */
public class NoticeFilter {

    /** Id of the qualification. */
    @Parameter(
            description = "Id of the qualification.",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
    @QueryParam("qualificationId")
    @Nullable
    String qualificationId;

    /** Status of the text. */
    @Parameter(description = "Status of the text.", schema = @Schema(implementation = SmsStatus.class))
    @QueryParam("status")
    @Nullable
    String status;

    /** Start of the time range, inclusive. */
    @Parameter(
            description = "Only notices of results that arrived at this time or later.",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @QueryParam("from")
    @Nullable
    String from;

    /** End of the time range, exclusive. */
    @Parameter(
            description = "Only notices of results that arrived before this time.",
            schema = @Schema(implementation = String.class, format = "date-time"))
    @QueryParam("to")
    @Nullable
    String to;

    NativeQuery on(NativeQuery query) {
        SmsStatus asked = Parameters.oneOf(SmsStatus.class, "?status", status);
        return query.where(
                        "n.qualification_id = :qualification",
                        "qualification",
                        Parameters.number("?qualificationId", qualificationId))
                .where(NoticeRow.STATUS + " = :status", "status", asked == null ? null : asked.name())
                .where("n.created_at >= :from", "from", Parameters.instant("?from", from))
                .where("n.created_at < :to", "to", Parameters.instant("?to", to));
    }
}
