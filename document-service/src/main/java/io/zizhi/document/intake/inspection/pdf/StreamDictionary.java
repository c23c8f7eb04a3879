package io.zizhi.document.intake.inspection.pdf;

import java.util.Set;

/** The facts about a stream that its dictionary gives. */
final class StreamDictionary {

    private static final String INFLATABLE = "FlateDecode";

    /** Names with which the bytes of a stream become other bytes. */
    private static final Set<String> OTHER_FILTERS = Set.of(
            "DecodeParms",
            "DP",
            "FFilter",
            "FDecodeParms",
            "ASCIIHexDecode",
            "AHx",
            "ASCII85Decode",
            "A85",
            "LZWDecode",
            "LZW",
            "RunLengthDecode",
            "RL",
            "Crypt",
            "Fl");

    private boolean holdsObjects;
    private boolean hasOtherFilter;
    private boolean mayHaveLength;
    private int inflations;
    private int length = -1;
    private int first = -1;
    private int numbersOfFirst;
    private int count = -1;
    private int numbersOfCount;
    private String last = "";

    void name(String name) {
        // Only streams of objects have /First, and all of them need it.
        holdsObjects |= name.equals("ObjStm") || name.equals("First");
        hasOtherFilter |= OTHER_FILTERS.contains(name);
        inflations += name.equals(INFLATABLE) ? 1 : 0;
        last = name;
        mayHaveLength = name.equals("Length");
    }

    void integer(String digits) {
        if (mayHaveLength) {
            length = digits.length() < 9 ? Integer.parseInt(digits) : -1;
        }
        if (last.equals("First")) {
            first = digits.length() < 9 ? Integer.parseInt(digits) : -1;
            numbersOfFirst++;
        }
        if (last.equals("N")) {
            count = digits.length() < 9 ? Integer.parseInt(digits) : -1;
            numbersOfCount++;
        }
        // A filter named by another object could be any.
        hasOtherFilter |= last.equals("Filter");
        mayHaveLength = false;
    }

    /** Returns whether the stream holds further objects; their names count like those of the file. */
    boolean holdsObjects() {
        return holdsObjects;
    }

    /** Returns whether the objects in the stream can be read. */
    boolean isReadable() {
        return !hasOtherFilter && inflations <= 1;
    }

    boolean isInflated() {
        return inflations > 0;
    }

    /** Returns the length in bytes; -1 if another object has it. */
    int length() {
        return length;
    }

    /** Returns the offset of the first object in a stream of objects; -1 if another object has it. */
    int first() {
        return numbersOfFirst == 1 ? first : -1;
    }

    /** Returns the number of objects in a stream of objects; -1 if another object has it. */
    int count() {
        return numbersOfCount == 1 ? count : -1;
    }
}
