package io.zizhi.qualification.account.change;

import io.zizhi.contracts.AccountKind;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.operations.twopersons.TwoPersonRequest;
import io.zizhi.platform.operations.twopersons.TwoPersonState;
import io.zizhi.qualification.account.AccountIdentity;
import io.zizhi.qualification.account.VerifiedIdentity;
import io.zizhi.qualification.account.VerifiedPerson;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A request to give an account to another company or person. An account has at most one open request.
 *
 * @param identityVersion version of the identity at the time of the request; confirming fails if it has changed since
 * @param person the encrypted person, in hexadecimal; null for a company, and in requests of earlier releases
 */
record IdentityChange(
        long id,
        String accountId,
        VerifiedIdentity identity,
        long identityVersion,
        String reason,
        String requestedBy,
        Instant requestedAt,
        TwoPersonState state,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        @Nullable String person)
        implements TwoPersonRequest {

    static IdentityChange from(Row row) {
        return new IdentityChange(
                row.number("id"),
                row.text("account_id"),
                new VerifiedIdentity(
                        AccountKind.valueOf(row.text("kind")),
                        row.textOrNull("company_name"),
                        row.textOrNull("credit_code"),
                        VerifiedPerson.stored(
                                row.textOrNull("person_name_index"), row.textOrNull("person_id_number_index"))),
                row.number("identity_version"),
                row.text("reason"),
                row.text("requested_by"),
                row.instant("requested_at"),
                TwoPersonState.valueOf(row.text("state")),
                row.textOrNull("closed_by"),
                row.instantOrNull("closed_at"),
                row.textOrNull("person"));
    }

    /** Returns the encrypted person; null if there is none. */
    byte @Nullable [] encryptedPerson() {
        return person == null ? null : HexFormat.of().parseHex(person);
    }

    /** Fails with 409 if the account's identity has changed or been erased since the request. */
    void requireUnchanged(AccountIdentity account) {
        if (account.version() != identityVersion || account.verified().isEmpty()) {
            throw Problems.conflict(
                    "IDENTITY_CHANGED",
                    "The identity has changed since the request was made. Cancel the request and make a new one.");
        }
    }
}
