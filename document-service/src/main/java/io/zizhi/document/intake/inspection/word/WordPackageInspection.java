package io.zizhi.document.intake.inspection.word;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.zizhi.document.intake.inspection.Bytes;
import io.zizhi.document.intake.inspection.HiddenFiles;
import io.zizhi.platform.http.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Inspects DOCX files, which are ZIP files of parts (ECMA-376). Each part is inflated once and not kept. Its type must be
 * allowed; parts in XML are read for fields, links and relations.
 */
public final class WordPackageInspection {

    /** Most parts. A document of five megabytes with a picture on each page has some hundred. */
    private static final int MOST_PARTS = 2_000;

    /** Most bytes of all parts together, inflated: more than ten times the largest file. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Most bytes of a list of relations or types, which is read by an XML parser. */
    private static final long LONGEST_LIST = 1024 * 1024;

    /** A description of the bytes of an entry may follow them. */
    private static final int LONGEST_DESCRIPTOR = 24;

    private static final byte[] ENTRY = {'P', 'K', 1, 2};
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final int END_LENGTH = 22;

    private static final Pattern MACROS = Pattern.compile("(?i).*(vbaproject|vbadata)[^/]*");

    /** Beginnings of programs, other documents and archives, which must not pass for pictures or fonts. */
    private static final List<byte[]> FOREIGN = Stream.of(
                    "MZ", "\u007fELF", "PK\u0003\u0004", "%PDF", "\u00d0\u00cf\u0011\u00e0")
            .map(text -> text.getBytes(ISO_8859_1))
            .toList();

    private static final int BUFFER = 16 * 1024;

    private final byte[] bytes;
    private final byte[] buffer = new byte[BUFFER];
    private long inflated;

    private WordPackageInspection(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Refuses a DOCX with macros, objects, fields or links that do more than show text, content from elsewhere, a
     * password, or bytes that belong to no part.
     */
    public static void inspect(byte[] bytes) {
        new WordPackageInspection(bytes).inspect();
    }

    private void inspect() {
        refuseManyParts();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntriesInPhysicalOrder());
            refuseGaps(parts);
            requirePlainNames(parts);
            PackageRules rules = rules(zip);
            for (ZipArchiveEntry part : parts) {
                part(zip, part, rules);
            }
        } catch (ProblemException refusal) {
            throw refusal;
        } catch (IOException | RuntimeException damaged) {
            // The library reports damage by exceptions of many types.
            throw WordRefusals.unreadable();
        }
    }

    /** The library reads the whole directory into memory. */
    private void refuseManyParts() {
        int parts = 0;
        for (int at = Bytes.indexOf(bytes, ENTRY, 0, bytes.length);
                at >= 0;
                at = Bytes.indexOf(bytes, ENTRY, at + 1, bytes.length)) {
            parts++;
            if (parts > MOST_PARTS) {
                throw WordRefusals.expandsTooMuch();
            }
        }
    }

    /** Refuses bytes before, between and after the parts, where a second file could be. */
    private void refuseGaps(List<ZipArchiveEntry> parts) {
        long end = 0;
        for (ZipArchiveEntry part : parts) {
            long gap = part.getLocalHeaderOffset() - end;
            if (gap < 0 || gap > LONGEST_DESCRIPTOR) {
                throw gap < 0 ? WordRefusals.unreadable() : HiddenFiles.tail((int) gap);
            }
            end = part.getDataOffset() + part.getCompressedSize();
        }
        int directory = Bytes.indexOf(bytes, ENTRY, (int) end, bytes.length);
        if (directory > end + LONGEST_DESCRIPTOR) {
            throw HiddenFiles.tail((int) (directory - end));
        }
        int directoryEnd = endOfDirectory(directory, parts.size());
        if (!Bytes.startsWith(bytes, directoryEnd, END) || directoryEnd + END_LENGTH > bytes.length) {
            throw WordRefusals.unreadable();
        }
        int tail = bytes.length - directoryEnd - END_LENGTH;
        if (tail > 0) {
            throw HiddenFiles.tail(tail);
        }
    }

    /** Returns the end of a directory with that many entries. */
    private int endOfDirectory(int start, int entries) {
        int at = start;
        for (int entry = 0; entry < entries; entry++) {
            if (!Bytes.startsWith(bytes, at, ENTRY) || at + 46 > bytes.length) {
                throw WordRefusals.unreadable();
            }
            at += 46 + Bytes.u16le(bytes, at + 28) + Bytes.u16le(bytes, at + 30) + Bytes.u16le(bytes, at + 32);
        }
        return at;
    }

    /** Refuses names that readers may take for others, and those of encrypted parts and macros. */
    private static void requirePlainNames(List<ZipArchiveEntry> parts) {
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry part : parts) {
            String name = part.getName();
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw WordRefusals.encrypted();
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))
                    || name.contains("..")
                    || name.startsWith("/")
                    || name.contains("\\")) {
                throw WordRefusals.unreadable();
            }
            if (MACROS.matcher(name).matches()) {
                throw WordRefusals.macros();
            }
        }
    }

    private PackageRules rules(ZipFile zip) throws IOException {
        ZipArchiveEntry types = zip.getEntry(PackageRules.TYPES);
        if (types == null) {
            throw WordRefusals.unreadable();
        }
        try (InputStream content = zip.getInputStream(types)) {
            return new PackageRules(new Counted(content, LONGEST_LIST));
        }
    }

    private void part(ZipFile zip, ZipArchiveEntry part, PackageRules rules) throws IOException {
        String name = part.getName();
        boolean isFolder = name.endsWith("/") && part.getSize() == 0;
        if (name.equals(PackageRules.TYPES) || isFolder) {
            return;
        }
        boolean isXml = rules.isXml(name);
        try (InputStream content = zip.getInputStream(part)) {
            if (name.toLowerCase(Locale.ROOT).endsWith(".rels")) {
                PackageRules.inspectRelations(new Counted(content, LONGEST_LIST));
            } else if (isXml) {
                StoryRules story = new StoryRules();
                XmlPart.read(new Counted(content, MOST_BYTES), story);
                story.finish();
            } else {
                drain(new Counted(content, MOST_BYTES));
            }
        }
    }

    private void drain(InputStream content) throws IOException {
        byte[] beginning = content.readNBytes(4);
        while (content.read(buffer) >= 0) {
            // Only the length matters.
        }
        if (FOREIGN.stream().anyMatch(foreign -> Bytes.startsWith(beginning, 0, foreign))) {
            throw WordRefusals.embedded();
        }
    }

    /** Counts the inflated bytes of all parts. */
    private final class Counted extends InputStream {

        private final InputStream content;
        private long left;

        /** @param most bytes of this part */
        Counted(InputStream content, long most) {
            this.content = content;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = content.read(target, offset, length);
            inflated += Math.max(0, count);
            left -= Math.max(0, count);
            if (inflated > MOST_BYTES || left < 0) {
                throw WordRefusals.expandsTooMuch();
            }
            return count;
        }
    }
}
