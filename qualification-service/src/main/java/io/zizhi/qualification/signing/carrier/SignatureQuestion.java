package io.zizhi.qualification.signing.carrier;

import io.zizhi.qualification.form.Text;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.model.signature.Signature;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a signature can be bound to a qualification.
 *
 * @param accountId the account that owns both
 * @param name text of the signature, without brackets
 * @param qualificationId id of the qualification
 * @param letterId the letter that authorises it; by default the letter that the qualification names
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
     * Returns whether a bound signature has exactly this name, qualification and letter. If the question names no
     * letter, any letter matches.
     */
    public boolean isMetBy(Signature bound) {
        return WrittenName.same(name, bound.name()) && isPlaceOf(bound);
    }

    private boolean isPlaceOf(Signature bound) {
        return letterId == null ? bound.isOn(qualificationId) : bound.isAt(qualificationId, letterId);
    }
}
