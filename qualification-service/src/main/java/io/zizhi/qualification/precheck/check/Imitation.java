package io.zizhi.qualification.precheck.check;

import io.zizhi.qualification.form.standard.CompanyName;
import io.zizhi.qualification.form.standard.NameCharacter;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.RuleCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detects a company name that looks like another name but is not the same. */
public final class Imitation {

    private Imitation() {}

    /** Returns the code if {@code name} imitates {@code original}; its advice names the differing character. */
    public static Optional<RuleCode> of(@Nullable String name, @Nullable String original) {
        if (name == null || original == null) {
            return Optional.empty();
        }
        return new CompanyName(name).imitates(original)
                ? Optional.of(unlike(name, original).map(Imitation::at).orElse(SharedCodes.COMPANY_NAME_CONFUSABLE))
                : Optional.empty();
    }

    /** Returns the differing character, unless the names also differ in spaces or brackets, which move positions. */
    private static Optional<NameCharacter> unlike(String name, String original) {
        WrittenName written = new WrittenName(name);
        return written.imitates(original) ? written.firstUnlike(original) : Optional.empty();
    }

    private static RuleCode at(NameCharacter character) {
        return SharedCodes.COMPANY_NAME_CONFUSABLE.saying(character.placeZh(), character.placeEn());
    }
}
