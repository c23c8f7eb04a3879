package io.zizhi.document.intake.inspection.word;

import io.zizhi.document.intake.inspection.LinkAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes of fields: a keyword with arguments, from which Word computes a text (ECMA-376 part 1, 17.16). Some start
 * programs ({@code DDEAUTO}) or fetch files ({@code INCLUDEPICTURE}).
 */
final class FieldCode {

    /** Longest code in characters. Programs for citations keep their data in codes. */
    static final int LONGEST = 32_000;

    /** Fields that show something of the document itself, its properties, or the time, or keep data without effect. */
    private static final Set<String> ALLOWED = Set.of("""
            ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
            BIDIOUTLINE BIBLIOGRAPHY CITATION COMMENTS COMPARE CREATEDATE DATE DISPLAYBARCODE DOCPROPERTY
            DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT FTNREF GLOSSARY
            GOTOBUTTON GREETINGLINE HYPERLINK IF INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM MERGEFIELD MERGEREC
            MERGESEQ NEXT NEXTIF NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE PRIVATE REF REVNUM
            SAVEDATE SECTION SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE
            TOA TOC USERADDRESS USERINITIALS USERNAME XE
            """.split("\\s+", 0));

    /** Fields that a DOC must not have. Its fields cannot be told from other bytes, so the others are not refused. */
    private static final Set<String> DANGEROUS = Set.of("""
            CONTROL DATABASE DDE DDEAUTO EMBED HTMLACTIVEX HTMLCONTROL IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT
            LINK MACROBUTTON PRINT RD
            """.split("\\s+", 0));

    private static final String LINK = "HYPERLINK";

    /** A formula such as {@code = 2 * 3}, which begins without a keyword. */
    private static final String FORMULA = "=";

    /** Beginnings of codes that may contain other fields, such as {@code IF }: their results are values or text. */
    private static final Pattern WITH_FIELDS = Pattern.compile("(?i)(=|(IF|EQ|COMPARE|SKIPIF|NEXTIF)[\\s\\\\\"])");

    private static final Pattern KEYWORD = Pattern.compile("[^\\s\\\\\"]*");
    private static final Pattern PRINTABLE = Pattern.compile("[A-Z]{1,30}");
    private static final Pattern ARGUMENT = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"?|[^\\s\"]+");

    /** Switches are a backslash and a sign; the name of a format may follow at once. */
    private static final Pattern SWITCH = Pattern.compile("\\\\(\\w|\\*\\w*)");

    /** Switches of a link that are followed by something else than an address: a tip, a bookmark, a frame, a format. */
    private static final Set<String> WITH_ARGUMENT = Set.of("\\o", "\\l", "\\t", "\\*");

    private FieldCode() {}

    /** Refuses a field of another kind, and a link to another address. */
    static void requireAllowed(String code) {
        String stripped = code.strip();
        String keyword = keyword(stripped);
        if (!stripped.isEmpty() && !stripped.startsWith(FORMULA) && !ALLOWED.contains(keyword)) {
            throw WordRefusals.field(PRINTABLE.matcher(keyword).matches() ? keyword : "?");
        }
        requireAllowedLink(keyword, stripped);
    }

    /** Refuses a field that starts programs or fetches files, and a link to another address. */
    static void refuseDangerous(String code) {
        String stripped = code.strip();
        String keyword = keyword(stripped);
        // By chance, other bytes look like a keyword alone.
        if (DANGEROUS.contains(keyword) && stripped.length() > keyword.length()) {
            throw WordRefusals.field(keyword);
        }
        requireAllowedLink(keyword, stripped);
    }

    /**
     * Returns whether other fields may follow this beginning of a code; their results cannot become a keyword or address.
     *
     * @param beginning without leading white space
     */
    static boolean mayContainFields(CharSequence beginning) {
        return WITH_FIELDS.matcher(beginning).lookingAt();
    }

    private static String keyword(String code) {
        Matcher keyword = KEYWORD.matcher(code);
        return keyword.lookingAt() ? keyword.group().toUpperCase(Locale.ROOT) : "";
    }

    private static void requireAllowedLink(String keyword, String code) {
        if (!keyword.equals(LINK)) {
            return;
        }
        Matcher argument = ARGUMENT.matcher(code).region(LINK.length(), code.length());
        boolean isAddress = true;
        while (argument.find()) {
            boolean isQuoted = argument.group(1) != null;
            if (!isQuoted && SWITCH.matcher(argument.group()).matches()) {
                isAddress = !WITH_ARGUMENT.contains(argument.group().toLowerCase(Locale.ROOT));
                continue;
            }
            if (isAddress && !LinkAddress.isAllowed(isQuoted ? argument.group(1) : argument.group())) {
                throw WordRefusals.link();
            }
            isAddress = true;
        }
    }
}
