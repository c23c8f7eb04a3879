package io.zizhi.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature was moved to another qualification or is now authorised by another letter.
 *
 * @param signatureId number of the binding
 * @param accountId the account that owns qualifications and signature
 * @param name the text of the signature, without brackets
 * @param fromQualificationId the qualification it was bound to before
 * @param fromLetterId the letter that authorised it before; null for own use
 * @param qualificationId the qualification it is bound to now
 * @param letterId the letter that authorises it now; null for own use
 * @param movedAt when it was moved
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
