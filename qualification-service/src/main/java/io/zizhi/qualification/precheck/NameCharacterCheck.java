package io.zizhi.qualification.precheck;

import io.zizhi.qualification.form.standard.NameCharacter;
import io.zizhi.qualification.form.standard.WrittenName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for deceptive characters in one name of a form or a letter, or in the name of a signature. */
public final class NameCharacterCheck {

    private NameCharacterCheck() {}

    /** What is found in {@code name}; nothing where it is not filled in. The advice says where the character is. */
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
