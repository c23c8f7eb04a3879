package io.zizhi.qualification.bulk.sheet.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An XLSX cell while it is being read. */
final class XlsxCell {

    /** Spreadsheets store numbers as binary fractions with about this many exact decimal digits. */
    private static final int EXACT_DIGITS = 15;

    private static final MathContext EXACT = new MathContext(EXACT_DIGITS);

    /** The number format that spreadsheets write. A larger exponent could expand to a billion digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9.]{1,40}([eE][+-]?[0-9]{1,3})?");

    private final @Nullable String type;
    private final StringBuilder value = new StringBuilder();
    private final RichText inline = new RichText();
    private boolean inValue;
    private boolean isFormula;

    /** @param type value of the attribute {@code t} */
    XlsxCell(@Nullable String type) {
        this.type = type;
    }

    /** Called for every event inside the cell. */
    void add(XmlPart part) {
        if (part.opens("f")) {
            isFormula = true;
        } else if (part.opens("v")) {
            inValue = true;
        } else if (part.closes("v")) {
            inValue = false;
        } else if (inValue) {
            part.addText(value);
        } else {
            inline.add(part);
        }
    }

    SheetCell finished(XlsxTexts texts) {
        if (isFormula) {
            return SheetCell.faulty(SheetCell.Fault.FORMULA);
        }
        String text = value.toString();
        return switch (type == null ? "n" : type) {
            case "n" -> number(text.strip());
            case "s" -> SheetCell.of(texts.at(text.strip()));
            case "inlineStr" -> SheetCell.of(inline.toString());
            case "b" -> SheetCell.of(text.strip().equals("1") ? "true" : "false");
            case "e" -> SheetCell.faulty(SheetCell.Fault.ERROR);
            default -> SheetCell.of(text);
        };
    }

    private static SheetCell number(String text) {
        if (text.isEmpty()) {
            return SheetCell.of("");
        }
        if (!NUMBER.matcher(text).matches()) {
            return SheetCell.faulty(SheetCell.Fault.ERROR);
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.precision() > EXACT_DIGITS || number.precision() - number.scale() > EXACT_DIGITS
                ? SheetCell.notExact(number.round(EXACT).toString())
                : SheetCell.of(number.toPlainString());
    }
}
