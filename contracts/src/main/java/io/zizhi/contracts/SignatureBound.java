package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A qualification carries a signature from now on and cannot be deleted while it does.
 *
 * @param signatureId number of the binding
 * @param accountId account that owns qualification and signature
 * @param name the signature, without brackets
 * @param qualificationId the qualification that carries it
 * @param letterId the letter that authorises it; null for own use
 * @param boundAt when
 */
public record SignatureBound(
        long signatureId,
        String accountId,
        String name,
        long qualificationId,
        @Nullable Long letterId,
        Instant boundAt) implements SignatureEvent {}
