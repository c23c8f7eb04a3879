package io.zizhi.document.intake.inspection.pdf;

import io.zizhi.document.intake.inspection.LinkAddress;
import io.zizhi.document.intake.inspection.pdf.PdfTokens.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.COSParser;

/**
 * Searches the objects of a PDF, as PDFBox reads them, for attached files, programs, and links that do not lead to web
 * pages. An object may fill the memory, so this runs in a process of its own. It expects a file that {@link PdfInspection}
 * has accepted.
 *
 * <p>Objects are read in the order of the file, also replaced ones. No reference is followed, so nothing is read twice.
 * Readers differ in how they repair damage. So nothing is repaired: dictionaries must be complete, and names and strings
 * must end where {@link PdfTokens} ends them.
 */
public final class PdfObjects extends COSParser {

    /** Names of entries and types that attach files, or take data from another file. */
    static final Set<String> FILES = Set.of(
            "AF",
            "Collection",
            "EF",
            "EmbeddedFile",
            "EmbeddedFiles",
            "F",
            "FDecodeParms",
            "FFilter",
            "FileAttachment",
            "Filespec");

    /** Keys of the addresses of links. */
    static final Set<String> ADDRESSES = Set.of("URI", "Base");

    /** Names of actions, annotations and forms that run programs, play films, open files or send data. */
    private static final Set<String> ACTIVE = Set.of(
            "3D",
            "GoTo3DView",
            "GoToE",
            "GoToR",
            "ImportData",
            "JS",
            "JavaScript",
            "Launch",
            "Movie",
            "OnInstantiate",
            "Rendition",
            "RichMedia",
            "Sound",
            "SubmitForm",
            "XFA");

    /** Kinds of objects whose names have other meanings elsewhere: {@code Screen} also blends colours. */
    private static final Set<String> ACTIVE_KINDS = Set.of("PS", "Screen");

    private static final Set<String> KINDS = Set.of("Subtype", "Subtype2");

    /** Keys that decide where objects are. Readers differ in which one they use if there are two. */
    private static final Set<String> STRUCTURE = Set.of("Filter", "First", "Length", "N");

    /** Most values of a file, compressed ones included. */
    private static final int MOST_VALUES = 5_000_000;

    /** Most bytes of a stream of objects. */
    private static final int LONGEST_OBJECTS = 32_000_000;

    private static final char[] OBJECT = {'o', 'b', 'j'};

    private final byte[] bytes;
    private final PdfTokens tokens;
    private int values;

    /** @param values number of values that were read before */
    private PdfObjects(byte[] bytes, int values) throws IOException {
        super(new RandomAccessReadBuffer(bytes));
        this.bytes = bytes;
        this.tokens = new PdfTokens(bytes, 0, bytes.length);
        this.values = values;
    }

    /** The first finding. */
    private static final class Finding extends IOException {

        private static final long serialVersionUID = 1;

        Finding(String name) {
            super(name);
        }
    }

    /**
     * Returns the name of what was found first; an empty text if there is nothing.
     *
     * @throws IOException if an object cannot be read, or is read in different ways
     */
    public static String find(byte[] pdf) throws IOException {
        try {
            new PdfObjects(pdf, 0).readFile();
            return "";
        } catch (Finding finding) {
            return String.valueOf(finding.getMessage());
        } catch (StructureException unclear) {
            throw new IOException(unclear);
        }
    }

    /** Returns whether an object must not have this name, whatever it stands for. */
    static boolean isRefused(String name) {
        return ACTIVE.contains(name) || (FILES.contains(name) && !name.equals("F"));
    }

    private void readFile() throws IOException {
        for (skipSpaces(); !isEOF(); skipSpaces()) {
            if (isDigit()) {
                readObject();
            } else {
                readTable(readString());
            }
        }
    }

    /** Reads a table of objects with its trailer, or the place of the last one. */
    private void readTable(String keyword) throws IOException {
        if (keyword.equals("startxref")) {
            readLong();
            return;
        }
        require(keyword.equals("xref"));
        while (!readString().equals("trailer")) {
            require(!isEOF());
        }
        readValue();
    }

    private void readObject() throws IOException {
        readObjectNumber();
        readGenerationNumber();
        readExpectedString(OBJECT, true);
        COSBase value = readValue();
        String keyword = readString();
        if (keyword.equals("stream")) {
            require(value instanceof COSDictionary);
            readStream((COSDictionary) value);
            keyword = readString();
        }
        require(keyword.equals("endobj"));
    }

    private void readStream(COSDictionary dictionary) throws IOException {
        refuse(dictionary.containsKey("F"), "F");
        int length = dictionary.getItem(COSName.LENGTH) instanceof COSInteger number ? number.intValue() : -1;
        StreamData data = StreamData.at(bytes, (int) source.getPosition(), length);
        if (dictionary.containsKey(COSName.FIRST)) {
            byte[] objects = inflated(Arrays.copyOfRange(bytes, data.start(), data.end()), dictionary);
            PdfObjects compressed = new PdfObjects(objects, values);
            compressed.readCompressed(dictionary.getInt(COSName.N), dictionary.getInt(COSName.FIRST));
            values = compressed.values;
        }
        source.seek(data.next());
    }

    private static byte[] inflated(byte[] data, COSDictionary dictionary) throws IOException {
        if (!dictionary.containsKey(COSName.FILTER)) {
            return data;
        }
        try (InputStream objects = new InflaterInputStream(new ByteArrayInputStream(data))) {
            byte[] inflated = objects.readNBytes(LONGEST_OBJECTS + 1);
            require(inflated.length <= LONGEST_OBJECTS);
            return inflated;
        }
    }

    /** Reads a stream of objects: pairs of numbers and offsets, and the objects. */
    private void readCompressed(int count, int first) throws IOException {
        require(count >= 0 && first >= 0);
        for (int pair = 0; pair < count; pair++) {
            readObjectNumber();
            long object = first + readLong();
            long next = source.getPosition();
            require(object >= 0 && object <= bytes.length);
            source.seek(object);
            readValue();
            source.seek(next);
        }
    }

    /** Reads a value or a reference. Returns the null object of PDF for a reference. */
    private COSBase readValue() throws IOException {
        COSBase value = parseDirObject();
        skipSpaces();
        if (value instanceof COSInteger && isDigit()) {
            readGenerationNumber();
            skipSpaces();
            readExpectedChar('R');
            return COSNull.NULL;
        }
        if (value == null) {
            throw new IOException("No value");
        }
        return value;
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        values++;
        require(values <= MOST_VALUES);
        return super.parseDirObject();
    }

    @Override
    protected COSDictionary parseCOSDictionary(boolean isDirect) throws IOException {
        readExpectedChar('<');
        readExpectedChar('<');
        COSDictionary dictionary = new COSDictionary();
        for (skipSpaces(); source.peek() == '/'; skipSpaces()) {
            COSName key = parseCOSName();
            COSBase value = readValue();
            require(!STRUCTURE.contains(key.getName()) || !dictionary.containsKey(key));
            requireHarmless(key.getName(), value);
            dictionary.setItem(key, value);
        }
        readExpectedChar('>');
        readExpectedChar('>');
        return dictionary;
    }

    private static void requireHarmless(String key, COSBase value) throws IOException {
        refuse(key.equals("F") && value instanceof COSString, key);
        if (KINDS.contains(key) && value instanceof COSName kind) {
            refuse(ACTIVE_KINDS.contains(kind.getName()), kind.getName());
        }
        if (ADDRESSES.contains(key) && !(value instanceof COSDictionary)) {
            refuse(!(value instanceof COSString address) || !LinkAddress.isAllowed(address.getString()), key);
        }
    }

    @Override
    protected COSName parseCOSName() throws IOException {
        tokens.continueAt((int) source.getPosition());
        require(tokens.next() == Kind.NAME);
        String name = tokens.text();
        super.parseCOSName();
        require(source.getPosition() == tokens.position());
        refuse(isRefused(name), name);
        return COSName.getPDFName(name);
    }

    @Override
    protected COSString parseCOSString() throws IOException {
        tokens.continueAt((int) source.getPosition());
        require(tokens.next() == Kind.TEXT);
        COSString string = super.parseCOSString();
        require(source.getPosition() == tokens.position());
        return string;
    }

    private static void refuse(boolean condition, String name) throws Finding {
        if (condition) {
            throw new Finding(name);
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new StructureException();
        }
    }
}
