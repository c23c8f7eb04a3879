package io.zizhi.document.intake.inspection.word;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.zizhi.document.intake.inspection.Bytes;
import io.zizhi.document.intake.inspection.HiddenFiles;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Inspects DOC files, which are compound files (MS-CFB): sectors, a table that says which sectors are in use, and
 * directory entries of 128 bytes. Directory entries are found by their form, wherever they are, so that nothing depends
 * on how a program follows the directory.
 */
public final class OleInspection {

    private static final Set<String> MACROS = Set.of("macros", "vba", "_vba_project", "_vba_project_cur");
    private static final Set<String> OBJECTS = Set.of("\u0001ole10native", "package", "\u0003objinfo");

    /** Name of the folder of an embedded object. */
    private static final Pattern OBJECT_FOLDER = Pattern.compile("_\\d{5,10}");

    private static final String ENCRYPTED = "encryptedpackage";
    private static final String TEXT = "worddocument";

    private static final int HEADER_LENGTH = 512;
    private static final int ENTRY_LENGTH = 128;

    private static final int SECTOR_SHIFT = 30;
    private static final int TABLE_SECTORS = 44;
    private static final int FIRST_TABLE_SECTORS = 76;

    /** The header lists this many sectors of the table, which is enough for 7 MB. */
    private static final int LISTED_TABLE_SECTORS = 109;

    private static final long FREE = 0xffffffffL;

    /** Beginning of the text, and the flag in it of a document with a password (MS-DOC, FibBase). */
    private static final int TEXT_SIGNATURE = 0xa5ec;

    private static final int FLAGS = 10;
    private static final int HAS_PASSWORD = 0x100;

    /** Byte with which a field begins. */
    private static final int FIELD = 0x13;

    private final byte[] bytes;
    private final int sectorLength;

    private OleInspection(byte[] bytes) {
        this.bytes = bytes;
        int shift = bytes.length < HEADER_LENGTH ? 0 : Bytes.u16le(bytes, SECTOR_SHIFT);
        if (shift != 9 && shift != 12) {
            throw WordRefusals.unreadable();
        }
        this.sectorLength = 1 << shift;
    }

    /**
     * Refuses a DOC with macros, embedded objects, a template from elsewhere, fields that do more than show text, a
     * password, or bytes after its end.
     */
    public static void inspect(byte[] bytes) {
        new OleInspection(bytes).inspect();
    }

    private void inspect() {
        for (int at = HEADER_LENGTH; at <= bytes.length - ENTRY_LENGTH; at += ENTRY_LENGTH) {
            if (isEntry(at)) {
                entry(at);
            }
        }
        if (namesTemplate(0, 1) || namesTemplate(0, 2) || namesTemplate(1, 2)) {
            throw WordRefusals.external();
        }
        refuseFields(0, 1);
        refuseFields(0, 2);
        refuseFields(1, 2);
        refuseTail();
    }

    /** Returns whether these bytes have the form of a directory entry: a name with its length, and a known type. */
    private boolean isEntry(int at) {
        int nameLength = Bytes.u16le(bytes, at + 64);
        int type = bytes[at + 66];
        boolean ends = nameLength >= 4 && nameLength <= 64 && nameLength % 2 == 0;
        return ends && Bytes.u16le(bytes, at + nameLength - 2) == 0 && (type == 1 || type == 2 || type == 5);
    }

    private void entry(int at) {
        int nameLength = Bytes.u16le(bytes, at + 64) - 2;
        String name = new String(bytes, at, nameLength, UTF_16LE).toLowerCase(Locale.ROOT);
        if (name.equals(ENCRYPTED)) {
            throw WordRefusals.encrypted();
        }
        if (MACROS.contains(name)) {
            throw WordRefusals.macros();
        }
        if (OBJECTS.contains(name) || OBJECT_FOLDER.matcher(name).matches()) {
            throw WordRefusals.embedded();
        }
        if (name.equals(TEXT)) {
            refusePassword(Bytes.u32le(bytes, at + 116));
        }
    }

    /** @param sector first sector of the text */
    private void refusePassword(long sector) {
        long start = (sector + 1) * sectorLength;
        if (start + FLAGS + 2 <= bytes.length
                && Bytes.u16le(bytes, (int) start) == TEXT_SIGNATURE
                && (Bytes.u16le(bytes, (int) start + FLAGS) & HAS_PASSWORD) != 0) {
            throw WordRefusals.encrypted();
        }
    }

    /** Refuses bytes behind the last sector that is in use. Programs fill up to the next sector. */
    private void refuseTail() {
        long tables = Bytes.u32le(bytes, TABLE_SECTORS);
        if (tables == 0 || tables > LISTED_TABLE_SECTORS) {
            throw WordRefusals.unreadable();
        }
        int entries = sectorLength / Integer.BYTES;
        long end = 0;
        for (int table = 0; table < tables; table++) {
            long sector = Bytes.u32le(bytes, FIRST_TABLE_SECTORS + table * Integer.BYTES);
            long start = (sector + 1) * sectorLength;
            if (start + sectorLength > bytes.length) {
                throw WordRefusals.unreadable();
            }
            for (int entry = 0; entry < entries; entry++) {
                if (Bytes.u32le(bytes, (int) start + entry * Integer.BYTES) != FREE) {
                    end = ((long) table * entries + entry + 2) * sectorLength;
                }
            }
        }
        for (long at = end; at < bytes.length; at++) {
            if (bytes[(int) at] != 0) {
                throw HiddenFiles.tail((int) (bytes.length - end));
            }
        }
    }

    /**
     * Returns whether a text names a template by the address of a web page or a share.
     *
     * @param start position of the first letter
     * @param width bytes of a letter
     */
    private boolean namesTemplate(int start, int width) {
        boolean elsewhere = false;
        for (int at = start; at < bytes.length; at += width) {
            int letter = letter(at, width);
            if (letter <= ' ' || letter > '~') {
                elsewhere = false;
            } else if (isText("://", at, width) || isText("\\\\", at, width)) {
                elsewhere = true;
            } else if (elsewhere && isText(".dot", at, width)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Refuses a field that starts programs or fetches files. A field begins with a byte of its own, and its code ends
     * with another one (MS-DOC, 2.8.25).
     *
     * @param start position of the first letter
     * @param width bytes of a letter
     */
    private void refuseFields(int start, int width) {
        for (int at = start; at < bytes.length; at += width) {
            if (letter(at, width) == FIELD) {
                StringBuilder code = new StringBuilder();
                for (int next = at + width;
                        next + width <= bytes.length && code.length() < FieldCode.LONGEST;
                        next += width) {
                    int letter = width == 1 ? bytes[next] & 0xff : Bytes.u16le(bytes, next);
                    if (letter < ' ') {
                        break;
                    }
                    code.append((char) letter);
                }
                FieldCode.refuseDangerous(code.toString());
            }
        }
    }

    private boolean isText(String text, int at, int width) {
        for (int i = 0; i < text.length(); i++) {
            if (letter(at + i * width, width) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the letter in lower case; 0 if there is none. */
    private int letter(int at, int width) {
        if (at + width > bytes.length || (width == 2 && bytes[at + 1] != 0)) {
            return 0;
        }
        int letter = bytes[at] & 0xff;
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }
}
