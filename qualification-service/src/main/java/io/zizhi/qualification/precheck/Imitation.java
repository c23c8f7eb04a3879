package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.standard.NameCharacter;
import io.zizhi.qualification.form.standard.WrittenName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A company name that looks like another one and is not the same: it names another company, or nobody. */
public final class Imitation {

    private Imitation() {}

    /** The code for {@code name} where it imitates {@code original}; its advice says in which character. */
    public static Optional<RuleCode> of(@Nullable String name, @Nullable String original) {
        if (name == null || original == null) {
            return Optional.empty();
        }
        WrittenName written = new WrittenName(name);
        return written.imitates(original)
                ? Optional.of(
                        written.firstUnlike(original).map(Imitation::at).orElse(SharedCodes.COMPANY_NAME_CONFUSABLE))
                : Optional.empty();
    }

    private static RuleCode at(NameCharacter character) {
        return SharedCodes.COMPANY_NAME_CONFUSABLE.saying(character.placeZh(), character.placeEn());
    }
}
