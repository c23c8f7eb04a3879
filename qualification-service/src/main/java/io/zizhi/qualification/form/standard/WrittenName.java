package io.zizhi.qualification.form.standard;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A name as typed, and its comparison with other names. Two spellings are the same name if their NFKC forms are equal,
 * so full-width letters, brackets and radicals equal their standard characters. Two names look alike if their skeletons
 * (UTS #39) are equal.
 *
 * <p>ICU4J computes skeletons because it contains the Unicode Consortium's table of confusable characters. The JDK has
 * no such table, and one of our own would be incomplete. A new version of ICU4J may change some skeletons; a stored
 * skeleton changes only when its name is saved again.
 *
 * @param text the name
 */
public record WrittenName(String text) {

    /** Created once, because creation reads tables from ICU4J's jar; immutable. */
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** Returns whether two spellings are the same name. */
    public static boolean same(String one, String other) {
        return new WrittenName(one).normalised().equals(new WrittenName(other).normalised());
    }

    /** Returns the name in NFKC. */
    public String normalised() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * Returns a key that is equal for all names that look alike. Upper and lower case differ. Use it only for
     * comparison, not for display.
     */
    public String skeleton() {
        return CONFUSABLES.getSkeleton(normalised());
    }

    /** Returns whether this name looks like {@code other} but is different. */
    public boolean imitates(String other) {
        WrittenName original = new WrittenName(other);
        return !normalised().equals(original.normalised()) && skeleton().equals(original.skeleton());
    }

    /** Returns the first character that differs from {@code other}; both names are compared in NFKC. */
    public Optional<NameCharacter> firstUnlike(String other) {
        int[] mine = normalised().codePoints().toArray();
        int[] others = new WrittenName(other).normalised().codePoints().toArray();
        for (int index = 0; index < mine.length; index++) {
            if (index >= others.length || mine[index] != others[index]) {
                return Optional.of(new NameCharacter(index + 1, mine[index]));
            }
        }
        return Optional.empty();
    }

    /** Returns the first character that is not allowed in names. */
    public Optional<NameCharacter> firstDeceptive() {
        int[] characters = text.codePoints().toArray();
        for (int index = 0; index < characters.length; index++) {
            NameCharacter character = new NameCharacter(index + 1, characters[index]);
            if (character.isDeceptive()) {
                return Optional.of(character);
            }
        }
        return Optional.empty();
    }
}
