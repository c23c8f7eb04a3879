package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A qualification no longer carries a signature.
 *
 * @param signatureId number of the binding
 * @param accountId account that owns qualification and signature
 * @param name the signature, without brackets
 * @param qualificationId the qualification that carried it
 * @param letterId the letter that authorised it; null for own use
 * @param releasedAt when
 */
public record SignatureReleased(
        long signatureId,
        String accountId,
        String name,
        long qualificationId,
        @Nullable Long letterId,
        Instant releasedAt)
        implements SignatureEvent {}
