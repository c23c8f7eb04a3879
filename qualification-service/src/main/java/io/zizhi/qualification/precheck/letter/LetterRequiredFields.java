package io.zizhi.qualification.precheck.letter;

import io.zizhi.qualification.form.LetterForm;
import io.zizhi.qualification.precheck.LetterRule;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import io.zizhi.qualification.precheck.check.SharedCodes;
import io.zizhi.qualification.precheck.facts.LetterFacts;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that all fields required to submit a letter are filled in. */
@Singleton
public class LetterRequiredFields implements LetterRule {

    @Override
    public List<RuleCode> codes() {
        return List.of(SharedCodes.FIELD_REQUIRED);
    }

    @Override
    public List<Outcome> judge(LetterForm form, LetterFacts facts) {
        return List.of(
                required(form.authoriser(), "/authoriser"),
                required(form.creditCode(), "/creditCode"),
                required(form.party().orElse(null), "/authorisedParty"),
                required(form.validFrom(), "/validFrom"),
                required(form.validTo(), "/validTo"),
                SharedCodes.DOCUMENT_REQUIRED.check(form.documentId() != null, "/documentId"),
                SharedCodes.FIELD_REQUIRED.check(!form.signatureNames().isEmpty(), "/signatureNames"));
    }

    private static Outcome required(@Nullable Object value, String pointer) {
        boolean filledIn = value instanceof String text ? !text.isBlank() : value != null;
        return SharedCodes.FIELD_REQUIRED.check(filledIn, pointer);
    }
}
