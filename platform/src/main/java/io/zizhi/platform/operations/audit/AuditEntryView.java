package io.zizhi.platform.operations.audit;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit log: an action or a view.
 *
 * @param at when it happened, in UTC with microseconds; always 27 characters, so that texts sort as times do
 * @param service the service that recorded it
 * @param sequence its position in the log of that service
 * @param actor the {@code sub} of the actor's token
 * @param role the role in which the actor acted
 * @param action the action, for example {@code document.viewed}
 * @param objectType type of the object, for example {@code document}
 * @param objectId id of the object
 * @param accountId account whose data was concerned; absent if none
 * @param recipient to whom the object was assigned; absent if to nobody
 * @param reason the reason that the actor gave; absent if none is required
 * @param fields names of the fields written or viewed, or of the criteria of a search; never their values
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntryView(
        @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = AuditEntryView.TIME, timezone = "UTC")
        Instant at,

        String service,
        long sequence,
        String actor,
        String role,
        String action,
        String objectType,
        String objectId,
        @Nullable String accountId,
        @Nullable String recipient,
        @Nullable String reason,
        List<String> fields) {

    static final String TIME = "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'";

    static final List<String> COLUMNS = List.of(
            "at",
            "service",
            "sequence",
            "actor",
            "role",
            "action",
            "objectType",
            "objectId",
            "accountId",
            "recipient",
            "reason",
            "fields");

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern(TIME).withZone(ZoneOffset.UTC);

    static AuditEntryView from(Row row, String service) {
        String fields = row.text("fields");
        return new AuditEntryView(
                row.instant("at"),
                service,
                row.number("sequence"),
                row.text("actor"),
                row.text("role"),
                row.text("action"),
                row.text("object_type"),
                row.text("object_id"),
                row.textOrNull("account_id"),
                row.textOrNull("recipient"),
                row.textOrNull("reason"),
                fields.isEmpty() ? List.of() : List.of(fields.split(",", -1)));
    }

    /** Returns the cells of a table, in the order of {@link #COLUMNS}. */
    List<String> cells() {
        return Stream.of(
                        WRITTEN.format(at),
                        service,
                        sequence,
                        actor,
                        role,
                        action,
                        objectType,
                        objectId,
                        accountId,
                        recipient,
                        reason,
                        String.join(" ", fields))
                .map(value -> Objects.toString(value, ""))
                .toList();
    }
}
