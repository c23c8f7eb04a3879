package io.zizhi.recognition.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that a form prints in front of a value.
 *
 * @param field name of the value; null if it is of no interest and only ends others
 * @param characters of the label
 * @param isLong whether the value may continue in lines below
 */
record Label(@Nullable String field, List<String> characters, boolean isLong) {

    /** A label with fewer characters must be exact, unless it is missing everywhere else. */
    private static final int LONG = 4;

    static Label of(String field, String text) {
        return new Label(field, text.codePoints().mapToObj(Character::toString).toList(), false);
    }

    static Label ofLong(String field, String text) {
        return new Label(field, text.codePoints().mapToObj(Character::toString).toList(), true);
    }

    static Label ignored(String text) {
        return new Label(null, text.codePoints().mapToObj(Character::toString).toList(), true);
    }

    int length() {
        return characters.size();
    }

    /**
     * Returns how many characters of the row, from {@code index} on, are this label; 0 if it is something else. One
     * character of a long label may be wrong or missing.
     */
    int lengthAt(Row row, int index) {
        int wrong = wrong(row, index);
        if (wrong == 0) {
            return length();
        }
        if (length() < LONG) {
            return 0;
        }
        return wrong == 1 ? length() : lengthWithGapAt(row, index);
    }

    /** Like {@link #lengthAt}, but half of the characters may be wrong, or one missing if the rest stands alone. */
    int lengthOfSimilarAt(Row row, int index) {
        int withGap = lengthWithGapAt(row, index);
        if (withGap > 0 && (index + withGap == row.glyphs().size() || row.startsAt(index + withGap))) {
            return withGap;
        }
        boolean isOneLine = index + length() <= row.glyphs().size()
                && row.glyphs().get(index).line()
                        == row.glyphs().get(index + length() - 1).line();
        return isOneLine && wrong(row, index) <= length() / 2 ? length() : 0;
    }

    /** Returns the length without one character if the others are there, else 0. */
    private int lengthWithGapAt(Row row, int index) {
        for (int missing = 0; missing < length(); missing++) {
            List<String> rest = new ArrayList<>(characters);
            rest.remove(missing);
            if (wrong(rest, row, index) == 0) {
                return rest.size();
            }
        }
        return 0;
    }

    private int wrong(Row row, int index) {
        return wrong(characters, row, index);
    }

    private static int wrong(List<String> characters, Row row, int index) {
        if (index + characters.size() > row.glyphs().size()) {
            return characters.size();
        }
        int wrong = 0;
        for (int i = 0; i < characters.size(); i++) {
            wrong += characters.get(i).equals(row.glyphs().get(index + i).character()) ? 0 : 1;
        }
        return wrong;
    }
}
