package io.zizhi.qualification.bulk.sheet.column;

/**
 * A column of a sheet.
 *
 * @param header as its author wrote it
 * @param index position, from 0
 */
public record SheetPlace(String header, int index) {

    private static final int LETTERS = 26;

    /** Returns the reference of a cell as spreadsheets show it, such as {@code C5}. */
    public String cell(int row) {
        return letters(index) + row;
    }

    /** Returns the letters that spreadsheets show above a column: A to Z, then AA. */
    public static String letters(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
    }
}
