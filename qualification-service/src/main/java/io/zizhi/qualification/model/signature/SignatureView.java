package io.zizhi.qualification.model.signature;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature bound to a qualification.
 *
 * @param id id of the binding
 * @param name text of the signature, without brackets
 * @param qualificationId the qualification it is bound to
 * @param letterId the letter that authorises it; absent for own use
 * @param boundAt when it was bound
 * @param movedAt when it was moved to this qualification or letter; absent if never moved
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignatureView(
        long id,
        String name,
        long qualificationId,
        @Nullable Long letterId,
        Instant boundAt,
        @Nullable Instant movedAt) {

    public static SignatureView from(Signature signature) {
        return new SignatureView(
                signature.id(),
                signature.name(),
                signature.qualificationId(),
                signature.letterId(),
                signature.boundAt(),
                signature.movedAt().orElse(null));
    }
}
