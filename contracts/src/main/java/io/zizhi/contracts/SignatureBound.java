package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature was bound to a qualification. The qualification cannot be deleted while a signature is bound to it.
 *
 * @param signatureId number of the binding
 * @param accountId the account that owns qualification and signature
 * @param name the text of the signature, without brackets
 * @param qualificationId the qualification it is bound to
 * @param letterId the letter that authorises it; null for own use
 * @param boundAt when it was bound
 */
public record SignatureBound(
        long signatureId,
        String accountId,
        String name,
        long qualificationId,
        @Nullable Long letterId,
        Instant boundAt) implements SignatureEvent {}
