package io.zizhi.qualification.filing.letter;

import io.zizhi.qualification.form.LetterForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the changed fields of a letter for the timeline and the audit log: pointers, never values. */
final class LetterDifference {

    private LetterDifference() {}

    static List<String> between(LetterForm before, LetterForm after) {
        List<String> changed = new ArrayList<>();
        add(changed, "/name", before.name(), after.name());
        add(changed, "/authoriser", before.authoriser(), after.authoriser());
        add(changed, "/creditCode", before.creditCode(), after.creditCode());
        add(changed, "/authorisedParty", before.authorisedParty(), after.authorisedParty());
        add(changed, "/validFrom", before.validFrom(), after.validFrom());
        add(changed, "/validTo", before.validTo(), after.validTo());
        add(changed, "/documentId", before.documentId(), after.documentId());
        add(changed, "/signatureNames", before.signatureNames(), after.signatureNames());
        return changed;
    }

    private static void add(List<String> changed, String pointer, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(pointer);
        }
    }
}
