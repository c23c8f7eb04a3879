package io.zizhi.qualification.precheck.recognition;

import io.zizhi.qualification.form.RecognisedValue;
import io.zizhi.qualification.form.standard.WrittenName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A recognised value and the value that the applicant typed.
 *
 * @param recognised the recognised value
 * @param typed the value in the form; null if it is not filled in
 */
public record ComparedValue(
        RecognisedValue recognised, @Nullable String typed) {

    /** A value that was recognised with a lower confidence, or whose check failed, is no evidence. */
    private static final double LEAST_CONFIDENCE = 0.8;

    /** Longer values, such as names of companies, are not masked. */
    private static final int MOST_POSITIONS = 20;

    /** Everything that recognition often confuses or leaves out: spaces, brackets, dots and dashes. */
    private static final Pattern INSIGNIFICANT = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Returns whether both values are the same, apart from width, case, spaces and punctuation. */
    public boolean agrees() {
        return typed != null && normalised(typed).equals(normalised(recognised.value()));
    }

    /** Returns whether the typed value is probably not the one in the picture. */
    public boolean differs() {
        return typed != null
                && !normalised(typed).isEmpty()
                && recognised.confidence() >= LEAST_CONFIDENCE
                && !agrees();
    }

    /**
     * Returns the positions at which both values differ, to show a difference that masking hides. They are counted in code
     * points from 0, in the values without spaces and punctuation. At most the first 20 are returned. If one value is
     * longer, its further positions differ. Empty if the values agree or nothing is typed.
     */
    public List<Integer> differsAt() {
        int[] one = typed == null ? new int[0] : codePoints(typed);
        int[] other = codePoints(recognised.value());
        return one.length == 0
                ? List.of()
                : IntStream.range(0, Math.max(one.length, other.length))
                        .filter(index -> index >= one.length || index >= other.length || one[index] != other[index])
                        .limit(MOST_POSITIONS)
                        .boxed()
                        .toList();
    }

    private static int[] codePoints(String text) {
        return normalised(text).codePoints().toArray();
    }

    /** Returns the text in the form used for comparison. */
    static String normalised(String text) {
        return INSIGNIFICANT
                .matcher(new WrittenName(text).normalised())
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
