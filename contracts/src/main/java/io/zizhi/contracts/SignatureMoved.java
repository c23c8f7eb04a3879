package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature is carried by another qualification, or authorised by another letter, from now on.
 *
 * @param signatureId number of the binding
 * @param accountId account that owns qualifications and signature
 * @param name the signature, without brackets
 * @param fromQualificationId the qualification that carried it
 * @param fromLetterId the letter that authorised it; null for own use
 * @param qualificationId the qualification that carries it now
 * @param letterId the letter that authorises it now; null for own use
 * @param movedAt when
 */
public record SignatureMoved(
        long signatureId,
        String accountId,
        String name,
        long fromQualificationId,
        @Nullable Long fromLetterId,
        long qualificationId,
        @Nullable Long letterId,
        Instant movedAt)
        implements SignatureEvent {}
