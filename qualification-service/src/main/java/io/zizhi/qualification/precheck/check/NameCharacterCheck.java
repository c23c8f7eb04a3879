package io.zizhi.qualification.precheck.check;

import io.zizhi.qualification.form.standard.NameCharacter;
import io.zizhi.qualification.form.standard.WrittenName;
import io.zizhi.qualification.precheck.Outcome;
import io.zizhi.qualification.precheck.RuleCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one name in a form, a letter or a signature for deceptive characters. */
public final class NameCharacterCheck {

    private NameCharacterCheck() {}

    /**
     * Returns the result for {@code name}; empty if it is not filled in. The advice names the position of the
     * character.
     */
    public static Optional<Outcome> of(@Nullable String name, String pointer) {
        return Optional.ofNullable(name)
                .filter(text -> !text.isBlank())
                .map(text -> new WrittenName(text)
                        .firstDeceptive()
                        .map(character -> refusal(character).failed(pointer))
                        .orElseGet(() -> SharedCodes.NAME_CHARACTER_INVALID.passed(pointer)));
    }

    private static RuleCode refusal(NameCharacter character) {
        return SharedCodes.NAME_CHARACTER_INVALID.saying(character.placeZh(), character.placeEn());
    }
}
