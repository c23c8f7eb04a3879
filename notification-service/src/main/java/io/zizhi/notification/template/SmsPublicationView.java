package io.zizhi.notification.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.operations.twopersons.TwoPersonRequest;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to publish a version of a template, with its outcome.
 *
 * @param id id of the request
 * @param template name of the template
 * @param number number of the version
 * @param zh the Chinese text
 * @param en the English text
 * @param requestedBy operator who made the request; another operator must confirm it
 * @param requestedAt when the request was made
 * @param state state of the request
 * @param closedBy operator who confirmed or cancelled the request
 * @param closedAt when the request was confirmed or cancelled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SmsPublicationView(
        long id,
        String template,
        int number,
        String zh,
        String en,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt)
        implements TwoPersonRequest {

    static SmsPublicationView from(Row row) {
        return new SmsPublicationView(
                row.number("id"),
                row.text("name"),
                Math.toIntExact(row.number("number")),
                row.text("zh"),
                row.text("en"),
                row.text("requested_by"),
                row.instant("requested_at"),
                TwoPersonState.valueOf(row.text("state")),
                row.textOrNull("closed_by"),
                row.instantOrNull("closed_at"));
    }
}
