package io.zizhi.qualification.bulk.sheet.file;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * The parts of an XLSX, which is a ZIP archive (APPNOTE 6.3, §4.3). Parts are unpacked as a stream and never kept.
 *
 * <p>The JDK reads ZIP archives only from files or as a stream. As a stream it fails on sizes that spreadsheets write
 * after the data. This class therefore reads the central directory itself. Offsets outside the archive fail with an
 * index exception.
 */
final class XlsxParts {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int PART = 0x04034b50;
    private static final int PART_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 8192;

    private final ByteBuffer archive;
    private final Deadline deadline;
    private final Map<String, Part> parts = new HashMap<>();

    /** Unpacks everything once to check the total size, because a few kilobytes can unpack to gigabytes. */
    XlsxParts(byte[] bytes, Deadline deadline) throws IOException {
        this.archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.deadline = deadline;
        int end = end();
        int count = number(end + 10);
        if (count > SheetLimits.MAX_PARTS) {
            throw SheetLimits.tooLarge("An XLSX may have at most " + SheetLimits.MAX_PARTS + " parts.");
        }
        int entry = archive.getInt(end + 16);
        long unpacked = 0;
        for (int index = 0; index < count; index++) {
            unpacked = unpackedAfter(add(entry), unpacked);
            entry += ENTRY_LENGTH + number(entry + 28) + number(entry + 30) + number(entry + 32);
        }
    }

    /** Finds the end-of-central-directory record, which may be followed by a comment. */
    private int end() {
        for (int at = archive.limit() - END_LENGTH; at >= 0; at--) {
            if (archive.getInt(at) == END) {
                return at;
            }
        }
        throw XlsxSheet.malformed();
    }

    private Part add(int entry) {
        requireMark(entry, ENTRY);
        byte[] name = new byte[number(entry + 28)];
        archive.get(entry + ENTRY_LENGTH, name);
        Part part = new Part(archive.getInt(entry + 42), archive.getInt(entry + 20), number(entry + 10));
        if (parts.put(key(new String(name, StandardCharsets.UTF_8)), part) != null) {
            throw XlsxSheet.malformed();
        }
        return part;
    }

    private long unpackedAfter(Part part, long before) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = before;
        try (InputStream content = content(part)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                deadline.check();
                unpacked += read;
                if (unpacked > size().maxUnpacked()) {
                    throw SheetLimits.tooLarge("An XLSX may unpack to at most " + size().maxUnpacked() + " bytes.");
                }
            }
        }
        return unpacked;
    }

    /** Returns the size that the sheet may have. */
    SheetSize size() {
        return deadline.size();
    }

    /** Opens a part; fails if it does not exist. Part names ignore case. */
    XmlPart open(String name) throws IOException, XMLStreamException {
        Part part = parts.get(key(name));
        if (part == null) {
            throw XlsxSheet.malformed();
        }
        InputStream content = content(part);
        try {
            return new XmlPart(new BoundedMarkup(text(content), deadline));
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            content.close();
            throw unreadable;
        }
    }

    private InputStream content(Part part) {
        requireMark(part.at, PART);
        int begin = part.at + PART_LENGTH + number(part.at + 26) + number(part.at + 28);
        InputStream packed = new ByteArrayInputStream(
                archive.array(), Objects.checkFromIndexSize(begin, part.packed, archive.limit()), part.packed);
        return switch (part.method) {
            case STORED -> packed;
            case DEFLATED -> new Inflated(packed);
            default -> throw XlsxSheet.malformed();
        };
    }

    /**
     * Decodes the part as UTF-8, which spreadsheets write, and ignores its declared encoding. The inspection therefore
     * reads the same text as the parser.
     */
    private static Reader text(InputStream part) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(
                part, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return text;
    }

    private void requireMark(int at, int mark) {
        if (archive.getInt(at) != mark) {
            throw XlsxSheet.malformed();
        }
    }

    private int number(int at) {
        return Short.toUnsignedInt(archive.getShort(at));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * A part in the archive.
     *
     * @param at offset of its header
     * @param packed its compressed length
     * @param method its compression method
     */
    private record Part(int at, int packed, int method) {}

    /** Frees the native memory of the inflater when it is closed. */
    private static final class Inflated extends InflaterInputStream {

        private Inflated(InputStream packed) {
            super(packed, new Inflater(true), BUFFER);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }
}
