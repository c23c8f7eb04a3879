package io.zizhi.document.intake.inspection.word;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;

/**
 * File names in the central directory of a ZIP file. Nothing is inflated, so a ZIP bomb does no harm. A truncated file
 * has no directory.
 */
public final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;

    private final Set<String> names;

    private ZipDirectory(Set<String> names) {
        this.names = names;
    }

    /** Reads the names. Returns no names if the bytes contain no readable directory. */
    public static ZipDirectory of(byte[] bytes) {
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int oldest = Math.max(0, bytes.length - END_LENGTH - MAX_COMMENT);
        for (int at = bytes.length - END_LENGTH; at >= oldest; at--) {
            if (zip.getInt(at) == END_SIGNATURE) {
                return new ZipDirectory(names(zip, zip.getInt(at + 16), zip.getShort(at + 10) & 0xffff));
            }
        }
        return new ZipDirectory(Set.of());
    }

    /**
     * Returns whether the package is a Word document. By ECMA-376, a package declares the types of its parts, and the
     * parts of a text document are under {@code word/}.
     */
    public boolean isWordDocument() {
        return names.contains("[Content_Types].xml") && names.stream().anyMatch(name -> name.startsWith("word/"));
    }

    private static Set<String> names(ByteBuffer zip, int start, int count) {
        Set<String> names = new HashSet<>();
        int at = start;
        for (int entry = 0; entry < count; entry++) {
            if (at < 0 || at > zip.limit() - ENTRY_LENGTH || zip.getInt(at) != ENTRY_SIGNATURE) {
                return Set.of();
            }
            int nameLength = zip.getShort(at + 28) & 0xffff;
            int rest = (zip.getShort(at + 30) & 0xffff) + (zip.getShort(at + 32) & 0xffff);
            if (nameLength > zip.limit() - at - ENTRY_LENGTH) {
                return Set.of();
            }
            byte[] name = new byte[nameLength];
            zip.get(at + ENTRY_LENGTH, name);
            names.add(new String(name, UTF_8));
            at += ENTRY_LENGTH + nameLength + rest;
        }
        return names;
    }
}
