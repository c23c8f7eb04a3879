package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature was released from its qualification.
 *
 * @param signatureId number of the binding
 * @param accountId the account that owns qualification and signature
 * @param name the text of the signature, without brackets
 * @param qualificationId the qualification it was bound to
 * @param letterId the letter that authorised it; null for own use
 * @param releasedAt when it was released
 */
public record SignatureReleased(
        long signatureId,
        String accountId,
        String name,
        long qualificationId,
        @Nullable Long letterId,
        Instant releasedAt)
        implements SignatureEvent {}
