package io.zizhi.qualification.filing.letterpaper;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * STSong-Light, a Chinese font that PDF readers provide. The file only refers to it, so the PDF stays small and no font
 * has to be shipped. Text is encoded as UTF-16, as the encoding UniGB-UTF16-H requires.
 */
final class ChineseFont {

    private static final String NAME = "STSong-Light";
    private static final String ENCODING = "UniGB-UTF16-H";
    private static final int FULL_WIDTH = 1000;
    private static final int HALF_WIDTH = 500;

    /** First ASCII glyph in the collection Adobe-GB1; ASCII glyphs have half the width of the others. */
    private static final int FIRST_HALF = 1;

    private static final int LAST_HALF = 95;
    private static final int SUPPLEMENT = 4;
    private static final int SYMBOLIC = 4;

    private ChineseFont() {}

    static COSDictionary resource() {
        COSDictionary font = named("Font", "Type0", NAME + "-" + ENCODING);
        font.setName(COSName.ENCODING, ENCODING);
        COSArray descendants = new COSArray();
        descendants.add(descendant());
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private static COSDictionary descendant() {
        COSDictionary font = named("Font", "CIDFontType0", NAME);
        COSDictionary collection = new COSDictionary();
        collection.setItem(COSName.REGISTRY, new COSString("Adobe"));
        collection.setItem(COSName.ORDERING, new COSString("GB1"));
        collection.setInt(COSName.SUPPLEMENT, SUPPLEMENT);
        font.setItem(COSName.CIDSYSTEMINFO, collection);
        font.setInt(COSName.DW, FULL_WIDTH);
        font.setItem(COSName.W, numbers(FIRST_HALF, LAST_HALF, HALF_WIDTH));
        font.setItem(COSName.FONT_DESC, descriptor());
        return font;
    }

    private static COSDictionary descriptor() {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setName(COSName.TYPE, "FontDescriptor");
        descriptor.setName(COSName.FONT_NAME, NAME);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        descriptor.setItem(COSName.FONT_BBOX, numbers(-25, -254, FULL_WIDTH, 880));
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 880);
        descriptor.setInt(COSName.STEM_V, 93);
        return descriptor;
    }

    private static COSDictionary named(String type, String subtype, String baseFont) {
        COSDictionary font = new COSDictionary();
        font.setName(COSName.TYPE, type);
        font.setName(COSName.SUBTYPE, subtype);
        font.setName(COSName.BASE_FONT, baseFont);
        return font;
    }

    private static COSArray numbers(int... values) {
        COSArray array = new COSArray();
        for (int value : values) {
            array.add(COSInteger.get(value));
        }
        return array;
    }

    /** Returns a text as an operand of a content stream. */
    static String operand(String text) {
        return "<" + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /** Returns the width of a character in thousandths of the font size. */
    static int width(int codePoint) {
        return codePoint < 0x80 ? HALF_WIDTH : FULL_WIDTH;
    }
}
