package io.zizhi.bench.recognition;

import java.util.Locale;

/** Counts correct fields and entirely correct documents. */
final class Accuracy {

    private int pictures;
    private int whole;
    private int fields;
    private int right;
    private int unknown;
    private int unknownRight;

    /** @param isWhole whether every field of the document with known characters is correct */
    void addPicture(boolean isWhole) {
        pictures++;
        whole += isWhole ? 1 : 0;
    }

    /** @param isKnown whether the model knows all characters of the value */
    void addField(boolean isRight, boolean isKnown) {
        if (isKnown) {
            fields++;
            right += isRight ? 1 : 0;
        } else {
            unknown++;
            unknownRight += isRight ? 1 : 0;
        }
    }

    /** Returns a row of the table: pictures, whole ones, fields, correct ones, share, fields with unknown characters. */
    String row(String what) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %s | %d of %d |",
                what,
                pictures,
                whole,
                fields,
                right,
                share(),
                unknownRight,
                unknown);
    }

    private String share() {
        return fields == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * right / fields);
    }
}
