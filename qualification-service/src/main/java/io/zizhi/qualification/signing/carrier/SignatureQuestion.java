package io.zizhi.qualification.signing.carrier;

import io.zizhi.qualification.form.Text;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.model.signature.Signature;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * May this qualification carry this signature?
 *
 * @param accountId account that owns both
 * @param name the signature, without brackets
 * @param qualificationId the qualification
 * @param letterId the letter that authorises it; left out, the one that the qualification names
 */
public record SignatureQuestion(
        @NotBlank(message = "FIELD_REQUIRED") @Text(max = 100)
        String accountId,

        @NotBlank(message = "FIELD_REQUIRED") @Text(max = 100)
        String name,

        @NotNull(message = "FIELD_REQUIRED") @Positive(message = "NUMBER_NOT_POSITIVE")
        Long qualificationId,

        @Positive(message = "NUMBER_NOT_POSITIVE") @Nullable Long letterId) {

    /**
     * Whether a bound signature is where this asks for it, and is no other one that only looks the same; where no letter is
     * named, by whatever letter it was bound.
     */
    public boolean isMetBy(Signature bound) {
        return WrittenName.same(name, bound.name()) && isPlaceOf(bound);
    }

    private boolean isPlaceOf(Signature bound) {
        return letterId == null ? bound.isOn(qualificationId) : bound.isAt(qualificationId, letterId);
    }
}
