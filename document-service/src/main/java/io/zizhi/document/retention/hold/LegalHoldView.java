package io.zizhi.document.retention.hold;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zizhi.platform.database.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold.
 *
 * @param id id of the hold
 * @param accountId the account whose documents it covers
 * @param documentId the only document that it covers; absent if it covers all documents of the account
 * @param state whether it is active
 * @param reason why it was set
 * @param setBy the operator who set it
 * @param setAt when it was set
 * @param erasureWithheld whether the account was to be erased, which waits until its last hold is lifted
 * @param liftReason why it was lifted
 * @param liftedBy the operator who lifted it
 * @param liftedAt when it was lifted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalHoldView(
        long id,
        String accountId,
        @Nullable String documentId,
        LegalHoldState state,
        String reason,
        String setBy,
        Instant setAt,
        boolean erasureWithheld,
        @Nullable String liftReason,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt) {

    static LegalHoldView from(Row row) {
        return new LegalHoldView(
                row.number("id"),
                row.text("account_id"),
                row.textOrNull("document_id"),
                row.instantOrNull("lifted_at") == null ? LegalHoldState.ACTIVE : LegalHoldState.LIFTED,
                row.text("reason"),
                row.text("set_by"),
                row.instant("set_at"),
                row.flag("erasure_withheld"),
                row.textOrNull("lift_reason"),
                row.textOrNull("lifted_by"),
                row.instantOrNull("lifted_at"));
    }
}
