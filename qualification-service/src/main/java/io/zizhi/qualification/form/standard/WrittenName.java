package io.zizhi.qualification.form.standard;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.Optional;

/**
 * A name as somebody wrote it, and how it is compared with others. Two writings are the same name when their NFKC forms are
 * equal: full-width letters and brackets, and the radicals that look like characters, are then what they stand for. Two
 * names look alike when their skeletons (UTS #39) are equal.
 *
 * <p>ICU4J computes skeletons because it carries the table of confusable characters of the Unicode Consortium; the JDK has
 * none, and a table of our own would be incomplete. A new version of ICU4J may change some skeletons. Stored ones stay as
 * they are until their name is written again.
 *
 * @param text the name
 */
public record WrittenName(String text) {

    /** Building one reads the tables from ICU4J's jar; it is immutable. */
    private static final SpoofChecker CONFUSABLES =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** Whether two writings are of one name. */
    public static boolean same(String one, String other) {
        return new WrittenName(one).normalised().equals(new WrittenName(other).normalised());
    }

    /** The name in NFKC. */
    public String normalised() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Equal for all names that look alike; upper and lower case differ. Only for comparing, not for showing. */
    public String skeleton() {
        return CONFUSABLES.getSkeleton(normalised());
    }

    /** Whether it looks like {@code other} and is another name. */
    public boolean imitates(String other) {
        WrittenName original = new WrittenName(other);
        return !normalised().equals(original.normalised()) && skeleton().equals(original.skeleton());
    }

    /** The first character in which it differs from {@code other}; both names are compared in NFKC. */
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

    /** The first character that no name may have. */
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
